// Uploads: a local file sent as a form, whose first bytes decide whether it is media.
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import { state } from '../states.ts';
import { asks } from '../support/asks.ts';
import { aFile, clientOf, createPact, json, withKey } from '../support/pact.ts';
import { expectRefusal } from '../support/refusal.ts';
import { mediaFile, uploadOf } from '../support/upload.ts';

const { string } = MatchersV3;
const pact = createPact();

test('creates a pending file from a local one, with the same name', () =>
  pact
    .addInteraction()
    .given(...state('the account is fresh'))
    .uponReceiving('a request to upload a video')
    .withRequest('POST', '/v1/files', (request) => {
      uploadOf('interview.mp4')(request.headers(withKey));
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        ...aFile,
        status: 'pending',
        source: 'upload',
        filename: string('interview.mp4'),
      });
    })
    .executeTest(async (server) => {
      const file = await clientOf(server).uploadFile(mediaFile('interview.mp4'));
      expect(file).toMatchObject({ status: 'pending', filename: 'interview.mp4' });
    }));

test('makes a pending file of an image, which is told by its media type', () =>
  pact
    .addInteraction()
    .given(...state('the account is fresh'))
    .uponReceiving('a request to upload an image')
    .withRequest('POST', '/v1/files', (request) => {
      uploadOf('poster.png')(request.headers(withKey));
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ ...aFile, status: 'pending', source: 'upload', media_type: 'image' });
    })
    .executeTest(async (server) => {
      const file = await clientOf(server).uploadFile(mediaFile('poster.png'));
      expect(file.media_type).toBe('image');
    }));

test('a file that is no media is refused with 415', async () => {
  await expectRefusal(pact, {
    ...asks.uploadFile,
    given: state('the account is fresh'),
    title: 'to upload a text',
    request: uploadOf('notes.txt'),
    status: 415,
    call: (client) => client.uploadFile(mediaFile('notes.txt')),
  });
});

test('an invalid form is refused with 400', async () => {
  // The client makes no such form, but a proxy that cuts one short does.
  await expectRefusal(pact, {
    ...asks.uploadFile,
    given: state('the API answers', { operation: 'uploadFile', status: 400 }),
    title: 'to upload a video that arrives broken',
    status: 400,
  });
});

test('an account at its limits is refused with 429', async () => {
  await expectRefusal(pact, {
    ...asks.uploadFile,
    given: state('the account is at its limits'),
    title: 'to upload a video beyond the limits',
    status: 429,
  });
});
