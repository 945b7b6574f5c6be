// Response bodies that do not change are made once, and so is their text. Both are kept with what they were made of.

/** Text in UTF-8. */
export type Bytes = Uint8Array<ArrayBuffer>;

interface Kept {
  /** What the body depends on beside its source. */
  conditions: readonly unknown[];
  body: object;
}

/** The texts of bodies that are kept; undefined until a body is first sent. */
const texts = new WeakMap<object, { cache: KeptBodies; text: Bytes | undefined }>();

/** What a body takes beside its text: its objects take about as much as the text. */
const OBJECTS = 2;

/**
 * Bodies by their source, a record or an item, which is replaced when it changes. Those that were not used for longest
 * go first: in two generations, of which the older one is dropped when the younger one is full.
 */
export class KeptBodies {
  #young = new Map<object, Kept>();
  #old = new Map<object, Kept>();
  #youngBytes = 0;
  #oldBytes = 0;
  readonly #mostBytes: number;

  /** @param mostBytes of all bodies with their texts, roughly */
  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** Roughly the bytes of all that is kept. */
  get bytes(): number {
    return this.#youngBytes + this.#oldBytes;
  }

  /**
   * The body of a source under these conditions. Whoever gets it must not change it.
   * @param make makes the body where it is not kept
   */
  of<Body extends object>(source: object, conditions: readonly unknown[], make: () => Body): Body {
    const kept = this.#young.get(source) ?? this.#old.get(source);
    if (kept && isSame(kept.conditions, conditions)) return kept.body as Body;
    const body = make();
    this.#young.set(source, { conditions, body });
    texts.set(body, { cache: this, text: undefined });
    return body;
  }

  /** Forgets everything. */
  clear(): void {
    [this.#young, this.#old] = [new Map(), new Map()];
    [this.#youngBytes, this.#oldBytes] = [0, 0];
  }

  add(bytes: number): void {
    this.#youngBytes += bytes * OBJECTS;
    if (this.#youngBytes * 2 < this.#mostBytes) return;
    [this.#old, this.#young] = [this.#young, new Map()];
    [this.#oldBytes, this.#youngBytes] = [this.#youngBytes, 0];
  }
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.every((value, at) => value === other[at]);

const encoder = new TextEncoder();

/** The text of a body that is kept; undefined of any other. */
function keptText(body: object): Bytes | undefined {
  const kept = texts.get(body);
  if (kept && !kept.text) {
    kept.text = encoder.encode(JSON.stringify(body));
    kept.cache.add(kept.text.length);
  }
  return kept?.text;
}

const BRACKETS = { open: encoder.encode('['), comma: encoder.encode(','), close: encoder.encode(']') };

/** A list as JSON, whose entries are bodies that are kept. */
function listText(list: { data: readonly object[] }): Bytes {
  const parts: Uint8Array[] = [];
  for (const [name, value] of Object.entries(list)) {
    parts.push(encoder.encode(`${parts.length === 0 ? '{' : ','}${JSON.stringify(name)}:`));
    if (value !== list.data) {
      parts.push(encoder.encode(JSON.stringify(value)));
      continue;
    }
    list.data.forEach((body, at) => {
      parts.push(
        at === 0 ? BRACKETS.open : BRACKETS.comma,
        keptText(body) ?? encoder.encode(JSON.stringify(body)),
      );
    });
    parts.push(BRACKETS.close);
  }
  parts.push(encoder.encode('}'));
  return Buffer.concat(parts);
}

/** A body as JSON: the text that is kept of it, or of the entries of a list. */
export function jsonOf(body: unknown): string | Bytes {
  if (body === null || typeof body !== 'object') return JSON.stringify(body);
  const { data } = body as { data?: unknown };
  if (Array.isArray(data) && texts.has(data[0])) return listText(body as { data: object[] });
  return keptText(body) ?? JSON.stringify(body);
}
