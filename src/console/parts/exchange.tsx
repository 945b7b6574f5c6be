// A request and its answer side by side.
import { Json } from './json.tsx';
import { HttpStatus } from './status.tsx';
import { Text } from './text.tsx';

interface Side {
  headers: Record<string, string>;
  body: string | null;
}

interface ExchangeProps {
  method: string;
  path: string;
  request: Side;
  answer: Side & { status: number; statusText?: string; ms: number };
}

/** A duration of a request, short. */
export const millisText = (ms: number): string => `${ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`;

function Headers({ of, label }: { of: Record<string, string>; label: string }) {
  const all = Object.entries(of);
  if (all.length === 0) return null;
  return (
    <details>
      <summary>
        {label} ({all.length})
      </summary>
      <dl class="headers">
        {all.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Text most={4_000}>{value}</Text>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const Body = ({ body, label }: { body: string | null; label: string }) =>
  body === null || body === '' ? <p class="help">No body.</p> : <Json body={body} label={label} />;

export function ExchangeView({ method, path, request, answer }: ExchangeProps) {
  return (
    <div class="exchange">
      <section aria-label="Request">
        <h3>Request</h3>
        <p class="line-of">
          <strong>{method}</strong>{' '}
          <Text isCode most={2_000}>
            {path}
          </Text>
        </p>
        <Headers of={request.headers} label="Headers" />
        <Body body={request.body} label="Body of the request" />
      </section>
      <section aria-label="Answer">
        <h3>Answer</h3>
        <p class="line-of">
          <HttpStatus status={answer.status} text={answer.statusText ?? ''} />{' '}
          <small>{millisText(answer.ms)}</small>
        </p>
        <Headers of={answer.headers} label="Headers" />
        <Body body={answer.body} label="Body of the answer" />
      </section>
    </div>
  );
}
