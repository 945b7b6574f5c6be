// A mock on a real port for a test, and the ways to ask it that a test of the transport needs.
import { execFile } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { createMock, type ListenOptions, type MockOptions } from '../../src/index.ts';
import { createClient } from './setup.ts';

/** A mock on a port of its own until the test ends; `fetch` takes paths. */
export async function serveMock(options: MockOptions = {}, where: ListenOptions = {}) {
  const mock = createMock({ lifecycle: 'manual', ...options });
  onTestFinished(() => mock.close());
  const { url, port } = await mock.listen(where);
  const ask = (path: string, init: RequestInit = {}, token = 'cg-test') =>
    fetch(new URL(path, url), { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });
  return {
    mock,
    url,
    port,
    ask,
    as: (token: string) => createClient((path, init) => fetch(new URL(path, url), init), token),
    account: mock.account('cg-test'),
    ...createClient((path, init) => fetch(new URL(path, url), init)),
  };
}

/** What curl makes of a request, with the key `cg-test` unless another one is given: its exit code and what it printed. */
export const curl = (...args: string[]): Promise<{ code: number; stdout: string }> =>
  new Promise((resolve) => {
    const key = args.some((arg) => /^authorization:/.test(arg))
      ? []
      : ['-H', 'authorization: Bearer cg-test'];
    execFile('curl', ['--silent', ...key, '--max-time', '20', ...args], (error, stdout) =>
      resolve({ code: Number(error?.code ?? 0), stdout }),
    );
  });

/** Real milliseconds of rest. */
export const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Milliseconds that something takes. */
export async function durationOf(what: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await what();
  return performance.now() - start;
}
