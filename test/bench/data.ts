// The data file: is anything lost to kill -9, and what does a write cost beside lowdb with one JSON file?
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createMock } from '../../src/index.ts';
import { openDataFile } from '../../src/store/data-file.ts';
import type { FileRecord } from '../../src/store/records.ts';
import { createStore } from '../../src/store/store.ts';
import { drawFrom } from '../../src/util/random.ts';
import { crash } from '../support/crash.ts';
import { lowdbFiles } from './lowdb-files.ts';
import { median } from './report.ts';

const KILLS = 200;
/** Mocks that are killed side by side, each with a file of its own. */
const FILES = 4;
const SIZES = [1_000, 10_000, 100_000];
const WRITES = 50;
const ROUNDS = 3;

const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-'));

async function killAll(): Promise<string> {
  const files = await Promise.all(
    Array.from({ length: FILES }, async (_, file) => {
      const data = join(folder, `crash-${file}.data`);
      const draw = drawFrom(`kills of file ${file}`);
      const acknowledged = new Map<string, string>();
      for (let kill = 0; kill < KILLS / FILES; kill++) {
        await crash({ data, acknowledged, ms: draw.integer(5, 400), name: `kill ${kill}` });
      }
      const mock = createMock({ data });
      const accounts = Object.values(mock.snapshot().accounts);
      const kept = new Set(accounts.flatMap(({ files }) => files.rows.map(({ id }) => id)));
      await mock.close();
      const lost = [...acknowledged.keys()].filter((id) => !kept.has(id)).length;
      return { acknowledged: acknowledged.size, kept: kept.size, lost };
    }),
  );
  const sum = (name: 'acknowledged' | 'kept' | 'lost') => files.reduce((all, one) => all + one[name], 0);
  if (sum('lost') > 0) process.exitCode = 1;
  return `| kill -9 under load | acknowledged | kept | acknowledged and lost |
| --- | --- | --- | --- |
| ${KILLS} times | ${sum('acknowledged')} | ${sum('kept')} | ${sum('lost')} |`;
}

/** A record as a sync makes it; about 1 KB. */
const record = (n: number, template: FileRecord): FileRecord => {
  const uri = `https://example.com/recordings/${n}.mp4`;
  return { ...template, id: `${n}`, key: uri, item: { ...template.item, key: uri, uri } };
};

async function templateRecord(): Promise<FileRecord> {
  const mock = createMock({ lifecycle: 'manual' });
  const headers = { authorization: 'Bearer a', 'content-type': 'application/json' };
  const body = JSON.stringify({ url: 'https://example.com/recordings/first.mp4' });
  await mock.fetch('/v1/files/sync', { method: 'POST', headers, body });
  const [account] = Object.values(mock.account('a').snapshot().accounts);
  return account?.files.rows[0] as FileRecord;
}

interface Subject {
  /** Adds a record; what is returned resolves once it is kept. */
  add(row: FileRecord): Promise<unknown>;
  close(): Promise<unknown>;
}

async function openLog(path: string, rows: FileRecord[]): Promise<Subject> {
  const plan = { lifecycle: 'manual', startTime: null, maxAccounts: 10_000 } as const;
  const store = createStore(openDataFile(path, plan), { runs: false, now: () => 0 });
  const accountOf = (n: number) => `account ${n % 100}`;
  for (const row of rows) store.account(accountOf(Number(row.id))).files.insert(row);
  await store.kept(accountOf(0));
  return {
    add: async (row) => {
      const id = accountOf(Number(row.id));
      store.account(id).files.insert(row);
      await store.kept(id);
    },
    close: () => store.close(),
  };
}

async function openLowdb(
  make: (typeof lowdbFiles)[keyof typeof lowdbFiles],
  path: string,
  rows: FileRecord[],
) {
  const db = make(path);
  db.data.rows = rows;
  await db.write();
  return {
    add: (row: FileRecord) => {
      db.data.rows.push(row);
      return db.write();
    },
    close: async () => {},
  };
}

/** Many writes at once: milliseconds until all are kept, until the first is, and of the longest block. */
async function measure({ add }: Subject, rows: FileRecord[]) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  delay.enable();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const from = performance.now();
  const done = rows.map(async (row) => {
    await add(row);
    return performance.now() - from;
  });
  const times = await Promise.all(done);
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  return { all: Math.max(...times), first: Math.min(...times), block: delay.max / 1e6 };
}

async function compare(): Promise<string> {
  const template = await templateRecord();
  const subjects: Record<string, (path: string, rows: FileRecord[]) => Promise<Subject>> = {
    'data file': openLog,
    ...Object.fromEntries(
      Object.entries(lowdbFiles).map(([name, make]) => [
        name,
        (path: string, rows: FileRecord[]) => openLowdb(make, path, rows),
      ]),
    ),
  };
  const lines = [
    `| ${WRITES} writes at once, median of ${ROUNDS}, in ms | records | all kept | first kept | longest block |`,
    '| --- | --- | --- | --- | --- |',
  ];
  for (const size of SIZES) {
    for (const [name, open] of Object.entries(subjects)) {
      const path = join(folder, 'compared');
      const subject = await open(
        path,
        Array.from({ length: size }, (_, n) => record(n, template)),
      );
      const rounds: Awaited<ReturnType<typeof measure>>[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const from = size + round * WRITES;
        rounds.push(
          await measure(
            subject,
            Array.from({ length: WRITES }, (_, n) => record(from + n, template)),
          ),
        );
      }
      await subject.close();
      rmSync(path);
      const [all, first, block] = (['all', 'first', 'block'] as const).map((what) =>
        median(rounds.map((round) => round[what])).toFixed(1),
      );
      lines.push(`| ${name} | ${size} | ${all} | ${first} | ${block} |`);
    }
  }
  return lines.join('\n');
}

/** The costs of a write, and what 200 kills have lost, as two tables. */
export async function measureData(): Promise<string> {
  try {
    return [await compare(), await killAll()].join('\n\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
