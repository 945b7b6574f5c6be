// Fields that several kinds of record share. Their limits keep sums and dates exact.
import * as z from 'zod';
import { validatorOfField } from '../openapi/cloudglue.ts';

export const id = z.string().min(1);
/** A count. */
export const counter = z.int().min(0).max(1e15);
/** Milliseconds since the Unix epoch. */
export const moment = z.int().min(0).max(4e15);

/** Every record has an id for clients, and a key that is unique in its table. */
export const keyed = { id, key: z.string() };

/** The fields of records with a status that changes over time. */
export const planned = {
  ...keyed,
  /** On the account's clock. */
  createdAt: moment,
  /** The steps from status to status; `after` is in milliseconds after `createdAt`. */
  plan: z.array(
    z.strictObject({
      // Negative if the step was planned when the clock was behind that at the file's creation, as after a restore.
      after: z.int().min(-4e15).max(4e15),
      status: validatorOfField('File', 'status'),
    }),
  ),
  /** With the lifecycle `polled`: how many steps of the plan reads have taken. */
  stepsRead: z.int().min(0),
};

export type Planned = z.output<z.ZodObject<typeof planned>>;
export type PlanStep = Planned['plan'][number];
export type FileStatus = PlanStep['status'];
