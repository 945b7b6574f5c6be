// The fields that several kinds of record share. Sums and dates made of them stay exact.
import * as z from 'zod';
import { validatorOfField } from '../openapi/cloudglue.ts';

export const id = z.string().min(1);
/** A whole number of things. */
export const counter = z.int().min(0).max(1e15);
/** Milliseconds since the Unix epoch. */
export const moment = z.int().min(0).max(4e15);

/** Every record has an id for clients and a key that no two records of a table share. */
export const keyed = { id, key: z.string() };

/** The fields of what moves from status to status. */
export const planned = {
  ...keyed,
  /** On the account's clock. */
  createdAt: moment,
  /** Changes of status to come, each so many milliseconds after `createdAt`. */
  plan: z.array(
    z.strictObject({
      // Negative where a step was planned on a clock that is behind the one on which the file was made.
      after: z.int().min(-4e15).max(4e15),
      status: validatorOfField('File', 'status'),
    }),
  ),
  /** Steps of the plan that reading has moved it on, where the lifecycle is `polled`. */
  stepsRead: z.int().min(0),
};

export type Planned = z.output<z.ZodObject<typeof planned>>;
export type PlanStep = Planned['plan'][number];
export type FileStatus = PlanStep['status'];
