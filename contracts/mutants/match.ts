// Compares an answer with what an interaction expects, by the pact's own matching rules, without a process for it: for
// thousands of mutants. `contracts/mutants.test.ts` compares its verdicts with those of Pact itself.

export interface Rule {
  match: string;
  regex?: string;
  min?: number;
  max?: number;
  value?: unknown;
  status?: string;
  variants?: { index: number; rules: Record<string, { matchers: Rule[] }> }[];
}

export type Rules = Record<string, { matchers: Rule[] }>;

type Path = (string | number)[];

interface Compiled {
  tokens: (string | number | '*')[];
  matchers: Rule[];
}

/** `$.data[*]['a b'][0]` as its parts. */
const tokensOf = (path: string): (string | number)[] =>
  [...path.matchAll(/\.([\w$@#-]+|\*)|\['([^']*)'\]|\[(\d+|\*)\]/g)].map(
    ([, name, quoted, index]) => name ?? quoted ?? (index === '*' ? '*' : Number(index)),
  );

const compile = (rules: Rules): Compiled[] =>
  Object.entries(rules).map(([path, { matchers }]) => ({ tokens: tokensOf(path), matchers }));

/** How well a rule fits a place: exact parts count double, and a rule of a parent fits as well; 0 if it does not fit. */
function weightOf({ tokens }: Compiled, path: Path): number {
  if (tokens.length > path.length) return 0;
  return tokens.reduce<number>((weight, token, nth) => {
    if (token === '*') return weight;
    return String(token) === String(path[nth]) ? weight * 2 : 0;
  }, 1);
}

interface Best {
  matchers: Rule[];
  /** Whether the rule is that of a parent. */
  isInherited: boolean;
}

function bestFor(rules: readonly Compiled[], path: Path): Best | undefined {
  let best: { weight: number; rule: Compiled } | undefined;
  for (const rule of rules) {
    const weight = weightOf(rule, path);
    if (weight === 0) continue;
    const isBetter =
      !best ||
      rule.tokens.length > best.rule.tokens.length ||
      (rule.tokens.length === best.rule.tokens.length && weight > best.weight);
    if (isBetter) best = { weight, rule };
  }
  return best && { matchers: best.rule.matchers, isInherited: best.rule.tokens.length < path.length };
}

const kindOf = (value: unknown) => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);

const isDecimal = (value: unknown) => typeof value === 'number' && !Number.isInteger(value);

/** Whether a scalar, or a whole, fits one rule. */
function fits(rule: Rule, expected: unknown, actual: unknown): boolean {
  switch (rule.match) {
    case 'regex':
      return (
        ['string', 'number', 'boolean'].includes(kindOf(actual)) &&
        new RegExp(rule.regex ?? '', 'u').test(String(actual))
      );
    case 'type':
      return kindOf(expected) === kindOf(actual);
    case 'integer':
      return Number.isInteger(actual);
    case 'decimal':
      return isDecimal(actual);
    case 'number':
      return typeof actual === 'number';
    case 'boolean':
      return typeof actual === 'boolean';
    case 'null':
      return actual === null;
    case 'include':
      return String(actual).includes(String(rule.value));
    case 'equality':
      return same(expected, actual);
    default:
      throw new Error(`the matching rule ${JSON.stringify(rule.match)} is not known here`);
  }
}

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, sorted(one)]),
  );
}

const hasSizes = ({ match, min, max }: Rule) => match === 'type' && (min !== undefined || max !== undefined);

function matchValue(rules: readonly Compiled[], path: Path, expected: unknown, actual: unknown): boolean {
  const best = bestFor(rules, path);
  if (Array.isArray(expected)) return matchList(rules, path, { expected, actual, best });
  if (expected !== null && typeof expected === 'object')
    return matchMap(rules, path, { expected, actual, best });
  if (!best) return kindOf(expected) === kindOf(actual) && expected === actual;
  return best.matchers.every((rule) => fits(rule, expected, actual));
}

function matchMap(
  rules: readonly Compiled[],
  path: Path,
  { expected, actual, best }: { expected: object; actual: unknown; best: Best | undefined },
): boolean {
  if (actual === null || typeof actual !== 'object' || Array.isArray(actual)) return false;
  if (best && !best.isInherited && best.matchers.some(({ match }) => match === 'equality'))
    return same(expected, actual);
  return Object.entries(expected).every(
    ([name, one]) =>
      Object.hasOwn(actual, name) &&
      matchValue(rules, [...path, name], one, (actual as Record<string, unknown>)[name]),
  );
}

function matchList(
  rules: readonly Compiled[],
  path: Path,
  { expected, actual, best }: { expected: unknown[]; actual: unknown; best: Best | undefined },
): boolean {
  if (!Array.isArray(actual)) return false;
  const own = best && !best.isInherited ? best.matchers : [];
  const contains = own.find(({ match }) => match === 'arrayContains');
  if (contains) {
    return (contains.variants ?? []).every(({ index, rules: inner }) =>
      actual.some((one) => matchValue(compile(inner), [], expected[index], one)),
    );
  }
  if (own.some(({ match }) => match === 'equality')) return same(expected, actual);
  if (!best) {
    return (
      actual.length === expected.length &&
      expected.every((one, nth) => matchValue(rules, [...path, nth], one, actual[nth]))
    );
  }
  for (const rule of own.filter(hasSizes)) {
    if (actual.length < (rule.min ?? 0) || actual.length > (rule.max ?? Number.POSITIVE_INFINITY))
      return false;
  }
  if (expected.length === 0) return true;
  return actual.every((one, nth) =>
    matchValue(rules, [...path, nth], expected[Math.min(nth, expected.length - 1)], one),
  );
}

/** Whether a JSON value is as expected. */
export const matchesBody = (rules: Rules, expected: unknown, actual: unknown): boolean =>
  matchValue(compile(rules), [], expected, actual);

/** Whether a header is as expected. Of one without a rule, blanks after commas do not matter. */
export function matchesHeader(
  rule: { matchers: Rule[] } | undefined,
  expected: string,
  actual: string | null,
): boolean {
  if (actual === null) return false;
  if (rule) return rule.matchers.every((one) => fits(one, expected, actual));
  const plain = (text: string) => text.replace(/\s*([,;])\s*/g, '$1');
  // A content type may have parameters that nobody expects.
  return plain(actual) === plain(expected) || plain(actual).startsWith(`${plain(expected)};`);
}
