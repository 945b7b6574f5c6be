// What every contract shares: whose it is, the key it sends, and values that only the provider can know.
import { MatchersV3, PactV4 } from '@pact-foundation/pact';
import { NEWEST } from '../../src/openapi/versions.ts';
import { createClient } from '../client.ts';
import type { StateValue } from '../states.ts';
import { ids } from './ids.ts';

const { equal, fromProviderState, regex, string, uuid } = MatchersV3;
type Matcher = ReturnType<typeof regex>;

/** The consumers: of what the operations answer, of whole answers, of events, and of what is answered before any operation. */
export const OPERATIONS = 'cloudglue-reference-client';
export const WHOLE_ANSWERS = 'cloudglue-reference-client-whole-answers';
export const EVENTS = 'cloudglue-reference-client-events';
export const GATEWAY = 'cloudglue-reference-client-gateway';

/** The version of the API that the pacts are written for. */
export const PINNED_VERSION = NEWEST;

/** The pact of one consumer with the API; tests that use the same name add to the same file. */
export function createPact(consumer = OPERATIONS) {
  // Chosen in vitest.project.ts; what is written there is then compared with contracts/pacts.
  const dir = process.env.PACT_OUTPUT;
  if (!dir) throw new Error('PACT_OUTPUT is not set. Run the contracts with `npm run contracts`.');
  return new PactV4({ consumer, provider: 'cloudglue-api', dir, logLevel: 'error' });
}

/** The client, pointed at the mock server of one interaction. */
export const clientOf = (server: { url: string }) =>
  createClient({ baseUrl: `${server.url}/v1`, apiKey: 'cg-contract' });

/** Any key will do, so that the provider may put in one that is good there. */
export const withKey = { Authorization: regex('^Bearer \\S+$', 'Bearer cg-contract') };

export const json = { 'Content-Type': 'application/json' };

/** The client shows the text of an error, a sentence or two, to a person and compares it with nothing. */
export const errorBody = { error: regex('^[\\w"][\\s\\S]{9,}$', 'What failed, why, and what to do next.') };

/** A text that the state gives when the provider is verified, and the example until then. */
export const fromState = (name: StateValue, example: string) =>
  fromProviderState(`\${${name}}`, example) as unknown as Matcher;

const fill = (template: string, by: (name: string) => string | undefined) =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => by(name) ?? missing(name, template));

/**
 * In an answer: exactly what the state gave. Some verifiers put that in; Pact's native one compares with the example,
 * hence the examples are what the mock gives on every machine.
 * @example theSame('{file_id}', { file_id: ids.file })
 */
export function theSame(template: string, examples: Partial<Record<StateValue, string>>): Matcher {
  const example = fill(template, (name) => examples[name as StateValue]);
  const expression = fill(template, (name) => `\${${name}}`);
  return { ...fromProviderState(expression, example), ...equal(example) } as unknown as Matcher;
}

/** A moment in milliseconds since 1970; in seconds it would have three digits less. */
export const moment = (example: number) =>
  ({ ...regex('^\\d{13}$', String(example)), value: example }) as unknown as Matcher;

/** What every file has, whatever became of it. */
export const aFile = {
  id: uuid(ids.file),
  uri: regex('^cloudglue://files/[0-9a-f-]{36}$', `cloudglue://files/${ids.file}`),
  created_at: moment(1_768_467_600_000),
  filename: string('Q4 business review.mp4'),
};

/** The file that the state made, and no other. */
export const thatFile = (id: string = ids.file) => ({
  ...aFile,
  id: theSame('{file_id}', { file_id: id }),
  uri: theSame('cloudglue://files/{file_id}', { file_id: id }),
});

/**
 * A path with ids that the state gives when the provider is verified, and the examples until then.
 * `fromProviderState` alone would match any path at all, and a client that asks for the wrong one would pass.
 * @example pathTo('/v1/files/{file_id}', { file_id: ids.file })
 */
export function pathTo(path: string, examples: Partial<Record<StateValue, string>>): Matcher {
  const example = fill(path, (name) => examples[name as StateValue]);
  return {
    ...fromProviderState(
      fill(path, (name) => `\${${name}}`),
      example,
    ),
    ...regex(`^${fill(path, () => '[^/]+')}$`, example),
  };
}

function missing(name: string, path: string): never {
  throw new Error(`no example for {${name}} of ${path}`);
}
