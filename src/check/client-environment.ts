// What a command finds in its environment: where the mock is, its API key, and that no proxy is between them.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { packageModule } from '../util/package.ts';

/** What a variable can hold: the base URL with the path, the origin alone, or the API key. */
export const ENV_VALUES = ['base', 'origin', 'key'] as const;
export type EnvValue = (typeof ENV_VALUES)[number];

export interface ClientTarget {
  /** `http://127.0.0.1:4747` */
  origin: string;
  /** `http://127.0.0.1:4747/v1` */
  baseUrl: string;
  key: string;
}

export interface ClientEnvironmentOptions {
  /** Further variables that the client reads. */
  variables: Readonly<Record<string, EnvValue>>;
  /** The host whose requests go to the mock in Node.js processes; undefined for none. */
  redirect?: string | undefined;
}

/** Hosts that are this machine. */
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/** The environment of a client of the mock. */
export function clientEnvironment(
  { origin, baseUrl, key }: ClientTarget,
  { variables, redirect }: ClientEnvironmentOptions,
  env: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const values = { base: baseUrl, origin, key };
  const direct = [...LOOPBACK, ...(redirect === undefined ? [] : [redirect])];
  return {
    ...env,
    // Programs differ in which of both they read first.
    NO_PROXY: withHosts(env.NO_PROXY, direct),
    no_proxy: withHosts(env.no_proxy ?? env.NO_PROXY, direct),
    CLOUDGLUE_BASE_URL: baseUrl,
    CLOUDGLUE_API_KEY: key,
    CLOUDGLUE_MOCK_URL: origin,
    ...(redirect !== undefined && {
      CLOUDGLUE_MOCK_REDIRECT: redirect,
      NODE_OPTIONS: [env.NODE_OPTIONS, ...preload()].filter(Boolean).join(' '),
    }),
    ...Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, values[value]])),
  };
}

function withHosts(given: string | undefined, hosts: readonly string[]): string {
  const known = (given ?? '').split(/[\s,]+/).filter(Boolean);
  if (known.includes('*')) return '*';
  return [...new Set([...known, ...hosts])].join(',');
}

/** The options with which Node.js loads `redirect.ts` before a program. */
function preload(): string[] {
  const module = fileURLToPath(packageModule('check/redirect'));
  // From source, it is TypeScript.
  const loader = module.endsWith('.ts') ? [createRequire(import.meta.url).resolve('tsx/cjs')] : [];
  return [...loader, module].map((path) => `--require "${path.replace(/["\\]/g, '\\$&')}"`);
}
