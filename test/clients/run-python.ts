// Runs the clients in Python, each against a mock, and says how many of them were judged rightly. Needs python3.
import { spawn } from 'node:child_process';
import { createMock, type MockOptions } from '../../src/index.ts';

/** What happens to the clients, by the rule that the sloppy one of them breaks. */
const rules: Record<string, NonNullable<MockOptions['faults']>> = {
  'retry-too-early': [{ match: { operation: 'listFiles' }, error: 'rate-limited', retry_after: 1, times: 2 }],
  'hopeless-retry': [],
  'unsafe-retry': [{ match: { operation: 'uploadFile' }, network: 'answer-lost', times: 1 }],
  'missing-retry': [{ match: { operation: 'syncDataConnectorFile' }, status: 502, times: 1 }],
  'poll-too-fast': [],
  'file-never-read': [],
  'first-page-only': [],
};

const KEY = 'cg-python';

function run(...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = 'test/clients/python/clients.py';
    const child = spawn('python3', ['-B', script, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args} ended with ${code}`))));
  });
}

let [right, all] = [0, 0];
for (const [rule, faults] of Object.entries(rules)) {
  for (const kind of ['sloppy', 'sound']) {
    await using mock = createMock({ faults, speed: 4 });
    const { baseUrl } = await mock.listen();
    await run(rule, kind, baseUrl, KEY);
    const found = mock
      .account(KEY)
      .report()
      .findings.map((finding) => finding.rule);
    const isRight = found.join() === (kind === 'sloppy' ? rule : '');
    all += 1;
    if (isRight) right += 1;
    else console.error(`${kind} client of ${rule}: ${found.join(', ') || 'nothing found'}`);
  }
}
console.log(`Python clients judged rightly: ${right} of ${all}`);
if (right < all) process.exitCode = 1;
