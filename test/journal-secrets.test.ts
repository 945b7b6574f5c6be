// No secret is to be seen in anything that the journal shows, wherever a client put it.
import { type RequestOptions, request } from 'node:http';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactBody, redactHeaders, redactText } from '../src/journal/redact.ts';
import { rounds } from './support/rounds.ts';
import { serveMock } from './support/server.ts';

const SECRET = 'S3cr3tS3cr3tS3cr3t';
const names = [
  'pwd',
  'sig',
  'access_token',
  'token',
  'api_key',
  'apiKey',
  'X-Amz-Signature',
  'userPwd',
  'client_secret',
  'authorization',
  'rlkey',
  'password',
  'passcode',
];

const encodeAll = (text: string) =>
  [...text].map((one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
const spelling = fc.constantFrom(
  (name: string) => name,
  (name: string) => name.toUpperCase(),
  (name: string) => encodeAll(name.slice(0, 1)) + name.slice(1),
  (name: string) => encodeURIComponent(encodeAll(name.slice(0, 1))) + name.slice(1),
);
/** Text in which a secret has a name. */
const named = fc
  .tuple(
    fc.constantFrom(...names),
    spelling,
    fc.constantFrom<(name: string) => string>(
      (name) => `https://a.example/x?b=1&${name}=${SECRET}&t=5`,
      (name) => `https://a.example/x#${name}=${SECRET}`,
      (name) => `x=https://a.example/x?${name}=${SECRET}`,
      (name) => `${name}=${SECRET}`,
      (name) => `a=1&${name}=${SECRET}`,
      (name) => `{"a":1,"${name}":"${SECRET}`,
      (name) => `{"a":1,"${name}":{"user":"${SECRET}"`,
      (name) => `{"a":"{\\"${name}\\":\\"${SECRET}\\"`,
      (name) => `{'${name}': '${SECRET}'`,
      (name) => `${name}: ${SECRET}`,
    ),
  )
  .map(([name, spell, write]) => write(spell(name)));
/** Text in which a secret has a shape of its own. */
const shaped = fc.constantFrom(
  `s3://key:${SECRET}@bucket/a.mp4`,
  `s3://AKIA:ab/${SECRET}+c@bucket/a.mp4`,
  `https://${SECRET}@a.example/`,
  `Bearer ${SECRET}`,
  `authorization: Basic ${SECRET}`,
  `https://zoom.us/rec/share/${SECRET}`,
  `whsec_${SECRET}`,
  `eyJhbGciOiJI.eyJ${SECRET}.x`,
);
const planted = fc
  .tuple(
    fc.oneof(named, shaped),
    fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => encodeURIComponent(text),
      (text) => encodeURIComponent(encodeURIComponent(text)),
      (text) => `see ${text}`,
    ),
  )
  .map(([text, wrap]) => wrap(text));

test('a secret of any name or form is redacted in every text, header and body', () => {
  fc.assert(
    fc.property(planted, (text) => {
      const shown = [
        redactText(text),
        redactText(`http://xn--/v1/files?url=${encodeURIComponent(text)}`),
        ...Object.values(redactHeaders({ referer: text })),
        redactBody(text),
        redactBody(JSON.stringify({ url: text, deep: [{ note: text }] })),
        redactBody(JSON.stringify({ note: JSON.stringify({ note: text }) })),
        redactBody(JSON.stringify({ note: text, filler: 'x' }).slice(0, -4)),
      ];
      for (const one of shown) expect(one).not.toContain(SECRET);
    }),
    { numRuns: rounds(500) },
  );
});

test('a secret that a client really sends is in no list, archive or event', async () => {
  const { port, ask, mock } = await serveMock();
  const controller = new AbortController();
  const [own, keyless] = await Promise.all(
    ['', '?keyless=true'].map((query) => ask(`/__admin/events${query}`, { signal: controller.signal })),
  );
  const events = [read(own), read(keyless)];
  const webhook = {
    endpoint: `http://127.0.0.1:9/hook?token=${SECRET}`,
    subscribed_events: ['file.job.failed'],
  };
  const texts = [
    ...names.map((name) => `https://a.example/x.mp4?${name}=${SECRET}`),
    ...fc.sample(planted, { seed: 16, numRuns: 30 }),
  ];
  for (const text of texts) {
    const query = encodeURIComponent(text);
    const referer = encodeURI(text.toWellFormed()).slice(0, 1_000);
    for (const authorization of [`Bearer cg-test`, '']) {
      const headers = { authorization, referer, cookie: `session=${SECRET}`, 'x-api-key': SECRET };
      const json = { ...headers, 'content-type': 'application/json' };
      const post = (path: string, body: string) => send(port, { method: 'POST', path, headers: json }, body);
      await send(port, { path: `/v1/files?filter=${query}&url=${query}`, headers });
      await send(port, { path: `/v1/nope/${query}`, headers });
      await post('/v1/files/sync', JSON.stringify({ url: text, metadata: { note: text } }));
      await post('/v1/files/sync', JSON.stringify({ url: text }).slice(0, -3));
      await post('/v1/webhooks', JSON.stringify({ ...webhook, description: text }));
    }
  }
  const shown = await Promise.all(
    ['requests', 'requests/har'].flatMap((path) =>
      ['', '?keyless=true'].map(async (query) => (await ask(`/__admin/${path}${query}`)).text()),
    ),
  );
  const count = texts.length * 5;
  expect(mock.account('cg-test').requests.count()).toBe(count);
  expect(mock.account('cg-test').requests.count({ keyless: true })).toBe(count);
  await expect
    .poll(() => events.map(({ text }) => text.split('event: request').length - 1))
    .toEqual([count, count]);
  controller.abort();
  for (const text of [...shown, ...events.map((one) => one.text)]) {
    expect(text.length).toBeGreaterThan(10_000);
    const at = text.indexOf(SECRET);
    expect(at < 0 ? '' : text.slice(Math.max(0, at - 300), at + 100)).toBe('');
  }
});

/** What came of a stream until now. */
function read(response: Response | undefined): { text: string } {
  const read = { text: '' };
  const decoder = new TextDecoder();
  (async () => {
    for await (const part of response?.body ?? []) read.text += decoder.decode(part, { stream: true });
  })().catch(() => {});
  return read;
}

test.each([
  'https://a.example/design?author=ann&page_token=abc&passes=3',
  '{"url":"s3://bucket/design/a:b.mp4","filename":"token.mp4"}',
  'http://127.0.0.1:4010/v1/files?limit=3&filter=%7B%22metadata%22%3A%5B%5D%7D',
  'https://host:8080/path@x',
])('text without a secret is not changed: %s', (text) => {
  expect(redactText(text)).toBe(text);
  expect(redactBody(text)).toBe(text);
});

test.each(['xn--', '1.2.3.256', '[::1'])(
  'a request with the host %j does not hide the others',
  async (host) => {
    const { port, account } = await serveMock();
    const headers = { host, authorization: 'Bearer cg-test' };
    await send(port, { path: '/v1/files?limit=2', headers, setHost: false });
    expect(account.requests.count()).toBe(account.requests.list().length);
    expect(account.requests.list({ path: '/v1/*' })).toHaveLength(account.requests.count());
    expect(account.requests.har().log.entries).toHaveLength(account.requests.count());
  },
);

/** Sends a request with headers and a path that `fetch` does not send as they are. */
const send = (port: number, options: RequestOptions, body = ''): Promise<void> =>
  new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', ...options }, (answer) => {
      answer.resume().on('end', resolve);
    })
      .on('error', reject)
      .end(body);
  });

test.each(['password%253Dab!c%3D', 'password%253Dab!c%3D[', '{"login":"password%253Dab!c%3D'])(
  'a secret is not shown where only the first part of it is encoded twice: %s',
  (before) => {
    expect(decodeURIComponent(redactBody(before + SECRET))).not.toContain(SECRET);
  },
);
