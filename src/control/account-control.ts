// The library's control of one account: clock, state, world, faults and journal. The control plane does the same over HTTP.
import type { Account } from '../accounts/account.ts';
import { addRule } from '../accounts/fault-rules.ts';
import { Conflict } from '../errors/conflict.ts';
import { fieldsErrorOf } from '../errors/fields-error.ts';
import { type EntryView, showEntries } from '../journal/entry-body.ts';
import { findEntries, type RequestCriteria } from '../journal/find-entries.ts';
import { wholeHar } from '../journal/har.ts';
import { type AdminSchemas, validatorOfSchema } from '../openapi/admin.ts';
import { checkRule, type FaultRule, MOST_RULES } from '../records/fault-rule.ts';
import { doAtOnce } from '../time/slices.ts';
import { packageVersion } from '../util/package.ts';
import { validate } from '../util/validate.ts';
import { deliveryLog } from '../webhooks/log.ts';
import { settingsBody, updateSettings } from './account-settings.ts';
import { type ControlEvent, type FollowOptions, followEvents } from './control-events.ts';
import { type Fault, faultBody } from './fault-body.ts';
import { type FilePlan, type FilePlanUpdate, listFilePlans, setFilePlan } from './file-plans.ts';
import type { Control, MockParts } from './mock-control.ts';
import { endOf, reportBody } from './report.ts';
import { restoreAccount } from './restore.ts';
import { advanceToNext, settle } from './settle.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';
import {
  addConnector,
  listConnectors,
  listItems,
  putItem,
  removeConnector,
  removeItem,
  type WorldConnector,
  type WorldItem,
} from './world-control.ts';

/** A request in the journal, with its answer. Keys and secrets are redacted. */
export type RecordedRequest = AdminSchemas['RecordedRequest'];
/** The settings of an account. They start with the options of the mock. */
export type AccountSettings = AdminSchemas['Settings'];
/** Changes to an account's settings; fields left out stay unchanged. */
export type SettingsUpdate = AdminSchemas['SettingsUpdate'];

/**
 * Control of one account: its clock, state, settings, files, world, fault rules and journal.
 * @example
 * const account = mock.account('cg-test');
 * account.faults.add({ error: 'provider-rate-limited', times: 2 });
 * account.clock.advance('8s');
 */
export interface AccountControl extends Control {
  clock: Control['clock'] & {
    /** Advances the clock to the next change of a file's status that is planned. Returns by how many milliseconds; 0 if none is. */
    next(): number;
    /** Whether the clock runs by itself. */
    runs(): boolean;
    /** Starts the account's clock, or stops it at the time that it shows, whatever those of other accounts do. */
    setRunning(runs: boolean): void;
  };
  /**
   * Restores the state in a snapshot, and discards all later changes.
   * @param now the time that the clock shows then, in milliseconds since the Unix epoch; by default a clock that stands
   * still shows the time of the snapshot, and one that runs has run on since
   * @throws TypeError if it is not a snapshot, has another version, or exceeds the mock's limits; nothing is changed then
   */
  restore(snapshot: Snapshot, now?: number): void;
  settings: {
    get(): AccountSettings;
    /** Changes settings. Throws FieldsError if one is wrong; none is changed then. */
    update(changes: SettingsUpdate): AccountSettings;
  };
  files: {
    /** Every file, or those with the given ids, with all past and planned changes of its status. */
    list(ids?: readonly string[]): FilePlan[];
    /**
     * Forces a status, at once and for good; or plans the changes of status to come, counted from now.
     * @throws ApiError if there is no such file, FieldsError if the update is invalid
     */
    set(id: string, update: FilePlanUpdate): FilePlan;
  };
  connectors: {
    /** Every connector of the account, newest first. */
    list(): WorldConnector[];
    /** Adds a connector in the format of a seed file. Throws FieldsError if invalid, Conflict if its id is taken. */
    add(connector: { type: string; [field: string]: unknown }): WorldConnector;
    /** Removes a connector; files synced through it stay. Throws ApiError if there is none. */
    remove(id: string): WorldConnector;
    /** The items of a connector, in the format of a seed file. Throws ApiError if there is no such connector. */
    items(id: string): WorldItem[];
    /**
     * Adds an item in the format of a seed file; replaces an existing one with the same identity.
     * @throws FieldsError if the item is invalid, ApiError if there is no such connector
     */
    put(id: string, item: Record<string, unknown>): WorldItem;
    /** Removes an item, given any of its URIs. Throws ApiError if there is none. */
    removeItem(id: string, uri: string): WorldItem;
  };
  faults: {
    /** The rules in the order in which they are tried, each with how often it matched and fired. */
    list(): Fault[];
    /** Adds a rule after all others. Throws FieldsError if it is wrong, Conflict if its id is taken or there are 100. */
    add(rule: FaultRule): Fault;
    /** Removes a rule and returns it. Undefined if there is none with the id. */
    remove(id: string): Fault | undefined;
    /** Removes every rule, and returns them. */
    clear(): Fault[];
  };
  /**
   * Requests to the API with the account's key, oldest first, with keys and secrets redacted; with `keyless: true`, those
   * without a key. The last 5,000 of all accounts by default (option `journal`).
   */
  requests: {
    /**
     * @param criteria all of them must match; `path` and `uri` are patterns with `*` and `?`; default: every request
     * @param limit only the last `limit` requests; default: all
     * @param view `brief`: whether headers and bodies are left out; default false
     */
    list(criteria?: RequestCriteria, limit?: number, view?: EntryView): RecordedRequest[];
    /** How many requests match. */
    count(criteria?: RequestCriteria): number;
    /** The matching requests as an HTTP archive (HAR 1.2). */
    har(criteria?: RequestCriteria, limit?: number): AdminSchemas['Har'];
    /** Clears the account's journal, or that of requests without a key; returns how many requests it had. */
    clear(whose?: Pick<RequestCriteria, 'keyless'>): number;
  };
  /**
   * Calls back for each request and each change of a status from now on. An error that the listener throws is reported
   * on standard error, once. Returns a function that stops it.
   */
  follow(listener: (event: ControlEvent) => void, options?: FollowOptions): () => void;
}

const faultRecords = ({ store }: Account) => [...store.faults.all()];

/** Control of one account, which is looked up at each call because it may have been replaced or evicted since. */
export function controlOne(parts: MockParts, find: () => Account): AccountControl {
  const { accounts, dispatcher, shared, judge, runner } = parts;
  const journal = shared?.journal ?? parts.journal;
  /** The account as it is now. */
  const account = () => {
    const found = find();
    runner.catchUpNow(found);
    return found;
  };
  const journalId = ({ keyless = false }: RequestCriteria) => (keyless ? null : account().id);
  const entriesOf = (criteria: RequestCriteria = {}) => parts.journal.of(journalId(criteria));
  const foundOf = (criteria?: RequestCriteria) => doAtOnce(findEntries(entriesOf(criteria), criteria));
  /** Throws ApiError if it may hold no more. */
  const withRoom = () => {
    account().reserve(0);
    return account();
  };
  const removeFault = (id: string) => {
    const { faults } = account().store;
    const record = faults.get(id);
    faults.forget(id);
    return record && faultBody(record);
  };
  return {
    clock: {
      now: () => account().clock.now(),
      advance(by) {
        const now = account().clock.advance(by);
        runner.catchUpNow(find());
        return now;
      },
      settle: () => doAtOnce(settle(account(), runner)),
      next: () => doAtOnce(advanceToNext(account(), runner)),
      runs: () => account().clock.runs,
      setRunning: (runs) => account().clock.setRunning(runs),
    },
    webhooks: {
      deliveries: () => deliveryLog(account(), dispatcher),
      idle: () => dispatcher.idle(account()),
    },
    reset() {
      const { id } = account();
      accounts.replace(id);
      journal.forget(id);
      judge.forget(id);
    },
    report: () => reportBody(judge.of(account().id, endOf(account()))),
    snapshot: () => snapshotOf({ [account().id]: account().store.state() }, accounts.clockState.offset),
    restore(snapshot, now) {
      doAtOnce(restoreAccount(accounts, account().id, { snapshot, now }));
    },
    settings: {
      get: () => settingsBody(account()),
      update: (changes) => updateSettings(account(), checked('SettingsUpdate', changes)),
    },
    files: {
      list: (ids) => doAtOnce(listFilePlans(account(), ids)),
      set: (id, update) => setFilePlan(withRoom(), id, checked('FilePlanUpdate', update)),
    },
    connectors: {
      list: () => listConnectors(account()),
      add: (connector) => addConnector(withRoom(), connector),
      remove: (id) => removeConnector(account(), id),
      items: (id) => listItems(account(), id),
      put: (id, item) => putItem(withRoom(), id, item),
      removeItem: (id, uri) => removeItem(account(), id, uri),
    },
    faults: {
      list: () => faultRecords(account()).map(faultBody),
      add(rule) {
        const { store, apiVersion } = account();
        const checkedRule = checkRule(rule, apiVersion);
        if (rule.id !== undefined && store.faults.get(rule.id)) {
          throw new Conflict(`a fault rule with the id "${rule.id}" already exists: remove it first`);
        }
        if (store.faults.size >= MOST_RULES) {
          throw new Conflict(
            `the account has ${store.faults.size} fault rules, and each request tries all of them, so that ${MOST_RULES} is the most: remove some first`,
          );
        }
        account().reserve();
        return faultBody(addRule(store, checkedRule));
      },
      remove: removeFault,
      clear: () => faultRecords(account()).flatMap(({ id }) => removeFault(id) ?? []),
    },
    requests: {
      list: (criteria, limit, view) => [...showEntries(foundOf(criteria), { ...view, limit })],
      count: (criteria) => foundOf(criteria).length,
      har: (criteria, limit) => wholeHar(showEntries(foundOf(criteria), { limit }), packageVersion()),
      clear({ keyless } = {}) {
        const count = [...entriesOf({ keyless })].length;
        journal.forget(journalId({ keyless }));
        return count;
      },
    },
    follow: (listener, options) => followEvents(parts, account(), listener, options),
  };
}

/** Checks an argument against the control plane's document. Throws FieldsError. */
function checked<Name extends keyof AdminSchemas>(name: Name, given: AdminSchemas[Name]): AdminSchemas[Name] {
  const result = validate(validatorOfSchema(name), given);
  if (!result.success) throw fieldsErrorOf('the change cannot be made', result.error, given);
  return result.data;
}
