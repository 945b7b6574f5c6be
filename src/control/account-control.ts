// One account in a program's hands: time, state, world, faults and the journal. The control plane is its other door.
import type { Account } from '../accounts/account.ts';
import { addRule } from '../accounts/fault-rules.ts';
import { Conflict } from '../errors/conflict.ts';
import { fieldsErrorOf } from '../errors/fields-error.ts';
import { entryBody, findEntries, harOf, lastOf, type RequestCriteria } from '../journal/entry-body.ts';
import { type AdminSchemas, validatorOfSchema } from '../openapi/admin.ts';
import { checkRule, type FaultRule, MOST_RULES } from '../records/fault-rule.ts';
import { packageVersion } from '../util/package.ts';
import { validate } from '../util/validate.ts';
import { deliveryLog } from '../webhooks/log.ts';
import { settingsBody, updateSettings } from './account-settings.ts';
import { type ControlEvent, followEvents } from './control-events.ts';
import { type Fault, faultBody } from './fault-body.ts';
import { type FilePlan, type FilePlanUpdate, filePlan, setFilePlan } from './file-plans.ts';
import type { Control, MockParts } from './mock-control.ts';
import { settle } from './settle.ts';
import { checkSnapshot, refuseTooMuch, SnapshotError, snapshotOf } from './snapshot.ts';
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

/** A request that the journal has, with its answer; keys and secrets are taken out. */
export type RecordedRequest = AdminSchemas['RecordedRequest'];
/** How an account behaves, whatever the mock was started with. */
export type AccountSettings = AdminSchemas['Settings'];
/** What is to change of an account's settings; what is left out stays as it is. */
export type SettingsUpdate = AdminSchemas['SettingsUpdate'];

/** What moves one account, bends what it answers, and tells what it was asked. */
export interface AccountControl extends Control {
  settings: {
    get(): AccountSettings;
    /** Changes settings. Throws FieldsError for a wrong one; nothing is changed then. */
    update(changes: SettingsUpdate): AccountSettings;
  };
  files: {
    /** Every file with all steps of its way. */
    list(): FilePlan[];
    /**
     * Forces a status that counts at once and stays, or plans steps to come, from now on.
     * @throws ApiError if there is no such file, FieldsError if the update makes no sense
     */
    set(id: string, update: FilePlanUpdate): FilePlan;
  };
  connectors: {
    /** Every connector of the account, newest first. */
    list(): WorldConnector[];
    /** Adds a connector, written as in a seed file. Throws FieldsError, or Conflict if its id is taken. */
    add(connector: { type: string; [field: string]: unknown }): WorldConnector;
    /** Removes a connector; files made through it stay. Throws ApiError if there is none. */
    remove(id: string): WorldConnector;
    /** The items of a connector, as a seed file writes them. */
    items(id: string): WorldItem[];
    /** Adds an item, or changes the one that it names. Throws FieldsError, or ApiError without such a connector. */
    put(id: string, item: Record<string, unknown>): WorldItem;
    /** Removes the item that any URI of it means. Throws ApiError if there is none. */
    removeItem(id: string, uri: string): WorldItem;
  };
  faults: {
    /** The rules in the order in which they are tried, each with how often it fitted and fired. */
    list(): Fault[];
    /** Adds a rule behind all others. Throws FieldsError if it is wrong, Conflict if its id is taken or there are 100. */
    add(rule: FaultRule): Fault;
    /** Removes a rule. Undefined if there is none with that id. */
    remove(id: string): Fault | undefined;
    /** Removes every rule. */
    clear(): Fault[];
  };
  /** What was asked of the API, oldest first, without keys and secrets; `--journal` requests are kept in all. */
  requests: {
    /**
     * @param criteria all must fit; `path` and `uri` are patterns with `*` and `?`
     * @param limit only the last so many
     */
    list(criteria?: RequestCriteria, limit?: number): RecordedRequest[];
    count(criteria?: RequestCriteria): number;
    /** An HTTP archive (HAR 1.2). */
    har(criteria?: RequestCriteria, limit?: number): AdminSchemas['Har'];
    /** Forgets the requests so far; returns how many there were. */
    clear(): number;
  };
  /** Calls back for each request and each change of a status from now on. Returns what ends that. */
  follow(listener: (event: ControlEvent) => void): () => void;
}

const faultRecords = ({ store }: Account) => [...store.faults.all()];

/** Control of one account. It is looked up at each call, for it may have been forgotten in between. */
export function controlOne(parts: MockParts, account: () => Account): AccountControl {
  const { accounts, dispatcher, journal } = parts;
  const find = (criteria: RequestCriteria = {}) => findEntries(journal.of(account().id), criteria);
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
      advance: (by) => account().clock.advance(by),
      settle: () => settle(account()),
    },
    webhooks: {
      deliveries: () => deliveryLog(account()),
      idle: () => dispatcher.idle(account()),
    },
    reset() {
      const { id } = account();
      accounts.replace(id);
      journal.forget(id);
    },
    snapshot: () => snapshotOf({ [account().id]: account().store.state() }, accounts.clockState.offset),
    restore(snapshot) {
      const { advancedBy, accounts: kept } = checkSnapshot(snapshot);
      const [only, ...others] = Object.values(kept);
      const state = kept[account().id] ?? (others.length === 0 ? only : undefined);
      if (!state) {
        throw new SnapshotError('the snapshot holds several accounts, and this one is not among them');
      }
      refuseTooMuch([state], accounts.limits);
      // Its clock goes to where both clocks had it; that of the mock, which all accounts follow, stays.
      const offset = state.clock.offset + advancedBy - accounts.clockState.offset;
      accounts.replace(account().id, { ...state, clock: { offset } }).reserve(0);
    },
    settings: {
      get: () => settingsBody(account()),
      update: (changes) => updateSettings(account(), checked('SettingsUpdate', changes)),
    },
    files: {
      list: () => [...account().store.files.all()].map((file) => filePlan(account(), file)),
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
        const { store } = account();
        const checkedRule = checkRule(rule);
        if (rule.id !== undefined && store.faults.get(rule.id)) {
          throw new Conflict(`there is a fault rule with the id "${rule.id}" already: remove it first`);
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
      list: (criteria, limit) => lastOf(find(criteria), limit).map(entryBody),
      count: (criteria) => find(criteria).length,
      har: (criteria, limit) => harOf(lastOf(find(criteria), limit).map(entryBody), packageVersion()),
      clear() {
        const count = find().length;
        journal.forget(account().id);
        return count;
      },
    },
    follow: (listener) => followEvents(parts, account(), listener),
  };
}

/** What a program gave, if it fits the control plane's document. Throws FieldsError. */
function checked<Name extends keyof AdminSchemas>(name: Name, given: AdminSchemas[Name]): AdminSchemas[Name] {
  const result = validate(validatorOfSchema(name), given);
  if (!result.success) throw fieldsErrorOf('the change cannot be made', result.error, given);
  return result.data;
}
