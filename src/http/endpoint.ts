// What the pipeline knows of an endpoint, and the policies by which kinds of endpoints differ.
import type { Context } from 'hono';
import type { Accounts } from '../accounts/accounts.ts';
import { ApiError } from '../errors/api-error.ts';
import { explainRequest, type InvalidPart } from '../errors/explain.ts';
import { fieldsErrorOf } from '../errors/fields-error.ts';
import type { OperationId } from '../openapi/cloudglue.ts';
import type { LocatedOperation } from '../openapi/document.ts';
import { createAdminGuard } from './admin-guard.ts';
import { applyVersion } from './api-version.ts';
import { authenticate } from './authentication.ts';
import type { AppEnv } from './context.ts';
import { errorResponse } from './error-response.ts';
import type { Origins } from './origins.ts';
import { problemResponse } from './problem.ts';
import { type BodyLimit, USUAL_BODY } from './request-body.ts';

export interface Endpoint {
  policy: EndpointPolicy;
  /** The operation of the document; undefined for pages and for what has no route. */
  operation?: LocatedOperation;
  /** Whether the handler needs a JSON body. */
  readsJson?: boolean;
  /** Checks parameters and body, and leaves them where `c.req.valid` finds them. Throws the policy's `invalid`. */
  validate?: (c: Context<AppEnv>, body: unknown) => void;
  handle: (c: Context<AppEnv>) => Response | Promise<Response>;
}

/** What endpoints of one kind have in common. */
export interface EndpointPolicy {
  /** Lets a request in and finds its account, if the endpoint has one; throws what is answered otherwise. */
  authorize: (c: Context<AppEnv>, operation: LocatedOperation | undefined) => void;
  /** Whether the header Prefer and fault rules apply. */
  hasFaults: boolean;
  /** Whether requests go into the journal, and end a contract's interaction. */
  isJournaled: boolean;
  /** Whether its requests are judged; they are then in the journal too. */
  isJudged: boolean;
  /** Of a JSON body. */
  bodyLimit: BodyLimit;
  /** Makes what is thrown where a request does not fit the document. */
  invalid: (part: InvalidPart) => Error;
  /** The response to a request in which something was thrown. */
  errorResponse: (c: Context<AppEnv>, thrown: unknown) => Response;
  /** Headers of every response, beside its id and those of all kinds; not to be changed. */
  headers: (c: Context<AppEnv>) => Readonly<Record<string, string>>;
}

interface PolicyOptions {
  accounts: Accounts;
  adminToken: string | undefined;
  origins: Origins;
  /** Called with what was thrown where nothing should be: a defect of the mock itself. */
  onDefect: (thrown: unknown) => void;
}

/** Nothing but a page of the mock's own shows it, and no page may put it into a frame. */
const UNFRAMED = { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" };

const letIn = (): void => {};

/** The policy of each kind of endpoint. */
export function createPolicies({ accounts, adminToken, origins, onDefect }: PolicyOptions) {
  const guard = createAdminGuard(adminToken);
  const api: EndpointPolicy = {
    authorize(c, operation) {
      c.set('operation', operation?.id as OperationId);
      authenticate(c, accounts);
      applyVersion(c);
    },
    hasFaults: true,
    isJournaled: true,
    isJudged: true,
    bodyLimit: USUAL_BODY,
    invalid: (part) => ApiError.of('invalid-request', explainRequest(part)),
    errorResponse: (c, thrown) => errorResponse(c, thrown, onDefect),
    headers: (c) => origins.corsHeaders(c),
  };
  const control: EndpointPolicy = {
    authorize(c, operation) {
      guard(c);
      if (operation?.operation.security?.length !== 0) authenticate(c, accounts);
    },
    hasFaults: false,
    isJournaled: false,
    isJudged: false,
    bodyLimit: USUAL_BODY,
    invalid: ({ error, data }) => fieldsErrorOf('the request cannot be used', error, data),
    errorResponse: (c, thrown) => problemResponse(c, thrown, onDefect),
    headers: () => UNFRAMED,
  };
  /** For pages, which need no account. */
  const page: EndpointPolicy = {
    ...api,
    authorize: letIn,
    hasFaults: false,
    isJudged: false,
    headers: (c) => ({ ...api.headers(c), ...UNFRAMED }),
  };
  /** For paths that lead nowhere. */
  const unrouted: EndpointPolicy = { ...page, isJudged: true };
  /** For the console: what a browser loads to show it is nothing that a client did. */
  const console: EndpointPolicy = { ...page, isJournaled: false };
  /** For paths of the control plane that lead nowhere. */
  const unroutedControl: EndpointPolicy = { ...control, authorize: letIn };
  return { api, control, page, console, unrouted, unroutedControl };
}
