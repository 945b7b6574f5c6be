// What a benchmark can be told, in one table for all parts.
import { parseArgs } from 'node:util';

const numbers = (text: string) => text.split(',').map(Number);

export function readBenchOptions(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      full: { type: 'boolean', default: false },
      out: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      only: { type: 'string' },
      connections: { type: 'string' },
      files: { type: 'string' },
      accounts: { type: 'string' },
      requests: { type: 'string' },
    },
  });
  const { full, out, only } = values;
  return {
    names: positionals,
    /** Every benchmark, at every size, however long it takes. */
    full,
    /** The file that the tables are added to as well. */
    out,
    /** How often each figure is taken. */
    rounds: Number(values.rounds ?? (full ? 7 : 3)),
    /** How long each server is asked at a time. */
    seconds: Number(values.seconds ?? (full ? 0.5 : 0.25)),
    /** Operations, by name. */
    only: only?.split(','),
    connections: numbers(values.connections ?? '1,16,64'),
    /** Sizes of the store. */
    files: numbers(values.files ?? (full ? '0,1000,100000,1000000' : '0,100000')),
    /** Accounts that a store is spread over. */
    accounts: numbers(values.accounts ?? (full ? '1,10000' : '1')),
    /** Requests of a soak. */
    requests: Number(values.requests ?? 1_000_000),
  };
}

export type BenchOptions = ReturnType<typeof readBenchOptions>;
