// Passwords, tokens and keys that `verify` is given: they are in no message and in no report.
import { brokerSecrets, type Environment } from './broker.ts';
import type { VerifySettings } from './verify-options.ts';

/** Names of headers whose values let somebody in. */
const SECRET_HEADER = /auth|token|key|secret|cookie/i;

/** Shorter ones could be any part of a text. */
const SHORTEST = 4;

/** Every secret of a command line and its environment. */
export function secretsOf(
  { headers, pacts, baseUrl, statesUrl }: VerifySettings,
  env: Environment,
): string[] {
  const urls = [...pacts, baseUrl, statesUrl].flatMap((url) =>
    url !== undefined && URL.canParse(url) ? [new URL(url)] : [],
  );
  const found = [
    ...brokerSecrets(env),
    // Of `Bearer KEY`, the key.
    ...headers.flatMap(([name, value]) => (SECRET_HEADER.test(name) ? [value.split(' ').at(-1) ?? ''] : [])),
    ...urls.flatMap(({ password, searchParams }) => [password, searchParams.get('token') ?? '']),
  ];
  return [...new Set(found.flatMap((one) => [one, decode(one)]))].filter(({ length }) => length >= SHORTEST);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What replaces every secret in a text. */
export function concealer(secrets: readonly string[]): (text: string) => string {
  // The longest first: one may be a part of another.
  const ordered = secrets.toSorted((a, b) => b.length - a.length);
  return (text) => ordered.reduce((result, secret) => result.replaceAll(secret, '***'), text);
}
