// Defects of imports, tags and the newer kinds of collections.
import { changeBody, changeStatus, type Defect, ignoreParameters, OTHER_ID } from './defect.ts';

const RUNS = ['createMetadataImportRun', 'cancelMetadataImportRun'] as const;

export const importDefects = {
  'a new import has ended at once': changeBody(['createMetadataImport'], (made) => {
    if (made.latest_run) made.latest_run.status = 'completed';
  }),
  'an import starts though it was told not to': changeBody(['createMetadataImport'], (made) => {
    made.latest_run ??= { id: OTHER_ID, status: 'pending' };
  }),
  'an import into any collection is one of metadata': changeBody(['createMetadataImport'], (made) => {
    made.import_type = 'metadata';
  }),
  'the filters of an import are lost': changeBody(['createMetadataImport'], (made) => {
    made.filters = [];
  }),
  'imports are listed without their runs': changeBody(['listMetadataImports'], (list) => {
    for (const one of list.data) one.latest_run = null;
  }),
  'a run that has ended has found nothing': changeBody(['getMetadataImport'], (made) => {
    for (const run of made.runs) run.progress.files_listed = 0;
  }),
  'a run that has ended goes on for ever': changeBody(['getMetadataImport'], (made) => {
    for (const run of made.runs) run.status = 'processing';
  }),
  'a run does what its import says, whatever it was asked for': changeBody(
    ['createMetadataImportRun'],
    (run) => {
      run.mode = 'append';
    },
  ),
  'a run belongs to another import': changeBody(RUNS, (run) => {
    run.import_id = OTHER_ID;
  }),
  'a cancelled run is said to go on': changeBody(['cancelMetadataImportRun'], (run) => {
    if (run.status === 'cancelled') run.status = 'processing';
  }),
  'a run that has ended can be cancelled': changeBody(['cancelMetadataImportRun'], (run) => {
    run.status = 'cancelled';
  }),
  'two runs of one collection go on at once': changeStatus(['createMetadataImportRun'], 409, 200),
  'an unknown connector is refused with 404': changeStatus(['createMetadataImport'], 400, 404),
  'a removed import is said to be another': changeBody(['deleteMetadataImport'], (answer) => {
    answer.id = OTHER_ID;
  }),
  'a tag is on another file': changeBody(['createTag', 'getTag'], (tag) => {
    tag.file_id = OTHER_ID;
  }),
  'the type of tags is ignored in a list': ignoreParameters(['listTags'], 'type'),
  'the tags of a file are lost': changeBody(['listFileTags'], (list) => {
    list.data = [];
  }),
  'a change of a tag is not kept': changeBody(['updateTag'], (tag) => {
    tag.value = 'pricing';
  }),
  'a new name of a collection is not kept': changeBody(['updateCollection'], (collection) => {
    collection.name = 'Interviews';
  }),
  'a prompt of descriptions is not kept': changeBody(['createCollection'], (collection) => {
    delete collection.describe_config?.prompt;
  }),
  'the criteria of a collection are lost': changeBody(['createCollection'], (collection) => {
    if (collection.moments_config) collection.moments_config.criteria = [];
  }),
  'notes for an index of metadata are lost': changeBody(['addMedia'], (video) => {
    if (video.file) video.file.metadata = null;
  }),
  'nothing says whether a file can be found': changeBody(['addMedia'], (video) => {
    delete video.searchable_status;
  }),
} satisfies Record<string, Defect>;
