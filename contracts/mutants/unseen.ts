// The mutants that no contract notices, why Pact cannot see them, and the test that does. An entry that stands for none
// fails the test, as does a mutant without an entry.

interface Unseen {
  /** Of the operation and the name of a mutant: `getFile: second call …`. */
  what: RegExp;
  why: string;
  /** The test that notices it. */
  test: string;
}

export const unseen: readonly Unseen[] = [
  {
    what: /: a second call changes what the first one made$/,
    why: 'an interaction is one request',
    test: 'contracts/mutants.test.ts, a second call',
  },
  {
    what: /^sync(DataConnectorFile|FileFromUrl): a second call changes created_at$/,
    why: 'a time is what the clock of the account says, which no contract knows',
    test: 'contracts/mutants.test.ts, a second call',
  },
  {
    what: /^add(Media|Video|YouTubeVideo): body (segmentation_id|segmentation_config|thumbnails_config) is ignored$/,
    why: 'no answer tells how a file is cut into segments, which is not done here',
    test: 'test/collections.test.ts: what is taken, and what is refused',
  },
  {
    what: /^syncFileFromUrl: body enable_segment_thumbnails is ignored$/,
    why: 'no answer tells it',
    test: 'test/public-urls.test.ts: it is taken',
  },
  {
    what: /^listWebhooks: query order is ignored$/,
    why: 'the document has one order only',
    test: 'none is needed: nothing differs',
  },
];
