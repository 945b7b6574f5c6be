// Defects of imports, tags and the newer kinds of collections.
import { bendBody, bendStatus, type Defect, ignoreParameters, OTHER_ID } from './defect.ts';

const RUNS = ['createMetadataImportRun', 'cancelMetadataImportRun'] as const;

export const importDefects = {
  'a new import has ended at once': bendBody(['createMetadataImport'], (made) => {
    if (made.latest_run) made.latest_run.status = 'completed';
  }),
  'an import starts though it was told not to': bendBody(['createMetadataImport'], (made) => {
    made.latest_run ??= { id: OTHER_ID, status: 'pending' };
  }),
  'an import into any collection is one of metadata': bendBody(['createMetadataImport'], (made) => {
    made.import_type = 'metadata';
  }),
  'the filters of an import are lost': bendBody(['createMetadataImport'], (made) => {
    made.filters = [];
  }),
  'imports are listed without their runs': bendBody(['listMetadataImports'], (list) => {
    for (const one of list.data) one.latest_run = null;
  }),
  'a run that has ended has found nothing': bendBody(['getMetadataImport'], (made) => {
    for (const run of made.runs) run.progress.files_listed = 0;
  }),
  'a run that has ended goes on for ever': bendBody(['getMetadataImport'], (made) => {
    for (const run of made.runs) run.status = 'processing';
  }),
  'a run does what its import says, whatever it was asked for': bendBody(
    ['createMetadataImportRun'],
    (run) => {
      run.mode = 'append';
    },
  ),
  'a run belongs to another import': bendBody(RUNS, (run) => {
    run.import_id = OTHER_ID;
  }),
  'a cancelled run is said to go on': bendBody(['cancelMetadataImportRun'], (run) => {
    if (run.status === 'cancelled') run.status = 'processing';
  }),
  'a run that has ended can be cancelled': bendBody(['cancelMetadataImportRun'], (run) => {
    run.status = 'cancelled';
  }),
  'two runs of one collection go on at once': bendStatus(['createMetadataImportRun'], 409, 200),
  'an unknown connector is refused with 404': bendStatus(['createMetadataImport'], 400, 404),
  'a removed import is said to be another': bendBody(['deleteMetadataImport'], (answer) => {
    answer.id = OTHER_ID;
  }),
  'a tag is on another file': bendBody(['createTag', 'getTag'], (tag) => {
    tag.file_id = OTHER_ID;
  }),
  'the type of tags is ignored in a list': ignoreParameters(['listTags'], 'type'),
  'the tags of a file are lost': bendBody(['listFileTags'], (list) => {
    list.data = [];
  }),
  'a change of a tag is not kept': bendBody(['updateTag'], (tag) => {
    tag.value = 'pricing';
  }),
  'a new name of a collection is not kept': bendBody(['updateCollection'], (collection) => {
    collection.name = 'Interviews';
  }),
  'a prompt of descriptions is not kept': bendBody(['createCollection'], (collection) => {
    delete collection.describe_config?.prompt;
  }),
  'the criteria of a collection are lost': bendBody(['createCollection'], (collection) => {
    if (collection.moments_config) collection.moments_config.criteria = [];
  }),
  'notes for an index of metadata are lost': bendBody(['addMedia'], (video) => {
    if (video.file) video.file.metadata = null;
  }),
  'nothing says whether a file can be found': bendBody(['addMedia'], (video) => {
    delete video.searchable_status;
  }),
} satisfies Record<string, Defect>;
