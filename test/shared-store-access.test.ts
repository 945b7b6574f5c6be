// How mocks reach a store: over TLS, and as a user who may use no more than their keys.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freePort, mockOn, startEngine } from './support/engine.ts';
import { run, start } from './support/process.ts';
import { startReceiver } from './support/receiver.ts';

/** What `src/README.md` says that a user of the store needs. */
const USER = [
  ...['~cloudglue-mock:*', '&cloudglue-mock:*', '-@all', '+@hash', '+@list', '+@stream', '+@sortedset'],
  ...['+eval', '+evalsha', '+time', '+info', '+type', '+del', '+pexpire', '+pttl', '+select'],
  ...['+publish', '+subscribe', '+unsubscribe'],
];

/** What a command prints that ends with status 2 at its start: one line without the password. */
async function refusalOf(store: string, env: Record<string, string> = {}): Promise<string> {
  const { status, stderr } = await run(['--port', '0', '--store', store], { env });
  expect(status, stderr).toBe(2);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).not.toMatch(/sesame|secret/);
  return stderr;
}

/** An engine with TLS, whose certificate is its own authority. */
async function startTls() {
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue mock tls '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-keyout', key, '-out', certificate, '-days', '2', '-subj', '/CN=localhost'],
      ...['-addext', 'subjectAltName=DNS:localhost'],
    ],
    { stdio: 'ignore' },
  );
  const port = String(await freePort());
  const engine = await startEngine(
    ...['--tls-port', port, '--tls-cert-file', certificate, '--tls-key-file', key],
    ...['--tls-ca-cert-file', certificate, '--tls-auth-clients', 'no'],
  );
  return { ...engine, host: `localhost:${port}`, trusting: { NODE_EXTRA_CA_CERTS: certificate } };
}

test('mocks share a store over TLS, and one that cannot trust it says what to give', async () => {
  const { host, url, ask, trusting } = await startTls();
  const clientOf = async (store: string, env = {}) => {
    const { url } = await start(['--port', '0', '--store', store], { env });
    return (path: string, body?: object) =>
      fetch(`${url}/v1${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: 'Bearer cg-test', 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
  };
  const first = await clientOf(`rediss://${host}`, trusting);
  expect((await first('/files/sync', { url: 'https://example.com/talk.mp4' })).status).toBe(200);
  const second = await clientOf(url);
  expect(await (await second('/files')).json()).toMatchObject({ total: 1 });
  ask('ACL', 'SETUSER', 'mocks', 'on', '>sesame:@/', ...USER);
  const third = await clientOf(`rediss://mocks:${encodeURIComponent('sesame:@/')}@${host}`, trusting);
  expect(await (await third('/files')).json()).toMatchObject({ total: 1 });

  expect(await refusalOf(`rediss://${host}`)).toContain('NODE_EXTRA_CA_CERTS');
  const other = host.replace('localhost', '127.0.0.1');
  expect(await refusalOf(`rediss://${other}`, trusting)).toContain('the address that its certificate is for');
  expect(await refusalOf(`redis://${host}`)).toContain('rediss:');
  expect(await refusalOf(`rediss://mocks:secret@${host}`, trusting)).toContain('give its user and password');
});

test('a user who may use the keys and channels of mocks is enough, and one who may not is told what is missing', async () => {
  const { url, ask } = await startEngine();
  const { host } = new URL(url);
  const setUser = (...rules: string[]) =>
    expect(ask('ACL', 'SETUSER', 'mocks', 'reset', 'on', '>sesame', ...rules)).toBe('OK');
  setUser(...USER);
  const store = `redis://mocks:sesame@${host}/1`;
  const receiver = await startReceiver();
  const options = { lifecycle: 'timed', speed: 10 } as const;
  const [first, second] = [mockOn(store, options), mockOn(store, options)];
  await first.createWebhook({ endpoint: receiver.url, subscribed_events: ['file.job.completed'] });
  const { id } = (await second.syncUrl('https://example.com/talk.mp4')).body;
  await expect.poll(() => receiver.events.map(({ payload }) => payload.file_id)).toEqual([id]);
  expect((await first.call<{ count: number }>('DELETE', '/__admin/requests')).status).toBe(200);
  expect((await first.call('POST', '/__admin/reset')).status).toBe(200);
  expect((await second.files()).body.total).toBe(0);

  const filesStatus = async () => (await first.files()).status;
  const streamStatus = async () => {
    const leaving = new AbortController();
    const { status } = await first.mock.fetch('/__admin/events', {
      headers: { authorization: 'Bearer cg-test' },
      signal: leaving.signal,
    });
    leaving.abort();
    return status;
  };
  for (const [refused, ...rules] of [
    [filesStatus, 'resetkeys', '~other:*'],
    [streamStatus, 'resetchannels', '&other:*'],
    [filesStatus, '-evalsha', '-eval'],
  ] as const) {
    setUser(...USER, ...rules);
    const { status, stderr } = await run(['--port', '0', '--store', store, '--lifecycle', 'timed']);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/NOPERM.*~cloudglue-mock:\*/)]);
    await expect.poll(refused).toBe(503);
  }
  setUser(...USER);
  for (const refused of [filesStatus, streamStatus]) await expect.poll(refused).toBe(200);
});

test('an address whose user or database the store does not have is refused, and no other one is used', async () => {
  const { url, ask } = await startEngine();
  const { host } = new URL(url);
  expect(await refusalOf(`${url}/99`)).toContain('out of range: give the number of a database that it has');
  expect(await refusalOf(`redis://nobody:secret@${host}`)).toContain('WRONGPASS');
  for (const mistake of ['/x', '/1?family=6', '/1#x'])
    expect(await refusalOf(url + mistake)).toContain('must be an address');
  expect(await refusalOf(`redis://:%zz@${host}`)).toContain('%40');
  expect(ask('DBSIZE')).toBe('0');
});
