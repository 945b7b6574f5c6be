// The error that handlers throw to answer with an error case of the catalogue.
import type { Subject } from './cases/error-case.ts';
import { type ErrorName, errorCase, type errorCases } from './catalogue.ts';

export type { ErrorName };

type DetailsOf<Name extends ErrorName> = Parameters<(typeof errorCases)[Name]['text']>;

/** An error answer. Throwing it is the only way to give one. */
export class ApiError extends Error {
  readonly case: ErrorName;
  readonly status: number;
  readonly headers: Record<string, string>;

  private constructor(
    name: ErrorName,
    message: string,
    headers: Record<string, string>,
    status: number = errorCase(name).status,
  ) {
    super(message);
    this.name = 'ApiError';
    this.case = name;
    this.status = status;
    this.headers = headers;
  }

  /** The error of a case of the catalogue, with the details that its text names. */
  static of<Name extends ErrorName>(name: Name, ...details: DetailsOf<Name>): ApiError {
    const { text, headers } = errorCase(name);
    return new ApiError(name, text(...details), headers ?? {});
  }

  /** The error of a case that a fault rule or a client asked for, with details from the request. */
  static forced(name: ErrorName, subject: Subject): ApiError {
    const { text, headers, forced } = errorCase(name);
    return new ApiError(name, text(...forced(subject)), headers ?? {});
  }

  /** The same error with another status, for an operation that does not document the error's own. */
  as(status: number): ApiError {
    return new ApiError(this.case, this.message, {}, status);
  }

  /** The same error with more headers. */
  with(headers: Record<string, string>): ApiError {
    return new ApiError(this.case, this.message, { ...this.headers, ...headers }, this.status);
  }
}
