// How a refusal is agreed upon: the request, the status, a text to show, and what the client makes of it.
import type { PactV4 } from '@pact-foundation/pact';
import { expect } from 'vitest';
import { ApiError, type Client, createClient } from '../client.ts';
import type { State } from '../states.ts';
import { clientOf, errorBody, json, withKey } from './pact.ts';

type WithRequest = Parameters<ReturnType<PactV4['addInteraction']>['withRequest']>;
type WillRespondWith = Parameters<
  ReturnType<ReturnType<PactV4['addInteraction']>['withRequest']>['willRespondWith']
>;
/** Pact does not export the names of these two. */
export type RequestBuilder = Parameters<NonNullable<WithRequest[2]>>[0];
type ResponseBuilder = Parameters<NonNullable<WillRespondWith[1]>>[0];

/** A request in two forms that must agree: as the contract states it, and as the client makes it. */
export interface Ask {
  method: string;
  path: WithRequest[1];
  /** What the request has beside method, path and key. */
  request?: (request: RequestBuilder) => RequestBuilder;
  call: (client: Client) => Promise<unknown>;
}

export interface Refusal extends Ask {
  given: State;
  /** A second state that holds as well. */
  and?: State;
  /** Follows "a request": unique within the pact. */
  title: string;
  status: number;
  /** Further headers that the client reads from the answer. */
  headers?: Parameters<ResponseBuilder['headers']>[0];
  /** Whether the client has a key; true unless given. */
  keyed?: boolean;
}

/** States that the API refuses a request, and gives the error that the client throws for it. */
export async function expectRefusal(pact: PactV4, refusal: Refusal): Promise<ApiError> {
  const { given, and, title, method, path, request = (same) => same, status, call, keyed = true } = refusal;
  const interaction = pact.addInteraction().given(...given);
  const error = await (and ? interaction.given(...and) : interaction)
    .uponReceiving(`a request ${title}`)
    .withRequest(method, path, (builder) => {
      request(keyed ? builder.headers(withKey) : builder);
    })
    .willRespondWith(status, (response) => {
      response.headers({ ...json, ...refusal.headers }).jsonBody(errorBody);
    })
    .executeTest(async (server) => {
      const client = keyed ? clientOf(server) : createClient({ baseUrl: `${server.url}/v1` });
      return call(client).catch((thrown: unknown) => thrown);
    });
  if (!(error instanceof ApiError)) throw new Error(`the client did not refuse: ${JSON.stringify(error)}`);
  expect(error).toMatchObject({ status, message: errorBody.error.value });
  return error;
}
