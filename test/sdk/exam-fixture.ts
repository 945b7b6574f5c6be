// Compares what came of an exam with the report that is kept of it, or writes that: `exam-fixture.ts REPORT FIXTURE`.
// Of the JSON report it keeps what does not depend on the time: no seconds, no counts, no numbers of requests.
import { readFileSync, writeFileSync } from 'node:fs';

interface Scenario {
  name: string;
  summary: string;
  result: string;
  shortfalls: { kind: string; text: string; requests: string[] }[];
  to_meet: string | null;
}

const [report = '', fixture = '', title = ''] = process.argv.slice(2);
const { scenarios } = JSON.parse(readFileSync(report, 'utf8')) as { scenarios: Scenario[] };

const unnumbered = (request: string) => request.replace(/^#\d+ /, '');
const about = ({ name, summary, result, shortfalls, to_meet }: Scenario): string[] => [
  `## ${name}: ${result}`,
  '',
  `${summary}`,
  ...(to_meet === null ? [] : ['', `- ${to_meet}`]),
  ...shortfalls.flatMap(({ kind, text, requests }) => [
    '',
    `- ${kind}: ${text}`,
    ...requests.map((request) => `  - \`${unnumbered(request)}\``),
  ]),
  '',
];
const count = (wanted: string) => scenarios.filter(({ result }) => result === wanted).length;
const text = [
  `# ${title}`,
  '',
  'Made by `test/sdk/exam.sh --update`.',
  '',
  `${count('passed')} of ${scenarios.length} scenarios passed, ${count('failed')} failed, ${count('not met')} not met.`,
  '',
  ...scenarios.flatMap(about),
].join('\n');

if (process.env.UPDATE === '1') writeFileSync(fixture, text);
if (readFileSync(fixture, 'utf8') !== text) {
  writeFileSync(`${report}.md`, text);
  console.error(
    `${fixture} differs from what came of the exam, which is ${report}.md: read it, then test/sdk/exam.sh --update`,
  );
  process.exitCode = 1;
}
