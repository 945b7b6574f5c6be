// Files: all of them as they move with the account's clock, and one of them in full.

import { effect, untracked } from '@preact/signals';
import { useCallback, useEffect, useMemo } from 'preact/hooks';
import { countText } from '../parts/count-text.ts';
import { Empty, Loading, Problem } from '../parts/notice.tsx';
import { Pane } from '../parts/pane.tsx';
import { wordsOf } from '../parts/status.tsx';
import { VirtualRows } from '../parts/virtual-rows.tsx';
import { linkTo, route, setQuery } from '../route.ts';
import { connection } from '../state/connection.ts';
import { createFileList } from '../state/file-list.ts';
import { FileDetail } from './files/file-detail.tsx';
import { FileRow } from './files/file-row.tsx';

const STATUSES = ['pending', 'processing', 'completed', 'failed', 'not_applicable'];
const COLUMNS = ['Preview', 'File', 'Status', 'Time line', 'Media', 'Source'];

export function Files() {
  const { name, query } = route.value;
  const { status = '', text = '' } = query;
  const list = useMemo(() => createFileList({ status, text }), [status, text]);
  useEffect(() => {
    const stop = effect(() => {
      if (connection.pulse.value >= 0 && connection.isUp.value) untracked(list.refresh);
    });
    return () => {
      stop();
      list.stop();
    };
  }, [list]);
  const onRange = useCallback((first: number, last: number) => list.show(first, last), [list]);
  const total = list.total.value;
  const isFiltered = status !== '' || text !== '';
  const listed = (
    <>
      <fieldset class="filters" aria-label="Filters">
        <label>
          Status
          <select value={status} onChange={({ currentTarget }) => setQuery({ status: currentTarget.value })}>
            <option value="">any</option>
            {STATUSES.map((one) => (
              <option key={one} value={one}>
                {wordsOf(one)}
              </option>
            ))}
          </select>
        </label>
        <label>
          Name
          <input
            type="search"
            value={text}
            placeholder="a part of it"
            onChange={({ currentTarget }) => setQuery({ text: currentTarget.value })}
          />
        </label>
        {total !== undefined && (
          <p class="count" role="status">
            {countText(total, 'file')}
          </p>
        )}
      </fieldset>
      {list.failure.value && <Problem>{list.failure.value}</Problem>}
      {total === undefined && !list.failure.value && <Loading />}
      {total === 0 && (
        <Empty>
          {isFiltered ? (
            'No file fits the filters.'
          ) : (
            <>
              There are no files yet. Sync one from a <a href={linkTo('connectors')}>connector</a>, or have
              your client do it.
            </>
          )}
        </Empty>
      )}
      {total !== undefined && total > 0 && (
        <VirtualRows
          label="Files"
          columns={COLUMNS}
          layout="file-rows"
          count={total}
          height={4}
          onRange={onRange}
          keyOf={(index) => list.at(index)?.file.id ?? index}
          isCurrent={(index) => list.at(index)?.file.id === name}
          row={(index) => <FileRow listed={list.at(index)} />}
        />
      )}
    </>
  );
  return (
    <Pane
      list={listed}
      detail={name ? <FileDetail key={name} id={name} /> : null}
      label="File"
      back={linkTo('files', '', query)}
    />
  );
}
