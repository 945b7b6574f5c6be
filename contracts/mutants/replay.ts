// Sends the request of an interaction to a mock in this process, in the states that it asks for.
import { readFileSync } from 'node:fs';
import { createMock } from '../../src/index.ts';
import { apiOf, type OperationId } from '../../src/openapi/cloudglue.ts';
import { operationFor } from '../../src/openapi/unknown-names.ts';
import { GATEWAY, OPERATIONS, PINNED_VERSION, WHOLE_ANSWERS } from '../support/pact.ts';
import { matchesBody, matchesHeader, type Rules } from './match.ts';

interface Body {
  content?: unknown;
  contentType?: string;
  encoded?: string | false;
}

/** A text with a value that a state gives. */
interface Generator {
  expression: string;
}

/** An interaction as a pact of version 4 has it. */
export interface Contract {
  description: string;
  providerStates?: { name: string; params?: Record<string, unknown> }[];
  request: {
    method: string;
    path: string;
    query?: Record<string, string[]>;
    headers?: Record<string, string[]>;
    body?: Body;
    generators?: { path?: Generator; query?: Record<string, Generator>; body?: Record<string, Generator> };
  };
  response: {
    status: number;
    headers?: Record<string, string[]>;
    body?: Body;
    matchingRules?: { body?: Rules; header?: Rules };
  };
  /** What the request reaches; null if it reaches nothing. */
  operation: OperationId | null;
  /** The pact that it is in. */
  consumer: string;
}

/** An answer, read. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** Undefined if it is no JSON. */
  body: unknown;
}

export type Ask = (request: Request) => Promise<Response>;

const API = apiOf(PINNED_VERSION);

export const operationOf = (method: string, path: string): OperationId | null =>
  operationFor(API, method, path) ?? null;

/** Every committed interaction over HTTP. */
export const contracts: Contract[] = [OPERATIONS, WHOLE_ANSWERS, GATEWAY].flatMap((consumer) => {
  const file = new URL(`../pacts/${consumer}-cloudglue-api.json`, import.meta.url);
  const { interactions } = JSON.parse(readFileSync(file, 'utf8')) as {
    interactions: (Contract & { type: string })[];
  };
  return interactions
    .filter(({ type }) => type === 'Synchronous/HTTP')
    .map((one) => ({ ...one, consumer, operation: operationOf(one.request.method, one.request.path) }));
});

export const KEY = 'cg-contract';

type Values = Record<string, unknown>;

/** What a generator makes of the values that the states gave; the example, where they gave none. */
const generated = <Example>(
  generator: Generator | undefined,
  values: Values,
  example: Example,
): Example | string => {
  if (!generator) return example;
  let isComplete = true;
  const text = generator.expression.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    isComplete &&= name in values;
    return String(values[name]);
  });
  return isComplete ? text : example;
};

function requestOf({ request }: Contract, values: Values): Request {
  const { method, path, query = {}, headers = {}, body, generators = {} } = request;
  const url = new URL(generated(generators.path, values, path), 'http://cloudglue.mock');
  for (const [name, given] of Object.entries(query)) {
    const generator = generators.query?.[name] ?? generators.query?.[`${name}[0]`];
    for (const one of given) url.searchParams.append(name, generated(generator, values, one));
  }
  const sent = new Headers();
  for (const [name, given] of Object.entries(headers)) sent.set(name, given.join(', '));
  if (body?.contentType && !sent.has('content-type')) sent.set('content-type', body.contentType);
  const filled = body && { ...body, content: withValues(body.content, generators.body, values) };
  return new Request(url, { method, headers: sent, ...(filled && { body: bytesOf(filled) }) });
}

/** A body with the values that the states gave; only fields at its top have any. */
function withValues(content: unknown, generators: Record<string, Generator> = {}, values: Values): unknown {
  if (content === null || typeof content !== 'object') return content;
  const changed = Object.entries(generators).map(([path, generator]) => {
    const name = path.replace(/^\$\./, '');
    return [name, generated(generator, values, (content as Record<string, unknown>)[name])];
  });
  return { ...content, ...Object.fromEntries(changed) };
}

function bytesOf({ content, encoded }: Body): string | Uint8Array<ArrayBuffer> {
  if (encoded === 'base64') return new Uint8Array(Buffer.from(String(content), 'base64'));
  return typeof content === 'string' ? content : JSON.stringify(content);
}

export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  return { status: response.status, headers: Object.fromEntries(response.headers), body };
}

/** A mock on which contracts are replayed one after the other. */
export function createReplay() {
  const mock = createMock({ apiVersion: PINNED_VERSION, lifecycle: 'manual', journal: 0 });
  const ask: Ask = (request) => mock.fetch(request);

  async function prepare({ providerStates = [], description }: Contract): Promise<Values> {
    const values: Values = {};
    for (const { name, params = {} } of providerStates.length > 0 ? providerStates : [{ name: '' }]) {
      const response = await mock.fetch(`/__admin/pact/setup?token=${KEY}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ state: name, params, action: 'setup' }),
      });
      if (!response.ok) throw new Error(`${description}: ${await response.text()}`);
      Object.assign(values, await response.json());
    }
    return values;
  }

  return {
    ask,
    /** What the mock answers; `through` may change the request, or the answer. */
    async replay(
      contract: Contract,
      through: (request: Request, ask: Ask) => Promise<Response> = (r, a) => a(r),
    ) {
      const values = await prepare(contract);
      return readAnswer(await through(requestOf(contract, values), ask));
    },
    close: () => mock.close(),
  };
}

export type Replay = ReturnType<typeof createReplay>;

/** Whether an answer is as the contract expects it. */
export function holds({ response }: Contract, { status, headers, body }: Answer): boolean {
  if (status !== response.status) return false;
  const { body: bodyRules = {}, header = {} } = response.matchingRules ?? {};
  const ruleOf = (name: string) =>
    Object.entries(header).find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];
  for (const [name, values] of Object.entries(response.headers ?? {})) {
    if (!matchesHeader(ruleOf(name), values.join(', '), headers[name.toLowerCase()] ?? null)) return false;
  }
  const expected = response.body?.content;
  if (expected === undefined || expected === null) return true;
  const type = response.body?.contentType ?? '';
  if (!(headers['content-type'] ?? '').startsWith(type.split(';', 1)[0] ?? '')) return false;
  return matchesBody(bodyRules, expected, body);
}
