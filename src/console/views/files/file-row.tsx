// A file in the list: what it is, and how far it has come.
import type { Schemas } from '../../../openapi/cloudglue.ts';
import { Cell } from '../../parts/cell.tsx';
import { lengthText, sizeText } from '../../parts/moments.ts';
import { Status } from '../../parts/status.tsx';
import { Text } from '../../parts/text.tsx';
import { LiveStatus, TimelineBar } from '../../parts/timeline.tsx';
import { linkTo, route } from '../../route.ts';
import type { ListedFile } from '../../state/file-list.ts';

/** Length, picture and size, as far as they are known. */
export function mediaOf({ media_info, bytes }: Schemas['File']): string {
  const { duration_seconds, width, height } = media_info ?? {};
  return [
    typeof duration_seconds === 'number' && duration_seconds > 0 ? lengthText(duration_seconds) : '',
    width && height ? `${width} × ${height}` : '',
    typeof bytes === 'number' ? sizeText(bytes) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

export function Thumbnail({ file }: { file: Schemas['File'] }) {
  return file.thumbnail_url ? (
    <img class="thumbnail" src={file.thumbnail_url} alt="" loading="lazy" width="64" height="36" />
  ) : (
    <span class="thumbnail" aria-hidden="true" />
  );
}

export function FileRow({ listed }: { listed: ListedFile | undefined }) {
  if (!listed) {
    return <Cell class="reading">Reading…</Cell>;
  }
  const { file, plan } = listed;
  return (
    <>
      <Cell>
        <Thumbnail file={file} />
      </Cell>
      <Cell class="name">
        <a class="whole" href={linkTo('files', file.id, route.value.query)}>
          <Text most={120}>{file.filename || file.id}</Text>
        </a>
        <small>
          <code>{file.id.slice(0, 8)}</code>
        </small>
      </Cell>
      <Cell>{plan ? <LiveStatus steps={plan.steps} /> : <Status status={file.status} />}</Cell>
      <Cell>{plan && <TimelineBar steps={plan.steps} createdAt={file.created_at ?? 0} />}</Cell>
      <Cell class="media">{mediaOf(file)}</Cell>
      <Cell class="source">
        <Text most={30}>{file.source ?? ''}</Text>
      </Cell>
    </>
  );
}
