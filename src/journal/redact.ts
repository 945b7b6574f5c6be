// Removes keys and secrets from what the journal shows, by the names of headers, parameters and fields.

const REDACTED = '[redacted]';

/** Page tokens are no secret, and users want to see what a client did wrong with one. */
const isSecret = (name: string) =>
  /authorization|cookie|secret|password|passcode|api[-_]?key|token|signature|credential/i.test(name) &&
  !/page_token$/i.test(name);

/** A text without the secrets in its URLs, such as the signature of a signed link. */
export const redactText = (text: string): string =>
  text
    .replace(/(https?:\/\/)[^/\s"@?#]+@/gi, `$1${REDACTED}@`)
    .replace(/([?&])([^=&#"\s?]{1,100})=([^&#"\s\\]+)/g, (all, before: string, name: string) =>
      isSecret(name) ? `${before}${name}=${REDACTED}` : all,
    );

export const redactHeaders = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, isSecret(name) ? REDACTED : redactText(value)]),
  );

export function redactUrl(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  const parameters = [...url.searchParams].map(([name, value]): [string, string] => [
    name,
    isSecret(name) ? REDACTED : redactText(value),
  ]);
  // Rewriting a query can change its spelling, so it is done only where a value was removed.
  if (parameters.some(([, value], index) => value !== [...url.searchParams.values()][index])) {
    url.search = String(new URLSearchParams(parameters));
  }
  return url.href;
}

/** A body without the values of secret fields; unchanged if it has none. */
export function redactBody(body: string): string {
  let found = false;
  try {
    const rest = JSON.parse(body, (name, value) => {
      if (!isSecret(name) || value === null) return value;
      found = true;
      return REDACTED;
    });
    return redactText(found ? JSON.stringify(rest) : body);
  } catch {
    return redactText(redactBroken(body));
  }
}

/** The same for a body that is not JSON or was cut: its last value may be incomplete. */
const redactBroken = (body: string): string =>
  body.replace(
    /"([^"\\]{1,100})"(\s*:\s*)("(?:[^"\\]|\\.)*(?:"|$)|[^\s",}\]]+)/gs,
    (all, name: string, colon: string) => (isSecret(name) ? `"${name}"${colon}"${REDACTED}"` : all),
  );
