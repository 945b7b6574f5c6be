// Reads a YAML or JSON file and checks it by a schema: each mistake is told with its line, its field and what was expected.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Document } from 'yaml';
import type * as z from 'zod';
import { plainWords } from '../util/system-errors.ts';
import { validate } from '../util/validate.ts';
import { explainIssue, pathText } from './explain.ts';

/** Beyond this many, problems usually have one cause, so the others are not shown. */
const MOST_PROBLEMS = 10;

/** Creates an error about the field of a file at `keys`. */
export type Problem = (keys: PropertyKey[], text: string) => Error;

interface CheckedFile<Data> {
  data: Data;
  /** For what the schema does not check. */
  problem: Problem;
}

interface FileOptions<Data> {
  schema: z.ZodType<Data>;
  /** What the file is, as texts name it: `seed file`. */
  kind: string;
  /** Makes the error that is thrown. */
  failure: (message: string) => Error;
}

/**
 * Reads a YAML or JSON file.
 * @throws what `failure` makes if the file cannot be read or anything in it is wrong: a line for each mistake
 */
export function readCheckedFile<Data>(
  path: string,
  { schema, kind, failure }: FileOptions<Data>,
): CheckedFile<Data> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw failure(`cannot read the ${kind} ${path}: ${plainWords(error)}`);
  }
  // Loaded only if there is a file, and synchronously, because createMock() is synchronous.
  const { LineCounter, parseDocument } = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => `${path}:${lines.linePos(offset).line}`;
  const [broken] = document.errors;
  if (broken) throw failure(`${place(broken.pos[0])}: not valid YAML or JSON: ${broken.message}`);
  const input = toData();
  const result = validate(schema, input);
  if (!result.success) {
    const problems = result.error.issues.slice(0, MOST_PROBLEMS).map((issue) => {
      return `${placeOf(issue)}: ${pathText(issue.path, 'the file')} ${explainIssue(issue, input)}`;
    });
    throw failure(problems.join('\n'));
  }
  return {
    data: result.data,
    problem: (keys, text) => failure(`${placeOf({ path: keys })}: ${pathText(keys)} ${text}`),
  };

  /** Fails if the aliases of the document expand to too much. */
  function toData(): unknown {
    try {
      return (document as Document.Parsed).toJS();
    } catch (error) {
      throw failure(`${path}: not valid YAML or JSON: ${(error as Error).message}`);
    }
  }

  /** The line of the field that a problem is about, or of the nearest enclosing field that is in the file. */
  function placeOf({ path: keys, ...issue }: { path: PropertyKey[]; keys?: string[] }): string {
    const wanted = [...keys, ...(issue.keys?.slice(0, 1) ?? [])];
    for (let length = wanted.length; length >= 0; length--) {
      const node = document.getIn(wanted.slice(0, length), true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) return place(node.range[0]);
    }
    return path;
  }
}
