// One file in full: its media, where it comes from, its time line, and what can be done to it.
import { useSignal } from '@preact/signals';
import type { AdminSchemas } from '../../../openapi/admin.ts';
import type { Schemas } from '../../../openapi/cloudglue.ts';
import { call } from '../../client/call.ts';
import { Action } from '../../parts/action.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Json, pretty } from '../../parts/json.tsx';
import { momentText } from '../../parts/moments.ts';
import { Loading, Problem } from '../../parts/notice.tsx';
import { wordsOf } from '../../parts/status.tsx';
import { Text } from '../../parts/text.tsx';
import { LiveStatus, Timeline } from '../../parts/timeline.tsx';
import { go, linkTo } from '../../route.ts';
import { refreshAll } from '../../state/connection.ts';
import { tell } from '../../state/messages.ts';
import { useResource } from '../../state/resource.ts';
import { mediaOf, Thumbnail } from './file-row.tsx';

type Plan = AdminSchemas['FilePlan'];
type Forced = NonNullable<AdminSchemas['FilePlanUpdate']['status']>;

const FORCED: readonly Forced[] = ['pending', 'processing', 'completed', 'failed', 'not_applicable'];

export function FileDetail({ id }: { id: string }) {
  const read = useResource(id, async (signal) => {
    const file = await call('getFile', { params: { file_id: id }, signal });
    const { data } = await call('listFilePlans', { query: { ids: id }, signal });
    return { file, plan: data[0] };
  });
  const { value } = read.value;
  if (read.failure.value) return <Problem>{read.failure.value}</Problem>;
  if (!value) return <Loading />;
  const { file, plan } = value;
  return (
    <>
      <header class="file-head">
        <Thumbnail file={file} />
        <div>
          <h2>
            <Text>{file.filename || 'A file without a name'}</Text>
          </h2>
          {plan && <LiveStatus steps={plan.steps} />}
        </div>
      </header>
      <Controls id={id} />
      {plan && (
        <section aria-label="Time line">
          <h3>Time line</h3>
          <Timeline steps={plan.steps} createdAt={file.created_at ?? 0} />
        </section>
      )}
      <h3>Facts</h3>
      <Facts of={factsOf(file, plan)} />
      {file.source_metadata && (
        <details>
          <summary>Metadata of its source</summary>
          <Json body={file.source_metadata} label="Metadata of its source" />
        </details>
      )}
      <details>
        <summary>As JSON</summary>
        <p class="buttons">
          <CopyButton label="Copy" text={() => pretty(file)} />
        </p>
        <Json body={file} label="The file as JSON" />
      </details>
    </>
  );
}

const factsOf = (file: Schemas['File'], plan: Plan | undefined) => ({
  Id: file.id,
  'Source item': plan?.uri,
  Source: file.source,
  Media: [file.media_type, mediaOf(file)].filter(Boolean).join(' · '),
  Format: file.media_info?.format,
  Created: file.created_at ? `${momentText(file.created_at)} UTC` : undefined,
  Metadata: file.metadata ? JSON.stringify(file.metadata) : undefined,
});

function Controls({ id }: { id: string }) {
  const forced = useSignal<Forced>('failed');
  const force = async () => {
    await call('setFilePlan', { params: { file_id: id }, json: { status: forced.value } });
    refreshAll();
  };
  const remove = async () => {
    await call('deleteFile', { params: { file_id: id } });
    tell(`File ${id} is deleted.`);
    refreshAll();
    go(linkTo('files'));
  };
  return (
    <div class="buttons">
      <label class="inline">
        <span class="unseen">Status to force</span>
        <select
          value={forced}
          onChange={({ currentTarget }) => {
            forced.value = currentTarget.value as Forced;
          }}
        >
          {FORCED.map((status) => (
            <option key={status} value={status}>
              {wordsOf(status)}
            </option>
          ))}
        </select>
      </label>
      <Action isSmall run={force}>
        Force this status
      </Action>
      <Action isSmall kind="danger" run={remove}>
        Delete the file
      </Action>
    </div>
  );
}
