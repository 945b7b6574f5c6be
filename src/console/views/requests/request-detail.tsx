// One request in full: headers and bodies, what the mock made of it, and the same request as a command.
import { curlCommand } from '../../../util/curl.ts';
import { call } from '../../client/call.ts';
import { codeOf } from '../../client/sdk-code.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { ExchangeView } from '../../parts/exchange.tsx';
import { Facts } from '../../parts/facts.tsx';
import { wallTime } from '../../parts/moments.ts';
import { Empty, Loading, Problem } from '../../parts/notice.tsx';
import { HttpStatus } from '../../parts/status.tsx';
import { Text } from '../../parts/text.tsx';
import { linkTo } from '../../route.ts';
import type { RecordedRequest } from '../../state/connection.ts';
import { useResource } from '../../state/resource.ts';
import { session } from '../../state/session.ts';
import { Findings } from './findings.tsx';
import { placeOfUrl } from './request-row.tsx';

/** Headers that curl and fetch set by themselves, or that must not be repeated. */
const BY_ITSELF =
  /^(host|connection|content-length|accept-encoding|user-agent|transfer-encoding|authorization|sec-.+)$/i;

/** The request again, with the key of this page, for the journal does not tell keys. */
function repeat({ method, url, operation, request }: RecordedRequest) {
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => !BY_ITSELF.test(name)),
  );
  const key = request.headers.authorization === undefined ? null : session.key.value;
  return {
    method,
    path: placeOfUrl(url),
    headers,
    key,
    ...(operation && { operation }),
    ...(request.body !== null && { body: request.body }),
  };
}

function curlOf(recorded: RecordedRequest): string {
  const { method, path, headers, body, key } = repeat(recorded);
  const all = { ...(key !== null && { Authorization: `Bearer ${key}` }), ...headers };
  return curlCommand({ method, url: `${location.origin}${path}`, headers: all, body });
}

interface RequestDetailProps {
  number: string;
  keyless: boolean;
}

export function RequestDetail({ number, keyless }: RequestDetailProps) {
  const nth = /^\d{1,15}$/.test(number) ? Number(number) : 0;
  const read = useResource(`request ${number}`, (signal) =>
    call('listRequests', { query: { since: Math.max(0, nth - 1), until: nth, keyless }, signal }),
  );
  const list = read.value.value;
  if (read.failure.value) return <Problem>{read.failure.value}</Problem>;
  if (!list) return <Loading />;
  const [recorded] = list.data;
  if (!recorded) return <Empty>The journal does not have this request any more.</Empty>;
  const {
    method,
    url,
    at,
    duration_ms,
    operation,
    uri,
    matched,
    ignored,
    faults,
    error_case,
    request,
    response,
  } = recorded;
  const code = codeOf(location.origin, [repeat(recorded)]);
  return (
    <>
      <header>
        <h2>
          {method} <Text most={300}>{placeOfUrl(url)}</Text>
        </h2>
        <p>
          <HttpStatus status={response.status} /> at {wallTime(at)}
          {error_case && (
            <>
              {', '}
              <a href={linkTo('errors', error_case)}>{error_case}</a>
            </>
          )}
        </p>
      </header>
      <div class="buttons">
        <CopyButton label="Copy as curl" text={() => curlOf(recorded)} />
        <CopyButton label={code.isSdk ? 'Copy as SDK code' : 'Copy as fetch code'} text={code.text} />
      </div>
      <Findings of={recorded.findings} />
      <ExchangeView
        method={method}
        path={placeOfUrl(url)}
        request={request}
        answer={{ ...response, ms: duration_ms }}
      />
      <Facts
        of={{
          Operation: operation ?? (matched ? undefined : 'none: no route matched'),
          URI: uri,
          'Rules that fired': faults.join(', '),
          'Ignored, as it came later': ignored.join(', '),
          Number: recorded.number,
          'Request id': recorded.id,
        }}
      />
    </>
  );
}
