// Reads a pact from text, strictly: what Pact would skip, guess at or fall over must not count as verified.
import * as z from 'zod';
import { explain } from '../errors/explain.ts';
import { UsageError } from '../errors/usage-error.ts';

const isHttp = (type: string) => type.toLowerCase() === 'synchronous/http';

const state = z.looseObject({ name: z.string(), params: z.record(z.string(), z.unknown()).nullish() });

const interaction = z.looseObject({
  type: z.string().refine(isHttp, 'must be Synchronous/HTTP: messages are not verified').optional(),
  description: z.string().optional(),
  pending: z.boolean().optional(),
  providerState: z.string().nullish(),
  providerStates: z.array(state).nullish(),
  request: z.looseObject({
    // Pact takes what is no method for GET.
    method: z.string().refine((method) => /^[A-Za-z]+$/.test(method), 'must be an HTTP method'),
    path: z.string().refine((path) => path.startsWith('/'), 'must begin with a slash'),
  }),
  // Pact takes a status modulo 65536.
  response: z.looseObject({ status: z.int().min(100).max(599) }),
});

const version = z.looseObject({ version: z.string().optional() }).optional();

const pactDocument = z
  .looseObject({
    consumer: z.looseObject({ name: z.string().min(1) }),
    provider: z.looseObject({ name: z.string().min(1) }),
    interactions: z.array(interaction).min(1, 'must not be empty: nothing would be verified'),
    messages: z
      .array(z.unknown())
      .refine(({ length }) => length === 0, 'must not be there: messages are not verified')
      .nullish(),
    metadata: z.looseObject({ pactSpecification: version, 'pact-specification': version }).nullish(),
  })
  .superRefine(({ metadata, interactions }, context) => {
    const written = metadata?.pactSpecification?.version ?? metadata?.['pact-specification']?.version ?? '';
    if (!(Number.parseInt(written, 10) >= 4)) return;
    for (const [nth, one] of interactions.entries()) {
      for (const part of ['request', 'response'] as const) {
        if (isBodyOf4(one[part].body)) continue;
        const message =
          'must be an object with its content, as version 4 of the specification has it: Pact would not look at it';
        context.addIssue({ code: 'custom', path: ['interactions', nth, part, 'body'], message });
      }
    }
  });

/** Pact takes any other body of a pact of version 4 for none. */
const isBodyOf4 = (body: unknown) =>
  body === undefined || body === null || (typeof body === 'object' && 'content' in body);

export type PactDocument = z.output<typeof pactDocument>;
export type Interaction = PactDocument['interactions'][number];

function parseJson(source: string, text: string): unknown {
  if (text.startsWith('\ufeff'))
    throw new UsageError(
      `${source} begins with a byte order mark, which Pact cannot read: save it without one`,
    );
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${source} is no JSON: ${(error as Error).message}`);
  }
}

/** A pact from text. Throws UsageError if it is none of HTTP interactions. */
export function parsePact(source: string, text: string): PactDocument {
  const document = parseJson(source, text);
  const result = pactDocument.safeParse(document);
  if (result.success) return document as PactDocument;
  throw new UsageError(
    `${source} is no pact of HTTP interactions: ${explain(result.error, document, 'the document')}`,
  );
}
