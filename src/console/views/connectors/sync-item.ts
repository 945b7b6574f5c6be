// Syncs a URI, and says whether that made a file or found the one that was there.
import type { Schemas } from '../../../openapi/cloudglue.ts';
import { call } from '../../client/call.ts';
import { wordsOf } from '../../parts/status.tsx';
import { linkTo } from '../../route.ts';
import { refreshAll } from '../../state/connection.ts';
import { tell } from '../../state/messages.ts';

const countFiles = async (): Promise<number> => (await call('listFiles', { query: { limit: 1 } })).total;

/**
 * @param connector its id; without one the URI is that of a public source
 * @throws Failure if it is refused
 */
export async function syncItem(uri: string, connector: string | undefined): Promise<void> {
  const before = await countFiles();
  const json = { url: uri };
  const file: Schemas['File'] = connector
    ? await call('syncDataConnectorFile', { params: { id: connector }, json })
    : await call('syncFileFromUrl', { json });
  const isNew = (await countFiles()) > before;
  refreshAll();
  const { id, status } = file;
  tell(`${isNew ? 'A new file' : 'The same file as before'}: ${id}, ${wordsOf(status)}.`, 'done', {
    href: linkTo('files', id),
    text: 'Show the file',
  });
}
