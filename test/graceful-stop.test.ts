// The command told to stop while it is busy: what is under way is answered, nothing new begins, and it ends.
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { ids } from './support/ids.ts';
import { start } from './support/process.ts';

const CLIENTS = 8;
const headers = { authorization: 'Bearer cg-test', 'content-type': 'application/json' };

/** A command whose operations take so long, and clients with a connection each, which they keep. */
async function busy(delay: string) {
  const faults = JSON.stringify([{ delay: { fixed: delay } }]);
  const command = await start(['--port', '0', '--unknown-uris', 'create', '--faults', faults]);
  const clients = Array.from({ length: CLIENTS }, (_, n) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    return async () => {
      const call = request(`${command.url}/v1/data-connectors/${ids.grain}/sync`, {
        method: 'POST',
        agent,
        headers,
      });
      call.end(`{"url":"grain://recording/${n}"}`);
      const [response] = (await once(call, 'response')) as [IncomingMessage];
      let body = '';
      for await (const chunk of response) body += chunk;
      const { id, source } = JSON.parse(body) as { id: string; source: string };
      return { status: response.statusCode, source, id };
    };
  });
  /** One more request of every client, under way. */
  const askAgain = () =>
    clients.map((client) => {
      const answer = client();
      // Whoever awaits it hears of it.
      answer.catch(() => {});
      return answer;
    });
  /** A request of every client, all of which the command has when this is done. */
  async function ask() {
    const answers = askAgain();
    // The last to connect, and answered at once: the others were read before it.
    await fetch(`${command.url}/__admin/health`).then((response) => response.text());
    return answers;
  }
  return { ...command, ask, askAgain };
}

test('requests in progress are answered when the mock is told to stop, and then it exits with 0', async () => {
  const { ask, stop } = await busy('150ms');
  const answers = await ask();
  const ended = stop('SIGTERM');
  const answered = await Promise.all(answers);
  expect(answered.map(({ status, source }) => [status, source])).toEqual(
    Array.from({ length: CLIENTS }, () => [200, 'grain']),
  );
  expect(new Set(answered.map(({ id }) => id)).size).toBe(CLIENTS);
  expect(await ended).toMatchObject({ status: 0, stderr: '' });
});

test('from then on no connection is accepted, and a persistent one takes no second request', async () => {
  const { ask, askAgain, stop } = await busy('150ms');
  const answers = await ask();
  const ended = stop('SIGTERM');
  await Promise.all(answers);
  const later = askAgain().map((answer) =>
    answer.then(
      () => 'answered',
      ({ code }) => code,
    ),
  );
  expect(await Promise.all(later)).toEqual(later.map(() => 'ECONNREFUSED'));
  expect(await ended).toMatchObject({ status: 0, stderr: '' });
});

test('requests that would take too long are cut off', async () => {
  const { ask, stop } = await busy('5m');
  const answers = await ask();
  expect(await stop('SIGTERM')).toMatchObject({ status: 0, stderr: '' });
  for (const answer of answers) await expect(answer).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test('the event stream ends cleanly when the mock is told to stop', async () => {
  const { url, stop } = await start(['--port', '0']);
  const stream = await fetch(`${url}/__admin/events`, { headers });
  const text = stream.text();
  expect(await stop('SIGTERM')).toMatchObject({ status: 0, stderr: '' });
  expect(await text).toMatch(/^: follows/);
});
