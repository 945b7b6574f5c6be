// What a person needs to know beside the difference itself: what the mock answered instead, and what the states gave.
import type { Problem } from './outcome.ts';
import type { Interaction } from './parse-pact.ts';
import type { Answered } from './trace.ts';

interface Broken {
  interaction: Interaction;
  answer: Answered | null;
  /** The values that the states gave. */
  values: Readonly<Record<string, unknown>>;
  problems: readonly Problem[];
}

/** The problems with what explains them. */
export function hintsOf(broken: Broken): Problem[] {
  const { answer, problems } = broken;
  const elsewhere = otherItem(broken);
  return problems.map((problem) => {
    if (problem.kind !== 'StatusMismatch' || !answer) return problem;
    const told = answer.text === undefined ? '' : `: ${answer.text}`;
    const named = answer.errorCase === null ? '' : ` (error case ${answer.errorCase})`;
    return {
      ...problem,
      text: `${problem.text}${told}${named}`,
      ...(elsewhere !== undefined && { remedy: elsewhere }),
    };
  });
}

/** Where a request names another record than the one that its states made. */
function otherItem({ interaction, values, answer }: Broken): string | undefined {
  if (interaction.kind !== 'http' || answer?.status !== 404) return undefined;
  const { path } = interaction.request;
  const used = path.split('/');
  for (const [name, value] of Object.entries(values)) {
    if (!name.endsWith('_id') || used.includes(String(value))) continue;
    const kind = PLURALS[name];
    const other = kind && used[used.indexOf(kind) + 1];
    if (!kind || !used.includes(kind) || !other) continue;
    return `The state made ${name} ${value}, and the request asks for ${other}: take the id from the state, as in fromProviderState('\${${name}}').`;
  }
  return undefined;
}

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
