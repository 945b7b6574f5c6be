// What a scenario is: a world with trouble in it, and what a good client does there. Built-in ones and those in files
// have the same words.
import * as z from 'zod';
import { mockOptions } from '../../config/options.ts';
import { FieldsError } from '../../errors/fields-error.ts';
import type { MockOptions } from '../../mock/generated/option-types.ts';
import { checkState } from '../../provider-states/set-up.ts';
import { parseDuration } from '../../time/clock.ts';
import { seedFields } from '../../world/seed-file.ts';
import { criteriaField } from './criteria.ts';
import { expectField } from './expectations/expectation-registry.ts';

const options = mockOptions;

/** Options of the mock, in the words that settings have in the control plane. */
const settingsField = z.strictObject({
  lifecycle: options.lifecycle.schema.unwrap().optional(),
  speed: options.speed.schema.unwrap().optional(),
  unknown_uris: options.unknownUris.schema.unwrap().optional(),
  uploads: options.uploads.schema.unwrap().optional(),
  outcome: options.outcome.schema.unwrap().optional(),
  listings: options.listings.schema.unwrap().optional(),
  credits: options.credits.schema.unwrap().optional(),
  max_upload: options.maxUpload.schema.unwrap().optional(),
  start_time: options.startTime.schema,
});

const durationField = z.union([z.string(), z.number()]).superRefine((given, context) => {
  try {
    if (parseDuration(given) > 0) return;
    context.addIssue({ code: 'custom', message: 'must be longer than 0' });
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
  }
});

/** A provider state that holds in the client's account when it starts. */
const stateField = z
  .strictObject({ state: z.string(), params: z.record(z.string(), z.unknown()).optional() })
  .superRefine(({ state, params = {} }, context) => {
    try {
      checkState(state, params);
    } catch (error) {
      if (!(error instanceof FieldsError)) throw error;
      context.addIssue({ code: 'custom', message: `cannot be set up: ${error.message}` });
    }
  });

export const scenarioField = z
  .strictObject({
    /** In kebab case. */
    name: z.string().refine((name) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name), {
      error: 'must be words in lower case, with - between them',
    }),
    /** What happens, as a clause. */
    summary: z.string().min(1),
    /** Why a client should be ready for it, as a sentence. */
    reason: z.string().optional(),
    /** What a good client does, as a clause without its subject. */
    good: z.string().optional(),
    /** What a client has to do so that it happens, likewise; made from rules and criteria if left out. */
    to_meet: z.string().optional(),
    ...seedFields,
    settings: settingsField.optional(),
    states: z.array(stateField).optional(),
    /** How long the command may take. */
    ends_within: durationField.optional(),
    /** The requests in which it happens to the client, if these are not those for which a fault rule fires. */
    met: z.union([criteriaField, z.array(criteriaField).min(1)]).optional(),
    expect: expectField,
  })
  .refine(({ faults, met }) => met !== undefined || (faults?.length ?? 0) > 0, {
    path: ['met'],
    message: 'is required where there are no fault rules: which requests show that it happened?',
  });

export type Scenario = z.output<typeof scenarioField>;

/** A scenario of this program. */
export const defineScenario = (scenario: z.input<typeof scenarioField>): Scenario =>
  scenarioField.parse(scenario);

/** The options of a scenario's mock: those of the command line, with those that the scenario needs. */
export function mockOptionsOf({ settings = {} }: Scenario, given: MockOptions): MockOptions {
  const { unknown_uris, max_upload, start_time, ...rest } = settings;
  const own = {
    ...rest,
    unknownUris: unknown_uris,
    maxUpload: max_upload,
    startTime: start_time,
  };
  return {
    ...USUAL,
    ...given,
    ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)),
  };
}

/** A file is completed within a second of real time, however a client waits for it. */
const USUAL: MockOptions = { lifecycle: 'timed', speed: 10, startTime: '2026-01-15T09:00:00Z' };
