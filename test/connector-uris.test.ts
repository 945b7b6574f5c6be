// Properties of each URI grammar, for all inputs that a generator finds.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { definitions, registry } from '../src/sources/connectors/connector-registry.ts';
import type { UriReading } from '../src/sources/definition.ts';
import { rounds } from './support/rounds.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/);
const mixedCase = (text: string) =>
  fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((upper) =>
      [...text].map((character, at) => (upper[at] ? character.toUpperCase() : character)).join(''),
    );
/** The same text with some of its characters percent-encoded, in either case of the digits. */
const percentEncoded = (text: string) =>
  fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 8 }).map((choices) =>
    [...text]
      .map((character, at) => {
        const choice = character === '%' ? 1 : choices[at % choices.length];
        if (!choice) return character;
        const encoded = [...Buffer.from(character)]
          .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
          .join('');
        return choice === 1 ? encoded.toUpperCase() : encoded;
      })
      .join(''),
  );

const keyOf = (reading: UriReading | undefined) => (reading && 'key' in reading ? reading.key : undefined);
const prefixes = [
  ...definitions.flatMap(({ forms }) => forms.map((form) => form.replace(/<.*/, ''))),
  ...['', 'j/', 's/', 'rec/share/', 'recording/detail?meeting_id='].map(
    (path) => `https://acme.zoom.us/${path}`,
  ),
  'https://www.dropbox.com/',
  'https://drive.google.com/',
];

describe.each(definitions.map((definition) => [definition.type, definition] as const))(
  '%s',
  (_type, definition) => {
    test('never throws, whatever the input', () => {
      fc.assert(
        fc.property(fc.constantFrom('', ...prefixes), anyText, (prefix, text) => {
          definition.read(prefix + text);
        }),
        { numRuns: rounds(200) },
      );
    });

    test('gives a canonical form that reads as itself, with the same key', () => {
      fc.assert(
        fc.property(fc.constantFrom(...prefixes), anyText, (prefix, text) => {
          const reading = definition.read(prefix + text);
          if (!reading || 'error' in reading) return;
          const again = definition.read(reading.uri);
          expect(keyOf(again)).toBe(reading.key);
          expect(again).toHaveProperty('uri', reading.uri);
        }),
        { numRuns: rounds(300) },
      );
    });

    test('reads no URI of another connector', () => {
      fc.assert(
        fc.property(fc.constantFrom(...prefixes), anyText, (prefix, text) => {
          const owners = definitions.filter((other) => other.read(prefix + text));
          expect(owners.length).toBeLessThanOrEqual(1);
        }),
      );
    });

    test('synthesizes an item for any URI that it reads, with an equivalent URI', () => {
      fc.assert(
        fc.property(fc.constantFrom(...prefixes), anyText, (prefix, text) => {
          const reading = definition.read(prefix + text);
          if (!reading || 'error' in reading) return;
          const item = definition.synthesize(reading);
          expect(definition.synthesize(reading)).toEqual(item);
          expect(keyOf(definition.read(item.uri))).toBe(item.key);
          const names = [item.key, ...(definition.aliases?.(item) ?? [])];
          expect(
            item.key === reading.key || names.includes(reading.key) || item.key.startsWith('zoom://uuid/'),
          ).toBe(true);
        }),
        { numRuns: rounds(200) },
      );
    });
  },
);

describe('equal spellings give equal keys', () => {
  test.each([
    ['grain', 'grain://recording/'],
    ['gong', 'gong://call/'],
    ['recall', 'recall://recording/'],
    ['google-drive', 'gdrive://file/'],
  ] as const)('%s: the case of the scheme, and percent-encoding of the id', (type, prefix) => {
    fc.assert(
      fc.property(
        id.chain((text) =>
          fc.tuple(fc.constant(text), percentEncoded(text), mixedCase(prefix.replace(/:.*/, ''))),
        ),
        ([text, encoded, scheme]) => {
          const plain = keyOf(registry[type].read(prefix + text));
          expect(plain).toBeDefined();
          expect(keyOf(registry[type].read(scheme + prefix.slice(scheme.length) + encoded))).toBe(plain);
        },
      ),
    );
  });

  test('google-drive: all link forms of one id', () => {
    fc.assert(
      fc.property(
        id,
        fc.constantFrom('', '/view', '/view?usp=sharing', '/edit#x', '/preview'),
        (text, tail) => {
          const key = keyOf(registry['google-drive'].read(`gdrive://file/${text}`));
          for (const link of [
            `https://drive.google.com/file/d/${text}${tail}`,
            `http://drive.google.com/open?id=${text}`,
            `https://drive.google.com/open?usp=drive_link&id=${text}#top`,
          ]) {
            expect(keyOf(registry['google-drive'].read(link)), link).toBe(key);
          }
        },
      ),
    );
  });

  test('dropbox: any leading slashes, any percent-encoding, any case', () => {
    const segment = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((text) => !text.includes('/'));
    fc.assert(
      fc.property(
        fc
          .array(segment, { minLength: 1, maxLength: 4 })
          .map((segments) => segments.join('/'))
          // What already looks percent-encoded means something else once it is decoded.
          .filter((path) => !path.includes('%'))
          .chain((path) => fc.tuple(fc.constant(path), percentEncoded(path), fc.integer({ min: 0, max: 5 }))),
        ([path, encoded, slashes]) => {
          const key = keyOf(registry.dropbox.read(`dropbox:///${path}`));
          expect(keyOf(registry.dropbox.read(`dropbox://${'/'.repeat(slashes)}${encoded}`))).toBe(key);
        },
      ),
    );
  });

  test('dropbox: any query of one share link', () => {
    fc.assert(
      fc.property(id, fc.webQueryParameters(), fc.constantFrom('www.', ''), (text, query, www) => {
        const key = keyOf(registry.dropbox.read(`https://www.dropbox.com/scl/fi/${text}/a.mp4`));
        expect(key).toBeDefined();
        expect(keyOf(registry.dropbox.read(`https://${www}dropbox.com/scl/fi/${text}/a.mp4?${query}`))).toBe(
          key,
        );
      }),
    );
  });

  test('zoom: a uuid encoded once, twice, or not at all, and as a recording link', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z0-9+/]{22}==$/),
        fc.constantFrom('', 'us02web.', 'acme.'),
        (uuid, sub) => {
          const once = encodeURIComponent(uuid);
          const key = keyOf(registry.zoom.read(`zoom://uuid/${once}`));
          expect(key).toBeDefined();
          for (const spelling of [
            `zoom://uuid/${uuid}`,
            `ZOOM://UUID/${encodeURIComponent(once)}`,
            `https://${sub}zoom.us/recording/detail?meeting_id=${once}`,
            `https://${sub}zoom.us/recording/detail?x=1&meeting_id=${uuid}`,
          ]) {
            expect(keyOf(registry.zoom.read(spelling)), spelling).toBe(key);
          }
        },
      ),
    );
  });

  test('zoom: a meeting id in a URI, a join link, a start link, or as Zoom prints it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{10}$/), (meeting) => {
        const key = keyOf(registry.zoom.read(`zoom://id/${meeting}`));
        expect(key).toBeDefined();
        for (const spelling of [
          `https://zoom.us/j/${meeting}?pwd=abc`,
          `https://us06web.zoom.us/s/${meeting}`,
          `zoom://id/${meeting.slice(0, 3)}%20${meeting.slice(3, 7)}%20${meeting.slice(7)}`,
        ]) {
          expect(keyOf(registry.zoom.read(spelling)), spelling).toBe(key);
        }
      }),
    );
  });

  test.each(['s3', 'gcs'] as const)('%s: object keys are compared exactly', (type) => {
    const scheme = type === 's3' ? 's3' : 'gs';
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        fc.pre(one !== other && !/(^|\/)$/.test(one) && !/(^|\/)$/.test(other));
        const [first, second] = [one, other].map((key) =>
          keyOf(registry[type].read(`${scheme}://bucket/${key}`)),
        );
        expect(first).toBeDefined();
        expect(first).not.toBe(second);
      }),
    );
  });
});
