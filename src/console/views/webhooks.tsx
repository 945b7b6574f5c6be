// Webhooks, and what was delivered to them.

import { call } from '../client/call.ts';
import { Action } from '../parts/action.tsx';
import { countText } from '../parts/count-text.ts';
import { Icon } from '../parts/icon.tsx';
import { LineForm } from '../parts/line-form.tsx';
import { Empty, Loading, Problem } from '../parts/notice.tsx';
import { Pane } from '../parts/pane.tsx';
import { Text } from '../parts/text.tsx';
import { linkTo, route } from '../route.ts';
import { refreshAll } from '../state/connection.ts';
import { useResource } from '../state/resource.ts';
import { Deliveries, DeliveryDetail } from './webhooks/deliveries.tsx';

/** What the mock sends: of files, and of files in collections. */
const EVENTS = [
  'file.job.processing',
  'file.job.completed',
  'file.job.failed',
  'file.job.deleted',
  'collection.file.job.processing',
  'collection.file.job.completed',
  'collection.file.job.failed',
  'collection.file.job.deleted',
] as const;

export function Webhooks() {
  const { name } = route.value;
  const read = useResource('webhooks', async (signal) => {
    const [webhooks, deliveries] = await Promise.all([
      call('listWebhooks', { query: { limit: 100 }, signal }),
      call('listDeliveries', { signal }),
    ]);
    return { webhooks: webhooks.data, deliveries: deliveries.data };
  });
  const { value } = read.value;
  const chosen = value?.deliveries.find(({ id }) => id === name);
  const remove = async (id: string) => {
    await call('deleteWebhook', { params: { webhook_id: id } });
    refreshAll();
  };
  const list = (
    <>
      <NewWebhook />
      {read.failure.value && <Problem>{read.failure.value}</Problem>}
      {!value && !read.failure.value && <Loading />}
      {value?.webhooks.length === 0 && (
        <Empty>
          There are no webhooks. With one, every change of a file's status is sent to its endpoint.
        </Empty>
      )}
      <ul class="webhooks">
        {value?.webhooks.map(({ id, endpoint, active, subscribed_events, delivery_warning }) => (
          <li key={id} class="panel">
            <span>
              <Text isCode most={120}>
                {endpoint}
              </Text>{' '}
              <small>
                {active ? 'active' : 'paused'} · {countText(subscribed_events.length, 'kind')} of events
              </small>
              {delivery_warning && (
                <mark>
                  <Icon name="warning" /> <Text most={500}>{delivery_warning}</Text>
                </mark>
              )}
            </span>
            <Action isSmall label={`Delete the webhook of ${endpoint}`} run={() => remove(id)}>
              Delete
            </Action>
          </li>
        ))}
      </ul>
      {value && <Deliveries deliveries={value.deliveries} chosen={name} />}
    </>
  );
  const detail = !name ? null : chosen ? (
    <DeliveryDetail delivery={chosen} />
  ) : (
    value && <Empty>The mock has no delivery with this id.</Empty>
  );
  return <Pane list={list} detail={detail} label="Delivery" back={linkTo('webhooks')} />;
}

const NewWebhook = () => (
  <LineForm
    label="A new webhook"
    action="Create"
    placeholder="http://127.0.0.1:3000/hook"
    send={async (endpoint) => {
      await call('createWebhook', { json: { endpoint, subscribed_events: [...EVENTS] } });
      refreshAll();
    }}
  />
);
