// What the bundle leaves out of a start: text that few processes read, modules that none of them uses, and the decoding of
// characters beyond ASCII, which makes Node.js read a file at half the speed.
import { deflateSync } from 'node:zlib';
import type { Plugin } from 'rolldown';

/** What stands in the place of modules by their names. */
const UNUSED: Record<string, string> = {
  // The mock does not speak HTTP/2, which the adapter of Hono asks for.
  'node:http2': 'export class Http2ServerRequest {}\nexport const constants = {};\n',
  // What `file-type` uses prints the steps of unpacking, if it is told to.
  debug: 'export default () => () => {};\n',
};
const MARK = '\0unused ';

/** Texts in modules whose exports are functions, so that none is unpacked before it is asked for. */
const LONG_TEXT = /"(?:[^"\\]|\\.){1000,}"/g;

const packed = (literal: string): string =>
  `inflateSync(Buffer.from("${deflateSync(JSON.parse(literal)).toString('base64')}", 'base64')).toString()`;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

export const fastStart: Plugin = {
  name: 'fast-start',
  resolveId: (id) => (Object.hasOwn(UNUSED, id) ? `${MARK}${id}` : undefined),
  load: (id) => (id.startsWith(MARK) ? UNUSED[id.slice(MARK.length)] : undefined),
  transform: (code, id) =>
    id.endsWith('version-data.ts')
      ? `import { inflateSync } from 'node:zlib';\n${code.replace(LONG_TEXT, packed)}`
      : undefined,
  // Comments and texts are all that has them; a template that keeps its text as it was written does not.
  renderChunk: (code) => code.replace(/[^\0-\x7f]/g, escaped),
};
