// Defects of lists: pages, totals and filters.
import { bendBody, type Defect, ignoreParameters } from './defect.ts';

export const listDefects = {
  'the total counts the page, not all': bendBody(['listFiles'], (list) => {
    list.total = list.data.length;
  }),
  'the total is a text': bendBody(['listFiles'], (list) => {
    list.total = String(list.total);
  }),
  'the limit is ignored': ignoreParameters(['listFiles'], 'limit'),
  'the offset is ignored, so that the last page repeats the first': ignoreParameters(['listFiles'], 'offset'),
  'the last page is lost': bendBody(['listFiles'], (list) => {
    if (list.offset > 0) list.data = [];
  }),
  'a page has one entry too few': bendBody(['listFiles'], (list) => {
    list.data.pop();
  }),
  'the filter by status is ignored': ignoreParameters(['listFiles'], 'status'),
  'the filter by metadata is ignored': ignoreParameters(['listFiles'], 'filter'),
  'a list is a bare array': bendBody(['listFiles', 'listCollections', 'listWebhooks'], ({ data }) => data),
  'the limit of a listing is ignored': ignoreParameters(['listDataConnectorFiles'], 'limit'),
  'a page token leads to the first page again': ignoreParameters(['listDataConnectorFiles'], 'page_token'),
  'the first page of a listing says that nothing follows': bendBody(['listDataConnectorFiles'], (page) => {
    page.has_more = false;
  }),
  'the first page of a listing has no token': bendBody(['listDataConnectorFiles'], (page) => {
    page.next_page_token = null;
  }),
  'the last page of a listing has a token': bendBody(['listDataConnectorFiles'], (page) => {
    page.next_page_token ??= 'MTAw';
  }),
  'a folder has a URI to sync': bendBody(['listDataConnectorFiles'], (page) => {
    for (const entry of page.data) entry.uri ??= `s3://quaymark-recordings/${entry.name}`;
  }),
  'entries of a listing have no URI': bendBody(['listDataConnectorFiles'], (page) => {
    for (const entry of page.data) entry.uri = null;
  }),
  'connectors are listed without their type': bendBody(['listDataConnectors'], (list) => {
    for (const connector of list.data) delete connector.type;
  }),
  'a connector has a type outside the document': bendBody(['listDataConnectors'], (list) => {
    list.data[0].type = 'sharepoint';
  }),
  'source metadata comes without what holds it': bendBody(
    ['getDataConnectorSourceMetadata'],
    ({ source_metadata }) => source_metadata,
  ),
  'the duration at the source is a fraction': bendBody(['getDataConnectorSourceMetadata'], (answer) => {
    answer.source_metadata.duration_ms /= 1_000;
  }),
} satisfies Record<string, Defect>;
