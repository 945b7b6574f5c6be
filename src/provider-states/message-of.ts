// The message of an interaction: the event that the account sent last, or what its description names.
import type { AccountControl } from '../control/account-control.ts';
import { Conflict } from '../errors/conflict.ts';
import { sentEvents } from './message-states.ts';
import { setUpState } from './set-up.ts';
import type { StateContext } from './state-definition.ts';

export interface EventMessage {
  event_id: string;
  event_type: string;
  payload: Record<string, unknown>;
}

/** The longest name first: `file.job.completed` is a part of `collection.file.job.completed`. */
const byLength = sentEvents.toSorted((a, b) => b.length - a.length);

const lastOf = ({ webhooks }: AccountControl): EventMessage | undefined => {
  const last = webhooks.deliveries().at(-1);
  return last && { event_id: last.event_id, event_type: last.event_type, payload: last.payload };
};

/**
 * The event of an interaction, after its states were set up. Without a state that sends one, the event that the
 * description names is made to happen.
 * @throws Conflict if there is neither
 */
export async function messageOf(context: StateContext, description: string): Promise<EventMessage> {
  const named = byLength.find((event) => description.includes(event));
  const sent = lastOf(context.account);
  if (sent && (named === undefined || sent.event_type === named)) return sent;
  if (named === undefined)
    throw new Conflict(
      `no event was sent: give the interaction the state "an event is sent" with the parameter event, or name the event in its description; the events are ${sentEvents.join(', ')}`,
    );
  await setUpState(context, 'an event is sent', { event: named });
  const made = lastOf(context.account);
  if (!made) throw new Conflict(`the event ${named} was not sent`);
  return made;
}
