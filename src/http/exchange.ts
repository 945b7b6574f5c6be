// A request and its response as the judge sees them. Nothing is read before a rule asks for it.
import type { Context } from 'hono';
import type { ErrorName } from '../errors/catalogue.ts';
import type { InvalidPart } from '../errors/explain.ts';
import type { Exchange } from '../judge/exchange.ts';
import type { OperationId } from '../openapi/cloudglue.ts';
import type { ApiVersion } from '../openapi/versions.ts';
import type { AppEnv } from './context.ts';
import { TextResponse } from './text-response.ts';

interface ExchangeOptions {
  /** Milliseconds since the Unix epoch, in real time. */
  at: number;
  answeredAt: number;
  /** The version of the API that requests without an account are answered as. */
  apiVersion: ApiVersion;
}

export class HttpExchange implements Exchange {
  readonly at: number;
  readonly answeredAt: number;
  readonly #c: Context<AppEnv>;
  readonly #response: Response;
  readonly #apiVersion: ApiVersion;
  #query: Record<string, string[]> | undefined;

  constructor(c: Context<AppEnv>, response: Response, { at, answeredAt, apiVersion }: ExchangeOptions) {
    this.#c = c;
    this.#response = response;
    this.at = at;
    this.answeredAt = answeredAt;
    this.#apiVersion = apiVersion;
  }

  get id(): string {
    return this.#c.get('requestId');
  }

  get now(): number | undefined {
    return this.#c.get('view')?.now;
  }

  get version(): ApiVersion {
    return this.#c.get('apiVersion') ?? this.#apiVersion;
  }

  get method(): string {
    return this.#c.req.method;
  }

  get path(): string {
    return this.#c.req.path;
  }

  get operation(): OperationId | null {
    return this.#c.get('operation') ?? null;
  }

  get params(): Record<string, string> {
    return this.#c.req.param();
  }

  get query(): Record<string, string[]> {
    this.#query ??= this.#c.req.queries();
    return this.#query;
  }

  header(name: string): string | undefined {
    return this.#c.req.header(name);
  }

  get headerNames(): string[] {
    const { rawHeaders } = this.#c.env;
    return rawHeaders ? rawHeaders.filter((_, at) => at % 2 === 0) : [...this.#c.req.raw.headers.keys()];
  }

  get body(): unknown {
    return this.#c.get('jsonBody');
  }

  get invalid(): InvalidPart | undefined {
    return this.#c.get('invalid');
  }

  get ignored(): readonly string[] {
    return this.#c.get('ignored') ?? [];
  }

  get status(): number {
    return this.#c.env.connectionBreak ? 0 : this.#response.status;
  }

  get errorCase(): ErrorName | undefined {
    return this.#c.env.errorCase;
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

  get faults(): readonly string[] {
    return this.#c.get('faults') ?? [];
  }
}
