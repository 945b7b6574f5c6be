// Turns every way to provoke an error case into a command that can be copied, and the requests that it sends.
import { flagOf } from '../config/options.ts';
import type { Example } from '../errors/cases/error-case.ts';
import { type ErrorName, errorCase } from '../errors/catalogue.ts';
import type { AdminSchemas } from '../openapi/admin.ts';
import type { OperationId } from '../openapi/cloudglue.ts';
import { curlCommand } from '../util/curl.ts';
import type { World } from '../world/world.ts';
import { itemRequests, requestsOf, ruleThenRequest, usualRequest } from './error-requests.ts';

type ErrorCommand = AdminSchemas['ErrorCommand'];
type ErrorRequest = AdminSchemas['ErrorRequest'];
type Ways = AdminSchemas['ErrorCaseEntry']['ways'];

/** The mock that the commands are for. */
export interface CommandTarget {
  /** Scheme, host and port of the mock. */
  origin: string;
  world: World;
}

interface CommandOptions extends CommandTarget {
  name: ErrorName;
  ways: Ways;
  /** The operations at which a fault rule, and the Prefer header, can force the case. */
  places: { rule: OperationId | undefined; prefer: OperationId | undefined };
}

const KEY = 'cg-demo';

/** The ways to provoke an error case, each as a command. */
export function commandsFor({ name, ways, places, origin, world }: CommandOptions): ErrorCommand[] {
  const { requests = [] } = errorCase(name);
  const { rule, prefer } = places;
  const command = (way: ErrorCommand['way'], example: Example): ErrorCommand => {
    const sent = requestsOf(example);
    const { options } = example;
    return {
      way,
      curl: curlOf(sent, origin),
      start: options === undefined ? null : startLine(options),
      requests: sent,
    };
  };
  const anyPlace = (requests[0]?.operation ?? errorCase(name).operations[0]) as OperationId;
  const { options: _, ...first } = requests[0] ?? usualRequest(rule ?? anyPlace, world);
  return [
    ...requests.map((request) => command('request', request)),
    ...itemRequests(name, world).map((request) => command('item', request)),
    ...ways.tokens.map((token) => command('token', { ...first, token })),
    ...(prefer && ways.prefer !== null
      ? [command('prefer', { ...usualRequest(prefer, world), headers: { Prefer: ways.prefer } })]
      : []),
    ...(rule ? [command('rule', ruleThenRequest(name, rule, world))] : []),
  ];
}

const startLine = (options: NonNullable<Example['options']>): string =>
  [
    'cloudglue-mock',
    ...Object.entries(options).flatMap(([name, value]) => [`--${flagOf(name)}`, value]),
  ].join(' ');

/** Requests as one curl command, which reads what the last one needs from the answer before. */
function curlOf(requests: readonly ErrorRequest[], origin: string): string {
  const last = requests.at(-1);
  if (!last) return '';
  const sent = ownCurl(last, origin);
  if (requests.length === 1) return sent;
  const first = curlOf(requests.slice(0, -1), origin);
  const fields = [...last.path.matchAll(/\{(\w+)\}/g)].map(([, field = '']) => field);
  const [only, ...others] = fields;
  if (only === undefined) return `${first} && ${sent}`;
  const read = (field: string) => `node -pe 'JSON.parse(fs.readFileSync(0)).${field}'`;
  if (others.length === 0) return `${only}=$(${first} | ${read(only)}) && ${sent}`;
  const assigned = fields.map((field) => `${field}=$(echo "$answer" | ${read(field)})`);
  return [`answer=$(${first})`, ...assigned, sent].join(' && ');
}

function ownCurl(request: ErrorRequest, origin: string): string {
  const { method, path, headers, key = KEY, body, bytes, form } = request;
  const command = curlCommand({
    method,
    url: `${origin}${path}`,
    headers: { ...(key !== null && { Authorization: `Bearer ${key}` }), ...headers },
    body,
    form,
    readsInput: bytes !== undefined,
  });
  // A field of the first answer is a shell variable, so it goes outside the single quotes.
  const [place = '', ...rest] = command.split(' -H ');
  const filled = [place.replace(/\{(\w+)\}/g, `'"$$$1"'`), ...rest].join(' -H ');
  return bytes === undefined ? filled : `head -c ${bytes} /dev/zero | tr '\\0' x | ${filled}`;
}
