// The report that every CI system reads: a suite for each group, a case for each of its cases.
import { type Report, type ReportCase, type ReportGroup, resultOf } from './report-model.ts';
import { named, reasonsOf } from './wording.ts';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};
/** Text in XML; characters that it cannot hold at all become a question mark. */
const xml = (text: string) =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '?')
    .replace(/[&<>"\n\r\t]/g, (character) => ESCAPES[character] ?? character);

/** Numbers names that came before: CI systems tell cases apart by their names. */
function createUnique(): (name: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (name) => {
    let count = counts.get(name) ?? 0;
    let unique: string;
    do unique = ++count === 1 ? name : `${name} (${count})`;
    while (taken.has(unique));
    counts.set(name, count);
    taken.add(unique);
    return unique;
  };
}

function counts(cases: readonly ReportCase[]): string {
  const count = (wanted: string) => cases.filter((one) => resultOf(one) === wanted).length;
  const time = cases.reduce((all, { seconds }) => all + seconds, 0).toFixed(3);
  return `tests="${cases.length}" failures="${count('failed')}" errors="0" skipped="${count('uncounted')}" time="${time}"`;
}

function testCase(name: string, { name: classname }: ReportGroup, one: ReportCase): string {
  const open = `    <testcase name="${xml(name)}" classname="${xml(classname)}" time="${one.seconds.toFixed(3)}"`;
  const all = xml(reasonsOf(one).join('\n'));
  const failure = one.problems.find(({ severity }) => severity === 'error');
  if (one.uncounted !== undefined)
    return `${open}>\n      <skipped message="${xml(one.uncounted)}">${all}</skipped>\n    </testcase>`;
  if (failure)
    return `${open}>\n      <failure type="${xml(failure.kind)}" message="${xml(failure.text)}">${all}</failure>\n    </testcase>`;
  return all === '' ? `${open}/>` : `${open}>\n      <system-out>${all}</system-out>\n    </testcase>`;
}

function suite(group: ReportGroup, name: string): string {
  const file = group.source === undefined ? '' : ` file="${xml(group.source)}"`;
  const unique = createUnique();
  return [
    `  <testsuite name="${xml(name)}"${file} ${counts(group.cases)}>`,
    ...group.cases.map((one) => testCase(unique(named(one.name, group)), group, one)),
    '  </testsuite>',
  ].join('\n');
}

export function junit({ by, groups }: Report): string {
  const unique = createUnique();
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xml(by)}" ${counts(groups.flatMap(({ cases }) => cases))}>`,
    ...groups.map((group) => suite(group, unique(named(group.title ?? group.name, group)))),
    '</testsuites>\n',
  ].join('\n');
}
