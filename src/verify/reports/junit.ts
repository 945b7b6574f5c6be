// The report that every CI system reads: a suite for each pact, a case for each interaction.
import type { InteractionOutcome, PactOutcome } from '../outcome.ts';
import type { Verification } from './report-registry.ts';
import { named, reasonsOf } from './text.ts';

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
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '?')
    .replace(/[&<>"\n\r\t]/g, (character) => ESCAPES[character] ?? character);

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0).toFixed(3);

function testCase(pact: PactOutcome, interaction: InteractionOutcome): string {
  const { description, seconds, problems } = interaction;
  const open = `    <testcase name="${xml(named(description, pact))}" classname="${xml(pact.consumer)}" time="${seconds.toFixed(3)}"`;
  const [first] = problems;
  if (!first) return `${open}/>`;
  const all = reasonsOf(interaction).join('\n');
  return `${open}>\n      <failure type="${first.found}" message="${xml(first.text)}">${xml(all)}</failure>\n    </testcase>`;
}

function suite(pact: PactOutcome): string {
  const { consumer, provider, source, interactions } = pact;
  const failures = interactions.filter(({ problems }) => problems.length > 0).length;
  const time = sum(interactions.map(({ seconds }) => seconds));
  return [
    `  <testsuite name="${xml(named(`${consumer} and ${provider}`, pact))}" file="${xml(source)}" tests="${interactions.length}" failures="${failures}" errors="0" skipped="0" time="${time}">`,
    ...interactions.map((interaction) => testCase(pact, interaction)),
    '  </testsuite>',
  ].join('\n');
}

export function junit({ pacts }: Verification): string {
  const all = pacts.flatMap(({ interactions }) => interactions);
  const failures = all.filter(({ problems }) => problems.length > 0).length;
  const time = sum(all.map(({ seconds }) => seconds));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="cloudglue-mock verify" tests="${all.length}" failures="${failures}" errors="0" time="${time}">`,
    ...pacts.map(suite),
    '</testsuites>\n',
  ].join('\n');
}
