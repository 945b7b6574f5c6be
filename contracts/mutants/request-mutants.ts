// Mutants of what a provider makes of a request: each parameter and each field that it need not have ignored, each bound
// off by one, and a second call of the same that changes what the first one made.
import { apiOf, type OperationId } from '../../src/openapi/cloudglue.ts';
import { dereference, type JsonSchema } from '../../src/openapi/document.ts';
import { fieldsOf } from '../support/fields.ts';
import { PINNED_VERSION } from '../support/pact.ts';
import type { Mutant, Recorded } from './mutant.ts';

const { document, operationsById } = apiOf(PINNED_VERSION);

/** The request with another query; undefined if it stays the same. */
const withQuery = (request: Request, change: (query: URLSearchParams) => void): Request | undefined => {
  const url = new URL(request.url);
  change(url.searchParams);
  return url.href === request.url ? undefined : new Request(url, request);
};

type Fields = Record<string, unknown>;

/** The request with another JSON body; undefined if it stays the same. */
async function withBody(request: Request, change: (body: Fields) => Fields): Promise<Request | undefined> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) return undefined;
  const text = await request.clone().text();
  const body: unknown = text ? JSON.parse(text) : undefined;
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return undefined;
  const changed = JSON.stringify(change(body as Fields));
  if (changed === JSON.stringify(body)) return undefined;
  const { url, method, headers } = request;
  return new Request(url, { method, headers, body: changed });
}

const without = (body: Fields, name: string): Fields =>
  Object.fromEntries(Object.entries(body).filter(([one]) => one !== name));

interface Input {
  name: string;
  isIn: 'query' | 'body';
  isRequired: boolean;
  schema: JsonSchema;
}

/** The query parameters and body fields of an operation. */
function inputsOf(operation: OperationId): Input[] {
  const { parameters = [], requestBody } = operationsById.get(operation)?.operation ?? {};
  const schema = requestBody?.content['application/json']?.schema;
  const { required = [] } = (schema ? dereference<JsonSchema>(document, schema) : {}) as {
    required?: string[];
  };
  return [
    ...parameters
      .filter((one) => one.in === 'query')
      .map(({ name, required: isRequired = false, schema: own }) => ({
        name,
        isIn: 'query' as const,
        isRequired,
        schema: own,
      })),
    ...[...(schema ? fieldsOf(document, schema) : [])].map(([name, own]) => ({
      name,
      isIn: 'body' as const,
      isRequired: required.includes(name),
      schema: dereference<JsonSchema>(document, own),
    })),
  ];
}

/** A request with another value of an input; undefined if it has none. */
function withValue(request: Request, { name, isIn }: Input, change: (value: unknown) => unknown) {
  if (isIn === 'body')
    return withBody(request, (body) =>
      Object.hasOwn(body, name) ? { ...body, [name]: change(body[name]) } : body,
    );
  return Promise.resolve(
    withQuery(request, (query) => {
      const value = query.get(name);
      if (value !== null) query.set(name, String(change(Number(value))));
    }),
  );
}

const size = (value: unknown) =>
  typeof value === 'number'
    ? value
    : typeof value === 'string' || Array.isArray(value)
      ? value.length
      : Number.NaN;

/** A value that is larger by one, or smaller: a number, a text, a list. */
const resized = (value: unknown, by: 1 | -1): unknown => {
  if (typeof value === 'number') return value + by;
  if (typeof value === 'string') return by > 0 ? `${value}x` : value.slice(0, -1);
  return Array.isArray(value) ? (by > 0 ? [...value, value.at(-1)] : value.slice(0, -1)) : value;
};

const BOUNDS = [
  'minimum',
  'exclusiveMinimum',
  'minLength',
  'minItems',
  'maximum',
  'maxLength',
  'maxItems',
] as const;

/** A provider that takes a value beyond a bound, and one that refuses a value at it. */
function boundMutants(operation: OperationId, input: Input): Mutant[] {
  return BOUNDS.flatMap((bound) => {
    const limit = input.schema[bound];
    if (typeof limit !== 'number') return [];
    const outwards = bound.startsWith('max') ? 1 : -1;
    const last = bound === 'exclusiveMinimum' ? limit + 1 : limit;
    const moved = (from: number, by: 1 | -1) => (request: Request) =>
      withValue(request, input, (value) => (size(value) === from ? resized(value, by) : value));
    return [
      {
        operation,
        name: `${input.isIn} ${input.name}: ${bound} ${limit} is one too lax`,
        request: moved(last + outwards, -outwards as 1 | -1),
      },
      {
        operation,
        name: `${input.isIn} ${input.name}: ${bound} ${limit} is one too strict`,
        request: moved(last, outwards),
      },
    ];
  });
}

/** A provider that takes a value of an enum for the next one. */
function enumMutants(operation: OperationId, input: Input): Mutant[] {
  const { enum: values = [] } = input.schema as { enum?: unknown[] };
  const { name, isIn } = input;
  return values.flatMap((value, nth): Mutant[] => {
    const other = values[(nth + 1) % values.length];
    if (other === value) return [];
    return [
      {
        operation,
        name: `${isIn} ${name} ${value} is taken for ${other}`,
        request: async (request) =>
          isIn === 'query'
            ? withQuery(request, (query) => {
                if (query.get(name) === value) query.set(name, String(other));
              })
            : withBody(request, (body) => (body[name] === value ? { ...body, [name]: other } : body)),
      },
    ];
  });
}

/** Mutants that take a request for another one. */
export function requestMutants(operation: OperationId): Mutant[] {
  return inputsOf(operation).flatMap((input): Mutant[] => {
    const { name, isIn, isRequired } = input;
    const ignored: Mutant = {
      operation,
      name: `${isIn} ${name} is ignored`,
      request: async (request) =>
        isIn === 'query'
          ? withQuery(request, (query) => query.delete(name))
          : withBody(request, (body) => without(body, name)),
    };
    return [
      ...(isRequired ? [] : [ignored]),
      ...boundMutants(operation, input),
      ...enumMutants(operation, input),
    ];
  });
}

/** Operations that answer the same if they are called again, and states in which they were called before. */
const MAKES_OF_URL: readonly OperationId[] = [
  'syncDataConnectorFile',
  'syncFileFromUrl',
  'addMedia',
  'addVideo',
  'addYouTubeVideo',
];

/** Fields that a second call must not change. */
const KEPT: Record<string, unknown> = {
  id: '11111111-2222-4333-8444-555555555555',
  file_id: '11111111-2222-4333-8444-555555555555',
  status: 'pending',
  created_at: 1_768_467_600_001,
  metadata: null,
};

/** Where they have that value already. */
const OTHERS: Record<string, unknown> = { status: 'processing' };

/** Whether the states of a contract have the same call made before. */
const isAgain = ({ contract }: Recorded) =>
  (contract.providerStates ?? []).some(({ name }) =>
    /^(a file exists|the file is (?!removed)|a file is in)/.test(name),
  );

/** A second call of the same changes what the first one made. */
export function secondCallMutants(operation: OperationId, recorded: readonly Recorded[]): Mutant[] {
  if (!MAKES_OF_URL.includes(operation)) {
    // A second removal asks for what is not there, whose success is a mutant of the status.
    if (operationsById.get(operation)?.method === 'delete') return [];
    // No interaction sends two requests: only a state that has done the first could show it.
    return [{ operation, name: 'a second call changes what the first one made' }];
  }
  const again = recorded.filter((one) => isAgain(one) && one.answer.status === 200);
  const fields = Object.keys(KEPT).filter((name) =>
    again.some(({ answer }) => (answer.body as Fields | undefined)?.[name] !== undefined),
  );
  return fields.map((name) => ({
    operation,
    name: `a second call changes ${name}`,
    answer: (answer, contract) => {
      const body = answer.body as Fields | undefined;
      const isIt = again.some((one) => one.contract === contract);
      if (!isIt || !body || body[name] === undefined) return undefined;
      const other = body[name] === KEPT[name] ? OTHERS[name] : KEPT[name];
      return other === undefined ? undefined : { ...answer, body: { ...body, [name]: other } };
    },
  }));
}
