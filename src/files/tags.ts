// Tags: labels of files, and of segments of files.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import type { operations, Schemas } from '../openapi/cloudglue.ts';
import type { TagRecord } from '../records/tag.ts';
import { uuidFrom } from '../util/random.ts';
import { findFile } from './files.ts';
import { pageOf } from './page.ts';
import { hidesRecords, isFileVisible } from './visible.ts';

type ListQuery = NonNullable<operations['listTags']['parameters']['query']>;

const isVisible = (account: Account, { fileId }: TagRecord): boolean => {
  const file = account.store.files.get(fileId);
  return file !== undefined && isFileVisible(account, file);
};

/** Throws ApiError for a text that says nothing. */
function requireText(field: 'label' | 'value', text: string | undefined): void {
  if (text?.trim() === '') throw ApiError.of('invalid-request', `body field "${field}" must not be empty`);
}

/** Tags a file, or a segment of it. Throws ApiError if there is no such file, or the tag would say nothing. */
export function createTag(
  account: Account,
  { label, value, file_id, segment_id }: Schemas['CreateVideoTagRequest'],
): TagRecord {
  requireText('label', label);
  requireText('value', value);
  const file = findFile(account, file_id.toLowerCase());
  account.reserve();
  const id = uuidFrom(`tag ${account.store.count('tags')}`);
  return account.store.tags.insert({
    id,
    key: id,
    label,
    value,
    type: segment_id === undefined ? 'file' : 'segment',
    fileId: file.id,
    ...(segment_id !== undefined && { segmentId: segment_id }),
    createdAt: account.clock.now(),
  });
}

/** The tag with that id. Throws ApiError if there is none. */
export function findTag(account: Account, id: string): TagRecord {
  const tag = account.store.tags.get(id);
  if (!tag || !isVisible(account, tag)) throw ApiError.of('tag-not-found', id);
  return tag;
}

/** Changes the label or the value of a tag. Throws ApiError if there is no such tag, nothing to change, or no room is left. */
export function updateTag(
  account: Account,
  id: string,
  { label, value }: Schemas['UpdateVideoTagRequest'],
): TagRecord {
  const tag = findTag(account, id);
  if (label === undefined && value === undefined)
    throw ApiError.of('invalid-request', 'the body must have the field "label" or "value"');
  requireText('label', label);
  requireText('value', value);
  account.reserve(0);
  const changes = { ...(label !== undefined && { label }), ...(value !== undefined && { value }) };
  return account.store.tags.update(id, changes) ?? tag;
}

/** Removes a tag. Throws ApiError if there is none. */
export function deleteTag(account: Account, id: string): TagRecord {
  const tag = findTag(account, id);
  account.store.tags.remove(id);
  return tag;
}

/** One page of an account's tags, newest first. Throws ApiError for a query that makes no sense. */
export function listTags(account: Account, query: ListQuery) {
  const { type } = query;
  return pageOf(account, account.store.tags, query, {
    isWanted:
      type || hidesRecords(account)
        ? (tag) => (!type || tag.type === type) && isVisible(account, tag)
        : undefined,
    bodyOf: tagBody,
  });
}

/** Every tag of a file, the oldest first. Throws ApiError if there is no such file. */
export const tagsOf = (account: Account, fileId: string): TagRecord[] =>
  account.store.tags.of(findFile(account, fileId.toLowerCase()).id);

export const tagBody = ({ id, label, value, type, fileId, segmentId }: TagRecord): Schemas['VideoTag'] => ({
  id,
  label,
  value,
  type,
  file_id: fileId,
  ...(segmentId !== undefined && { segment_id: segmentId }),
});
