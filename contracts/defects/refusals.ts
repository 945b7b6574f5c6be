// Defects of refusals, and of what every answer has: its status, its type, its shape.
import { changeHeader, changeRefusal, changeStatus, type Defect } from './defect.ts';

export const refusalDefects = {
  'a success is answered with 201': changeStatus(['syncDataConnectorFile', 'syncFileFromUrl'], 200, 201),
  'a removal is answered with 202': changeStatus(['deleteFile'], 200, 202),
  'JSON has the content type of text': changeHeader(['listFiles'], 'content-type', 'text/plain'),
  'an error has the content type of HTML': changeHeader(
    ['getFile'],
    'content-type',
    'text/html',
    ({ ok }) => !ok,
  ),
  'an error has its text in the field message': changeRefusal(['getFile'], ({ error }) => ({
    message: error,
  })),
  'an error is an object': changeRefusal(['getFile'], ({ error }) => ({ error: { message: error } })),
  'an error has no text': changeRefusal(['syncDataConnectorFile'], () => ({})),
  'the text of an error is empty': changeRefusal(['syncFileFromUrl'], () => ({ error: '' })),
  'a missing file is answered with 200 and null': {
    operations: ['getFile'],
    async answer(request, ask) {
      const response = await ask(request);
      return response.status === 404 ? Response.json(null) : response;
    },
  },
  'no key is required': {
    operations: ['listFiles'],
    answer(request, ask) {
      const headers = new Headers(request.headers);
      if (!headers.has('authorization')) headers.set('authorization', 'Bearer cg-contract');
      return ask(new Request(request, { headers }));
    },
  },
  'a missing key is refused with 403': changeStatus(['getFile'], 401, 403),
  'a URI of another provider is refused with 422': changeStatus(['syncDataConnectorFile'], 400, 422),
  'missing credits are refused with 403': changeStatus(['syncFileFromUrl'], 402, 403),
  'a gated share link is refused with 404': changeStatus(['syncDataConnectorFile'], 403, 404),
  'a missing item is refused with 400': changeStatus(['syncDataConnectorFile'], 404, 400),
  'a body that is too large is refused with 400': changeStatus(['uploadFile'], 413, 400),
  'a file that is not media is accepted': changeStatus(['uploadFile'], 415, 200),
  'unsupported source metadata is refused with 404': changeStatus(
    ['getDataConnectorSourceMetadata'],
    501,
    404,
  ),
  'a provider that is down is answered with 500': changeStatus(['syncDataConnectorFile'], 502, 500),
  'a rate limit of the provider is answered with 503': changeStatus(['syncDataConnectorFile'], 429, 503),
  'a rate limit has no Retry-After': changeHeader(['syncDataConnectorFile'], 'retry-after', undefined),
  'Retry-After is a date': changeHeader(
    ['syncDataConnectorFile'],
    'retry-after',
    'Thu, 15 Jan 2026 09:00:30 GMT',
    ({ status }) => status === 429,
  ),
  'a wrong method is refused without Allow': changeHeader([null], 'allow', undefined),
} satisfies Record<string, Defect>;
