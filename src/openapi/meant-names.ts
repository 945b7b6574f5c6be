// What somebody may have meant by a name of a parameter or a field that is not there.
import { closestTo } from '../util/suggest.ts';

const plain = (name: string) => name.toLowerCase().replace(/[^a-z\d]/g, '');

/** What other APIs call things that this one has. */
const SYNONYMS: Record<string, readonly string[]> = {
  limit: [
    'pagesize',
    'perpage',
    'pagelimit',
    'maxresults',
    'batchsize',
    'count',
    'size',
    'max',
    'top',
    'take',
  ],
  offset: ['skip', 'start', 'startindex', 'fromindex', 'page', 'pagenumber'],
  page_token: [
    'cursor',
    'nextcursor',
    'nexttoken',
    'nextpagetoken',
    'continuationtoken',
    'next',
    'after',
    'page',
    'token',
  ],
  created_after: ['since', 'after', 'startdate', 'createdsince', 'from', 'mincreatedat'],
  created_before: ['until', 'before', 'enddate', 'createduntil', 'to', 'maxcreatedat'],
  from: ['since', 'startdate', 'after', 'datefrom'],
  to: ['until', 'enddate', 'before', 'dateto'],
  title_search: ['q', 'query', 'search', 'title'],
  order: ['orderby', 'sortby', 'sortfield'],
  sort: ['direction', 'sortorder', 'sortdirection', 'orderdirection', 'dir'],
  status: ['state', 'filestatus'],
  folder_id: ['folder', 'parent', 'parentid'],
  path: ['directory', 'dir'],
  url: ['uri', 'link', 'href', 'fileurl', 'videourl', 'sourceurl', 'sourceuri'],
  file_id: ['id', 'fileid', 'videoid', 'mediaid'],
  filename: ['name', 'title'],
  collection_type: ['type', 'kind'],
  created_at: ['created', 'timestamp'],
  bytes: ['size', 'sizebytes', 'filesize'],
  endpoint: ['url', 'callbackurl', 'webhookurl', 'targeturl'],
  subscribed_events: ['events', 'eventtypes', 'event'],
};

/** Longer names are near none: no name that is known has half as many characters. */
const LONGEST_NAME = 80;

/** The known name that was probably meant; undefined if none is near. */
export function meantBy(given: string, known: Iterable<string>): string | undefined {
  if (given.length > LONGEST_NAME) return undefined;
  const names = [...known];
  const wanted = plain(given);
  return (
    names.find((name) => plain(name) === wanted) ??
    names.find((name) => SYNONYMS[name]?.includes(wanted)) ??
    closestTo(given, names)
  );
}
