// Defects of collections and webhooks.
import { bendBody, bendStatus, type Defect, ignoreParameters, OTHER_ID } from './defect.ts';

export const recordDefects = {
  'a file is said to be in another collection': bendBody(['addMedia', 'getVideo'], (video) => {
    video.collection_id = OTHER_ID;
  }),
  'another file is put into the collection': bendBody(['addMedia'], (video) => {
    video.file_id = OTHER_ID;
  }),
  'a file is completed in the collection at once': bendBody(['addMedia'], (video) => {
    video.status = 'completed';
  }),
  'a file in a collection comes without the file': bendBody(['getVideo'], (video) => {
    delete video.file;
  }),
  'added_at is in seconds': bendBody(['listVideos'], (list) => {
    for (const video of list.data) video.added_at = Math.floor(video.added_at / 1000);
  }),
  'the files of a collection are not counted': bendBody(['getCollection'], (collection) => {
    collection.file_count = 0;
  }),
  'a new collection is of another type': bendBody(['createCollection'], (collection) => {
    collection.collection_type = 'entities';
  }),
  'the type of collections is ignored in a list': ignoreParameters(['listCollections'], 'collection_type'),
  'a name that is taken is taken twice': bendStatus(['createCollection'], 409, 200),
  'a removal names another collection': bendBody(['deleteCollection'], (answer) => {
    answer.id = OTHER_ID;
  }),
  'a file is taken out of another collection': bendBody(['deleteVideo'], (answer) => {
    answer.collection_id = OTHER_ID;
  }),
  'a new webhook is not active': bendBody(['createWebhook'], (webhook) => {
    webhook.active = false;
  }),
  'a new webhook has no secret': bendBody(['createWebhook'], (webhook) => {
    delete webhook.webhook_secret;
  }),
  'a webhook loses its events when it is paused': bendBody(['updateWebhook'], (webhook) => {
    webhook.subscribed_events = [];
  }),
  'a webhook that is paused stays active': bendBody(['updateWebhook'], (webhook) => {
    webhook.active = true;
  }),
  'webhooks are listed with somebody else’s endpoint': bendBody(['listWebhooks'], (list) => {
    for (const webhook of list.data) webhook.endpoint = 'http://127.0.0.1:1/elsewhere';
  }),
} satisfies Record<string, Defect>;
