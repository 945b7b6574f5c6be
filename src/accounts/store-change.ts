// What is told of a change of an account: by its store to others, and to its store by another mock.
import type { Tables } from '../records/account-state.ts';

/** A record that was created, changed or removed. */
export type StoreChange = {
  [Name in keyof Tables]: {
    table: Name;
    before: Tables[Name] | undefined;
    after: Tables[Name] | undefined;
  };
}[keyof Tables];

/** A record as somebody else left it; undefined if it is gone. */
export type ForeignChange = {
  [Name in keyof Tables]: readonly [table: Name, id: string, after: Tables[Name] | undefined];
}[keyof Tables];

/** Called after every change; with `change` if a record changed. */
export type OnChange = (change?: StoreChange) => void;
