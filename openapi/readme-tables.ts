// The README's tables, from the document, the registry, the options and the error catalogue.
import { definitions } from '../src/connectors/registry.ts';
import { allOptions, defaultOf, flagOf, type OptionName, variableOf } from '../src/options.ts';
import { lifecycles } from '../src/settings.ts';
import { operationsById } from '../src/spec/document.ts';
import { errorCases } from '../src/wire/error-cases.ts';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const code = (text: string) => `\`${text}\``;

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const operations = () =>
  table(
    ['operation', 'request', 'what it does', 'answers'],
    [...operationsById.values()].map(({ id, method, path, operation }) => [
      code(id),
      code(`${method.toUpperCase()} ${path}`),
      operation.summary,
      Object.keys(operation.responses).join(', '),
    ]),
  );

const connectors = () =>
  table(
    ['type', 'accepted URIs', 'browsing counts', 'connector ids', 'a URI to try'],
    definitions.map(({ type, forms, filters, seeded, item }) => [
      code(type),
      forms.map(code).join('<br>'),
      filters.map(code).join(', ') || 'nothing',
      seeded.map(({ id }) => code(id)).join('<br>'),
      code(
        seeded
          .flatMap(({ items }) => items.map((seed) => item(seed)))
          .find(({ media, error }) => media && !error)?.uri ?? '',
      ),
    ]),
  );

const options = () =>
  table(
    ['option', 'in code', 'environment', 'default', 'what it does'],
    (Object.keys(allOptions) as OptionName[]).map((name) => [
      code(`--${flagOf(name)} ${allOptions[name].hint}`),
      code(name),
      code(variableOf(name)),
      defaultOf(allOptions[name]) ?? '',
      allOptions[name].help,
    ]),
  );

const lifecycle = () =>
  table(
    ['lifecycle', 'a file moves'],
    Object.entries(lifecycles).map(([name, how]) => [code(name), how]),
  );

const errors = () =>
  table(
    ['status', 'cause', 'known from'],
    Object.entries(errorCases)
      .map(([name, { status, origin }]) => [String(status), code(name), origin])
      .toSorted(([a = ''], [b = '']) => Number(a) - Number(b)),
  );

/** Each table by the name that its place in the README has. */
export const readmeTables = (): Record<string, string> => ({
  connectors: connectors(),
  operations: operations(),
  lifecycle: lifecycle(),
  options: options(),
  errors: errors(),
});
