// Collections: all of them, and one with the files in it.

import { useSignal } from '@preact/signals';
import type { Schemas } from '../../openapi/cloudglue.ts';
import { call } from '../client/call.ts';
import { countText } from '../parts/count-text.ts';
import { LineForm } from '../parts/line-form.tsx';
import { Empty, Loading, Problem } from '../parts/notice.tsx';
import { Pane } from '../parts/pane.tsx';
import { Text } from '../parts/text.tsx';
import { go, linkTo, route } from '../route.ts';
import { refreshAll } from '../state/connection.ts';
import { useResource } from '../state/resource.ts';
import { CollectionDetail } from './collections/collection-detail.tsx';

const TYPES: readonly Schemas['NewCollection']['collection_type'][] = [
  'media-descriptions',
  'entities',
  'rich-transcripts',
  'face-analysis',
  'metadata',
];
const MOST = 100;

export function Collections() {
  const { name } = route.value;
  const listed = useResource('collections', (signal) =>
    call('listCollections', { query: { limit: MOST }, signal }),
  );
  const collections = listed.value.value?.data;
  const list = (
    <>
      <NewCollection />
      {listed.failure.value && <Problem>{listed.failure.value}</Problem>}
      {!collections && !listed.failure.value && <Loading />}
      {collections?.length === 0 && <Empty>There are no collections yet.</Empty>}
      <ul class="cards">
        {collections?.map(({ id, name: title, collection_type, file_count }) => (
          <li key={id}>
            <a href={linkTo('collections', id)} aria-current={id === name ? 'true' : undefined}>
              <strong>
                <Text most={80}>{title}</Text>
              </strong>
              <span>{collection_type}</span>
              <small>{countText(file_count, 'file')}</small>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
  return (
    <Pane
      list={list}
      detail={name ? <CollectionDetail key={name} id={name} /> : null}
      label="Collection"
      back={linkTo('collections')}
    />
  );
}

function NewCollection() {
  const type = useSignal(TYPES[0] ?? 'metadata');
  return (
    <LineForm
      label="A new collection"
      action="Create"
      placeholder="its name"
      send={async (name) => {
        const json = { name, collection_type: type.value } as Schemas['NewCollection'];
        const { id } = await call('createCollection', { json });
        refreshAll();
        go(linkTo('collections', id));
      }}
    >
      <label>
        Type
        <select
          value={type}
          onChange={({ currentTarget }) => {
            type.value = TYPES.find((one) => one === currentTarget.value) ?? type.value;
          }}
        >
          {TYPES.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
    </LineForm>
  );
}
