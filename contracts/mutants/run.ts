// Tries every mutant on the contracts of its operation, and tells which of them none notices.
import type { OperationId } from '../../src/openapi/cloudglue.ts';
import { bodyMutants } from './body-mutants.ts';
import { headMutants } from './head-mutants.ts';
import type { Mutant, Recorded } from './mutant.ts';
import { contracts, holds, type Replay } from './replay.ts';
import { requestMutants, secondCallMutants } from './request-mutants.ts';

export interface Tried {
  mutant: Mutant;
  isCaught: boolean;
}

/** What each contract is answered without any mistake. */
export async function record(replay: Replay): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  for (const contract of contracts) recorded.push({ contract, answer: await replay.replay(contract) });
  return recorded;
}

/** Every mutant of what the contracts are about. */
export function mutantsOf(recorded: readonly Recorded[]): Mutant[] {
  return [...groupBy(recorded)].flatMap(([operation, own]) => [
    ...bodyMutants(own),
    ...headMutants(own),
    ...(operation === null ? [] : requestMutants(operation)),
    ...(operation === null ? [] : secondCallMutants(operation, own)),
  ]);
}

function groupBy(recorded: readonly Recorded[]): Map<OperationId | null, Recorded[]> {
  const groups = new Map<OperationId | null, Recorded[]>();
  for (const one of recorded) {
    const { operation } = one.contract;
    groups.set(operation, [...(groups.get(operation) ?? []), one]);
  }
  return groups;
}

/** Tries mutants one after the other. */
export async function tryMutants(
  replay: Replay,
  recorded: readonly Recorded[],
  mutants: readonly Mutant[],
): Promise<Tried[]> {
  const groups = groupBy(recorded);
  const tried: Tried[] = [];
  for (const mutant of mutants) {
    tried.push({ mutant, isCaught: await isCaught(replay, groups.get(mutant.operation) ?? [], mutant) });
  }
  return tried;
}

async function isCaught(replay: Replay, own: readonly Recorded[], mutant: Mutant): Promise<boolean> {
  for (const { contract, answer } of own) {
    const changed = mutant.answer?.(answer, contract);
    if (changed && !holds(contract, changed)) return true;
  }
  if (!mutant.request) return false;
  for (const { contract } of own) {
    let isChanged = false;
    const answered = await replay.replay(contract, async (request, ask) => {
      const changed = await mutant.request?.(request, contract);
      isChanged = changed !== undefined;
      return ask(changed ?? request);
    });
    if (isChanged && !holds(contract, answered)) return true;
  }
  return false;
}
