// What the judge found, as the control plane shows it: without keys and secrets.
import type { Account } from '../accounts/account.ts';
import { redactText } from '../journal/redact.ts';
import type { Report as Judged } from '../judge/judge.ts';
import type { End } from '../judge/rule.ts';
import type { AdminSchemas } from '../openapi/admin.ts';
import { realTime } from '../time/clock.ts';

/** What clients did wrong. */
export type Report = AdminSchemas['Report'];

/** The end of what is judged of an account: now. */
export const endOf = (account: Account | undefined): End => ({ at: realTime(), now: account?.clock.now() });

export const reportBody = ({ requests, errors, warnings, dropped, findings }: Judged): Report => ({
  requests,
  errors,
  warnings,
  dropped,
  findings: findings.map(({ rule, severity, operation, text, remedy, place, document, count, first }) => ({
    rule,
    severity,
    operation,
    text: redactText(text),
    remedy,
    place: place === undefined ? null : redactText(place),
    document: document ?? null,
    count,
    first: { ...first, path: redactText(first.path) },
  })),
});
