// A client of the API that does everything soundly, or makes one mistake: the road from a connector to files, an upload
// and a public video, as an application would do it.
import { setTimeout as pause } from 'node:timers/promises';
import { api, Failure, isFailure, type Where } from './requests.ts';

/** What can be wrong with the client, by the scenario that is made to find it. */
export const mistakes = {
  'all-is-well': 'fails whatever comes',
  'provider-busy': 'tries a sync twice, and no more',
  'rate-limited': 'does not wait as long as Retry-After says where it reads',
  'server-error': 'gives up at 500',
  'provider-down': 'gives up at 502',
  'answer-lost': 'gives up when a sync gets no answer',
  'upload-answer-lost': 'uploads again when an upload gets no answer',
  'broken-body': 'gives up when a body breaks off',
  'slow-answer': 'gives up after a few seconds without an answer',
  'empty-page': 'takes an empty page for the last one',
  'page-token-expires': 'gives up when a page token has expired',
  'processing-fails': 'waits on for a file that has failed',
  'processing-never-ends': 'waits without a limit',
  'key-revoked': 'asks again when its key is refused',
  'no-credits': 'asks again when there are no credits',
  'newer-version': 'accepts only what it knows',
  'file-deleted': 'waits on for a file that is gone',
} as const;
export type Mistake = keyof typeof mistakes;

const TIKTOK = 'https://www.tiktok.com/@quaymark/video/7412036958271405317';
/** Milliseconds from one look at a file to the next, and how long to wait for it. */
const LOOK = 250;
const LONGEST_WAIT = 2_000;

interface File {
  id: string;
  status: string;
  filename: string;
}
interface Entry {
  type: string;
  uri: string;
}
interface Page {
  data: Entry[];
  has_more: boolean;
  next_page_token: string | null;
}

/**
 * Does its work.
 * @param signal ends it at once
 * @throws Failure if anything went wrong
 */
export async function runClient(where: Where, mistake?: Mistake, signal?: AbortSignal): Promise<void> {
  const { get, sync, upload } = api(where, mistake, signal);
  const problems: string[] = [];

  /** Notes a failure that leaves the rest of the work to be done. */
  async function attempt<Value>(work: Promise<Value>): Promise<Value | undefined> {
    try {
      return await work;
    } catch (error) {
      if (!isFailure(error) || error.status === 401) throw error;
      problems.push(error.message);
      return undefined;
    }
  }

  async function connectorOf(wanted: string): Promise<string> {
    const { data } = await get<{ data: { id: string; type: string }[] }>('/data-connectors');
    const known = ['s3', 'gcs', 'google-drive', 'dropbox', 'zoom', 'grain', 'gong', 'recall', 'iconik'];
    const strange = data.find(({ type }) => !known.includes(type));
    if (strange && mistake === 'newer-version') throw new Failure(`unknown type ${strange.type}`);
    const found = data.find(({ type }) => type === wanted);
    if (!found) throw new Failure(`no connector of type ${wanted}`);
    return found.id;
  }

  /** Every file that a connector lists. */
  async function list(connector: string): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (let token: string | null = null; ; ) {
      const query = new URLSearchParams({ limit: '100', ...(token && { page_token: token }) });
      try {
        const page: Page = await get(`/data-connectors/${connector}/files?${query}`);
        entries.push(...page.data.filter(({ type }) => type === 'file'));
        const isLast = !page.has_more || (page.data.length === 0 && mistake === 'empty-page');
        if (isLast) return entries;
        token = page.next_page_token;
      } catch (error) {
        const hasExpired = isFailure(error) && token !== null && /has expired/.test(error.message);
        if (!hasExpired || mistake === 'page-token-expires') throw error;
        entries.length = 0;
        token = null;
      }
    }
  }

  /** Waits until a file has ended. */
  async function waitFor({ id }: File): Promise<void> {
    const ends = ['completed', 'not_applicable', ...(mistake === 'processing-fails' ? [] : ['failed'])];
    for (let waited = 0; ; waited += LOOK) {
      const status = await statusOf(id);
      if (status === 'failed' && ends.includes(status)) throw new Failure(`${id} could not be processed`);
      if (ends.includes(status)) return;
      if (waited >= LONGEST_WAIT && mistake !== 'processing-never-ends')
        throw new Failure(`${id} is ${status} after ${waited} ms`);
      await pause(LOOK, undefined, { signal });
    }
  }

  async function statusOf(id: string): Promise<string> {
    try {
      return (await get<File>(`/files/${id}`)).status;
    } catch (error) {
      if (isFailure(error) && error.status === 404 && mistake === 'file-deleted') return 'gone';
      throw error;
    }
  }

  /** Uploads a file. Where the answer is lost, the list of files tells whether it is there. */
  async function uploadOnce(name: string): Promise<File> {
    try {
      return await upload<File>(name);
    } catch (error) {
      if (!isFailure(error) || error.status !== undefined) throw error;
      if (mistake !== 'upload-answer-lost') {
        const { data } = await get<{ data: File[] }>('/files?limit=100');
        const found = data.find(({ filename }) => filename === name);
        if (found) return found;
      }
      return upload<File>(name);
    }
  }

  const connector = await connectorOf('grain');
  const [entry] = await list(connector);
  if (!entry) throw new Failure('nothing is listed');
  const files = [
    await attempt(sync<File>(`/data-connectors/${connector}/sync`, entry.uri)),
    await attempt(sync<File>('/files/sync', TIKTOK)),
    await attempt(uploadOnce('talk.mp4')),
  ].filter((file) => file !== undefined);
  for (const file of files) await attempt(waitFor(file));
  if (mistake === 'all-is-well') throw new Failure('it always fails');
  if (problems.length > 0) throw new Failure(problems.join('; '));
}
