// The deliveries of webhook events: each with its attempts and what was sent.
import type { AdminSchemas } from '../../../openapi/admin.ts';
import { Cell } from '../../parts/cell.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Json } from '../../parts/json.tsx';
import { momentText } from '../../parts/moments.ts';
import { Empty } from '../../parts/notice.tsx';
import { HttpStatus, Status } from '../../parts/status.tsx';
import { Text } from '../../parts/text.tsx';
import { VirtualRows } from '../../parts/virtual-rows.tsx';
import { linkTo } from '../../route.ts';

type Delivery = AdminSchemas['Delivery'];

const COLUMNS = ['Event', 'State', 'File', 'Attempts', 'Last attempt', 'Endpoint'];

interface DeliveriesProps {
  deliveries: readonly Delivery[];
  /** The id of the one that is shown in full. */
  chosen: string;
}

export function Deliveries({ deliveries, chosen }: DeliveriesProps) {
  /** The newest first. */
  const at = (index: number) => deliveries[deliveries.length - 1 - index];
  return (
    <section aria-label="Deliveries" class="deliveries">
      <h2>
        Deliveries <small>{deliveries.length}</small>
      </h2>
      {deliveries.length === 0 && <Empty>Nothing was sent yet.</Empty>}
      {deliveries.length > 0 && (
        <VirtualRows
          label="Deliveries"
          columns={COLUMNS}
          layout="delivery-rows"
          count={deliveries.length}
          height={2.75}
          keyOf={(index) => at(index)?.id ?? index}
          isCurrent={(index) => at(index)?.id === chosen}
          row={(index) => <DeliveryRow delivery={at(index)} />}
        />
      )}
    </section>
  );
}

function DeliveryRow({ delivery }: { delivery: Delivery | undefined }) {
  if (!delivery) return null;
  const { id, event_type, state, attempts, endpoint, file_id, payload } = delivery;
  const last = attempts.at(-1);
  return (
    <>
      <Cell class="name">
        <a class="whole" href={linkTo('webhooks', id)}>
          {event_type}
        </a>
      </Cell>
      <Cell>
        <Status status={state} />
      </Cell>
      <Cell>
        <Text most={120}>{typeof payload.filename === 'string' ? payload.filename : file_id}</Text>
      </Cell>
      <Cell>{attempts.length}</Cell>
      <Cell class="at">{last && momentText(last.at)}</Cell>
      <Cell>
        <Text isCode most={120}>
          {endpoint}
        </Text>
      </Cell>
    </>
  );
}

export function DeliveryDetail({ delivery }: { delivery: Delivery }) {
  const { event_type, state, reason, endpoint, file_id, event_id, attempts, payload } = delivery;
  return (
    <>
      <header>
        <h2>{event_type}</h2>
        <p>
          <Status status={state} /> {reason && <Text most={500}>{reason}</Text>}
        </p>
      </header>
      <h3>Attempts</h3>
      {attempts.length === 0 && <Empty>None yet.</Empty>}
      <ol>
        {attempts.map(({ at, status, error }) => (
          <li key={at}>
            {momentText(at)} UTC:{' '}
            {status === null ? (
              <Text most={300}>{error ?? 'no answer'}</Text>
            ) : (
              <HttpStatus status={status} />
            )}
          </li>
        ))}
      </ol>
      <Facts of={{ Endpoint: endpoint, 'Event id': event_id }} />
      <p>
        <a href={linkTo('files', file_id)}>Show the file</a>
      </p>
      <h3>What is sent</h3>
      <Json body={{ event_id, event_type, payload }} label="What is sent" />
    </>
  );
}
