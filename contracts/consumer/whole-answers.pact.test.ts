// Whole answers: whatever else consumers need of an answer, here every field of it is agreed upon.
import { expect, test } from 'vitest';
import { clientOf, createPact, json, WHOLE_ANSWERS, withKey } from '../support/pact.ts';
import { uploadOf } from '../support/upload.ts';
import { pin, readWhole } from '../support/whole.ts';
import { wholeCases } from '../support/whole-cases.ts';

const pact = createPact(WHOLE_ANSWERS);

test.each(Object.entries(wholeCases))('the whole answer: %s', (name, { given, call }) => {
  const { request, answer } = readWhole(name);
  const interaction = pact.addInteraction();
  for (const one of given) interaction.given(...one);
  return interaction
    .uponReceiving(`a request for the whole answer of ${name}`)
    .withRequest(request.method, request.path, (builder) => {
      builder.headers(withKey);
      if (Object.keys(request.query).length > 0) builder.query(texts(request.query));
      if (request.json) builder.jsonBody(request.json);
      if (name.startsWith('uploadFile')) uploadOf('interview.mp4')(builder);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody(pin(answer));
    })
    .executeTest(async (server) => {
      expect(await call(clientOf(server))).toEqual(answer);
    });
});

/** Pact takes a text that is JSON for a matcher, unless it is inside one. */
const texts = (query: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      value.startsWith('{') ? { 'pact:matcher:type': 'equality', value } : value,
    ]),
  ) as Record<string, string>;
