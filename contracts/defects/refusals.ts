// Defects of refusals, and of what every answer has: its status, its type, its shape.
import { bendHeader, bendRefusal, bendStatus, type Defect } from './defect.ts';

export const refusalDefects = {
  'a success is answered with 201': bendStatus(['syncDataConnectorFile', 'syncFileFromUrl'], 200, 201),
  'a removal is answered with 202': bendStatus(['deleteFile'], 200, 202),
  'JSON comes as text': bendHeader(['listFiles'], 'content-type', 'text/plain'),
  'an error comes as HTML': bendHeader(['getFile'], 'content-type', 'text/html', ({ ok }) => !ok),
  'an error has its text in message': bendRefusal(['getFile'], ({ error }) => ({ message: error })),
  'an error is an object': bendRefusal(['getFile'], ({ error }) => ({ error: { message: error } })),
  'an error has no text': bendRefusal(['syncDataConnectorFile'], () => ({})),
  'the text of an error is empty': bendRefusal(['syncFileFromUrl'], () => ({ error: '' })),
  'what is not found is answered with 200 and null': {
    operations: ['getFile'],
    async answer(request, ask) {
      const response = await ask(request);
      return response.status === 404 ? Response.json(null) : response;
    },
  },
  'no key is needed': {
    operations: ['listFiles'],
    answer(request, ask) {
      const headers = new Headers(request.headers);
      if (!headers.has('authorization')) headers.set('authorization', 'Bearer cg-contract');
      return ask(new Request(request, { headers }));
    },
  },
  'a missing key is refused with 403': bendStatus(['getFile'], 401, 403),
  'a URI of another provider is refused with 422': bendStatus(['syncDataConnectorFile'], 400, 422),
  'missing credits are refused with 403': bendStatus(['syncFileFromUrl'], 402, 403),
  'a gated share link is refused with 404': bendStatus(['syncDataConnectorFile'], 403, 404),
  'an item that is gone is refused with 400': bendStatus(['syncDataConnectorFile'], 404, 400),
  'a body that is too large is refused with 400': bendStatus(['uploadFile'], 413, 400),
  'what is no media is taken': bendStatus(['uploadFile'], 415, 200),
  'source metadata that cannot be had is refused with 404': bendStatus(
    ['getDataConnectorSourceMetadata'],
    501,
    404,
  ),
  'a provider that is down is told by 500': bendStatus(['syncDataConnectorFile'], 502, 500),
  'a limit at the provider is told by 503': bendStatus(['syncDataConnectorFile'], 429, 503),
  'a limit comes without Retry-After': bendHeader(['syncDataConnectorFile'], 'retry-after', undefined),
  'Retry-After is a date': bendHeader(
    ['syncDataConnectorFile'],
    'retry-after',
    'Thu, 15 Jan 2026 09:00:30 GMT',
    ({ status }) => status === 429,
  ),
  'a wrong method is refused without Allow': bendHeader([null], 'allow', undefined),
} satisfies Record<string, Defect>;
