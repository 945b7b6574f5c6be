// Sends a request of an interaction to a fresh mock in its states, as a verifier does, to see what is answered.
import { complete, mockOptions } from '../../config/options.ts';
import { endOf } from '../../control/report.ts';
import type { ErrorName } from '../../errors/catalogue.ts';
import { createBindings } from '../../http/context.ts';
import { requestRules } from '../../judge/rule-registry.ts';
import { assemble } from '../../mock/assemble.ts';
import { ADMIN_PATH } from '../../openapi/paths.ts';
import type { ApiVersion } from '../../openapi/versions.ts';
import { seededWorld } from '../../world/world.ts';
import type { PactRequest } from './pact-file.ts';
import { CONTRACT_AUTHORIZATION, type Values } from './request-part.ts';
import type { Situation } from './situations.ts';

/** What was answered. */
export interface Replayed {
  status: number;
  errorCase: ErrorName | undefined;
  answer: unknown;
  hasRetryAfter: boolean;
  /** The rules of single requests that the request breaks. */
  mistakes: string[];
}

/** A mock in which interactions are tried, each in a fresh account. */
export interface Stage {
  /** Sets the states up; undefined if that cannot be. */
  setUp(situation: Situation): Promise<Values | undefined>;
  send(request: PactRequest): Promise<Replayed>;
  close(): Promise<void>;
}

const ORIGIN = 'http://cloudglue.mock';
const RULES = new Set(requestRules.map(({ name }) => name));

/** The same mock that `verify` starts, without a port. */
export function openStage(apiVersion: ApiVersion): Stage {
  const settings = complete(mockOptions, { apiVersion, lifecycle: 'manual', journal: 0 });
  const { app, parts } = assemble(settings, seededWorld());
  const { accounts, judge, dispatcher, feed } = parts;
  const accountId = accounts.of(CONTRACT_AUTHORIZATION.slice('Bearer '.length)).id;

  async function change(body: object): Promise<Response> {
    const headers = { authorization: CONTRACT_AUTHORIZATION, 'content-type': 'application/json' };
    const url = `${ORIGIN}${ADMIN_PATH}/pact/setup`;
    return app.fetch(
      new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }),
      createBindings(),
    );
  }

  return {
    async setUp(situation) {
      // A state that could not be set up has ended its interaction, and the next one begins fresh.
      await change({ action: 'teardown' });
      judge.clear();
      let values: Values = {};
      for (const { name, params } of situation) {
        const response = await change({ state: name, params, action: 'setup' });
        if (!response.ok) return undefined;
        values = { ...values, ...((await response.json()) as Values) };
      }
      return values;
    },
    async send(request) {
      const bindings = createBindings();
      const response = await app.fetch(fetchRequestOf(request), bindings);
      const text = await response.text();
      const { findings } = judge.of(
        request.headers.Authorization ? accountId : null,
        endOf(accounts.byId(accountId)),
      );
      return {
        status: response.status,
        errorCase: bindings.errorCase,
        answer: text === '' ? undefined : JSON.parse(text),
        hasRetryAfter: response.headers.has('retry-after'),
        mistakes: findings.filter(({ rule }) => RULES.has(rule)).map(({ rule }) => rule),
      };
    },
    async close() {
      dispatcher.stop();
      feed.stop();
      await accounts.close();
    },
  };
}

function fetchRequestOf({ method, path, query = {}, headers, body }: PactRequest): Request {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, values]) => values.map((value) => [name, value])),
  );
  return new Request(`${ORIGIN}${path}${search.size > 0 ? `?${search}` : ''}`, {
    method,
    headers: Object.entries(headers).map(([name, [value = '']]): [string, string] => [name, value]),
    ...(body && {
      body:
        body.encoded === 'base64'
          ? Buffer.from(String(body.content), 'base64')
          : JSON.stringify(body.content),
    }),
  });
}
