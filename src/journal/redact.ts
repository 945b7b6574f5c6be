// Keys and secrets, taken out of what the journal shows: by the names of headers, parameters and fields.

const REDACTED = '[redacted]';

/** Page tokens are no secret, and what a client did wrong with one is worth seeing. */
const isSecret = (name: string) =>
  /authorization|cookie|secret|password|passcode|api[-_]?key|token|signature|credential/i.test(name) &&
  !/page_token$/i.test(name);

/** A text without the secrets that URLs in it carry, such as the signature of a link that was signed. */
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
  // Written anew only where something changes, for a query can be spelled in many ways.
  if (parameters.some(([, value], index) => value !== [...url.searchParams.values()][index])) {
    url.search = String(new URLSearchParams(parameters));
  }
  return url.href;
}

/** A body without what its secret fields hold. It stays as it was written if there is none. */
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

/** The same where the body is no JSON, or was cut off: a value may then end with the text. */
const redactBroken = (body: string): string =>
  body.replace(
    /"([^"\\]{1,100})"(\s*:\s*)("(?:[^"\\]|\\.)*(?:"|$)|[^\s",}\]]+)/gs,
    (all, name: string, colon: string) => (isSecret(name) ? `"${name}"${colon}"${REDACTED}"` : all),
  );
