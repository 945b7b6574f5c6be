// What sound clients do again and again: retry, poll and page as they should.
import { ids } from '../support/ids.ts';
import type { Answer, Api } from './api.ts';

export const GRAIN = 'grain://recording/abc123';
export const SYNC = `/data-connectors/${ids.grain}/sync`;
export const BROWSE = `/data-connectors/${ids.grain}/files`;

/** Seconds after which a client gives up. */
const LONGEST_WAIT = 120;

/** Sends a request, and again after a pause while it fails in passing: as long as Retry-After says, or growing. */
export async function retried({ wait }: Api, ask: () => Promise<Answer>, tries = 4): Promise<Answer> {
  for (let pause = 1_000; ; pause *= 2) {
    const answer = await ask();
    const mayPass = answer.status === 429 || answer.status >= 500 || !answer.body;
    if (!mayPass || --tries === 0 || (answer.retryAfter ?? 0) > LONGEST_WAIT) return answer;
    await wait(answer.retryAfter === undefined ? pause : answer.retryAfter * 1_000);
  }
}

export const sync = (api: Api, url = GRAIN): Promise<Answer> =>
  retried(api, () => api.post(SYNC, { json: { url } }));

/** Asks for a file every two seconds until it has ended, for ten minutes at most. */
export async function untilReady(api: Api, id: string): Promise<string> {
  for (let polls = 0; polls < 300; polls++) {
    const { body } = await retried(api, () => api.get(`/files/${id}`));
    if (!body || !['pending', 'processing'].includes(body.status)) return body?.status;
    await api.wait(2_000);
  }
  return 'timeout';
}

/** Every entry of a listing of the connector, and from its beginning again when a token has expired. */
export async function browseAll(api: Api, query = '', pause = 0): Promise<unknown[]> {
  let entries: unknown[] = [];
  for (let token: string | null = null; ; ) {
    const page = token === null ? query : `${query}&page_token=${encodeURIComponent(token)}`;
    const { status, body } = await retried(api, () => api.get(`${BROWSE}?${page}`));
    if (status === 400 && token !== null) {
      entries = [];
      token = null;
      pause = 0;
      continue;
    }
    if (status !== 200 || !body) return entries;
    entries = [...entries, ...body.data];
    token = body.next_page_token;
    if (!body.has_more) return entries;
    await api.wait(pause);
  }
}

/** A form with a small video. */
export function videoForm(name = 'clip.mp4'): FormData {
  const form = new FormData();
  form.set('file', new File(['not really a video'], name, { type: 'video/mp4' }));
  return form;
}
