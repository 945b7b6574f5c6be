// Requests of `verify` to servers that the user names: a broker, or a provider other than the mock.

/** As long as Pact itself waits for an answer, in milliseconds. */
const TIMEOUT = 30_000;

/** The response with its whole body. Throws Error that names the server and why it could not be reached. */
export async function fetchOutside(who: string, url: string, init: RequestInit = {}): Promise<Response> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT) });
    const { status, headers } = response;
    const text = await response.text();
    return new Response(text || null, {
      status,
      headers: { 'content-type': headers.get('content-type') ?? '' },
    });
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') {
      throw new Error(`${who} at ${url} does not answer: waited ${TIMEOUT / 1_000} seconds`);
    }
    const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
    throw new Error(`${who} at ${url} cannot be reached: ${cause?.code ?? cause?.message ?? message}`);
  }
}
