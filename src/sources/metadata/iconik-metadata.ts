// What iconik tells of an asset.
import type { Schemas } from '../../openapi/cloudglue.ts';
import { completeBody } from '../../openapi/complete.ts';
import { uuidFrom } from '../../util/random.ts';
import { colleague } from './people.ts';
import { type DescribedItem, drawsOf, durationOf, isoDate, nullInSome } from './source-metadata.ts';

type Metadata = Schemas['IconikSourceMetadata'];

const LONGEST_EDIT = 30 * 86_400;

export function iconikMetadata(item: DescribedItem<'IconikSourceMetadata'>, id: string): Metadata {
  const draw = drawsOf(item);
  return {
    ...completeBody<Metadata>({
      source_type: 'iconik',
      iconik_asset_id: id,
      title: item.name,
      media_type: item.media?.type ?? null,
      date_created: isoDate(item.createdAt),
      date_modified: isoDate(item.createdAt + draw.integer(0, LONGEST_EDIT) * 1_000),
      duration_ms: durationOf(item),
      // A proxy is taken where there is one.
      ingested_rendition: draw.pick(['proxy', 'proxy', 'proxy', 'original']),
      iconik_url: `https://app.iconik.io/asset/${id}`,
      external_id: nullInSome(draw, 2, `QM-${draw.integer(1_000, 9_999)}`),
      created_by_user: uuidFrom(`iconik user ${colleague(draw).name}`),
      iconik_metadata: nullInSome(draw, 5, {
        Campaign: draw.pick(['Yard launch', 'Customer stories', 'Employer brand']),
        Rights: draw.pick(['Worldwide', 'Europe until 2027']),
        'Approved by': [colleague(draw).name],
      }),
    }),
    ...item.given,
  };
}
