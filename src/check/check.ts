// Judges a client: runs its command against a mock, and reports what it did wrong and what it never met.
import { openReports, type Terminal } from '../reports/destinations.ts';
import { type Baseline, openBaseline } from './baseline.ts';
import { type CheckSettings, checkHelp, parseCheck } from './check-options.ts';
import { clientReport } from './client-report.ts';
import { type ContractWriter, openContract } from './contract.ts';
import { countedOf, outcomeOf, type Run } from './outcome.ts';
import { showProgress } from './progress.ts';
import { runExam, runsOf } from './scenarios/run-exam.ts';
import { runSession } from './session.ts';

/**
 * Runs `cloudglue-mock check`.
 * @param args the command line after `check`
 * @returns the exit status: 0 if all is well, 1 if the client made a mistake or its command failed, 2 if it never called
 * @throws UsageError for wrong use, and what `createMock()` and `listen()` throw; all mean the exit status 2
 */
export async function runCheck(args: string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const settings = parseCheck(args, terminal.env);
  if (!settings) {
    terminal.print(checkHelp());
    return 0;
  }
  const reports = openReports(settings.reports, terminal);
  const { baseline: file, updatesBaseline } = settings;
  const baseline = file === undefined ? undefined : openBaseline(file, updatesBaseline);
  const { pact, consumer } = settings;
  const contract = pact === undefined ? undefined : openContract(pact, consumer);
  const outputTo = reports.takesOutput ? 'stderr' : 'stdout';
  const exam = settings.scenarios.length > 0 ? await runExam(settings, terminal, outputTo) : [];
  const runs = exam.length > 0 ? runsOf(exam) : [await runClient(settings, terminal, { outputTo, contract })];
  const updated = updatesBaseline ? updateBaseline(runs, settings, baseline) : baseline;
  const outcome = { ...outcomeOf(runs, settings, updated), contract: await contract?.write() };
  // The output of the command may end in the middle of a line.
  reports.tell('\n');
  reports.write(clientReport(outcome, settings, exam));
  return exam.some(({ result }) => result === 'failed') ? 1 : outcome.status;
}

async function runClient(
  settings: CheckSettings,
  { note, env, isWatched }: Terminal,
  { outputTo, contract }: { outputTo: 'stdout' | 'stderr'; contract: ContractWriter | undefined },
): Promise<Run> {
  let stop = () => {};
  try {
    const session = await runSession({
      ...settings,
      env,
      outputTo,
      prepare(mock) {
        contract?.record(mock);
        if (isWatched) stop = showProgress(mock, note);
      },
    });
    return { name: 'client', session };
  } finally {
    stop();
  }
}

/** Writes what was found to the baseline, unless nothing could be found because nothing was asked. */
function updateBaseline(
  runs: readonly Run[],
  { ignored }: CheckSettings,
  baseline: Baseline | undefined,
): Baseline | undefined {
  const judged = runs.filter(({ isTroubled }) => !isTroubled);
  if (judged.every(({ session }) => session.report.requests === 0)) return baseline;
  return baseline?.updated(judged.flatMap(({ session }) => countedOf(session, ignored)));
}
