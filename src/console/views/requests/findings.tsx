// What the judge of requests says of one of them.
import { Icon } from '../../parts/icon.tsx';
import { Text } from '../../parts/text.tsx';

export interface Finding {
  rule: string;
  severity: 'error' | 'warning';
  text: string;
}

const isFinding = (one: unknown): one is Finding =>
  typeof one === 'object' && one !== null && 'rule' in one && 'severity' in one && 'text' in one;

/** The findings of a recorded request; none where the mock does not judge. */
export function findingsOf(recorded: object): readonly Finding[] {
  const { findings } = recorded as { findings?: unknown };
  return Array.isArray(findings) ? findings.filter(isFinding) : [];
}

export function Findings({ of }: { of: readonly Finding[] }) {
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
