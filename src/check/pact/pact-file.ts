// The parts of a pact file of version 4 that are written.

export interface MatchingRules {
  [place: string]: { combine: 'AND'; matchers: Record<string, unknown>[] };
}
export interface Generator {
  type: 'ProviderState';
  expression: string;
}

export interface Body {
  content: unknown;
  contentType: string;
  encoded: false | 'base64';
}

export interface PactRequest {
  method: string;
  path: string;
  query?: Record<string, string[]>;
  headers: Record<string, string[]>;
  body?: Body;
  matchingRules?: { path?: MatchingRules[string] } & Partial<
    Record<'header' | 'query' | 'body', MatchingRules>
  >;
  generators?: { path?: Generator } & Partial<Record<'query' | 'body', Record<string, Generator>>>;
}

export interface PactResponse {
  status: number;
  headers: Record<string, string[]>;
  body?: Body;
  matchingRules?: Partial<Record<'header' | 'body', MatchingRules>>;
}

export interface Interaction {
  type: 'Synchronous/HTTP';
  description: string;
  pending: false;
  providerStates: { name: string; params?: Record<string, unknown> }[];
  request: PactRequest;
  response: PactResponse;
}

export interface PactDocument {
  consumer: { name: string };
  provider: { name: string };
  interactions: Interaction[];
  metadata: Record<string, unknown>;
}

export const rule = (matcher: Record<string, unknown>): MatchingRules[string] => ({
  combine: 'AND',
  matchers: [matcher],
});

/** A regular expression that matches a text as it is. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** The place of a field below another one, as matching rules write it. */
export const placeBelow = (place: string, name: string): string =>
  /^[A-Za-z_]\w*$/.test(name) ? `${place}.${name}` : `${place}['${name.replaceAll("'", "\\'")}']`;
