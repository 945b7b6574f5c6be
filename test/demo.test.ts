// The demo: it tells its story to the end, the same each time, and each of its steps can fail.
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { runDemo } from '../src/demo/demo.ts';
import { createMock } from '../src/index.ts';
import { steps } from '../src/tour/steps.ts';
import { wantsColours } from '../src/util/colours.ts';
import { COMMAND, run } from './support/process.ts';

type Reply = (answer: Response) => Response | Promise<Response>;

/** The whole text of a demo; `fetch` gets the number of the step that asks. */
async function play(change: (step: number, nth: number) => Reply | undefined = () => undefined) {
  let text = '';
  const seen: number[] = [];
  const succeeded = await runDemo({
    print: (piece) => {
      text += piece;
    },
    fetch: async (url, init) => {
      const step = text.match(/^── \d/gm)?.length ?? 0;
      const nth = seen.push(step) - seen.indexOf(step);
      const answer = await fetch(url, init);
      return (await change(step, nth)?.(answer)) ?? answer;
    },
  });
  return { succeeded, text, seen };
}

/** Without what may differ: the port. */
const portless = (text: string) => text.replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT');

const STORY = [
  '1 of 7  Browse a connector',
  'GET /v1/data-connectors 200',
  'GET /v1/data-connectors/4ef1830b/files?path=/Team 200',
  '2 of 7  Sync an item',
  'POST /v1/data-connectors/4ef1830b/sync 200',
  '3 of 7  Sync it again, spelled differently',
  'POST /v1/data-connectors/4ef1830b/sync 200',
  'POST /v1/data-connectors/4ef1830b/sync 200',
  'GET /v1/files 200',
  '4 of 7  Watch it go from pending to completed',
  'GET /v1/files/e69e2972 200',
  "… 2 seconds later, on the mock's clock:",
  'GET /v1/files/e69e2972 200',
  "… 6 seconds later, on the mock's clock:",
  'GET /v1/files/e69e2972 200',
  '5 of 7  A rate limit, and a client that retries',
  'GET /v1/data-connectors/4ef1830b/files?path=/Error%20cases 200',
  'POST /v1/data-connectors/4ef1830b/sync 429',
  '… A good client would wait',
  'POST /v1/data-connectors/4ef1830b/sync 429',
  '… A good client would wait',
  'POST /v1/data-connectors/4ef1830b/sync 200',
  '6 of 7  A share link that needs a password',
  'GET /v1/data-connectors/4ef1830b/files?path=/Share%20links 200',
  'POST /v1/data-connectors/4ef1830b/sync 403',
  '7 of 7  A file whose processing fails',
  'POST /v1/data-connectors/6f1c2b7e/sync 200',
  "… 8 seconds later, on the mock's clock:",
  'GET /v1/files/ef68dab3 200',
];

/** What happens, without the prose: headings, requests with the status of their answers, moves of the clock. */
const eventsOf = (text: string) =>
  [
    ...text.matchAll(
      /^(?:── (?<title>.*?) ─+| {2}(?<request>(?:GET|POST) \S+).*\n(?: {7}.*\n)* {4}(?<status>\d+) .*| {2}(?<aside>… .*))$/gm,
    ),
  ].map(({ groups = {} }) => {
    const { title, request, status, aside } = groups;
    if (aside) return aside.replace(/(good client would wait).*/, '$1');
    return title ?? `${request?.replace(/([0-9a-f]{8})-[0-9a-f-]{27}/, '$1')} ${status}`;
  });

test('the command prints every step in order, and exits with 0', async () => {
  const { status, stdout, stderr } = await run(['demo']);
  expect(eventsOf(stdout)).toEqual(STORY);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/\n\nAll 7 steps succeeded\.\n$/);
});

test('each step says why it matters, and ends with a check mark and what it proved', async () => {
  const { succeeded, text } = await play();
  expect(succeeded).toBe(true);
  expect(eventsOf(text)).toEqual(STORY);
  const sections = text.split(/^── /m).slice(1);
  expect(sections).toHaveLength(steps.length);
  for (const [at, { title, why }] of steps.entries()) {
    expect(sections[at]).toContain(title);
    expect(sections[at]?.replaceAll('\n', ' ')).toContain(why);
    expect(sections[at]).toMatch(/\n\n✓ .+[.]\n/);
  }
});

test('two runs print the same, except for the port in the second line', async () => {
  const [one, other] = [(await play()).text, (await play()).text];
  expect(portless(one)).toBe(portless(other));
  expect(one.match(/127\.0\.0\.1/g)).toHaveLength(1);
  expect(one.split('\n')[1]).toContain('127.0.0.1');
});

test('requests, fields and waits are printed as they are', async () => {
  const { text } = await play();
  expect(text).toContain(`
  POST /v1/data-connectors/4ef1830b-a6c5-47d2-8b97-e10d5c3f629a/sync
       { "url": "https://www.dropbox.com/scl/fi/b2vrhy678t7poas4voh71/All-hands.mp4" }
    200 OK
      id      "e69e2972-7aed-4360-a3ca-25cae3e0992f"
      status  "pending"
`);
  const [, seconds] = /Retry-After {2}"(\d+)"/.exec(text) ?? [];
  expect(text).toContain(`A good client would wait ${seconds} seconds now.`);
});

const withBody =
  (change: (body: Record<string, unknown>) => object): Reply =>
  async (answer) =>
    Response.json({ ...change(await answer.json()) }, answer);
const withField = (name: string, value: unknown) => withBody((body) => ({ ...body, [name]: value }));
const instead =
  (status: number, body: object = {}) =>
  () =>
    Response.json(body, { status });

test.each<[step: number, nth: number, what: string, Reply, expected: string, actual: string]>([
  [1, 1, 'no Grain', withField('data', [{ type: 'dropbox', id: 'x' }]), 'an id', '"x"'],
  [
    1,
    2,
    'an empty folder',
    withField('data', []),
    'an entry whose name contains "All hands.mp4"',
    'no entries',
  ],
  [2, 1, 'a file that is done at once', withField('status', 'completed'), '"pending"', '"completed"'],
  [3, 2, 'another file', withField('id', 'two'), '"e69e2972-7aed-4360-a3ca-25cae3e0992f"', '"two"'],
  [3, 3, 'a second file', withField('total', 2), '1', '2'],
  [4, 2, 'a file that does not move', withField('status', 'pending'), '"processing"', '"pending"'],
  [4, 3, 'a file that fails', withField('status', 'failed'), '"completed"', '"failed"'],
  [
    5,
    1,
    'no such item',
    withField('data', [{ name: 'A.mp4' }]),
    'an entry whose name contains "Rate limited',
    'A.mp4',
  ],
  [5, 3, 'a refusal too few', instead(200, { id: 'x' }), '429', '200 with {"id":"x"}'],
  [5, 3, 'no Retry-After', instead(429, { error: 'Heed Retry-After.' }), 'a whole number of seconds', 'null'],
  [5, 4, 'a refusal too many', instead(429), '200', '429 with {}'],
  [6, 2, 'an open link', instead(200), '403', '200 with {}'],
  [
    6,
    2,
    'another reason',
    instead(403, { error: 'no' }),
    'text that contains "needs a login or a password"',
    '"no"',
  ],
  [7, 2, 'a file that is sound', withField('status', 'completed'), '"failed"', '"completed"'],
])(
  'step %i ends the demo where answer %i is not as expected: %s',
  async (at, nth, _what, reply, expected, actual) => {
    const { succeeded, text } = await play((step, n) => (step === at && n === nth ? reply : undefined));
    expect(succeeded).toBe(false);
    const [, failure = ''] = text.split('\n✗ Not as expected: ');
    expect(/^ {6}expected {2}(.*)\n {6}actual {4}(.*)$/m.exec(failure)?.slice(1)).toEqual([
      expect.stringContaining(expected),
      actual,
    ]);
    expect(failure).toMatch(new RegExp(`\n\nStep ${at} of 7 failed, and the demo ends here\\.\n$`));
    expect(text.match(/^✓/gm) ?? []).toHaveLength(at - 1);
  },
);

test.each<[string, Reply]>([
  ['a server error', instead(500, { error: 'broken' })],
  ['an empty object', withBody(() => ({}))],
  ['a page', ({ status }) => new Response('<html>\n</html>', { status })],
  ['no body', ({ status }) => new Response('', { status })],
  ['a broken connection', () => Promise.reject(new TypeError('fetch failed'))],
])('no answer is taken on trust: %s fails its step, wherever it comes', async (_what, reply) => {
  const { seen } = await play();
  expect(new Set(seen).size).toBe(steps.length);
  for (const [at, step] of seen.entries()) {
    let count = 0;
    const { succeeded, text } = await play(() => (count++ === at ? reply : undefined));
    expect(succeeded).toBe(false);
    expect(text).toMatch(/✗ Not as expected: (.|\n)*\n {6}expected {2}\S.*\n {6}actual {4}\S/);
    expect(text).toContain(`\nStep ${step} of 7 failed`);
    expect(count).toBe(at + 1);
  }
});

test('the command exits with 1 if a step fails', async () => {
  const broken = 'globalThis.fetch = async () => new Response("out of order", { status: 503 })';
  const program = ['--import', `data:text/javascript,${broken}`, ...COMMAND];
  const { status, stdout, stderr } = await run(['demo'], { program });
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toContain('expected  200\n      actual    503 with out of order\n');
});

test('runs against the mock that it is given', async () => {
  const mock = createMock({ lifecycle: 'manual' });
  const before = mock.clock.now();
  await runDemo({ print: () => {}, mock });
  expect(mock.clock.now() - before).toBeGreaterThanOrEqual(16_000);
});

test('no line is wider than 100 columns, whatever the answers', async () => {
  const long = `{"error":"${'a '.repeat(90)}${'b'.repeat(300)}"}`;
  const failing = await play((step) => (step === 6 ? () => new Response(long, { status: 502 }) : undefined));
  for (const line of [...(await play()).text.split('\n'), ...failing.text.split('\n')])
    expect([...line].length, line).toBeLessThanOrEqual(100);
});

test('colours do not change the text', async () => {
  let text = '';
  const print = (piece: string) => {
    text += piece;
  };
  await runDemo({ print, colours: true });
  expect(text).toContain('\u001b[1m');
  expect(portless(stripVTControlCharacters(text))).toBe(portless((await play()).text));
});

test('there are no escape codes if the output is not a terminal, or colours are disabled', async () => {
  const { stdout } = await run(['demo'], { env: { TERM: 'xterm-256color', NO_COLOR: '' } });
  expect(stdout).toContain('✓ ');
  expect(stdout).not.toContain('\u001b');
  expect(wantsColours({ isTTY: true }, {})).toBe(true);
  expect(wantsColours({ isTTY: true }, { NO_COLOR: '' })).toBe(true);
  expect(wantsColours({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
  expect(wantsColours({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
  expect(wantsColours({}, {})).toBe(false);
});

test.each([
  [['demo', '--port', '0'], 'demo takes no options, because it starts a new mock: leave out --port'],
  [['--lifecycle', 'instant', 'demo'], 'leave out --lifecycle'],
  [['demo', 'twice'], "Unexpected argument 'twice': demo takes no arguments, so leave it out"],
  [['demonstrate'], "Unexpected argument 'demonstrate': the commands are demo, check and verify"],
])('wrong use gives one line and exit status 2: %j', async (args, text) => {
  const { status, stdout, stderr } = await run(args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(text);
  expect(stderr).toMatch(/^cloudglue-mock: [^\n]+ See cloudglue-mock --help\.\n$/);
});

test('the help mentions it, also for `demo --help`', async () => {
  const { status, stdout } = await run(['demo', '--help']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Usage: cloudglue-mock \[options\]\n {7}cloudglue-mock demo\n/);
});
