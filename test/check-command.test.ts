// `cloudglue-mock check` with commands that fail, hang, are stopped or leave something behind, and with wrong options.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCheck } from '../src/check/check.ts';
import { UsageError } from '../src/errors/usage-error.ts';
import { check, client, fileWith, folder, SOUND } from './support/check.ts';
import { COMMAND } from './support/process.ts';

/** Why it is wrong use, which ends with 2 before any command is started. */
async function refused(args: string[], env: Record<string, string> = {}): Promise<string> {
  const printed: string[] = [];
  const print = (text: string) => void printed.push(text);
  const error = await runCheck(args, { print, note: print, env }).catch((reason) => reason);
  expect(error).toBeInstanceOf(UsageError);
  expect(printed).toEqual([]);
  return error.message;
}

test.each([
  [[], 'check needs a command, after --: cloudglue-mock check -- npm test'],
  [['--'], 'check needs a command'],
  [['--time', '5s', '--', 'x'], "Unknown option '--time'"],
  [['--data', 'state.json', '--', 'x'], "Unknown option '--data'"],
  [
    ['--timeout', 'soon', '--', 'x'],
    '--timeout "soon" is not a duration: give milliseconds, or a number and a unit',
  ],
  [['--timeout', '0s', '--', 'x'], '--timeout must be longer than 0'],
  [
    ['--env', 'URL', '--', 'x'],
    '--env must be written NAME=base|origin|key, as in --env MY_API_URL=base, not "URL"',
  ],
  [['--env', 'URL=bse', '--', 'x'], '--env URL cannot hold "bse": did you mean "base"?'],
  [['--redirect=http://a:b:c', '--', 'x'], '--redirect must be a host'],
  [['--redirect=localhost:8080', '--', 'x'], '--redirect must be a host, whatever the port'],
  [
    ['--ignore', 'retry-to-early', '--', 'x'],
    'there is no rule "retry-to-early": did you mean "retry-too-early"?',
  ],
  [['--min-coverage', '101', '--', 'x'], '--min-coverage must be a number from 0 to 100, not "101"'],
  [['--report', 'xml', '--', 'x'], '--report must be one of text, junit, json, markdown, github'],
  [['--report', 'junit=/nowhere/at/all.xml', '--', 'x'], 'there is no folder /nowhere/at'],
  [['--update-baseline', '--', 'x'], '--update-baseline needs --baseline FILE'],
  [
    ['--baseline', 'nowhere.json', '--', 'x'],
    'the baseline nowhere.json cannot be read: no such file or folder',
  ],
  [['--lifecycle', 'fast', '--', 'x'], '--lifecycle must be one of timed, polled, instant, manual'],
  [
    ['--', 'no-such-program', 'now'],
    'the command "no-such-program" cannot be started: there is no such program; check its spelling',
  ],
  [['--', 'npm test'], 'without quotes it is a program with arguments: -- npm test'],
])('wrong use is refused with what to do: %j', async (args, text) => {
  expect(await refused(args)).toContain(text);
});

test('a wrong environment variable of the mock is named', async () => {
  expect(await refused(['--', 'x'], { CLOUDGLUE_MOCK_SPEED: 'fast' })).toBe(
    'CLOUDGLUE_MOCK_SPEED must be a number, not "fast"',
  );
});

test('a command that is not there, and one that cannot be run, end with 2 and one line', async () => {
  const missing = await check([], ['no-such-program']);
  expect(missing).toMatchObject({ status: 2, stdout: '' });
  expect(missing.stderr).toMatch(
    /^cloudglue-mock: the command "no-such-program" cannot be started: [^\n]+\n$/,
  );
  const script = fileWith('client.js', '');
  chmodSync(script, 0o644);
  const { status, stderr } = await check([], [script]);
  expect(status).toBe(2);
  expect(stderr).toContain(
    `it is not executable; put the program that runs it before it, as in -- node ${script}`,
  );
});

test('a mock that cannot listen ends with 2, and says why', async () => {
  const { status, stderr } = await check(['--host', '203.0.113.1'], client(SOUND));
  expect(status).toBe(2);
  expect(stderr).toContain('cannot listen on 203.0.113.1: this machine has no such address');
});

test('a command that a signal ends is a failure, and the signal is named', async () => {
  const { status, stdout } = await check([], client(`${SOUND} process.kill(process.pid, 'SIGKILL');`));
  expect(status).toBe(1);
  expect(stdout).toContain('Error: the signal SIGKILL ended it');
});

test('a command that does not end is ended when its time is over, and what it asked until then is judged', async () => {
  const code = `${SOUND} console.error('ready'); setInterval(() => {}, 1_000);`;
  const { status, stdout } = await check(['--timeout', '3s'], client(code));
  expect(status).toBe(1);
  expect(stdout).toContain('Error: it had not ended after 3 s, and was ended');
  expect(stdout).toContain('1 request: ');
});

/** Whether a process is still there. One that has ended, and whose parent has not noticed, is not. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

test('processes that a command leaves behind are ended with it, and told', async () => {
  const pidFile = join(folder(), 'pid');
  const code = `
    import { spawn } from 'node:child_process';
    import { writeFileSync } from 'node:fs';
    const left = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1_000)'], { stdio: 'ignore' });
    writeFileSync(${JSON.stringify(pidFile)}, String(left.pid));
    ${SOUND}
    process.exit(0);`;
  const { status, stdout } = await check([], client(code));
  expect(status).toBe(0);
  expect(stdout).toContain('It left processes behind, which were ended.');
  expect(isRunning(Number(readFileSync(pidFile, 'utf8')))).toBe(false);
});

test('processes that end by themselves soon after the command are not left behind', async () => {
  const code = `
    import { spawn } from 'node:child_process';
    spawn(process.execPath, ['-e', 'setTimeout(() => {}, 500)'], { stdio: 'ignore' });
    ${SOUND}
    process.exit(0);`;
  const { stdout } = await check([], client(code));
  expect(stdout).not.toContain('left processes behind');
});

test('processes that have ended, and that nobody asks how, are not left behind', async () => {
  const pidFile = join(folder(), 'pid');
  // Its child ends in the command's group; it itself goes on elsewhere, and never asks for the child.
  const keeper = `fork or exit; setpgrp; open F, ">", "${pidFile}"; print F $$; close F; sleep 30`;
  const code = `
    import { spawn } from 'node:child_process';
    import { existsSync } from 'node:fs';
    spawn('perl', ['-e', ${JSON.stringify(keeper)}], { stdio: 'ignore' });
    while (!existsSync(${JSON.stringify(pidFile)})) await new Promise((resolve) => setTimeout(resolve, 10));
    ${SOUND}
    process.exit(0);`;
  onTestFinished(() => void process.kill(Number(readFileSync(pidFile, 'utf8'))));
  const { stdout } = await check([], client(code));
  expect(stdout).not.toContain('left processes behind');
});

/** Starts `check`, waits until its command says "ready", and sends a signal. */
async function signalled(code: string, signal: NodeJS.Signals) {
  const child = spawn(process.execPath, [...COMMAND, 'check', '--', ...client(code)]);
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  const ready = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (stdout.includes('ready')) resolve();
    });
  });
  const closed = once(child, 'close');
  await ready;
  child.kill(signal);
  const [status] = await closed;
  return { status, stdout };
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s reaches the command, which ends in its own way, and then the report is written',
  async (signal) => {
    const code = `
      process.on('${signal}', () => { console.log('got ${signal}'); process.exit(0); });
      ${SOUND}
      console.log('ready');
      setInterval(() => {}, 1_000);`;
    const { status, stdout } = await signalled(code, signal);
    expect(status).toBe(0);
    expect(stdout.match(/got /g)).toHaveLength(1);
    expect(stdout).toContain('1 request: 0 errors');
  },
);

test('a command that the signal ends is reported as stopped with it', async () => {
  const { status, stdout } = await signalled(
    `${SOUND} console.log('ready'); setInterval(() => {}, 1_000);`,
    'SIGTERM',
  );
  expect(status).toBe(1);
  expect(stdout).toContain('Error: it was stopped with SIGTERM');
});
