// Names and values, without those that are not there.
import { Text } from './text.tsx';

export function Facts({ of }: { of: Record<string, string | number | null | undefined> }) {
  const known = Object.entries(of).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return (
    <dl class="facts">
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Text most={2_000}>{String(value)}</Text>
          </dd>
        </div>
      ))}
    </dl>
  );
}
