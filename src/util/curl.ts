// Writes a request as a curl command that a person can copy into a shell.
import { shellWord } from './shell.ts';

export interface CurlRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  /** A body of text. */
  body?: string | undefined;
  /** The fields of a form; `file` is sent as a file named notes.txt. */
  form?: Record<string, string> | undefined;
  /** Reads the body from standard input. */
  readsInput?: boolean;
}

/** The command on one line, each word quoted for a POSIX shell. */
export function curlCommand({
  method,
  url,
  headers,
  body,
  form = {},
  readsInput = false,
}: CurlRequest): string {
  return [
    'curl -sS',
    ...(method === 'GET' ? [] : ['-X', method]),
    shellWord(url),
    ...Object.entries(headers).flatMap(([name, value]) => ['-H', shellWord(`${name}: ${value}`)]),
    ...(readsInput ? ['--data-binary', '@-'] : []),
    // Unlike -d, it takes a text that begins with "@" as it is.
    ...(body === undefined || readsInput
      ? []
      : [body.startsWith('@') ? '--data-raw' : '-d', shellWord(body)]),
    ...Object.entries(form).flatMap(([name, value]) => [
      '-F',
      shellWord(`${name}=${value}${name === 'file' ? ';filename=notes.txt' : ''}`),
    ]),
  ].join(' ');
}
