// What happened in a step: requests and answers side by side, and what they prove.
import { Icon } from '../../parts/icon.tsx';
import { Json } from '../../parts/json.tsx';
import { HttpStatus } from '../../parts/status.tsx';
import { Text } from '../../parts/text.tsx';
import type { Moment, PlayedStep } from '../../state/tour.ts';

export function StepDetail({ played }: { played: PlayedStep }) {
  const { moments, proven, failure } = played;
  return (
    <>
      <ol class="moments">
        {moments.map((moment, index) => (
          <li key={index}>
            {moment.kind === 'aside' ? (
              <p class="aside">{moment.text}</p>
            ) : (
              <ExchangeMoment moment={moment} nth={index + 1} />
            )}
          </li>
        ))}
      </ol>
      {proven && (
        <p class="proven" role="status">
          <Icon name="tick" /> {proven}
        </p>
      )}
      {failure && (
        <div class="problem" role="alert">
          <p>
            <strong>Not as expected:</strong> {failure.what}
          </p>
          <p>
            Expected <Text most={400}>{failure.expected}</Text>, got <Text most={400}>{failure.actual}</Text>
          </p>
        </div>
      )}
    </>
  );
}

function ExchangeMoment({ moment, nth }: { moment: Extract<Moment, { kind: 'exchange' }>; nth: number }) {
  const { method, path, body, status, text, answer, fields } = moment;
  return (
    <div class="exchange">
      <section aria-label={`Request ${nth}`}>
        <p class="line-of">
          <strong>{method}</strong>{' '}
          <Text isCode most={400}>
            {path}
          </Text>
        </p>
        {body && <Json body={body} label={`Body of request ${nth}`} />}
      </section>
      <section aria-label={`Answer ${nth}`}>
        {status === undefined ? (
          <p class="line-of" aria-busy="true">
            waiting
          </p>
        ) : (
          <p class="line-of">
            <HttpStatus status={status} text={text ?? ''} />
          </p>
        )}
        {Object.keys(fields).length > 0 && (
          <dl class="facts shown">
            {Object.entries(fields).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <Text isCode most={400}>
                    {JSON.stringify(value)}
                  </Text>
                </dd>
              </div>
            ))}
          </dl>
        )}
        {answer && (
          <details>
            <summary>The whole answer</summary>
            <Json body={answer} label={`The whole answer ${nth}`} />
          </details>
        )}
      </section>
    </div>
  );
}
