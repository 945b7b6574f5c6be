// Compares pacts with the document: a pact that differs from it is broken, even if the mock would accept it.
import { checkAnswer } from '../conformance/check-answer.ts';
import {
  checkContentType,
  checkRequest,
  findOperation,
  laterOperation,
} from '../conformance/check-request.ts';
import type { Request } from '../conformance/message.ts';
import type { Api, OperationId } from '../openapi/cloudglue.ts';
import type { Problem } from './outcome.ts';
import type { HttpInteraction, PactDocument } from './parse-pact.ts';
import { readAnswer, readRequest } from './read-interaction.ts';

export interface DocumentFinding {
  operation: OperationId | null;
  problems: Problem[];
}

/** What the document says of each interaction of a pact; of one without HTTP, nothing. */
export const checkDocument = (
  api: Api,
  { interactions, version }: PactDocument,
): Promise<DocumentFinding[]> =>
  Promise.all(
    interactions.map((one) =>
      one.kind === 'http' ? checkInteraction(api, one, version) : { operation: null, problems: [] },
    ),
  );

/** A request whose refusal is expected may be wrong, for that is why it is refused; but not in what it is not about. */
function requestProblems(api: Api, operation: OperationId, request: Request, statuses: readonly number[]) {
  if (statuses.some((status) => status < 400)) return checkRequest(api, operation, request);
  return statuses.includes(415) ? [] : checkContentType(api, operation, request);
}

async function checkInteraction(
  api: Api,
  interaction: HttpInteraction,
  version: number,
): Promise<DocumentFinding> {
  const request = await readRequest(interaction, version);
  const operation = findOperation(api, request);
  if (typeof operation !== 'string')
    return { operation: laterOperation(request) ?? null, problems: [{ found: 'document', ...operation }] };
  const answer = await readAnswer(interaction, version);
  const problems = [
    ...requestProblems(api, operation, request, answer.statuses),
    ...checkAnswer({ api, isPartial: true }, operation, answer),
  ];
  return { operation, problems: problems.map((problem) => ({ found: 'document', ...problem })) };
}
