// Webhooks of an account: made, changed and removed.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import { quote } from '../errors/cases/error-case.ts';
import { pageOf } from '../files/page.ts';
import type { operations, Schemas } from '../openapi/cloudglue.ts';
import type { WebhookEvent, WebhookRecord } from '../records/webhook.ts';
import { webUrl } from '../sources/uri.ts';
import { digest, uuidFrom } from '../util/random.ts';

type CreateRequest = Schemas['WebhookCreateRequest'];
type UpdateRequest = Schemas['WebhookUpdateRequest'];
type ListQuery = NonNullable<operations['listWebhooks']['parameters']['query']>;

/** Each event is sent to every one of them, so that few requests would make very many deliveries. */
const MOST_WEBHOOKS = 100;

const invalid = (problem: string) => ApiError.of('invalid-request', problem);

/** An endpoint that events can be sent to. Throws ApiError for anything else. */
function checkEndpoint(endpoint: string | undefined): string {
  if (endpoint === undefined) throw invalid('body field "endpoint" is required');
  const url = webUrl(endpoint);
  if (!url) throw invalid(`body field "endpoint" must be an http or https URL, not ${quote(endpoint)}`);
  if (url.username || url.password) {
    throw invalid(
      'body field "endpoint" must not hold a user or a password: the secret header says who sends',
    );
  }
  return endpoint;
}

/** Throws ApiError for an empty list: such a webhook would never be told of anything. */
function checkEvents(events: WebhookEvent[] | undefined): WebhookEvent[] {
  if (!events?.length) {
    throw invalid('body field "subscribed_events" must name at least one event, such as file.job.completed');
  }
  return [...new Set(events)];
}

/** Makes a webhook. Throws ApiError if its endpoint or its events are missing or wrong, or there are too many. */
export function createWebhook(account: Account, given: CreateRequest, origin: string): WebhookRecord {
  const { store, clock } = account;
  const endpoint = checkEndpoint(given.endpoint);
  const events = checkEvents(given.subscribed_events);
  if (store.webhooks.size >= MOST_WEBHOOKS) throw ApiError.of('webhook-limit', MOST_WEBHOOKS);
  account.reserve();
  const id = uuidFrom(`webhook ${store.count('webhooks')}`);
  return store.webhooks.insert({
    id,
    key: id,
    endpoint,
    description: given.description,
    active: true,
    events,
    secret: `whsec_${digest(`secret of webhook ${id}`, 32)}`,
    createdAt: clock.now(),
    origin,
  });
}

/** The webhook with that id. Throws ApiError if there is none. */
export function findWebhook({ store }: Account, id: string): WebhookRecord {
  const webhook = store.webhooks.get(id);
  if (!webhook) throw ApiError.of('webhook-not-found', id);
  return webhook;
}

/** One page of an account's webhooks. Throws ApiError for a query that makes no sense. */
export const listWebhooks = (
  account: Account,
  query: ListQuery,
  bodyOf: (webhook: WebhookRecord) => Schemas['Webhook'],
) => pageOf(account, account.store.webhooks, query, { bodyOf });

/** Changes a webhook. Throws ApiError if there is none, or a field is wrong. */
export function updateWebhook(account: Account, id: string, given: UpdateRequest): WebhookRecord {
  findWebhook(account, id);
  account.reserve(0);
  const { description, active, endpoint, subscribed_events } = given;
  account.store.webhooks.update(id, {
    ...(description !== undefined && { description }),
    ...(active !== undefined && { active }),
    ...(endpoint !== undefined && { endpoint: checkEndpoint(endpoint) }),
    ...(subscribed_events !== undefined && { events: checkEvents(subscribed_events) }),
  });
  return findWebhook(account, id);
}

/** Removes a webhook, and cancels what was on its way. Throws ApiError if there is none. */
export function deleteWebhook(account: Account, id: string): void {
  findWebhook(account, id);
  account.store.webhooks.remove(id);
}
