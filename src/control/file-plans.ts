// Reads and changes the planned statuses of files.
import type { Account } from '../accounts/account.ts';
import { FieldsError } from '../errors/fields-error.ts';
import { findFile } from '../files/files.ts';
import { statusAt, timelineOf } from '../files/lifecycle.ts';
import type { AdminSchemas } from '../openapi/admin.ts';
import { milliseconds } from '../records/fault-rule.ts';
import type { PlanStep } from '../records/fields.ts';
import type { FileRecord } from '../records/file.ts';

export type FilePlan = AdminSchemas['FilePlan'];
export type FilePlanUpdate = AdminSchemas['FilePlanUpdate'];

/** A file with all past and planned changes of its status. */
function filePlan({ clock }: Account, file: FileRecord): FilePlan {
  return {
    id: file.id,
    status: statusAt(file, clock.now()),
    uri: file.item.uri,
    steps: timelineOf(file).map(({ at, status }) => ({ at: Number.isFinite(at) ? at : null, status })),
  };
}

/** Those of files with these ids, or of all files as they are now; each is made when it is taken. */
export function filePlans(account: Account, ids?: readonly string[]): Iterable<FilePlan> {
  const { files } = account.store;
  const found = ids ? ids.flatMap((id) => files.get(id) ?? []) : [...files.all()];
  return (function* () {
    for (const file of found) yield filePlan(account, file);
  })();
}

/**
 * Forces a status, at once and for good; or plans the changes of status to come, counted from now.
 * @throws ApiError if there is no such file, FieldsError if the update is invalid
 */
export function setFilePlan(account: Account, id: string, { status, steps }: FilePlanUpdate): FilePlan {
  const file = findFile(account, id);
  const elapsed = account.clock.now() - file.createdAt;
  const changes = { plan: planOf(), stepsRead: 0 };
  return filePlan(account, account.store.files.update(file.id, changes) ?? file);

  function planOf(): PlanStep[] {
    if (status !== undefined && steps === undefined) return [{ after: elapsed, status }];
    if (steps === undefined || status !== undefined) {
      throw new FieldsError('the file cannot be changed', [
        { field: 'status', detail: 'or steps is required, but not both' },
      ]);
    }
    const now = { after: elapsed, status: statusAt(file, account.clock.now()) };
    const planned = steps.map((step) => ({ after: elapsed + milliseconds(step.after), status: step.status }));
    const wrong = planned.findIndex(
      ({ after }, index) => index > 0 && after < (planned[index - 1]?.after ?? 0),
    );
    if (wrong > 0) {
      throw new FieldsError('the file cannot be changed', [
        { field: `steps[${wrong}].after`, detail: 'must not be less than that of the previous step' },
      ]);
    }
    return [now, ...planned];
  }
}
