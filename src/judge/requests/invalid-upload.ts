// A form that cannot be used as an upload.
import { pointerTo } from '../../openapi/places.ts';
import { requestShapeOf } from '../../openapi/request-shape.ts';
import type { RequestRule } from '../rule.ts';
import { sentencesOf } from './sentences.ts';

export const invalidUpload: RequestRule = {
  name: 'invalid-upload',
  severity: 'error',
  summary: 'A client uploads one media file in the part "file" of a form',
  reason: 'The API refuses any other form.',
  source: 'documented',
  examples: {
    broken: 'uploads the file in a part named "video"',
    sound: 'uploads the file in the part "file", with its name',
  },
  errorCases: ['invalid-upload'],
  judge(exchange, tell) {
    const body = requestShapeOf(exchange.version, 'uploadFile')?.body;
    if (!body) return;
    const { text, remedy = 'send a form as the document says' } = sentencesOf(exchange);
    tell({ text, remedy, place: 'form', kind: text, document: pointerTo(body.shape.place) });
  },
};
