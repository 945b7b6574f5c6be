// A connector as seed files, programs and snapshots write it.
import * as z from 'zod';
import { explainIssue } from '../errors/explain.ts';
import { definitions, registry } from './connectors/connector-registry.ts';
import type { ConnectorType, SeedConnector } from './definition.ts';

const types = Object.keys(registry).join(', ');

const connectorSeedOf = (definition: (typeof definitions)[number]) =>
  z.strictObject({
    type: z.literal(definition.type),
    id: z.uuid().optional(),
    created_at: z.iso.datetime({ offset: true }).optional(),
    updated_at: z.iso.datetime({ offset: true }).optional(),
    metadata: z.record(z.string(), z.unknown()).optional(),
    items: z.array(definition.seed).default([]),
  });

export type ConnectorSeed = z.output<ReturnType<typeof connectorSeedOf>>;

export const connectorSeed = z.lazy(() =>
  z.discriminatedUnion('type', definitions.map(connectorSeedOf) as [ReturnType<typeof connectorSeedOf>], {
    error: (issue) => (issue.code === 'invalid_union' ? `must be one of ${types}` : undefined),
  }),
);

/** A connector that an account added or changed. */
export interface ChangedConnector {
  type: ConnectorType;
  seed: SeedConnector<unknown>;
}

export const changedConnector = z.lazy(
  () =>
    z
      .strictObject({
        type: z.string(),
        seed: z.looseObject({
          id: z.uuid(),
          created_at: z.string(),
          metadata: z.record(z.string(), z.unknown()),
          items: z.array(z.unknown()),
        }),
      })
      .superRefine(({ type, seed }, context) => {
        const result = connectorSeed.safeParse({ ...seed, type });
        for (const issue of result.error?.issues ?? [])
          context.addIssue({
            code: 'custom',
            path: ['seed', ...issue.path],
            message: explainIssue(issue, { ...seed, type }),
          });
      }) as unknown as z.ZodType<ChangedConnector>,
);
