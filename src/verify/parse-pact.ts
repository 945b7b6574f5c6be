// Reads a pact from text, strictly: what Pact would skip, guess at or fall over must not count as verified.
import * as z from 'zod';
import { explain } from '../errors/explain.ts';
import { UsageError } from '../errors/usage-error.ts';

const state = z.looseObject({ name: z.string(), params: z.record(z.string(), z.unknown()).nullish() });

const any = z.looseObject({
  type: z.string().optional(),
  description: z.string().optional(),
  pending: z.boolean().optional(),
  providerState: z.string().nullish(),
  providerStates: z.array(state).nullish(),
  pluginConfiguration: z.looseObject({}).nullish(),
});

const scalar = z.union([z.string(), z.number(), z.boolean()], 'must be a text').nullable();
/** Headers, or a query: of each name a value or several. */
const values = z.record(z.string(), z.union([scalar, z.array(scalar)], 'must be a text or a list of texts'));
const part = z.looseObject({
  headers: values.nullish(),
  matchingRules: z.looseObject({}).nullish(),
  generators: z.looseObject({}).nullish(),
});

const http = any.extend({
  request: part.extend({
    // Pact takes what is no method for GET.
    method: z.string().refine((method) => /^[A-Za-z]+$/.test(method), 'must be an HTTP method'),
    path: z.string().refine((path) => path.startsWith('/'), 'must begin with a slash'),
    query: z.union([z.string(), values], 'must be a text, or an object with lists of texts').nullish(),
  }),
  // Pact takes a status modulo 65536.
  response: part.extend({ status: z.int().min(100).max(599) }),
});

const message = any.extend({ contents: z.unknown(), metadata: z.looseObject({}).nullish() });

const specVersion = z
  .looseObject({
    // Pact takes any other for one that it knows.
    version: z
      .string()
      .refine((version) => /^([1-4](\.\d+)*)?$/.test(version), 'must be one of 1 to 4, such as "4.0"')
      .optional(),
  })
  .optional();

const pactDocument = z.looseObject({
  consumer: z.looseObject({ name: z.string().min(1) }),
  provider: z.looseObject({ name: z.string().min(1) }),
  interactions: z.array(any).nullish(),
  // Version 3 has its messages here.
  messages: z.array(any).nullish(),
  metadata: z.looseObject({ pactSpecification: specVersion, 'pact-specification': specVersion }).nullish(),
});

interface Common {
  description: string;
  states: { name: string; params: Record<string, unknown> }[];
  isPending: boolean;
  /** The list that the pact has it in. */
  list: 'interactions' | 'messages';
  /** Where it is in that list. */
  nth: number;
}

export type HttpInteraction = Common & { kind: 'http' } & Pick<z.output<typeof http>, 'request' | 'response'>;
export type MessageInteraction = Common & { kind: 'message'; contents: unknown };
/** One that is not verified, and why. */
export type OtherInteraction = Common & { kind: 'other'; reason: string };
export type Interaction = HttpInteraction | MessageInteraction | OtherInteraction;

export interface PactDocument {
  consumer: string;
  provider: string;
  /** Of Pact's specification. */
  version: number;
  interactions: Interaction[];
  /** What the text holds. */
  raw: Record<string, unknown>;
}

/** Pact takes any other body of a pact of version 4 for none. */
const isBodyOf4 = (body: unknown) =>
  body === undefined ||
  body === null ||
  (typeof body === 'object' &&
    'content' in body &&
    (!('contentType' in body) || typeof body.contentType === 'string'));

/** The JSON of a pact. Throws UsageError if it is none. */
export function parseJson(source: string, text: string): unknown {
  if (text.startsWith('\ufeff'))
    throw new UsageError(
      `${source} begins with a byte order mark, which Pact cannot read: save it without one`,
    );
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${source} is no JSON: ${(error as Error).message}`);
  }
}

/** The provider that a pact names, read without a look at the rest; undefined if it names none. */
export function providerIn(raw: unknown): string | undefined {
  const { name } = ((raw as { provider?: unknown } | null)?.provider ?? {}) as { name?: unknown };
  return typeof name === 'string' ? name : undefined;
}

/** A pact from its JSON. Throws UsageError if it is none. */
export function parsePact(source: string, raw: unknown): PactDocument {
  const refuse = (problem: string) => new UsageError(`${source} is no pact: ${problem}`);
  const result = pactDocument.safeParse(raw);
  if (!result.success) throw refuse(explain(result.error, raw, 'the document'));
  const { consumer, provider, metadata, interactions, messages } = result.data;
  const written = metadata?.pactSpecification?.version ?? metadata?.['pact-specification']?.version ?? '';
  const version = Number.parseInt(written, 10) || 3;
  const read = [
    ...(interactions ?? []).map((one, nth) => ({ one, list: 'interactions' as const, nth })),
    ...(messages ?? []).map((one, nth) => ({ one, list: 'messages' as const, nth })),
  ].map(({ one, list, nth }) => {
    try {
      return readInteraction(one, { list, nth, version });
    } catch (error) {
      throw refuse((error as Error).message);
    }
  });
  if (read.length === 0) throw refuse('interactions must not be empty: nothing would be verified');
  return {
    consumer: consumer.name,
    provider: provider.name,
    version,
    interactions: read,
    raw: raw as Record<string, unknown>,
  };
}

/** Throws Error that says what is wrong with it. */
function readInteraction(
  one: z.output<typeof any>,
  { list, nth, version }: Pick<Common, 'list' | 'nth'> & { version: number },
): Interaction {
  const { description = '', providerState, providerStates, pending = false, pluginConfiguration } = one;
  const named = providerState ? [{ name: providerState, params: null }] : [];
  const common: Common = {
    description,
    states: (providerStates ?? named).map(({ name, params }) => ({ name, params: params ?? {} })),
    isPending: pending,
    list,
    nth,
  };
  if (version >= 4 && one.type === undefined)
    throw new Error(
      `${list}[${nth}].type is required in version 4 of the specification: Pact would leave it out`,
    );
  const type = (
    one.type ?? (list === 'messages' ? 'Asynchronous/Messages' : 'Synchronous/HTTP')
  ).toLowerCase();
  if (Object.keys(pluginConfiguration ?? {}).length > 0)
    return { ...common, kind: 'other', reason: 'it needs a plugin of Pact' };
  if (type === 'asynchronous/messages')
    return { ...common, kind: 'message', contents: check(message, one, common).contents };
  if (type !== 'synchronous/http')
    return { ...common, kind: 'other', reason: `its type is ${JSON.stringify(one.type)}` };
  const { request, response } = check(http, one, common);
  for (const [part, { body }] of Object.entries({ request, response })) {
    if (version < 4 || isBodyOf4(body)) continue;
    throw new Error(
      `${list}[${nth}].${part}.body must be an object with its content and its contentType, as version 4 of the specification has it: Pact would not look at it`,
    );
  }
  return { ...common, kind: 'http', request, response };
}

function check<Schema extends z.ZodType>(
  schema: Schema,
  one: unknown,
  { list, nth }: Common,
): z.output<Schema> {
  const result = schema.safeParse(one);
  if (result.success) return result.data;
  const nested = Array.from<unknown>({ length: nth + 1 });
  nested[nth] = one;
  const issues = result.error.issues.map((issue) => ({ ...issue, path: [list, nth, ...issue.path] }));
  throw new Error(explain(new z.ZodError(issues as never), { [list]: nested }));
}
