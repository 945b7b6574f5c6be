// The criteria of a collection of type `moments`, as the API shows them. What they find is content, which nobody has here.
import type { Schemas } from '../openapi/cloudglue.ts';
import { completeBody } from '../openapi/complete.ts';
import type { CollectionRecord } from '../records/collection.ts';
import { digest, uuidFrom } from '../util/random.ts';

type Attachment = Schemas['MomentCriterionAttachment'];
type Given = Schemas['NewMomentCriterionAttachment'];

/** The settings of a collection of type `moments`; undefined for other types. */
export function momentsConfigBody({
  id,
  configs,
  createdAt,
}: CollectionRecord): Schemas['Collection']['moments_config'] {
  const { moments_config } = configs;
  return (
    moments_config && {
      criteria: moments_config.criteria.map((given, nth) => attachmentBody(given, { id, nth, createdAt })),
    }
  );
}

interface Place {
  /** Of the collection. */
  id: string;
  nth: number;
  createdAt: number;
}

/** Criteria are attached before any file is there, so there is nothing to catch up with. */
const attachmentBody = ({ criterion, ...options }: Given, { id, nth, createdAt }: Place): Attachment =>
  completeBody<Attachment>({
    attachment_id: uuidFrom(`moment criterion ${id} ${nth}`),
    criterion_name: criterion.name,
    criterion_hash: digest(JSON.stringify(criterion)),
    criterion,
    options,
    backfill_status: 'completed',
    files_total: 0,
    files_completed: 0,
    files_failed: 0,
    created_at: createdAt,
  });
