// A JSON answer as a text and plain headers: to Hono and to clients a Response, to the server nothing but that text.
import type { Context } from 'hono';

/**
 * Making a Response and reading its body back from a web stream costs several times what all else about a
 * request does. So the Response is made only where somebody wants more of an answer than status, headers and text.
 */
export class JsonAnswer {
  readonly status: number;
  /** The body. */
  readonly content: string;
  /** By their names in lower case. */
  readonly plainHeaders: Record<string, string>;
  #response: Response | undefined;

  constructor(value: unknown, status = 200, headers?: Record<string, string>) {
    this.status = status;
    this.content = JSON.stringify(value);
    this.plainHeaders = { 'content-type': 'application/json' };
    for (const name in headers) this.plainHeaders[name.toLowerCase()] = headers[name] as string;
  }

  /** The same as the Response that it stands for; what is done to that one counts from then on. */
  get response(): Response {
    this.#response ??= new Response(this.content, { status: this.status, headers: this.plainHeaders });
    return this.#response;
  }

  /** Whether status, headers and text are still all there is to it. */
  get isPlain(): boolean {
    return this.#response === undefined;
  }
}

// Whatever else a Response has, the one it stands for does.
for (const name of Object.getOwnPropertyNames(Response.prototype)) {
  if (name in JsonAnswer.prototype || name === 'status') continue;
  Object.defineProperty(JsonAnswer.prototype, name, {
    get(this: JsonAnswer) {
      const { response } = this;
      const own: unknown = Reflect.get(response, name);
      return typeof own === 'function' ? own.bind(response) : own;
    },
  });
}
Object.setPrototypeOf(JsonAnswer.prototype, Response.prototype);

/** The answer if it is a plain text still. */
export const plainAnswerOf = (response: Response): JsonAnswer | undefined =>
  response instanceof JsonAnswer && response.isPlain ? response : undefined;

/** Stands in for `c.json`; headers that were set before are not looked for. */
export const answerJson = ((value: unknown, status?: number, headers?: Record<string, string>) =>
  new JsonAnswer(value, status, headers)) as unknown as Context['json'];

/** Sets headers of an answer, whatever it is. */
export function setHeaders(answer: Response, headers: Record<string, string>): void {
  const plain = plainAnswerOf(answer);
  for (const name in headers) {
    if (plain) plain.plainHeaders[name] = headers[name] as string;
    else answer.headers.set(name, headers[name] as string);
  }
}
