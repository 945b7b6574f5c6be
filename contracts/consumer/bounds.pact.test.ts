// Each bound of the document, from both sides: the last value that is taken, and the first that is refused.
import { expect, test } from 'vitest';
import { apiOf, type OperationId } from '../../src/openapi/cloudglue.ts';
import { dereference, type JsonSchema } from '../../src/openapi/document.ts';
import type { ApiError, Client } from '../client.ts';
import { type State, state } from '../states.ts';
import { asks } from '../support/asks.ts';
import { fieldsOf } from '../support/fields.ts';
import { ids } from '../support/ids.ts';
import {
  clientOf,
  createPact,
  errorBody,
  GATEWAY,
  json,
  OPERATIONS,
  PINNED_VERSION,
  withKey,
} from '../support/pact.ts';

const { document, operationsById } = apiOf(PINNED_VERSION);
const pacts = { [OPERATIONS]: createPact(), [GATEWAY]: createPact(GATEWAY) };

/** The operations with bounds: the states that they need, and the client's call. */
const bounded: Partial<
  Record<OperationId, { given: State; call: (client: Client, value: object) => Promise<unknown> }>
> = {
  listDataConnectorFiles: {
    given: state('a connector exists'),
    call: (client, query) => client.listDataConnectorFiles(ids.grain, query),
  },
  listFiles: { given: state('files exist', { count: 1 }), call: (client, query) => client.listFiles(query) },
  listCollections: {
    given: state('a collection exists'),
    call: (client, query) => client.listCollections(query),
  },
  listVideos: {
    given: state('a file is in a collection'),
    call: (client, query) => client.listVideos(ids.collection, query),
  },
  listTags: { given: state('a file is tagged'), call: (client, query) => client.listTags(query) },
  listWebhooks: { given: state('a webhook exists'), call: (client, query) => client.listWebhooks(query) },
  listMetadataImports: {
    given: state('an import exists'),
    call: (client, query) => client.listMetadataImports(ids.collection, query),
  },
  getMetadataImport: {
    given: state('an import has run'),
    call: (client, query) => client.getMetadataImport(ids.collection, ids.import, query),
  },
  createMetadataImport: {
    given: state('a collection exists', { collection_type: 'metadata' }),
    call: (client, body) =>
      client.createMetadataImport(ids.collection, { name: 'Calls', connector_id: ids.grain, ...body }),
  },
  createMetadataImportRun: {
    given: state('an import exists'),
    call: (client, body) => client.createMetadataImportRun(ids.collection, ids.import, body),
  },
};

const whole = { createMetadataImport: { name: 'Calls', connector_id: ids.grain } } as Record<string, object>;

interface Edge {
  operation: OperationId;
  isIn: 'query' | 'body';
  name: string;
  value: unknown;
  isTaken: boolean;
}

const BOUNDS = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'];

/** A value of that size: a number, a text, a list. */
function sized(bound: string, size: number): unknown {
  if (bound.endsWith('Length')) return 'n'.repeat(size);
  return bound.endsWith('Items') ? Array.from({ length: size }, () => ({ from: '2025-01-01' })) : size;
}

function edgesOf(operation: OperationId): Edge[] {
  const { parameters = [], requestBody } = operationsById.get(operation)?.operation ?? {};
  const body = requestBody?.content['application/json']?.schema;
  const inputs = [
    ...parameters
      .filter((one) => one.in === 'query')
      .map(({ name, schema }) => ({ name, schema, isIn: 'query' as const })),
    ...[...(body ? fieldsOf(document, body) : [])].map(([name, schema]) => ({
      name,
      schema: dereference<JsonSchema>(document, schema),
      isIn: 'body' as const,
    })),
  ];
  return inputs.flatMap(({ name, schema, isIn }) =>
    BOUNDS.filter((bound) => typeof schema[bound] === 'number').flatMap((bound): Edge[] => {
      const limit = Number(schema[bound]);
      const beyond = bound.startsWith('max') ? limit + 1 : limit - 1;
      return [
        { operation, isIn, name, value: sized(bound, limit), isTaken: true },
        { operation, isIn, name, value: sized(bound, beyond), isTaken: false },
      ];
    }),
  );
}

const edges = (Object.keys(bounded) as OperationId[]).flatMap(edgesOf);
const short = (value: unknown) => {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'string' ? `a text of ${value.length}` : String(value);
};

test('there are such bounds', () => expect(edges.length).toBeGreaterThan(20));

test.each(edges.map((edge) => [`${edge.operation} with ${edge.name} ${short(edge.value)}`, edge] as const))(
  'the bound: %s',
  (title, { operation, isIn, name, value, isTaken }) => {
    const { given, call } = bounded[operation] ?? {};
    if (!given || !call) throw new Error(`${operation} has bounds: say how it is called`);
    const { method, path } = asks[operation];
    const isDocumented = isTaken || '400' in (operationsById.get(operation)?.operation.responses ?? {});
    return pacts[isDocumented ? OPERATIONS : GATEWAY]
      ?.addInteraction()
      .given(...given)
      .uponReceiving(`a request for ${title}`)
      .withRequest(method, path, (builder) => {
        builder.headers(withKey);
        if (isIn === 'query') builder.query({ [name]: String(value) });
        else builder.jsonBody({ ...whole[operation], [name]: value });
      })
      .willRespondWith(isTaken ? 200 : 400, (response) => {
        response.headers(json).jsonBody(isTaken ? {} : errorBody);
      })
      .executeTest(async (server) => {
        const answered = await call(clientOf(server), { [name]: value }).catch((thrown: unknown) => thrown);
        if (isTaken) expect(answered).toEqual({});
        else expect((answered as ApiError).status).toBe(400);
      });
  },
);
