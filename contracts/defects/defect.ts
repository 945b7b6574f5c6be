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
type Body = any;

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

/** An id of the right form that is somebody else's. */
export const OTHER_ID = '11111111-2222-4333-8444-555555555555';
