// What a person needs to know beside the difference itself: what was answered instead and why, and what the states gave.
import { tokenOf } from '../http/authentication.ts';
import type { Problem } from './outcome.ts';
import type { HttpInteraction, Interaction } from './parse-pact.ts';
import { headersOf } from './read-interaction.ts';
import type { Answered } from './trace.ts';

/** How the provider's states are set up. */
export interface Setup {
  /** Whether they are at all: another provider may have no place for them. */
  isPossible: boolean;
  /** The key that the place for states is given, if it is another provider's. */
  key: string | undefined;
  /** The key that replaces those of the requests, if one does. */
  requestKey: string | undefined;
  /** Whether Pact follows redirects instead of comparing them. */
  followsRedirects: boolean;
}

export interface Broken {
  interaction: Interaction;
  answer: Answered | null;
  /** The values that the states gave. */
  values: Readonly<Record<string, unknown>>;
  problems: readonly Problem[];
  setup: Setup;
}

/** The problems with what explains them. */
export function hintsOf(broken: Broken): Problem[] {
  const { answer, problems, interaction } = broken;
  if (interaction.kind !== 'http') return [...problems];
  const remedy =
    otherKey(broken, interaction) ??
    noStates(broken) ??
    otherItem(broken, interaction) ??
    redirected(broken, interaction);
  // What explains the whole is told once, with the status if that differs, or else with the first difference.
  const found = problems.findIndex(({ kind }) => kind === 'StatusMismatch');
  const first = found >= 0 ? found : problems.findIndex((one) => one.found === 'answer');
  return problems.map((problem, nth) => ({
    ...problem,
    ...(problem.kind === 'StatusMismatch' && answer && { text: `${problem.text}${told(answer)}` }),
    ...(nth === first && remedy !== undefined && problem.remedy === undefined && { remedy }),
  }));
}

/** The text and the case of a refusal. */
const told = ({ text, errorCase }: Answered) =>
  `${text === undefined ? '' : `: ${text}`}${errorCase === null ? '' : ` (error case ${errorCase})`}`;

/** States are set up for an account, which is that of a key. */
function otherKey({ setup }: Broken, { request }: HttpInteraction): string | undefined {
  const sent = setup.requestKey ?? tokenOf(headersOf(request.headers).authorization);
  if (setup.key === undefined || sent === undefined || sent === setup.key) return undefined;
  return "The states were set up for the key in --provider-states-setup-url, and the request has another: give that key with --header 'Authorization: Bearer KEY'.";
}

const noStates = ({ setup, interaction }: Broken): string | undefined =>
  setup.isPossible || interaction.states.length === 0
    ? undefined
    : 'Its states were not set up: give --provider-states-setup-url.';

/** The part of a path after which the id of a record stands. */
const PLURALS: Record<string, string> = {
  file_id: 'files',
  connector_id: 'data-connectors',
  collection_id: 'collections',
  import_id: 'imports',
  run_id: 'runs',
  tag_id: 'tags',
  webhook_id: 'webhooks',
};

/** Where a request names another record or item than the one that its states made. */
function otherItem({ values }: Broken, { request }: HttpInteraction): string | undefined {
  const used = request.path.split('/');
  for (const [name, value] of Object.entries(values)) {
    const kind = PLURALS[name] ?? '';
    const other = used.includes(kind) ? used[used.indexOf(kind) + 1] : undefined;
    if (other === undefined || used.includes(String(value)) || !/^[0-9a-f-]{36}$/i.test(other)) continue;
    return `The state made ${name} ${value}, and the request asks for ${other}: take it from the state, as in fromProviderState('\${${name}}').`;
  }
  const asked = urlIn(request);
  if (values.uri === undefined || asked === undefined || asked === values.uri) return undefined;
  return `The state is about ${values.uri}, and the request about ${asked}: give the state its parameter uri, or take it from the state, as in fromProviderState('\${uri}').`;
}

/** The URL that a request is about, in its body or its query. */
function urlIn({ body, query }: HttpInteraction['request']): string | undefined {
  const { content = body } = (body ?? {}) as { content?: unknown };
  const { url } = (content && typeof content === 'object' ? content : {}) as { url?: unknown };
  const asked = url ?? (query as { url?: unknown } | undefined)?.url;
  const [text] = [asked].flat();
  return typeof text === 'string' ? text : undefined;
}

/** A redirect that is not compared: Pact asks the place that it leads to. */
const redirected = ({ setup }: Broken, { response }: HttpInteraction): string | undefined =>
  setup.followsRedirects && response.status >= 300 && response.status < 400
    ? 'Pact 16 follows a redirect and compares the answer at its end; Pact 17 compares the redirect itself.'
    : undefined;
