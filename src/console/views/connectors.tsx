// Connectors: each one browsed as the API does it, with folders, filters and pages, and synced from there.

import { call } from '../client/call.ts';
import { countText } from '../parts/count-text.ts';
import { Empty, Loading, Problem } from '../parts/notice.tsx';
import { Pane } from '../parts/pane.tsx';
import { Text } from '../parts/text.tsx';
import { linkTo, route } from '../route.ts';
import { useResource } from '../state/resource.ts';
import { Browse } from './connectors/browse.tsx';
import { SyncForm } from './connectors/sync-form.tsx';

/** What tells connectors of one type apart, from what each says of itself. */
const whoseOf = ({ metadata }: { metadata: Record<string, unknown> }): string => {
  const told = metadata.account_email ?? metadata.workspace_name ?? metadata.bot_name ?? metadata.domain;
  const buckets = metadata.bucket_names;
  return String(told ?? (Array.isArray(buckets) ? buckets.join(', ') : ''));
};

export function Connectors() {
  const { name } = route.value;
  const listed = useResource('connectors', (signal) => call('listWorldConnectors', { signal }));
  const connectors = listed.value.value?.data;
  const chosen = connectors?.find(({ id }) => id === name);
  const list = (
    <>
      {listed.failure.value && <Problem>{listed.failure.value}</Problem>}
      {!connectors && !listed.failure.value && <Loading />}
      {connectors?.length === 0 && <Empty>The mock was started without connectors.</Empty>}
      <ul class="cards">
        {connectors?.map((connector) => (
          <li key={connector.id}>
            <a
              href={linkTo('connectors', connector.id)}
              aria-current={connector.id === name ? 'true' : undefined}
            >
              <strong>{connector.label}</strong>
              <Text most={60}>{whoseOf(connector)}</Text>
              <small>{countText(connector.items, 'item')}</small>
            </a>
          </li>
        ))}
      </ul>
      <SyncForm label="A public URL" placeholder="https://example.com/talk.mp4" />
      <p class="help">
        A YouTube video goes into a <a href={linkTo('collections')}>collection</a>.
      </p>
    </>
  );
  const detail = !name ? null : chosen ? (
    <Browse key={chosen.id} connector={chosen} />
  ) : (
    connectors && <Empty>The account has no connector with this id.</Empty>
  );
  return (
    <Pane
      list={list}
      detail={detail}
      label={chosen?.label ?? 'Connector'}
      back={linkTo('connectors')}
      isDetailWide
    />
  );
}
