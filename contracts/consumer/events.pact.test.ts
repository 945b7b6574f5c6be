// Webhooks by contract: what a receiver reads of each event that the API sends of files, and of files in collections.
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import { readEvent } from '../events.ts';
import { state } from '../states.ts';
import { ids } from '../support/ids.ts';
import { createPact, EVENTS, moment } from '../support/pact.ts';

const { decimal, integer, regex, string, uuid } = MatchersV3;
const pact = createPact(EVENTS);
const events = ['processing', 'completed', 'failed', 'deleted'] as const;

const anEvent = (event_type: string, payload: object) => ({
  event_id: uuid('dc59aa48-37fc-43be-865a-69b6fdd9262c'),
  event_type,
  payload,
});

/** What comes with every event of a file. */
const aFile = {
  file_id: ids.file,
  uri: `cloudglue://files/${ids.file}`,
  filename: string('Nordhavn Foods – Q4 business review.mp4'),
  created_at: moment(1_768_467_600_000),
  source: 'grain',
};

/** What comes with each event besides; a file that is removed is told as it was last. */
const known = {
  processing: { status: 'processing', bytes: integer(683_651_730) },
  completed: {
    status: 'completed',
    bytes: integer(683_651_730),
    media_info: { duration_seconds: decimal(2734.6), has_audio: true },
    thumbnail_url: regex('^https?://.+$', `http://127.0.0.1:4747/thumbnails/${ids.file}.svg`),
  },
  failed: { status: 'failed' },
  deleted: { status: string('pending') },
};

test.each(events)('a receiver reads file.job.%s', (what) =>
  pact
    .addAsynchronousInteraction()
    .given(...state('an event is sent', { event: `file.job.${what}` }))
    .expectsToReceive(`an event file.job.${what}`, (message) => {
      message
        .withMetadata({ contentType: 'application/json' })
        .withJSONContent(anEvent(`file.job.${what}`, { ...aFile, ...known[what] }));
    })
    .executeTest(async ({ contents: { content } }) => {
      expect(readEvent(content)).toMatchObject({
        fileId: ids.file,
        type: `file.job.${what}`,
        isOver: what !== 'processing',
      });
    }),
);

test.each(events)('a receiver reads collection.file.job.%s, which names the collection', (what) =>
  pact
    .addAsynchronousInteraction()
    .given(...state('an event is sent', { event: `collection.file.job.${what}` }))
    .expectsToReceive(`an event collection.file.job.${what}`, (message) => {
      const payload = {
        collection_id: ids.collection,
        file_id: ids.file,
        added_at: moment(1_768_467_600_000),
      };
      message
        .withMetadata({ contentType: 'application/json' })
        .withJSONContent(anEvent(`collection.file.job.${what}`, payload));
    })
    .executeTest(async ({ contents: { content } }) => {
      expect(readEvent(content).collectionId).toBe(ids.collection);
    }),
);

test('what is no event of a file is refused', () => {
  expect(() => readEvent({ event_type: 'file.job.completed' })).toThrow('no event of a file');
});
