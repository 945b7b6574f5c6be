// Sends the requests that provoke an error case, in turn, as the catalogue has them.
import type { AdminSchemas } from '../../openapi/admin.ts';
import { type Incoming, type Outgoing, send } from './send.ts';

type ErrorRequest = AdminSchemas['ErrorRequest'];

/** A request and its answer. */
export interface Exchange {
  request: Pick<Outgoing, 'method' | 'path'> & { headers: Record<string, string>; body: string | null };
  answer: Incoming;
}

/** What stands in braces in a path is a field of the answer before. */
function fillPath(path: string, before: Incoming | undefined): string {
  if (!before || !/\{\w+\}/.test(path)) return path;
  const fields = JSON.parse(before.text) as Record<string, unknown>;
  return path.replace(/\{(\w+)\}/g, (_, field: string) => encodeURIComponent(String(fields[field])));
}

function bodyOf({ body, bytes, form }: ErrorRequest): BodyInit | undefined {
  if (bytes !== undefined) return 'x'.repeat(bytes);
  if (!form) return body;
  const data = new FormData();
  for (const [name, value] of Object.entries(form)) {
    if (name === 'file') data.append(name, new File([value], 'notes.txt'));
    else data.append(name, value);
  }
  return data;
}

function bodyText({ body, bytes, form }: ErrorRequest): string | null {
  if (bytes !== undefined) return `${bytes} bytes`;
  return form ? `A form with the fields ${JSON.stringify(form)}` : (body ?? null);
}

/** Sends requests in turn. Returns what happened at each; the last answer is the one that counts. */
export async function playRequests(requests: readonly ErrorRequest[]): Promise<Exchange[]> {
  const played: Exchange[] = [];
  for (const request of requests) {
    const { method, headers, key } = request;
    const path = fillPath(request.path, played.at(-1)?.answer);
    const answer = await send({ method, path, headers, key, body: bodyOf(request) });
    played.push({ request: { method, path, headers, body: bodyText(request) }, answer });
  }
  return played;
}
