// What `verify` asks of others, and only where it is told whom: a broker, or a provider that is not the mock.

/** The answer, as `fetch` gives it. Throws Error that names who could not be reached, and why. */
export async function askOutside(who: string, url: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
    throw new Error(`${who} at ${url} cannot be reached: ${cause?.code ?? cause?.message ?? message}`);
  }
}
