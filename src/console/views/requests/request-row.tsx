// A request in the log.
import { Cell } from '../../parts/cell.tsx';
import { millisText } from '../../parts/exchange.tsx';
import { wallTime } from '../../parts/moments.ts';
import { HttpStatus } from '../../parts/status.tsx';
import { Text } from '../../parts/text.tsx';
import { linkTo, route } from '../../route.ts';
import type { RecordedRequest } from '../../state/connection.ts';
import { FindingCount } from './findings.tsx';

/** Path and query of a request's address, which is any text that a client sent. */
export const placeOfUrl = (url: string): string => url.replace(/^[a-z]+:\/\/[^/?#]*/i, '') || '/';

/** The same with the first eight signs of each id, as in the list of files: whole ids would push the rest out of a row. */
const shortPlace = (place: string): string =>
  place.replace(/\b([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '$1');

export function RequestRow({ request }: { request: RecordedRequest | undefined }) {
  if (!request) return null;
  const { number, at, method, url, uri, response, error_case, duration_ms, faults, findings } = request;
  return (
    <>
      <Cell class="at">{wallTime(at)}</Cell>
      <Cell class="name">
        <a class="whole" href={linkTo('requests', String(number), route.value.query)}>
          <strong>{method}</strong>{' '}
          <Text isCode most={160}>
            {shortPlace(placeOfUrl(url))}
          </Text>{' '}
          <small>
            <Text most={160}>{uri}</Text>
          </small>
        </a>
      </Cell>
      <Cell>
        <HttpStatus status={response.status} />
      </Cell>
      <Cell class="error-case">
        <FindingCount of={findings} /> {error_case}
        {faults.length > 0 && <small> by a rule</small>}
      </Cell>
      <Cell class="took">{millisText(duration_ms)}</Cell>
    </>
  );
}
