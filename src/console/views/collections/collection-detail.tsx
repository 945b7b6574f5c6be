// One collection: the files in it, as they move there.

import { call } from '../../client/call.ts';
import { Action } from '../../parts/action.tsx';
import { countText } from '../../parts/count-text.ts';
import { Json } from '../../parts/json.tsx';
import { LineForm } from '../../parts/line-form.tsx';
import { momentText } from '../../parts/moments.ts';
import { Empty, Loading, Problem } from '../../parts/notice.tsx';
import { Status } from '../../parts/status.tsx';
import { Text } from '../../parts/text.tsx';
import { go, linkTo, route } from '../../route.ts';
import { refreshAll } from '../../state/connection.ts';
import { tell } from '../../state/messages.ts';
import { useResource } from '../../state/resource.ts';

const PAGE = 50;

export function CollectionDetail({ id }: { id: string }) {
  const offset = Number(route.value.query.offset) || 0;
  const params = { collection_id: id };
  const read = useResource(`${id} ${offset}`, async (signal) => {
    const [collection, files] = await Promise.all([
      call('getCollection', { params, signal }),
      call('listVideos', { params, query: { limit: PAGE, offset }, signal }),
    ]);
    return { collection, files };
  });
  const { value } = read.value;
  if (read.failure.value) return <Problem>{read.failure.value}</Problem>;
  if (!value) return <Loading />;
  const { collection, files } = value;
  const remove = async () => {
    await call('deleteCollection', { params });
    tell('The collection is deleted; its files stay.');
    refreshAll();
    go(linkTo('collections'));
  };
  return (
    <>
      <header>
        <h2>
          <Text>{collection.name}</Text>
        </h2>
        <p>
          {collection.collection_type} · {countText(files.total, 'file')}
        </p>
      </header>
      <AddForm id={id} />
      {files.data.length === 0 && <Empty>The collection has no files.</Empty>}
      {files.data.length > 0 && (
        <div class="wide members">
          <table>
            <thead>
              <tr>
                <th scope="col">File</th>
                <th scope="col">Status here</th>
                <th scope="col">Added</th>
                <th scope="col">
                  <span class="unseen">Action</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {files.data.map(({ file_id, file, status, added_at }) => (
                <tr key={file_id}>
                  <th scope="row">
                    <a href={linkTo('files', file_id)}>
                      <Text>{file?.filename ?? file_id}</Text>
                    </a>
                  </th>
                  <td>
                    <Status status={status} />
                  </td>
                  <td>{momentText(added_at)}</td>
                  <td>
                    <Action
                      isSmall
                      label={`Take out ${file?.filename ?? file_id}`}
                      run={async () => {
                        await call('deleteVideo', { params: { ...params, file_id } });
                        refreshAll();
                      }}
                    >
                      Take out
                    </Action>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pages id={id} offset={offset} total={files.total} />
      <p class="buttons">
        <Action isSmall kind="danger" run={remove}>
          Delete the collection
        </Action>
      </p>
      <details>
        <summary>As JSON</summary>
        <Json body={collection} label="The collection as JSON" />
      </details>
    </>
  );
}

function Pages({ id, offset, total }: { id: string; offset: number; total: number }) {
  if (total <= PAGE) return null;
  const link = (to: number) => linkTo('collections', id, { offset: to > 0 ? String(to) : undefined });
  return (
    <p class="pages">
      {offset > 0 && <a href={link(Math.max(0, offset - PAGE))}>Previous page</a>}
      {offset + PAGE < total && <a href={link(offset + PAGE)}>Next page</a>}
    </p>
  );
}

const AddForm = ({ id }: { id: string }) => (
  <LineForm
    label="Add a file by its URI, or any URL"
    action="Add"
    placeholder="grain://recording/abc123"
    send={async (url) => {
      await call('addMedia', { params: { collection_id: id }, json: { url } });
      refreshAll();
    }}
  />
);
