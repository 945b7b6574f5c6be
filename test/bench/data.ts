// The data file: how many changes a second it takes and how long it blocks, by its size; and is anything lost to kill -9?

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createMock, type Mock } from '../../src/index.ts';
import { drawFrom } from '../../src/util/random.ts';
import { crash } from '../support/crash.ts';
import { statesOf } from '../support/states.ts';
import { median, table, thousands } from './report.ts';

const KILLS = Number(process.env.CLOUDGLUE_MOCK_TEST_ROUNDS ?? 200);
/** Mocks that are killed side by side, each with a file of its own. */
const FILES = 4;
const SIZES = [1_000, 10_000, 100_000];
const ACCOUNTS = 10;
const WRITERS = 16;
const CHANGES = 160;

const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-'));

async function killAll(): Promise<string> {
  const files = await Promise.all(
    Array.from({ length: FILES }, async (_, file) => {
      const data = join(folder, `crash-${file}.data`);
      const draw = drawFrom(`kills of file ${file}`);
      const acknowledged = new Map<string, string>();
      for (let kill = 0; kill < KILLS / FILES; kill++) {
        await crash({
          data,
          acknowledged,
          answers: draw.integer(1, 200),
          name: `kill ${kill}`,
          program: ['dist/cli.cjs'],
        });
      }
      const mock = createMock({ data });
      const accounts = statesOf(mock.snapshot());
      const saved = new Set(accounts.flatMap(({ files }) => files.rows.map(({ id }) => id)));
      await mock.close();
      const lost = [...acknowledged.keys()].filter((id) => !saved.has(id)).length;
      return { acknowledged: acknowledged.size, saved: saved.size, lost };
    }),
  );
  const sum = (name: 'acknowledged' | 'saved' | 'lost') => files.reduce((all, one) => all + one[name], 0);
  if (sum('lost') > 0) process.exitCode = 1;
  return table(
    ['kill -9 under load', 'acknowledged', 'saved', 'acknowledged and lost'],
    [[`${KILLS} times`, ...(['acknowledged', 'saved', 'lost'] as const).map((name) => thousands(sum(name)))]],
  );
}

let made = 0;

async function sync({ fetch }: Mock): Promise<void> {
  const url = `https://example.com/recordings/${++made}.mp4`;
  const response = await fetch('/v1/files/sync', {
    method: 'POST',
    headers: { authorization: `Bearer ${made % ACCOUNTS}`, 'content-type': 'application/json' },
    body: JSON.stringify({ url }),
  });
  if (!response.ok) throw new Error(await response.text());
}

/** Fills the accounts with so many records in all, each as a sync makes it. */
async function fill(mock: Mock, records: number): Promise<void> {
  for (let n = 0; n < ACCOUNTS; n++) await sync(mock);
  const snapshot = mock.snapshot();
  for (const account of statesOf(snapshot)) {
    const { rows } = account.files;
    const [row] = rows;
    if (!row) throw new Error('an account has no file');
    account.files.rows = Array.from({ length: records / ACCOUNTS }, (_, n) => ({
      ...row,
      id: `${row.id.slice(0, 24)}${String(n).padStart(12, '0')}`,
      key: `${row.key} ${n}`,
    }));
  }
  mock.restore(snapshot);
  await sync(mock);
}

async function changesPerSecond(mock: Mock, writers: number): Promise<number> {
  const changes = writers === 1 ? CHANGES / 8 : CHANGES;
  const from = performance.now();
  const write = async () => {
    for (let n = 0; n < changes / writers; n++) await sync(mock);
  };
  await Promise.all(Array.from({ length: writers }, write));
  return (changes * 1_000) / (performance.now() - from);
}

async function measureSize(records: number): Promise<string[]> {
  const path = join(folder, 'measured');
  const mock = createMock({ lifecycle: 'manual', data: path, journal: 0 });
  await fill(mock, records);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const alone = [];
  for (let round = 0; round < 3; round++) alone.push(await changesPerSecond(mock, 1));
  const together = await changesPerSecond(mock, WRITERS);
  delay.disable();
  await mock.close();
  const { size } = statSync(path);
  const from = performance.now();
  await createMock({ lifecycle: 'manual', data: path }).close();
  const start = performance.now() - from;
  rmSync(path);
  return [
    thousands(records),
    `${(size / 1e6).toFixed(1)} MB`,
    thousands(median(alone)),
    thousands(together),
    `${(delay.max / 1e6).toFixed(1)} ms`,
    `${(start / 1e3).toFixed(2)} s`,
  ];
}

/** What the data file costs by its size, and what kills have lost, as two tables. */
export async function measureData(): Promise<string> {
  try {
    const rows: string[][] = [];
    for (const size of SIZES) rows.push(await measureSize(size));
    const heads = [
      'records',
      'file',
      'changes/s, one by one',
      `changes/s, ${WRITERS} at a time`,
      'longest block',
      'start',
    ];
    return [table(heads, rows), await killAll()].join('\n\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
