// What the judge found, as the control plane shows it: without keys and secrets.
import type { Account } from '../accounts/account.ts';
import { isEnd, timelineOf } from '../files/lifecycle.ts';
import { redactText } from '../journal/redact.ts';
import type { Finding } from '../judge/finding.ts';
import type { Report as Judged } from '../judge/judge.ts';
import type { End } from '../judge/rule.ts';
import type { AdminSchemas } from '../openapi/admin.ts';
import { realTime } from '../time/clock.ts';

/** What clients did wrong. */
export type Report = AdminSchemas['Report'];

/** The end of what is judged of an account: now. */
export const endOf = (account: Account | undefined): End => ({
  at: realTime(),
  now: account?.clock.now(),
  webhooks: account?.store.sizeOf('webhooks') ?? 0,
  ends(fileId) {
    const file = account?.store.files.get(fileId);
    return file !== undefined && timelineOf(file).some(isEnd);
  },
});

const findingBody = ({
  rule,
  severity,
  operation,
  kind,
  text,
  remedy,
  place,
  document,
  account,
  count,
  first,
}: Finding): AdminSchemas['Finding'] => ({
  rule,
  severity,
  operation,
  kind: redactText(kind),
  text: redactText(text),
  remedy: redactText(remedy),
  place: place === undefined ? null : redactText(place),
  document: document ?? null,
  account: account ?? null,
  count,
  first: { ...first, path: redactText(first.path) },
});

export const reportBody = ({ requests, errors, warnings, dropped, findings, met }: Judged): Report => ({
  requests,
  errors,
  warnings,
  dropped,
  findings: findings.map(findingBody),
  met: met.map(({ errorCase, ...rest }) => ({ ...rest, error: errorCase })),
});
