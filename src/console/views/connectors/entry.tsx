// One entry of a listing: a folder that leads on, or an item with what happens when it is synced.

import type { AdminSchemas } from '../../../openapi/admin.ts';
import type { Schemas } from '../../../openapi/cloudglue.ts';
import { Action } from '../../parts/action.tsx';
import { Icon } from '../../parts/icon.tsx';
import { momentText, sizeText } from '../../parts/moments.ts';
import { Text } from '../../parts/text.tsx';
import { LiveStatus } from '../../parts/timeline.tsx';
import { linkTo } from '../../route.ts';
import { type Folder, linkToPlace, placeOfFolder } from './place.ts';
import { syncItem } from './sync-item.ts';

export interface EntryFacts {
  /** The item as a seed file writes it. */
  seed?: Record<string, unknown>;
  /** Its file, if it was synced. */
  plan?: AdminSchemas['FilePlan'];
}

/** What is odd about an item, in words; undefined for most. */
function oddityOf(seed: Record<string, unknown> = {}): string | undefined {
  const { error, error_times, outcome, listing } = seed;
  if (typeof error === 'string') {
    return `${error}${typeof error_times === 'number' ? `, ${error_times} times` : ''}`;
  }
  if (outcome === 'failed') return 'processing fails';
  if (outcome === 'processing') return 'processing never ends';
  if (outcome === 'not_applicable') return 'no media';
  return typeof listing === 'string' ? `listing: ${listing}` : undefined;
}

interface EntryProps {
  entry: Schemas['DataConnectorFileList']['data'][number];
  facts: EntryFacts | undefined;
  connector: string;
  trail: readonly Folder[];
}

export function Entry({ entry, facts, connector, trail }: EntryProps) {
  const { name, uri, size_bytes, created_at, metadata } = entry;
  if (entry.type === 'folder' || !uri) {
    const place = placeOfFolder(metadata as Record<string, unknown>);
    return (
      <tr>
        <th scope="row" colSpan={5}>
          <a href={linkToPlace([...trail, { name, place }])}>
            <Icon name="folder" /> <Text>{name}</Text>
          </a>
        </th>
      </tr>
    );
  }
  const oddity = oddityOf(facts?.seed);
  const verb = facts?.plan ? 'Sync again' : 'Sync';
  return (
    <tr data-odd={oddity !== undefined}>
      <th scope="row">
        <span class="name">
          <Text>{name}</Text>
        </span>
        {oddity && (
          <mark>
            <Icon name="warning" /> {oddity}
          </mark>
        )}
        <small class="uri">
          <Text isCode>{uri}</Text>
        </small>
      </th>
      <td>{typeof size_bytes === 'number' ? sizeText(size_bytes) : ''}</td>
      <td>{typeof created_at === 'number' ? momentText(created_at).slice(0, 10) : ''}</td>
      <td>
        {facts?.plan && (
          <a href={linkTo('files', facts.plan.id)}>
            <LiveStatus steps={facts.plan.steps} />
          </a>
        )}
      </td>
      <td>
        <Action isSmall run={() => syncItem(uri, connector)} label={`${verb} ${name}`}>
          {verb}
        </Action>
      </td>
    </tr>
  );
}
