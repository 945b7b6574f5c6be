// What the mock finds wrong with a request, by the rules for clients.
import { countText } from '../../parts/count-text.ts';
import { Icon } from '../../parts/icon.tsx';
import { Text } from '../../parts/text.tsx';
import type { RecordedRequest } from '../../state/connection.ts';

export function Findings({ of }: { of: RecordedRequest['findings'] }) {
  if (of.length === 0) return null;
  return (
    <section class="panel findings" aria-label="What is wrong with this request">
      <h3>What is wrong with it</h3>
      <ul>
        {of.map(({ rule, severity, text }) => (
          <li key={`${rule} ${text}`} data-severity={severity}>
            <strong>
              <Icon name={severity === 'error' ? 'cross' : 'warning'} /> {severity}
            </strong>{' '}
            <Text most={1_000}>{text}</Text> <code>{rule}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many there are, for a list. */
export function FindingCount({ of }: { of: RecordedRequest['findings'] }) {
  if (of.length === 0) return null;
  return (
    <mark>
      <Icon name="warning" /> {countText(of.length, 'finding')}
    </mark>
  );
}
