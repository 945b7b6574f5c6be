// A request and its response as the judge sees them. Nothing is read before a rule asks for it.
import type { Context } from 'hono';
import type { ErrorName } from '../errors/catalogue.ts';
import type { InvalidPart } from '../errors/explain.ts';
import type { Exchange } from '../judge/exchange.ts';
import type { OperationId } from '../openapi/cloudglue.ts';
import type { ApiVersion } from '../openapi/versions.ts';
import { shownTime } from '../time/clock.ts';
import { API_DEPTH, parseJson } from '../util/json-depth.ts';
import type { AppEnv } from './context.ts';
import { isJson } from './request-body.ts';
import { TextResponse } from './text-response.ts';

export interface ExchangeOptions {
  /** When the request came, in milliseconds since the Unix epoch, in real time. */
  at: number;
  durationMs: number;
  /** What the operation answered, before a fault changed it; undefined where it did not run. */
  handled: Response | undefined;
  /** Whether the account had one request under way at a time. */
  isAlone: boolean;
}

/** The value of a header, as node:http gives names and values in turns: sooner than Headers can be made of them. */
function headerIn(rawHeaders: readonly string[], name: string): string | undefined {
  let value: string | undefined;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const given = rawHeaders[at] as string;
    if (given.length === name.length && given.toLowerCase() === name)
      value = value === undefined ? rawHeaders[at + 1] : `${value}, ${rawHeaders[at + 1]}`;
  }
  return value;
}

export class HttpExchange implements Exchange {
  readonly at: number;
  readonly answeredAt: number;
  readonly version: ApiVersion;
  readonly operation: OperationId | null;
  readonly status: number;
  readonly errorCase: ErrorName | undefined;
  readonly shownAt: number;
  readonly isAlone: boolean;
  readonly #c: Context<AppEnv>;
  readonly #response: Response;
  readonly #handled: Response | undefined;
  #params: Record<string, string> | undefined;
  #query: Record<string, string[]> | undefined;

  /** @param apiVersion the version of the API that requests without an account are answered as */
  constructor(
    c: Context<AppEnv>,
    response: Response,
    { at, durationMs, handled, isAlone }: ExchangeOptions,
    apiVersion: ApiVersion,
  ) {
    this.#c = c;
    this.#response = response;
    this.at = at;
    this.answeredAt = at + durationMs;
    // What nearly every rule asks for is read once.
    this.version = c.get('apiVersion') ?? apiVersion;
    this.operation = c.get('operation') ?? null;
    this.status = c.env.connectionBreak ? 0 : response.status;
    this.errorCase = c.env.errorCase;
    this.shownAt = shownTime();
    this.isAlone = isAlone;
    this.#handled = handled;
  }

  get id(): string {
    return this.#c.get('requestId');
  }

  get now(): number | undefined {
    return this.#c.get('view')?.now;
  }

  get method(): string {
    return this.#c.req.method;
  }

  get path(): string {
    return this.#c.req.path;
  }

  get params(): Record<string, string> {
    this.#params ??= this.#c.req.param();
    return this.#params;
  }

  get query(): Record<string, string[]> {
    this.#query ??= this.#c.get('queries') ?? (this.#c.req.url.includes('?') ? this.#c.req.queries() : {});
    return this.#query;
  }

  header(name: string): string | undefined {
    const { rawHeaders } = this.#c.env;
    return rawHeaders ? headerIn(rawHeaders, name) : this.#c.req.header(name);
  }

  get headerNames(): string[] {
    const { rawHeaders } = this.#c.env;
    if (!rawHeaders) return [...this.#c.req.raw.headers.keys()];
    const names: string[] = [];
    for (let at = 0; at < rawHeaders.length; at += 2) names.push(rawHeaders[at] as string);
    return names;
  }

  get body(): unknown {
    return this.#c.get('jsonBody') ?? this.#bodyBeforeError();
  }

  get formFields(): readonly string[] | undefined {
    return this.#c.get('formFields');
  }

  get bodyLength(): number | undefined {
    const text: string | undefined = this.#c.get('requestBody');
    if (text !== undefined) return text.length;
    const announced = this.#c.req.header('content-length');
    return announced === undefined ? undefined : Number(announced);
  }

  get invalid(): InvalidPart | undefined {
    return this.#c.get('invalid');
  }

  get errorText(): string | undefined {
    const { error } = (this.answer ?? {}) as { error?: unknown };
    return this.errorCase && typeof error === 'string' ? error : undefined;
  }

  get retryAfter(): number | undefined {
    const { plainHeaders } = this.#response as Partial<TextResponse>;
    const seconds = Number(plainHeaders?.['retry-after'] ?? Number.NaN);
    return Number.isNaN(seconds) ? undefined : seconds;
  }

  get answer(): unknown {
    const isWhole = this.#response instanceof TextResponse && !this.#c.env.connectionBreak;
    return isWhole ? (this.#response as TextResponse).value : undefined;
  }

  get isForced(): boolean {
    return this.#c.get('isForced') ?? false;
  }

  get done(): unknown {
    return this.#handled instanceof TextResponse && this.#handled.status < 300
      ? this.#handled.value
      : undefined;
  }

  get isTimed(): boolean {
    return this.#c.get('isTimed') ?? false;
  }

  get faults(): readonly string[] {
    return this.#c.get('faults') ?? [];
  }

  /** The body of a request that a fault rule refused before its body was checked. */
  #bodyBeforeError(): unknown {
    const text: string | undefined = this.#c.get('requestBody');
    if (!text || !isJson(this.#c.req.header('content-type'))) return undefined;
    try {
      return parseJson(text, API_DEPTH);
    } catch {
      return undefined;
    }
  }
}
