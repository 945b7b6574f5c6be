// One error case in full: why it occurs, how to get it, and how to arm it for a client.
import type { AdminSchemas } from '../../../openapi/admin.ts';
import { Facts } from '../../parts/facts.tsx';
import { HttpStatus } from '../../parts/status.tsx';
import { Text } from '../../parts/text.tsx';
import { ArmForm } from './arm-form.tsx';
import { knownFromWords } from './known-from.tsx';
import { Provoke } from './provoke.tsx';
import { reasonOf } from './reasons.ts';

export function CaseDetail({ entry }: { entry: AdminSchemas['ErrorCaseEntry'] }) {
  const { name, status, cause, known_from, operations, headers, example_text, ways } = entry;
  return (
    <>
      <header>
        <h2>{name}</h2>
        <p>
          <HttpStatus status={status} text={reasonOf(status)} /> {cause}
        </p>
      </header>
      <Provoke entry={entry} />
      {ways.rule && <ArmForm entry={entry} />}
      <h3>What it says</h3>
      <blockquote>
        <Text most={2_000}>{example_text}</Text>
      </blockquote>
      <Facts
        of={{
          'Known from': `${known_from}, ${knownFromWords(known_from)}`,
          'Occurs at': operations.join(', ') || 'requests that reach no operation',
          Headers: Object.entries(headers)
            .map(([header, value]) => `${header}: ${value}`)
            .join(', '),
          'Items that get it':
            ways.items.length > 0 ? `${ways.items.length}, such as ${ways.items[0]}` : undefined,
          'Keys that get it': ways.tokens.join(', '),
          'Prefer header': ways.prefer,
        }}
      />
    </>
  );
}
