// Defects of lists: pages, totals and filters.
import { changeBody, type Defect, ignoreParameters } from './defect.ts';

export const listDefects = {
  'the total counts the page, not all': changeBody(['listFiles'], (list) => {
    list.total = list.data.length;
  }),
  'the total is a string': changeBody(['listFiles'], (list) => {
    list.total = String(list.total);
  }),
  'the limit is ignored': ignoreParameters(['listFiles'], 'limit'),
  'the offset is ignored, so that the last page repeats the first': ignoreParameters(['listFiles'], 'offset'),
  'the last page is lost': changeBody(['listFiles'], (list) => {
    if (list.offset > 0) list.data = [];
  }),
  'a page has one entry too few': changeBody(['listFiles'], (list) => {
    list.data.pop();
  }),
  'the filter by status is ignored': ignoreParameters(['listFiles'], 'status'),
  'the filter by metadata is ignored': ignoreParameters(['listFiles'], 'filter'),
  'a list is a bare array': changeBody(['listFiles', 'listCollections', 'listWebhooks'], ({ data }) => data),
  'the limit of a listing is ignored': ignoreParameters(['listDataConnectorFiles'], 'limit'),
  'a page token leads to the first page again': ignoreParameters(['listDataConnectorFiles'], 'page_token'),
  'the first page of a listing says that nothing follows': changeBody(['listDataConnectorFiles'], (page) => {
    page.has_more = false;
  }),
  'the first page of a listing has no token': changeBody(['listDataConnectorFiles'], (page) => {
    page.next_page_token = null;
  }),
  'the last page of a listing has a token': changeBody(['listDataConnectorFiles'], (page) => {
    page.next_page_token ??= 'MTAw';
  }),
  'a folder has a URI to sync': changeBody(['listDataConnectorFiles'], (page) => {
    for (const entry of page.data) entry.uri ??= `s3://quaymark-recordings/${entry.name}`;
  }),
  'entries of a listing have no URI': changeBody(['listDataConnectorFiles'], (page) => {
    for (const entry of page.data) entry.uri = null;
  }),
  'connectors are listed without their type': changeBody(['listDataConnectors'], (list) => {
    for (const connector of list.data) delete connector.type;
  }),
  'a connector has a type outside the document': changeBody(['listDataConnectors'], (list) => {
    list.data[0].type = 'sharepoint';
  }),
  'source metadata is not wrapped in its object': changeBody(
    ['getDataConnectorSourceMetadata'],
    ({ source_metadata }) => source_metadata,
  ),
  'the duration at the source is a fraction': changeBody(['getDataConnectorSourceMetadata'], (answer) => {
    answer.source_metadata.duration_ms /= 1_000;
  }),
} satisfies Record<string, Defect>;
