// Finds the pacts to verify: files and folders, single ones by their URL, or what the broker selects.
import { UsageError } from '../errors/usage-error.ts';
import { type Broker, brokerAt, brokerOf, type Environment, withoutUser } from './broker.ts';
import { readBroker, readPactAt } from './broker-pacts.ts';
import { type Found, PROVIDER, type RawPact, readFiles, selectPacts } from './pacts.ts';
import { publishUrlOf } from './publish.ts';
import type { VerifySettings } from './verify-options.ts';

export interface FoundPacts extends Found {
  /** What the broker has to say. */
  notices: string[];
  /** Where results go, if they are to be published. */
  broker: Broker | undefined;
}

const isUrl = (word: string) => /^https?:\/\//i.test(word);

/** The pacts of the words on the command line, or of the broker. Throws UsageError if there are none. */
export async function findPacts(settings: VerifySettings, env: Environment): Promise<FoundPacts> {
  const { pacts: words, provider = PROVIDER, publishes } = settings;
  const broker = brokerOf(env);
  if (words.length > 0) {
    const found = await readWords(words, broker, env);
    const selected = selectPacts(found.pacts, settings.provider);
    if (publishes && !selected.pacts.some((pact) => publishUrlOf(pact) !== undefined))
      throw new UsageError('--publish needs pacts from a broker: none of these says where its results go');
    return { ...selected, notices: [], broker: found.broker };
  }
  if (!broker) {
    throw new UsageError(
      'verify needs pacts: name files, folders or URLs, or a broker with PACT_BROKER_BASE_URL',
    );
  }
  const { selectors, branch, includesPending, wipSince } = settings;
  const read = await readBroker(broker, { provider, selectors, branch, includesPending, wipSince });
  if (read.pacts.length === 0) {
    throw new UsageError(
      `the broker ${broker.url} has no such pact with ${provider}: choose another with --provider, or other selectors`,
    );
  }
  return { ...selectPacts(read.pacts, provider), notices: read.notices, broker };
}

/** Credentials go to the broker that the environment names, or if it names none, to the server of the URL. */
async function readWords(words: readonly string[], broker: Broker | undefined, env: Environment) {
  const urls = words
    .filter(isUrl)
    .map((url) => ({ url, of: broker ?? brokerAt(url, env, 'the URL of a pact') }));
  const files = words.filter((word) => !isUrl(word));
  const pacts: RawPact[] = [
    ...(files.length > 0 ? readFiles(files) : []),
    ...(await Promise.all(urls.map(({ url, of }) => readPactAt(of, withoutUser(url))))),
  ];
  const [first] = urls;
  return { pacts, broker: broker ?? (first && { ...first.of, url: new URL(first.of.url).origin }) };
}
