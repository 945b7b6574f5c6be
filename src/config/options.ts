// The one table of options, used by the command line, the environment, the library and the README.
import * as z from 'zod';
import { explain } from '../errors/explain.ts';
import { endpointOf } from '../openapi/cloudglue.ts';
import { API_VERSIONS, NEWEST } from '../openapi/versions.ts';
import { parseDuration } from '../time/clock.ts';
import {
  FASTEST,
  lifecycles,
  listings,
  namesOf,
  outcomes,
  SLOWEST,
  unknownUris,
  uploads,
} from './settings.ts';

interface Option {
  /** The placeholder for the value in help texts. */
  hint: string;
  help: string;
  schema: z.ZodType;
  /** Its TypeScript type, if it cannot be derived from the schema. */
  type?: string;
}

/** The choices of an option as text, each with its meaning. */
const choicesOf = (choices: Record<string, string>) =>
  Object.entries(choices)
    .map(([name, meaning]) => `${name} (${meaning})`)
    .join('; ');

const wholeNumber = (min: number, max: number) => z.int().min(min).max(max);

/** A duration of a minute at least: what is used now and then must not go meanwhile. */
const duration = z.string().refine((text) => {
  try {
    return parseDuration(text) >= 60_000;
  } catch {
    return false;
  }
}, 'must be a duration of at least a minute, such as 12h or 30d');

/** Parses JSON, for options that are text on the command line and data in code. */
function fromJson(value: unknown, context: z.core.$RefinementCtx): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch (error) {
    context.addIssue({ code: 'custom', message: `is not valid JSON: ${(error as Error).message}` });
    return z.NEVER;
  }
}

/** Whether it is a URL without more than the client library takes as it is meant. */
function isStoreUrl(text: string): boolean {
  try {
    const isUrl = /^rediss?:\/\/[^\s/?#]+(\/\d{0,9})?$/.test(text) && URL.canParse(text);
    // It throws for a password with a bare %; a bundler leaves out a call whose result is not used.
    return isUrl && decodeURIComponent(text) !== '';
  } catch {
    return false;
  }
}

/** The options of a mock, for `createMock()` and the command line alike. */
export const mockOptions = {
  apiVersion: {
    hint: API_VERSIONS.join('|'),
    help: 'the version of the API that requests are answered as, unless an account has its own (settings); before that of the seed file',
    schema: z.enum(API_VERSIONS).default(NEWEST),
  },
  lifecycle: {
    hint: 'MODE',
    help: `how a file's status changes: ${choicesOf(lifecycles)}`,
    schema: z.enum(namesOf(lifecycles)).default('timed'),
  },
  speed: {
    hint: 'FACTOR',
    help: 'how many times faster than real time files are processed; with 10, processing that takes 8 s takes 0.8 s',
    schema: z.number().min(SLOWEST).max(FASTEST).default(1),
  },
  unknownUris: {
    hint: Object.keys(unknownUris).join('|'),
    help: `what to do with a well-formed URI that its source does not have: ${choicesOf(unknownUris)}; direct links to media always exist`,
    schema: z.enum(namesOf(unknownUris)).default('public'),
  },
  uploads: {
    hint: Object.keys(uploads).join('|'),
    help: `which uploads are accepted: ${choicesOf(uploads)}`,
    schema: z.enum(namesOf(uploads)).default('named'),
  },
  outcome: {
    hint: Object.keys(outcomes).join('|'),
    help: `how the processing of a file ends, unless its item has another outcome: ${choicesOf(outcomes)}`,
    schema: z.enum(namesOf(outcomes)).default('completed'),
  },
  listings: {
    hint: Object.keys(listings).join('|'),
    help: `how connectors page what they list: ${choicesOf(listings)}`,
    schema: z.enum(namesOf(listings)).default('usual'),
  },
  seed: {
    hint: 'FILE',
    help: 'a YAML or JSON file with connectors and files of your own, added to the seeded world or replacing it (see src/README.md, Seed files)',
    schema: z.string().min(1).optional(),
  },
  startTime: {
    hint: 'TIME',
    help: "the time at which the accounts' clocks start, written like 2026-03-01T12:00:00Z; by default the real time if the lifecycle is timed, and 2026-01-15T09:00:00Z otherwise",
    schema: z.iso.datetime({ offset: true }).optional(),
  },
  data: {
    hint: 'FILE',
    help: 'a file that keeps all state across restarts and crashes; created if it does not exist (see src/README.md, Saved state)',
    schema: z.string().min(1).optional(),
  },
  store: {
    hint: 'URL',
    help: 'a Redis or Valkey whose state any number of mocks share, as redis://user:password@host:port/database, or rediss:// with TLS (see src/README.md, A store that mocks share); not together with --data',
    schema: z
      .string()
      .refine(
        isStoreUrl,
        'must be an address such as redis://localhost:6379 or redis://user:password@localhost:6379/1, with special characters of the password written like %40',
      )
      .optional(),
  },
  storeExpiry: {
    hint: 'DURATION',
    help: 'how long a store keeps an account that nobody uses, with its journal, such as 12h or 30d',
    schema: duration.default('7d'),
  },
  credits: {
    hint: 'N',
    help: `the credits of each account; every new TikTok file costs one, and once they are used up ${endpointOf('syncFileFromUrl')} answers 402`,
    schema: wholeNumber(0, 1_000_000_000).default(1_000),
  },
  maxUpload: {
    hint: 'BYTES',
    help: 'the largest file that can be uploaded, in bytes; a larger one gets 413',
    schema: wholeNumber(1, Number.MAX_SAFE_INTEGER).default(2 ** 31),
  },
  webhookHosts: {
    hint: 'HOSTS',
    help: 'hosts that webhook events may be sent to in addition to this machine, separated by commas: hooks.example.com, *.example.org for its subdomains, * for any host; where other machines can reach the mock and no --admin-token is given, events are sent to this machine only if it is named here as well',
    schema: z
      .string()
      .regex(
        /^\s*(\*|(\*\.)?[\w.:[\]-]+)(\s*,\s*(\*|(\*\.)?[\w.:[\]-]+))*\s*$/,
        'must be host names separated by commas',
      )
      .optional(),
  },
  cors: {
    hint: 'ORIGINS',
    help: 'web origins beside those of this machine whose pages may create and change webhooks, and send credentials, separated by commas: https://app.example.com, or * for any; pages of every origin may read',
    schema: z
      .string()
      .max(10_000)
      .refine(
        (text) =>
          text.split(',').every((origin) => /^(\*|null|[a-z][\w+.-]*:\/\/[^\s/?#@]+)$/i.test(origin.trim())),
        'must be web origins separated by commas, such as https://app.example.com',
      )
      .optional(),
  },
  webhookTimeout: {
    hint: 'MS',
    help: 'how long a webhook endpoint may take to answer, in real milliseconds',
    schema: wholeNumber(1, 600_000).default(5_000),
  },
  webhookPause: {
    hint: 'MS',
    help: 'real milliseconds before the first retry of an event that the endpoint did not answer with 200; doubled before the second retry, and again before the third and last',
    schema: wholeNumber(0, 600_000).default(1_000),
  },
  faults: {
    hint: 'RULES',
    help: 'fault rules that every account starts with; on the command line, a JSON array (see README.md, Error cases)',
    schema: z.preprocess(fromJson, z.array(z.looseObject({}))).default([]),
    type: 'FaultRule[]',
  },
  journal: {
    hint: 'N',
    help: 'the most requests in the journal, over all accounts; beyond that the oldest are dropped, and with 0 none are kept',
    schema: wholeNumber(0, 1_000_000).default(5_000),
  },
  journalBytes: {
    hint: 'BYTES',
    help: 'roughly the bytes that the requests in the journal take, likewise',
    schema: wholeNumber(0, Number.MAX_SAFE_INTEGER).default(2 ** 28),
  },
  adminToken: {
    hint: 'TOKEN',
    help: 'the token that the control plane requires in the header X-Admin-Token; without this option, the control plane is open on loopback and closed on any other host',
    schema: z.string().min(1).optional(),
  },
  maxAccounts: {
    hint: 'N',
    help: 'the most accounts in memory; beyond that the least recently used account is evicted, and starts fresh if it is used again',
    schema: wholeNumber(1, 10_000_000).default(10_000),
  },
  maxFiles: {
    hint: 'N',
    help: 'the most files and other records in memory, deleted files included, over all accounts; beyond that the least recently used accounts are evicted, and an account that reaches the limit alone gets 429',
    schema: wholeNumber(1, 100_000_000).default(1_000_000),
  },
  maxBytes: {
    hint: 'BYTES',
    help: 'roughly the bytes of names, metadata and all else that clients sent and accounts hold, of all accounts together; beyond it the same happens as beyond --max-files',
    schema: wholeNumber(100_000, Number.MAX_SAFE_INTEGER).default(2 ** 30),
  },
} as const satisfies Record<string, Option>;

const portNumber = wholeNumber(0, 65_535);

/** Where the command listens; `createMock()` does not take these. */
const commandListenOptions = {
  port: {
    hint: 'PORT',
    help: 'the port to listen on; 0 picks a free one',
    schema: portNumber.default(4_747),
  },
  host: {
    hint: 'HOST',
    help: 'the address to listen on; unless it is a loopback address, other machines can reach the mock',
    schema: z.string().min(1).default('127.0.0.1'),
  },
} as const satisfies Record<string, Option>;

/** Where `listen()` listens: by default on a free port, which is what tests need. */
export const listenOptions = {
  ...commandListenOptions,
  port: { ...commandListenOptions.port, schema: portNumber.default(0) },
} as const satisfies Record<string, Option>;

/** The options of the command. */
export const allOptions = { ...commandListenOptions, ...mockOptions };
export type OptionName = keyof typeof allOptions;

export type Table = Record<string, Option>;
type Complete<Options extends Table> = { [Name in keyof Options]: z.output<Options[Name]['schema']> };

export type MockSettings = Complete<typeof mockOptions>;

/** The command-line name of an option: `unknown-uris` for `unknownUris`. */
export const flagOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** The environment variable of an option: `CLOUDGLUE_MOCK_UNKNOWN_URIS` for `unknownUris`. */
export const variableOf = (name: string) =>
  `CLOUDGLUE_MOCK_${flagOf(name).replaceAll('-', '_').toUpperCase()}`;

/** The default of an option as text, or undefined. */
export function defaultOf({ schema }: Option): string | undefined {
  const { data } = schema.safeParse(undefined);
  // An empty list gives an empty string, which is not worth showing.
  return data === undefined ? undefined : String(data) || undefined;
}

/** Adds defaults to the options given. Throws TypeError if an option is wrong or unknown. */
export function complete<Options extends Table>(table: Options, given: object): Complete<Options> {
  const shape = Object.fromEntries(Object.entries(table).map(([name, { schema }]) => [name, schema]));
  const result = z.strictObject(shape).safeParse(given);
  if (result.success) return result.data as Complete<Options>;
  const [unknown] = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [],
  );
  const why =
    unknown === undefined ? explain(result.error, given, 'the options') : refuseOption(unknown, table);
  throw new TypeError(`cloudglue-mock: ${why}`);
}

/** Why options do not go together, if they do not. */
export const misfitOf = ({ data, store }: { data?: unknown; store?: unknown }): string | undefined =>
  data !== undefined && store !== undefined
    ? 'data and store exclude each other, since state is in one place: give a file, or the address of a store'
    : undefined;

/** Why an option is unknown here, and what to do instead. */
function refuseOption(name: string, table: object): string {
  const [called, other] = table === listenOptions ? ['listen', 'createMock'] : ['createMock', 'listen'];
  const remedy = Object.hasOwn(allOptions, name)
    ? `give it to ${other}({ ${name} })`
    : `it takes ${Object.keys(table).join(', ')}`;
  return `${called}() takes no option ${JSON.stringify(name)}: ${remedy}`;
}
