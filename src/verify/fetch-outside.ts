// Requests of `verify` to servers that the user names: a broker, or a provider other than the mock.

/** As long as Pact itself waits for an answer, in milliseconds. */
const TIMEOUT = 30_000;
const REMEDY = 'Check that it is running, and its URL';

/** A URL as messages show it: without a user, a password or a query, which can hold a key. */
export function shownUrl(url: string): string {
  if (!URL.canParse(url)) return 'a URL that cannot be read';
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname === '/' ? '' : pathname}`;
}

/** The response with its whole body. Throws Error that names the server and why it could not be reached. */
export async function fetchOutside(who: string, url: string, init: RequestInit = {}): Promise<Response> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT) });
    const { status, headers } = response;
    const text = await response.text();
    const kept = ['content-type', 'location'].flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value] as [string, string]];
    });
    return new Response(text || null, { status, headers: kept });
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') {
      throw new Error(
        `${who} at ${shownUrl(url)} does not answer: waited ${TIMEOUT / 1_000} seconds. ${REMEDY}`,
      );
    }
    const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
    throw new Error(
      `${who} at ${shownUrl(url)} cannot be reached: ${cause?.code ?? cause?.message ?? message}. ${REMEDY}`,
    );
  }
}
