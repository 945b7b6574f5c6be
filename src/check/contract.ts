// The contract that a check writes of what its client asked, in all runs of the command.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UsageError } from '../errors/usage-error.ts';
import { judgeOf, type Mock } from '../mock/mock.ts';
import { checkWritable } from '../reports/destinations.ts';
import { counted } from '../reports/wording.ts';
import { shellWord } from '../util/shell.ts';
import { plainWords } from '../util/system-errors.ts';
import { createRecorder } from './pact/recorder.ts';
import type { LeftOut } from './pact/write-pact.ts';

/** What was written. */
export interface Contract {
  file: string;
  interactions: number;
  /** What is in no interaction, and why. */
  leftOut: LeftOut[];
  /** Requests that were not recorded, because there were too many kinds or they were too large. */
  dropped: number;
}

export interface ContractWriter {
  /** Records what a client asks a mock; to be called before it asks. */
  record(mock: Mock): void;
  /** Writes the file, unless there is nothing to write. Throws UsageError if it cannot. */
  write(): Promise<Contract>;
}

/** Makes what writes a contract to a file. Throws UsageError if it cannot be written there. */
export function openContract(file: string, consumer: string): ContractWriter {
  checkWritable('the pact', file);
  const recorder = createRecorder();
  return {
    record: (mock) => void judgeOf(mock).watch(recorder.observe),
    async write() {
      const { pact, leftOut, dropped } = await recorder.write(consumer);
      const interactions = pact.interactions.length;
      try {
        if (interactions > 0) writeFileSync(file, `${JSON.stringify(pact, null, 2)}\n`);
      } catch (error) {
        throw new UsageError(`the pact cannot be written to ${file}: ${plainWords(error as Error)}`);
      }
      return { file, interactions, leftOut, dropped };
    },
  };
}

/** The name of the client: that of the package in a folder, or else that of the folder. */
export function consumerIn(folder: string): string {
  try {
    const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (typeof name === 'string' && name !== '') return name.replace(/^@/, '').replaceAll('/', '-');
  } catch {
    // Not every client is a package.
  }
  return basename(folder) || 'client';
}

/** How many kinds of requests are told that are not in it. */
const MOST_LEFT_OUT = 20;

/** What people are told of a contract. */
export function contractLines({ file, interactions, leftOut, dropped }: Contract): string[] {
  const more = leftOut.length - MOST_LEFT_OUT;
  return [
    interactions > 0
      ? `Written to ${file}: a pact with ${counted(interactions, 'interaction')}. Verify it with: cloudglue-mock verify ${shellWord(file)}`
      : `No pact is written to ${file}: nothing that the client asked can be in one.`,
    ...leftOut.slice(0, MOST_LEFT_OUT).map(({ what, reason }) => `Not in the pact: ${what}: ${reason}.`),
    ...(more > 0 ? [`Not in the pact either: ${more} more.`] : []),
    ...(dropped > 0
      ? [`Not in the pact either: ${counted(dropped, 'request')} of too many kinds, or too large.`]
      : []),
  ];
}
