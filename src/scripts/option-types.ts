// The types of the options, from the table of them: made, so that a user's editor tells what each means and does,
// and so that the package's types want no validator.
import * as z from 'zod';
import { defaultOf, listenOptions, mockOptions, type Table } from '../config/options.ts';
import { sentence } from '../http/problem.ts';

type JsonSchema = { type?: string; enum?: unknown[] };

/** What a schema takes, in TypeScript. */
function typeOf({ type, schema }: Table[string]): string {
  if (type) return type;
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  if (json.enum) return json.enum.map((value) => `'${value}'`).join(' | ');
  return json.type === 'integer' ? 'number' : (json.type ?? 'unknown');
}

function interfaceOf(name: string, about: string, table: Table): string {
  const fields = Object.entries(table).map(([field, option]) => {
    const byDefault = defaultOf(option);
    return [
      '  /**',
      `   * ${sentence(option.help)}`,
      ...(byDefault === undefined ? [] : [`   * @default ${byDefault}`]),
      '   */',
      `  ${field}?: ${typeOf(option)} | undefined;`,
    ].join('\n');
  });
  return `/** ${about} */\nexport interface ${name} {\n${fields.join('\n')}\n}\n`;
}

/** The text of `src/mock/generated/option-types.ts`. */
export const optionTypes = (): string =>
  [
    '// Made by `npm run generate` from src/config/options.ts. Never edit it by hand.',
    "import type { FaultRule } from '../../records/fault-rule.ts';\n",
    interfaceOf(
      'MockOptions',
      'Options of `createMock()`; the command line and the environment know the same.',
      mockOptions,
    ),
    interfaceOf('ListenOptions', 'Where `listen()` listens.', listenOptions),
  ].join('\n');
