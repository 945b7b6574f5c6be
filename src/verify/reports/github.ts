// Annotations of GitHub Actions: an error line for each broken interaction, beside the job's summary.
import { failuresOf } from '../outcome.ts';
import type { Verification } from './report-registry.ts';
import { named, reasonsOf } from './text.ts';

const value = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => value(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

export const annotations = ({ pacts }: Verification): string =>
  failuresOf(pacts)
    .map(({ pact, interaction }) => {
      const title = property(named(`${pact.consumer}: ${interaction.description}`, pact));
      const text = value(reasonsOf(interaction).join('\n'));
      return `::error file=${property(pact.source)},title=${title}::${text}\n`;
    })
    .join('');
