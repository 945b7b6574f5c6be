// The files of an account in parts, of which only those in sight are read, and read again when something has changed.
import { signal } from '@preact/signals';
import type { AdminSchemas } from '../../openapi/admin.ts';
import type { Schemas } from '../../openapi/cloudglue.ts';
import { call } from '../client/call.ts';
import { explain } from '../client/failure.ts';

export interface ListedFile {
  file: Schemas['File'];
  /** Missing while it was deleted in between. */
  plan: AdminSchemas['FilePlan'] | undefined;
}

/** What chooses files; every one if it is empty. */
export interface FileChoice {
  status: string;
  /** A part of the name. */
  text: string;
}

/** Files of a part: not more than can be listed at a time. */
const PART = 50;
/** Parts that are kept; those out of sight longest go first. */
const MOST_PARTS = 40;

export interface FileList {
  total: { readonly value: number | undefined };
  failure: { readonly value: string | undefined };
  /** The file at a place; undefined until it was read. */
  at(index: number): ListedFile | undefined;
  /** Has the files from one place to another read, and again at each call of `refresh`. */
  show(first: number, last: number): void;
  refresh(): void;
  stop(): void;
}

const namesLike = (text: string): string =>
  JSON.stringify({ file: [{ path: 'filename', operator: 'Like', valueText: `%${text}%` }] });

export function createFileList({ status, text }: FileChoice): FileList {
  const total = signal<number | undefined>(undefined);
  const failure = signal<string | undefined>(undefined);
  const version = signal(0);
  const parts = new Map<number, ListedFile[]>();
  const ended = new AbortController();
  let shown = [0];
  let isReading = false;
  let wanted = new Set<number>();

  async function readPart(part: number): Promise<void> {
    const query = {
      limit: PART,
      offset: part * PART,
      ...(status && { status: status as 'pending' }),
      ...(text && { filter: namesLike(text) }),
    };
    const listed = await call('listFiles', { query, signal: ended.signal });
    const ids = listed.data.map(({ id }) => id).join(',');
    const plans = ids ? await call('listFilePlans', { query: { ids }, signal: ended.signal }) : { data: [] };
    const planOf = new Map(plans.data.map((plan) => [plan.id, plan]));
    parts.delete(part);
    parts.set(
      part,
      listed.data.map((file) => ({ file, plan: planOf.get(file.id) })),
    );
    for (const oldest of parts.keys()) if (parts.size > MOST_PARTS) parts.delete(oldest);
    total.value = listed.total;
    version.value++;
  }

  async function readWanted(): Promise<void> {
    if (isReading) return;
    isReading = true;
    while (wanted.size > 0 && !ended.signal.aborted) {
      const [part = 0] = wanted;
      wanted.delete(part);
      try {
        await readPart(part);
        failure.value = undefined;
      } catch (thrown) {
        if (!ended.signal.aborted) failure.value = explain(thrown);
      }
    }
    isReading = false;
  }

  return {
    total,
    failure,
    at(index) {
      void version.value;
      return parts.get(Math.floor(index / PART))?.[index % PART];
    },
    show(first, last) {
      const from = Math.floor(first / PART);
      const to = Math.floor(Math.max(first, last - 1) / PART);
      shown = Array.from({ length: to - from + 1 }, (_, at) => from + at);
      for (const part of shown) if (!parts.has(part)) wanted.add(part);
      void readWanted();
    },
    refresh() {
      for (const part of parts.keys()) if (!shown.includes(part)) parts.delete(part);
      wanted = new Set([...wanted, ...shown]);
      void readWanted();
    },
    stop: () => ended.abort(),
  };
}
