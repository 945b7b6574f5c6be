// The coverage of contracts: what an interaction that holds pins.
import { type Coverage, coverageOf } from '../coverage/coverage.ts';
import { endpointOf } from '../openapi/cloudglue.ts';
import type { ApiVersion } from '../openapi/versions.ts';
import { holds, type PactOutcome } from './outcome.ts';
import { unpinnable } from './unpinnable.ts';

export const PIN_WORDS = { covered: 'pinned', notYet: 'no contract yet' };

/** What the pacts pin of a version of the API; an interaction that does not hold pins nothing. */
export const pinnedBy = (pacts: readonly PactOutcome[], version: ApiVersion): Coverage =>
  coverageOf(
    pacts.flatMap(({ consumer, interactions }) =>
      interactions.filter(holds).map((one) => ({ ...one, by: consumer })),
    ),
    {
      version,
      reasons: unpinnable,
      provoke: (operation, status) =>
        status < 400 ? endpointOf(operation) : `the API answers ${JSON.stringify({ operation, status })}`,
    },
  );
