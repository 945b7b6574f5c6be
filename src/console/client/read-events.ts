// Reads server-sent events from a response. Unlike EventSource, fetch can send the key in a header.

export interface ServerEvent {
  type: string;
  data: string;
}

/** The events of a stream until it ends. Rejects if the connection breaks. */
export async function* readEvents(response: Response): AsyncGenerator<ServerEvent> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) return;
  let rest = '';
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const blocks = (rest + read.value).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = parseEvent(block);
        if (event) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** The event of a block of lines; undefined for a comment. */
function parseEvent(block: string): ServerEvent | undefined {
  const fields = block.split('\n').map((line) => line.split(/: ?(.*)/s));
  const valuesOf = (wanted: string) =>
    fields.flatMap(([name, value = '']) => (name === wanted ? [value] : []));
  const data = valuesOf('data').join('\n');
  return data === '' ? undefined : { type: valuesOf('event')[0] ?? 'message', data };
}
