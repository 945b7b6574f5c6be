// The label that says where a fact of the mock is known from.

const WORDS: Record<string, string> = {
  spec: 'from the published document',
  sdk: 'from the code of an official SDK',
  docs: 'from the documentation',
  chosen: 'chosen by this project',
};

export const KnownFrom = ({ label }: { label: string }) => (
  <small class="known-from" data-label={label} title={WORDS[label]}>
    {label}
  </small>
);

export const knownFromWords = (label: string): string => WORDS[label] ?? label;
