// A real engine for the tests of a shared store: Debian's redis-server, which writes each change to the disk at once.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { createMock, type MockOptions } from '../../src/index.ts';
import { createClient } from './setup.ts';

/** The port of a server that is not there any more. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** What `redis-cli` answers. */
const ask = (port: number, ...command: string[]) =>
  spawnSync('redis-cli', ['-p', String(port), ...command], { encoding: 'utf8' }).stdout.trim();

/** Starts an engine that ends with the test, whatever becomes of it. */
export async function startEngine(...settings: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue mock engine '));
  const port = await freePort();
  let child: ChildProcess | undefined;
  async function start() {
    child = spawn(
      'redis-server',
      [
        ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
        ...['--appendonly', 'yes', '--appendfsync', 'always', ...settings],
      ],
      { stdio: 'ignore' },
    );
    await once(child, 'spawn');
    // One with a password answers that it wants it.
    while (!/PONG|NOAUTH/.test(ask(port, 'PING'))) {
      if (child.exitCode !== null)
        throw new Error(`redis-server ended at its start with ${settings.join(' ')}`);
      await pause(20);
    }
  }
  async function kill() {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  onTestFinished(async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  });
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    /** As with `kill -9`. */
    kill,
    pid: () => Number(child?.pid),
    ask: (...command: string[]) => ask(port, ...command),
  };
}

export type Engine = Awaited<ReturnType<typeof startEngine>>;

/** A mock on a store, with a client, that ends with the test at the latest. */
export function mockOn(store: string, options: MockOptions = {}) {
  const mock = createMock({ lifecycle: 'manual', store, ...options });
  onTestFinished(() => mock.close());
  const as = (token: string) => createClient(mock.fetch, token);
  return { mock, as, ...as('cg-test') };
}
