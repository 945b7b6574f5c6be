// Reads the request and the answer of an interaction from a pact of any version of Pact's specification, with bodies
// and queries as they are on the wire: encoded bodies decoded, forms read, text read as JSON where it is said to be.
import { type Answer, type Body, isJsonType, mediaTypeOf, type Request } from '../conformance/message.ts';
import type { HttpInteraction, Interaction } from './parse-pact.ts';

/** A status, or those of a class that a matching rule names. */
const CLASSES: Record<string, readonly [number, number]> = {
  info: [100, 199],
  success: [200, 299],
  redirect: [300, 399],
  clientError: [400, 499],
  serverError: [500, 599],
  nonError: [100, 399],
  error: [400, 599],
};

const range = ([from, to]: readonly [number, number]) =>
  Array.from({ length: to - from + 1 }, (_, nth) => from + nth);

/** The statuses that an interaction accepts. */
export function statusesOf({ response }: HttpInteraction): number[] {
  const { status: rule } = (response.matchingRules ?? {}) as {
    status?: { matchers?: { match?: string; status?: unknown }[] };
  };
  const accepted = (rule?.matchers ?? []).flatMap(({ match, status }) => {
    if (match !== 'statusCode') return [];
    if (Array.isArray(status)) return status.map(Number);
    return CLASSES[String(status)] ? range(CLASSES[String(status)] ?? [0, 0]) : [];
  });
  return [response.status, ...accepted];
}

/** @param version of Pact's specification that the pact is written in */
export async function readRequest({ request }: HttpInteraction, version: number): Promise<Request> {
  const headers = headersOf(request.headers);
  return {
    method: request.method.toUpperCase(),
    path: request.path,
    query: queryOf(request.query),
    ...(await withBody(request, { headers, version })),
  };
}

export async function readAnswer(interaction: HttpInteraction, version: number): Promise<Answer> {
  const { response } = interaction;
  const headers = headersOf(response.headers);
  return { statuses: statusesOf(interaction), ...(await withBody(response, { headers, version })) };
}

/** Headers by their names in small letters; several values of one are one text. */
export const headersOf = (headers: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((headers ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name.toLowerCase(),
      [value].flat().map(String).join(', '),
    ]),
  );

/** A query is a text as it is in a URL, or the values of each name, decoded. */
function queryOf(query: unknown): [string, string][] {
  if (typeof query === 'string') return [...new URLSearchParams(query)];
  return Object.entries((query ?? {}) as Record<string, unknown>).flatMap(([name, values]) =>
    // A name without a value is null.
    [values].flat().map((value): [string, string] => [name, value === null ? '' : String(value)]),
  );
}

/** The names of the query parameters that an interaction sends. */
export const queryNamesOf = (interaction: Interaction | undefined): string[] =>
  interaction?.kind === 'http' ? queryOf(interaction.request.query).map(([name]) => name) : [];

interface Part {
  body?: unknown;
  [field: string]: unknown;
}

interface Raw {
  /** Undefined where there is none; a value where the pact holds it as JSON. */
  content: Buffer | { value: unknown } | undefined;
  contentType: string | undefined;
}

interface BodyOf4 {
  content?: unknown;
  contentType?: string;
  encoded?: boolean | string;
}

interface Around {
  headers: Record<string, string>;
  version: number;
}

/** A body of version 4 says how it is encoded; before, a text is what it is, or in Base64. */
function rawOf({ body }: Part, { headers, version }: Around): Raw {
  const contentType = headers['content-type'];
  if (body === undefined) return { content: undefined, contentType };
  if (version < 4)
    return { content: typeof body === 'string' ? readText(body, contentType) : { value: body }, contentType };
  const { content, encoded, ...rest } = (body ?? {}) as BodyOf4;
  const type = rest.contentType ?? contentType;
  if (content === undefined || content === null || content === '')
    return { content: undefined, contentType: type };
  const encoding = String(encoded).toLowerCase();
  // Not a text: JSON as it is. A text that is said to be JSON is a JSON value, not its JSON.
  if (typeof content !== 'string' || encoding === 'json')
    return { content: { value: content }, contentType: type };
  return { content: Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'), contentType: type };
}

const BASE64 = /^[A-Za-z0-9+/\r\n]+={0,2}\s*$/;

/** The bytes that a text of a pact before version 4 stands for. */
function readText(text: string, contentType: string | undefined): Buffer | undefined {
  if (text === '') return undefined;
  const type = mediaTypeOf(contentType) ?? '';
  const isPlain = isJsonType(type) ? parses(text) : type.startsWith('text/') || text.startsWith('--');
  return isPlain || !BASE64.test(text) ? Buffer.from(text) : Buffer.from(text, 'base64');
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function withBody(
  part: Part,
  around: Around,
): Promise<{ headers: Record<string, string>; body: Body }> {
  const { headers } = around;
  const { content, contentType } = rawOf(part, around);
  const told = contentType === undefined ? headers : { ...headers, 'content-type': contentType };
  if (content === undefined) return { headers, body: { kind: 'absent' } };
  const type = mediaTypeOf(contentType);
  if (!Buffer.isBuffer(content)) {
    return type === undefined || isJsonType(type)
      ? { headers: told, body: { kind: 'json', value: content.value } }
      : { headers: told, body: { kind: 'other' } };
  }
  if (type === 'multipart/form-data') return { headers: told, body: await readForm(content, contentType) };
  if (type !== undefined && !isJsonType(type)) return { headers: told, body: { kind: 'other' } };
  return { headers: told, body: readJson(content.toString()) };
}

function readJson(text: string): Body {
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch (error) {
    return { kind: 'other', problem: `the body is no JSON: ${(error as Error).message}` };
  }
}

/** A form by the boundary that its body has: that of the header can be another, as an example or in another spelling. */
async function readForm(bytes: Buffer, contentType: string | undefined): Promise<Body> {
  const boundary = /^\s*--([^\r\n]+?)\s*\r?\n/.exec(bytes.subarray(0, 300).toString('latin1'))?.[1];
  const headers = {
    'content-type': boundary ? `multipart/form-data; boundary="${boundary}"` : String(contentType),
  };
  try {
    const form = await new Response(new Uint8Array(bytes), { headers }).formData();
    return {
      kind: 'form',
      parts: [...form].map(([name, value]) => [
        name,
        typeof value === 'string' ? value : { type: value.type },
      ]),
    };
  } catch (error) {
    return { kind: 'other', problem: `the form cannot be read: ${(error as Error).message}` };
  }
}
