// What a request is about, as fault rules, forced errors and the journal see it.
import type { Context } from 'hono';
import { connectorTypeOf } from '../connectors/source.ts';
import type { AppEnv } from '../env.ts';
import { readText } from '../middleware.ts';
import type { OperationId } from '../spec/cloudglue.ts';
import type { Subject } from '../wire/cases/error-case.ts';

/** What fault rules look at. */
export interface RequestFacts {
  operation: OperationId;
  /** The URI that was to be synced, as it was given and in its canonical form. */
  uris: string[];
  /** The type of the connector that is asked, or whose URI it is. */
  connector: string | undefined;
  header: (name: string) => string | undefined;
}

/** The URI in a request's body or query, if it has one and its body can be read. */
async function uriOf(c: Context<AppEnv>): Promise<string | undefined> {
  const fromQuery = c.req.query('url');
  if (fromQuery !== undefined) return fromQuery;
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return undefined;
  try {
    const { url } = JSON.parse(await readText(c.req)) ?? {};
    return typeof url === 'string' ? url : undefined;
  } catch {
    // Whatever is wrong with the body is said where it is validated.
    return undefined;
  }
}

/** Looks at a request of an operation. */
export async function factsOf(c: Context<AppEnv>): Promise<RequestFacts> {
  const [operation, account] = [c.get('operation'), c.get('account')];
  const uri = await uriOf(c);
  const owner = uri === undefined ? undefined : connectorTypeOf(uri);
  const reading = uri === undefined ? undefined : owner?.read(uri);
  const canonical = reading && 'uri' in reading ? [reading.uri] : [];
  const id = c.req.param('id');
  const asked = id === undefined ? undefined : account.world.connectors.get(id.toLowerCase());
  return {
    operation,
    uris: uri === undefined ? [] : [uri, ...canonical],
    connector: asked?.definition.type ?? owner?.type,
    header: (name) => c.req.header(name),
  };
}

/** What the text of a forced error can name of a request; what the request does not tell is made up. */
export function subjectOf(c: Context<AppEnv>, { uris, connector }: RequestFacts): Subject {
  const { method, path } = c.req;
  return {
    method,
    path,
    uri: uris[0] ?? 'grain://recording/abc123',
    type: connector ?? 'grain',
    id: path.slice(path.lastIndexOf('/') + 1),
  };
}
