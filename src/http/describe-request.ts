// What a request is about, for fault rules and for the texts of forced errors.
import type { Context } from 'hono';
import { type Subject, UNKNOWN_ID } from '../errors/cases/error-case.ts';
import type { NamedInRequest, RequestFacts } from '../faults/request-facts.ts';
import { connectorTypeOf } from '../sources/connectors/connector-registry.ts';
import { oldestOf } from '../sources/source.ts';
import { fileIdIn } from '../sources/uri.ts';
import type { AppEnv } from './context.ts';
import { isJson, readText, USUAL_BODY } from './request-body.ts';

/** The body of a request, if it is JSON that can be read. */
async function bodyOf(c: Context<AppEnv>): Promise<string | undefined> {
  if (!isJson(c.req.header('content-type'))) return undefined;
  // The handler's own reading of the body reports what is wrong with it.
  return readText(c, USUAL_BODY).catch(() => undefined);
}

function parsed(body: string): { url?: unknown; file_id?: unknown } {
  try {
    return JSON.parse(body) ?? {};
  } catch {
    return {};
  }
}

/** Reads the facts of a request to an operation of the API. */
export async function factsOf(c: Context<AppEnv>): Promise<RequestFacts> {
  const hasQuery = c.req.query('url') !== undefined;
  const body = hasQuery ? undefined : await bodyOf(c);
  let known: NamedInRequest | undefined;
  const named = () => {
    known ??= namedIn(c, hasQuery ? c.req.query() : parsed(body ?? '{}'));
    return known;
  };
  return {
    operation: c.get('operation'),
    header: (name) => c.req.header(name),
    query: (name) => c.req.queries(name) ?? [],
    file: () => c.req.param('file_id') ?? named().file,
    named,
  };
}

function namedIn(c: Context<AppEnv>, { url, file_id }: { url?: unknown; file_id?: unknown }): NamedInRequest {
  const uri = typeof url === 'string' ? url : undefined;
  const owner = uri === undefined ? undefined : connectorTypeOf(uri);
  const reading = uri === undefined ? undefined : owner?.read(uri);
  const canonical = reading && 'uri' in reading ? [reading.uri] : [];
  const id = c.req.param('id');
  const addressed = id === undefined ? undefined : c.get('account').connectors.get(id.toLowerCase());
  return {
    uris: uri === undefined ? [] : [uri, ...canonical],
    connector: addressed?.definition.type ?? owner?.type,
    owner: owner?.type,
    file: typeof file_id === 'string' ? file_id : fileIdIn(uri ?? ''),
  };
}

/** What the text of a forced error can name; where the request lacks something, a typical value stands for it. */
export function subjectOf(c: Context<AppEnv>, { named, file }: RequestFacts): Subject {
  const { uris, connector, owner } = named();
  const { method, path } = c.req;
  const type = connector ?? 'grain';
  return {
    method,
    path,
    uri: uris[0] ?? 'grain://recording/abc123',
    type,
    uriType: owner ?? type,
    ids: {
      connector: c.req.param('id') ?? oldestOf(c.get('account').connectors, type)?.id ?? UNKNOWN_ID,
      file: file() ?? UNKNOWN_ID,
      collection: c.req.param('collection_id') ?? UNKNOWN_ID,
      webhook: c.req.param('webhook_id') ?? UNKNOWN_ID,
      import: c.req.param('import_id') ?? UNKNOWN_ID,
      run: c.req.param('run_id') ?? UNKNOWN_ID,
      tag: c.req.param('tag_id') ?? UNKNOWN_ID,
    },
  };
}
