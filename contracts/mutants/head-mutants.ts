// Mutants of statuses and headers: each status as its neighbour; each header missing, or with another value.
import type { Mutant, Recorded } from './mutant.ts';

/** What a provider answers by mistake instead of a status: another one that is close, or a success. */
const NEIGHBOURS: Record<number, readonly number[]> = {
  200: [201, 204],
  400: [422, 500, 200],
  401: [403, 200],
  402: [403, 200],
  403: [401, 404, 200],
  404: [400, 410, 200],
  405: [404],
  409: [400, 200],
  413: [400, 200],
  415: [400, 200],
  429: [503, 200],
  500: [502],
  501: [404],
  502: [500, 503],
};

/** Headers that are no part of what the API promises. */
const OF_THE_SERVER =
  /^(content-length|date|vary|connection|x-cloudglue-mock-|access-control-|x-content-type|x-request-id|content-security-policy)/;

const changedValue = (value: string) =>
  /^\d+$/.test(value)
    ? String(Number(value || 1) * 1000)
    : value === 'application/json'
      ? 'text/plain'
      : `${value}x`;

export function headMutants(recorded: readonly Recorded[]): Mutant[] {
  const { operation = null } = recorded[0]?.contract ?? {};
  const statuses = new Set(recorded.map(({ answer }) => answer.status));
  const headers = new Set(recorded.flatMap(({ answer }) => Object.keys(answer.headers)));
  return [
    ...[...statuses].flatMap((from) =>
      (NEIGHBOURS[from] ?? []).map(
        (to): Mutant => ({
          operation,
          name: `answers ${to}, not ${from}`,
          answer: (answer) => (answer.status === from ? { ...answer, status: to } : undefined),
        }),
      ),
    ),
    ...[...headers]
      .filter((name) => !OF_THE_SERVER.test(name))
      .flatMap((name): Mutant[] => [
        {
          operation,
          name: `header ${name} is missing`,
          answer: (answer) => {
            const { [name]: value, ...rest } = answer.headers;
            return value === undefined ? undefined : { ...answer, headers: rest };
          },
        },
        {
          operation,
          name: `header ${name} has another value`,
          answer: (answer) => {
            const value = answer.headers[name];
            return value === undefined
              ? undefined
              : { ...answer, headers: { ...answer.headers, [name]: changedValue(value) } };
          },
        },
      ]),
  ];
}
