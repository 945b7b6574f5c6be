// The report for programs: of one version its pacts and coverage, of several a list of these.
import type { Verification } from './report-registry.ts';

export function json({ versions }: Verification): string {
  const [first] = versions;
  const report =
    versions.length === 1 && first ? { pacts: first.pacts, coverage: first.coverage } : { versions };
  return `${JSON.stringify(report, null, 2)}\n`;
}
