// Tells the broker what came of each pact that it gave. Pact's own verifier could do so, but knows nothing of what the
// document says: it would publish as verified what is broken.
import { packageVersion } from '../util/package.ts';
import { askBroker, type Broker } from './broker.ts';
import { brokerLink } from './broker-pacts.ts';
import { holds, type InteractionOutcome, type PactOutcome } from './outcome.ts';
import type { Pact } from './pacts.ts';

export interface PublishedVersion {
  version: string;
  branch: string | undefined;
}

const PUBLISH = 'pb:publish-verification-results';

/** Where the results of a pact go; undefined for one that is from no broker. */
export function publishUrlOf({ document }: Pact): string | undefined {
  const { _links } = document.raw as { _links?: Record<string, { href?: unknown } | undefined> };
  const href = _links?.[PUBLISH]?.href;
  return typeof href === 'string' ? href : undefined;
}

interface Result {
  pact: Pact;
  outcome: PactOutcome;
}

/**
 * Publishes the outcome of each pact, and before that the branch of the version.
 * @returns how many were published
 * @throws Error if one cannot be
 */
export async function publishResults(
  broker: Broker,
  results: readonly Result[],
  { version, branch }: PublishedVersion,
): Promise<number> {
  const [first] = results;
  if (branch !== undefined && first) {
    const url = await brokerLink(broker, 'pb:pacticipant-branch-version', {
      path: '/pacticipants/{pacticipant}/branches/{branch}/versions/{version}',
      values: { pacticipant: first.outcome.provider, branch, version },
    });
    await askBroker(broker, url, { method: 'PUT', body: {} });
  }
  for (const { pact, outcome } of results) {
    const url = publishUrlOf(pact);
    if (url === undefined) continue;
    await askBroker(broker, new URL(url, `${broker.url}/`).href, {
      method: 'POST',
      body: resultOf(pact, outcome, version),
    });
  }
  return results.filter(({ pact }) => publishUrlOf(pact) !== undefined).length;
}

/** What is pending by the consumer's own word does not fail its pact; what the broker calls pending does, for it asks. */
const fulfils = (nth: number, one: InteractionOutcome, { document }: Pact) =>
  holds(one) || document.interactions[nth]?.isPending === true;

function resultOf(pact: Pact, { interactions }: PactOutcome, version: string) {
  const raw = (pact.document.raw.interactions ?? pact.document.raw.messages ?? []) as { _id?: unknown }[];
  return {
    success: interactions.every((one, nth) => fulfils(nth, one, pact)),
    providerApplicationVersion: version,
    verifiedBy: { implementation: 'cloudglue-mock', version: packageVersion() },
    testResults: interactions.map((one, nth) => ({
      interactionDescription: one.description,
      ...(typeof raw[nth]?._id === 'string' && { interactionId: raw[nth]._id }),
      success: holds(one),
      mismatches: one.problems.map(({ found, kind, text, at }) => ({
        attribute: kind,
        description: text,
        identifier: at ?? found,
      })),
    })),
  };
}
