// Defects of collections and webhooks.
import { changeBody, changeStatus, type Defect, ignoreParameters, OTHER_ID } from './defect.ts';

export const recordDefects = {
  'a file is reported to be in another collection': changeBody(['addMedia', 'getVideo'], (video) => {
    video.collection_id = OTHER_ID;
  }),
  'another file is added to the collection': changeBody(['addMedia'], (video) => {
    video.file_id = OTHER_ID;
  }),
  'a file is completed in the collection at once': changeBody(['addMedia'], (video) => {
    video.status = 'completed';
  }),
  'an entry in a collection lacks the file': changeBody(['getVideo'], (video) => {
    delete video.file;
  }),
  'added_at is in seconds': changeBody(['listVideos'], (list) => {
    for (const video of list.data) video.added_at = Math.floor(video.added_at / 1000);
  }),
  'the files of a collection are not counted': changeBody(['getCollection'], (collection) => {
    collection.file_count = 0;
  }),
  'a new collection is of another type': changeBody(['createCollection'], (collection) => {
    collection.collection_type = 'entities';
  }),
  'the filter by type of collection is ignored': ignoreParameters(['listCollections'], 'collection_type'),
  'a name that is taken is accepted again': changeStatus(['createCollection'], 409, 200),
  'the answer to a removal names another collection': changeBody(['deleteCollection'], (answer) => {
    answer.id = OTHER_ID;
  }),
  'a file is removed from another collection': changeBody(['deleteVideo'], (answer) => {
    answer.collection_id = OTHER_ID;
  }),
  'a new webhook is not active': changeBody(['createWebhook'], (webhook) => {
    webhook.active = false;
  }),
  'a new webhook has no secret': changeBody(['createWebhook'], (webhook) => {
    delete webhook.webhook_secret;
  }),
  'a webhook loses its events when it is paused': changeBody(['updateWebhook'], (webhook) => {
    webhook.subscribed_events = [];
  }),
  'a paused webhook stays active': changeBody(['updateWebhook'], (webhook) => {
    webhook.active = true;
  }),
  'webhooks are listed with another endpoint': changeBody(['listWebhooks'], (list) => {
    for (const webhook of list.data) webhook.endpoint = 'http://127.0.0.1:1/elsewhere';
  }),
} satisfies Record<string, Defect>;
