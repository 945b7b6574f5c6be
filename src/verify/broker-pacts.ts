// Reads from a broker the pacts that a provider is to verify, as the broker selects them, or one pact by its URL.
import * as z from 'zod';
import { UsageError } from '../errors/usage-error.ts';
import { askBroker, type Broker } from './broker.ts';
import { shownUrl } from './fetch-outside.ts';
import type { RawPact } from './pacts.ts';
import { parseJson } from './parse-pact.ts';
import { temporaryFile } from './prepare-runs.ts';

/** Which pacts a broker is asked for. */
export interface Selection {
  provider: string;
  /** As the broker understands them; without any, the latest pact of each consumer. */
  selectors: readonly unknown[];
  branch: string | undefined;
  /** Whether pacts that this provider has never fulfilled count. */
  includesPending: boolean;
  /** A date: pacts that were published since then and selected by nobody are verified too, and do not count. */
  wipSince: string | undefined;
}

const link = z.object({ href: z.string() });
const index = z.object({ _links: z.record(z.string(), z.unknown()) });
const list = z.object({
  _embedded: z.object({
    pacts: z.array(
      z.object({
        verificationProperties: z
          .object({
            pending: z.boolean().nullish(),
            wip: z.boolean().nullish(),
            notices: z.array(z.object({ when: z.string().nullish(), text: z.string() })).nullish(),
          })
          .nullish(),
        _links: z.object({ self: link }),
      }),
    ),
  }),
});

/** Throws Error if it is no answer of a broker. */
function read<Schema extends z.ZodType>(schema: Schema, text: string, url: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new Error(
      `${shownUrl(url)} does not answer as a broker does: check that PACT_BROKER_BASE_URL is one`,
    );
  }
}

/** A link of a broker's index, with its template filled in; the documented path where the index has none. */
export async function brokerLink(
  broker: Broker,
  name: string,
  { path, values }: { path: string; values: Record<string, string> },
): Promise<string> {
  const { _links } = read(index, await askBroker(broker, broker.url), broker.url);
  const found = link.safeParse(_links[name]);
  const template = found.success ? found.data.href : `${broker.url}${path}`;
  const filled = template.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(values[key] ?? ''));
  return new URL(filled, `${broker.url}/`).href;
}

export interface BrokerPacts {
  pacts: RawPact[];
  /** What the broker has to say of them. */
  notices: string[];
}

/** The pacts that the broker selects. Throws Error if it cannot be read. */
export async function readBroker(broker: Broker, selection: Selection): Promise<BrokerPacts> {
  const { provider, selectors, branch, includesPending, wipSince } = selection;
  const url = await brokerLink(broker, 'pb:provider-pacts-for-verification', {
    path: '/pacts/provider/{provider}/for-verification',
    values: { provider },
  });
  const body = {
    consumerVersionSelectors: selectors,
    includePendingStatus: includesPending,
    ...(branch !== undefined && { providerVersionBranch: branch }),
    ...(wipSince !== undefined && { includeWipPactsSince: wipSince }),
  };
  const { pacts } = read(list, await askBroker(broker, url, { method: 'POST', body }), url)._embedded;
  const notices = pacts.flatMap(({ verificationProperties }) =>
    (verificationProperties?.notices ?? []).filter(({ when }) => when === 'before_verification'),
  );
  return {
    pacts: await Promise.all(
      pacts.map(async ({ verificationProperties, _links }) => ({
        ...(await readPactAt(broker, new URL(_links.self.href, url).href)),
        ...(verificationProperties?.pending && {
          pending: verificationProperties.wip ? 'work in progress' : 'pending at the broker',
        }),
      })),
    ),
    notices: [...new Set(notices.map(({ text }) => text))],
  };
}

/** The pact at a URL. Throws Error if it cannot be read, UsageError if it is none. */
export async function readPactAt(broker: Broker, url: string): Promise<RawPact> {
  const source = shownUrl(url);
  const text = await askBroker(broker, url);
  const raw = parseJson(source, text);
  if (!raw || typeof raw !== 'object') throw new UsageError(`${source} is no pact`);
  return { source, file: temporaryFile(text), raw };
}
