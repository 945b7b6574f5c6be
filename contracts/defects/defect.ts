// What a deliberate defect of a provider is, and helpers that change one answer, which many defects share.
import type { OperationId } from '../../src/openapi/cloudglue.ts';

export type Ask = (request: Request) => Promise<Response>;

export interface Defect {
  /** The operations that have it (null: requests of none); every contract of theirs is verified, and no other. */
  operations: readonly (OperationId | null)[];
  /** What the provider answers with the defect; `ask` is the provider without it. */
  answer: (request: Request, ask: Ask) => Promise<Response>;
}

// biome-ignore lint/suspicious/noExplicitAny: a defect makes of a body what no type allows.
export type Body = any;

const withBody = (response: Response, body: Body, status = response.status): Response => {
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(JSON.stringify(body), { status, headers });
};

/** Successes with another body; `change` may write into the one that it is given. */
export const changeBody = (operations: Defect['operations'], change: (body: Body) => Body): Defect => ({
  operations,
  async answer(request, ask) {
    const response = await ask(request);
    if (!response.ok) return response;
    const body = await response.json();
    return withBody(response, change(body) ?? body);
  },
});

/** Refusals with another body. */
export const changeRefusal = (operations: Defect['operations'], change: (body: Body) => Body): Defect => ({
  operations,
  async answer(request, ask) {
    const response = await ask(request);
    return response.ok ? response : withBody(response, change(await response.json()));
  },
});

/** One status instead of another. */
export const changeStatus = (operations: Defect['operations'], from: number, to: number): Defect => ({
  operations,
  async answer(request, ask) {
    const response = await ask(request);
    return response.status === from ? withBody(response, await response.json(), to) : response;
  },
});

/** Answers with other headers: undefined takes one away. */
export const changeHeader = (
  operations: Defect['operations'],
  name: string,
  value: string | undefined,
  isMeant: (response: Response) => boolean = () => true,
): Defect => ({
  operations,
  async answer(request, ask) {
    const response = await ask(request);
    if (!isMeant(response)) return response;
    const headers = new Headers(response.headers);
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
    return new Response(response.body, { status: response.status, headers });
  },
});

/** A provider that does not see these parameters. */
export const ignoreParameters = (operations: Defect['operations'], ...names: string[]): Defect => ({
  operations,
  answer(request, ask) {
    const url = new URL(request.url);
    for (const name of names) url.searchParams.delete(name);
    return ask(new Request(url, request));
  },
});

/** A provider that takes other query parameters than those that were sent. */
export const takeQuery = (
  operations: Defect['operations'],
  change: (query: URLSearchParams) => void,
): Defect => ({
  operations,
  answer(request, ask) {
    const url = new URL(request.url);
    change(url.searchParams);
    return ask(new Request(url, request));
  },
});

/** A provider that takes another JSON body than the one that was sent. */
export const takeBody = (operations: Defect['operations'], change: (body: Body) => void): Defect => ({
  operations,
  async answer(request, ask) {
    const text = await request.clone().text();
    if (!request.headers.get('content-type')?.startsWith('application/json') || !text) return ask(request);
    const body = JSON.parse(text);
    change(body);
    const { url, method, headers } = request;
    return ask(new Request(url, { method, headers, body: JSON.stringify(body) }));
  },
});

/** A provider that accepts what it ought to refuse with a status. */
export const accept = (operations: Defect['operations'], status: number, body: object): Defect => ({
  operations,
  async answer(request, ask) {
    const response = await ask(request);
    return response.status === status ? Response.json(body) : response;
  },
});

/** The text of every field with this name, changed wherever it is. */
export const changeTexts = (body: Body, name: string, change: (text: string) => unknown): void => {
  if (body === null || typeof body !== 'object') return;
  for (const [key, value] of Object.entries(body)) {
    if (key === name && typeof value === 'string') body[key] = change(value);
    else changeTexts(value, name, change);
  }
};

/** A page of a list with nothing on it. */
export const emptyList = { object: 'list', data: [], total: 0, limit: 20, offset: 0 };

/** An id of the right form that is somebody else's. */
export const OTHER_ID = '11111111-2222-4333-8444-555555555555';
