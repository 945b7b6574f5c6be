// What falls due: each comes at its time, however often it changed before.
import { expect, test } from 'vitest';
import { DueQueue } from '../src/files/due-queue.ts';

test('subjects that keep changing while the clock stands still take bounded memory', () => {
  const times = new Map<string, number>();
  const queue = new DueQueue<string>((id) => times.get(id) ?? Number.POSITIVE_INFINITY);
  const plan = (id: string, at: number) => {
    times.set(id, at);
    queue.add(at, id);
  };
  for (let nth = 0; nth < 50_000; nth++) {
    plan('changes', 10 + (nth % 7));
    plan(`made ${nth}`, 20);
    times.delete(`made ${nth}`);
  }
  plan('stays', 5);
  expect(queue.size).toBeLessThan(5_000);
  expect(queue.next).toBe(5);
  expect([...queue.takeUntil(5)]).toEqual(['stays']);
  expect(queue.takeUntil(times.get('changes') ?? 0)).toContain('changes');
});
