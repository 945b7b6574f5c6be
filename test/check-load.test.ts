// `cloudglue-mock check` over a long run: what it keeps does not grow with the requests.
import { expect, test } from 'vitest';
import { check } from './support/check.ts';
import { COMMAND } from './support/process.ts';

const REQUESTS = 100_000;

test('100,000 requests, each with a mistake of its own kind, are judged in 128 MB, with a journal of one', async () => {
  const command = [process.execPath, '--import', 'tsx', 'test/bench/check-client.ts', String(REQUESTS)];
  // Beyond that limit, Node.js ends the process.
  const program = ['--max-old-space-size=128', ...COMMAND];
  const { status, stdout } = await check(['--journal', '1', '--report', 'json'], command, { program });
  const { requests, errors, runs } = JSON.parse(stdout);
  expect(requests).toBe(REQUESTS);
  expect(runs[0].command.status).toBe(0);
  expect(errors).toBeGreaterThan(0);
  expect(status).toBe(1);
}, 600_000);
