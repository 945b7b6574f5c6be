// What a request is about, as fault rules, forced errors and the journal see it.
import type { Context } from 'hono';
import { NOBODY, type Subject } from '../errors/cases/error-case.ts';
import type { OperationId } from '../openapi/cloudglue.ts';
import { connectorTypeOf } from '../sources/connectors/connector-registry.ts';
import { oldestOf } from '../sources/source.ts';
import { fileIdIn } from '../sources/uri.ts';
import type { AppEnv } from './context.ts';
import { isJson, readText } from './stages.ts';

/** What a request names. */
interface Named {
  /** The URI that was to be synced, as it was given and in its canonical form. */
  uris: string[];
  /** The type of the connector that is asked, or whose URI it is. */
  connector: string | undefined;
  /** The type of the connector whose URI it is. */
  owner: string | undefined;
  /** The id of a file that is to be used. */
  file: string | undefined;
}

/** What fault rules look at. */
export interface RequestFacts {
  operation: OperationId;
  header: (name: string) => string | undefined;
  /** Found out when it is asked for: most rules fit other requests, whatever those name. */
  named: () => Named;
}

/** The body of a request, if it is JSON that can be read. */
async function bodyOf(c: Context<AppEnv>): Promise<string | undefined> {
  if (!isJson(c.req.header('content-type'))) return undefined;
  // Whatever is wrong with the body is said where it is validated.
  return readText(c).catch(() => undefined);
}

function parsed(body: string): { url?: unknown; file_id?: unknown } {
  try {
    return JSON.parse(body) ?? {};
  } catch {
    return {};
  }
}

/** Looks at a request of an operation. */
export async function factsOf(c: Context<AppEnv>): Promise<RequestFacts> {
  const hasQuery = c.req.query('url') !== undefined;
  const body = hasQuery ? undefined : await bodyOf(c);
  let named: Named | undefined;
  return {
    operation: c.get('operation'),
    header: (name) => c.req.header(name),
    named: () => {
      named ??= namedIn(c, hasQuery ? c.req.query() : parsed(body ?? '{}'));
      return named;
    },
  };
}

function namedIn(c: Context<AppEnv>, { url, file_id }: { url?: unknown; file_id?: unknown }): Named {
  const uri = typeof url === 'string' ? url : undefined;
  const owner = uri === undefined ? undefined : connectorTypeOf(uri);
  const reading = uri === undefined ? undefined : owner?.read(uri);
  const canonical = reading && 'uri' in reading ? [reading.uri] : [];
  const id = c.req.param('id');
  const asked = id === undefined ? undefined : c.get('account').world.connectors.get(id.toLowerCase());
  return {
    uris: uri === undefined ? [] : [uri, ...canonical],
    connector: asked?.definition.type ?? owner?.type,
    owner: owner?.type,
    file: typeof file_id === 'string' ? file_id : fileIdIn(uri ?? ''),
  };
}

/** What the text of a forced error can name of a request; what the request does not tell is made up. */
export function subjectOf(c: Context<AppEnv>, { named }: RequestFacts): Subject {
  const { uris, connector, owner, file } = named();
  const { method, path } = c.req;
  const type = connector ?? 'grain';
  return {
    method,
    path,
    uri: uris[0] ?? 'grain://recording/abc123',
    type,
    uriType: owner ?? type,
    ids: {
      connector: c.req.param('id') ?? oldestOf(c.get('account').world.connectors, type)?.id ?? NOBODY,
      file: c.req.param('file_id') ?? file ?? NOBODY,
      collection: c.req.param('collection_id') ?? NOBODY,
      webhook: c.req.param('webhook_id') ?? NOBODY,
    },
  };
}
