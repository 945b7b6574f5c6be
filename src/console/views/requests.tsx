// Requests: a live log of what clients have sent, which can be filtered, and one of them in full.
import { effect, untracked } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { Empty, Loading } from '../parts/notice.tsx';
import { Pane } from '../parts/pane.tsx';
import { VirtualRows } from '../parts/virtual-rows.tsx';
import { linkTo, route } from '../route.ts';
import { connection } from '../state/connection.ts';
import { createRequestLog } from '../state/request-log.ts';
import { LogFilters, LogTools } from './requests/log-tools.tsx';
import { RequestDetail } from './requests/request-detail.tsx';
import { RequestRow } from './requests/request-row.tsx';

const COLUMNS = ['Time', 'Request', 'Status', 'Error case', 'Took'];

export function Requests() {
  const { name, query } = route.value;
  const { operation = '', status = '', error: errorCase = '', text = '' } = query;
  const keyless = query.keyless === 'true';
  const log = useMemo(() => createRequestLog(keyless), [keyless]);
  useEffect(() => {
    const stop = effect(() => {
      if (connection.pulse.value >= 0 && connection.isUp.value) untracked(() => void log.refresh());
    });
    return () => {
      stop();
      log.stop();
    };
  }, [log]);
  useEffect(
    () => log.choose({ operation, status, errorCase, text }),
    [log, operation, status, errorCase, text],
  );
  const { count, total } = log;
  const list = (
    <>
      <LogTools log={log} keyless={keyless} />
      <LogFilters log={log} />
      {total === 0 && log.isReading.value && <Loading />}
      {total === 0 && !log.isReading.value && (
        <Empty>
          {keyless
            ? 'No request without a key has come.'
            : 'No client has sent a request with this key yet. What this page reads is not listed; what it does is.'}
        </Empty>
      )}
      {total > 0 && count === 0 && <Empty>No request fits the filters.</Empty>}
      {count > 0 && (
        <VirtualRows
          label="Requests"
          columns={COLUMNS}
          layout="request-rows"
          count={count}
          height={2.75}
          added={log.added}
          keyOf={(index) => log.at(index)?.number ?? index}
          isCurrent={(index) => String(log.at(index)?.number) === name}
          row={(index) => <RequestRow request={log.at(index)} />}
        />
      )}
    </>
  );
  return (
    <Pane
      list={list}
      detail={name ? <RequestDetail key={`${name} ${keyless}`} number={name} keyless={keyless} /> : null}
      label="Recorded request"
      back={linkTo('requests', '', query)}
    />
  );
}
