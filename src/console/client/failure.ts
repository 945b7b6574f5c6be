// Why a request of the console failed, in words for the person in front of it.

/** An answer of the mock that is no success, or no answer at all. */
export class Failure extends Error {
  override name = 'Failure';
  /** 0 if there was no answer. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The text of an error answer: of the API, or of the control plane. */
export function textOfError(status: number, text: string): string {
  try {
    const { error, detail } = JSON.parse(text) as { error?: unknown; detail?: unknown };
    const told = error ?? detail;
    if (typeof told === 'string') return told;
  } catch {
    // Not an answer of the mock; what follows tells its status.
  }
  return `The mock answered ${status}${text ? `: ${text.slice(0, 200)}` : ''}`;
}

/** What was thrown, as a sentence. */
export const explain = (thrown: unknown): string =>
  thrown instanceof Failure ? thrown.message : 'The mock did not answer.';
