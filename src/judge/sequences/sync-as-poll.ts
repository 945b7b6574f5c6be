// A sync that was repeated until its file had ended, where asking for the file would do.
import { quote } from '../../errors/cases/error-case.ts';
import { endpointOf, type OperationId } from '../../openapi/cloudglue.ts';
import { BoundedMap } from '../../util/bounded-map.ts';
import { clientOf, isUnderWay, MOST_FOLLOWED, textIn } from '../facts.ts';
import { defineSequenceRule } from '../rule.ts';

const SYNCS: readonly OperationId[] = ['syncDataConnectorFile', 'syncFileFromUrl'];

/** Syncs of one item, from which on the last of them showing the end shows a poll. */
const FEW = 5;
/** Syncs of one item, from which on they are polls even if the end never comes. */
const MANY = 30;

export const syncAsPoll = defineSequenceRule({
  name: 'sync-as-poll',
  severity: 'warning',
  summary: 'A client polls a file by its id, not by syncing its item again',
  reason:
    'A sync asks the provider, whose rate limit it uses up, and takes longer. The file that it made has an id.',
  source: 'opinion',
  examples: {
    broken: 'syncs the same item every second until the answer says completed',
    sound: 'syncs the item once, and asks for the file with the id of the answer',
  },
  start: () => new BoundedMap<string, { client: string; times: number }>(MOST_FOLLOWED),
  observe(byFile, exchange, tell) {
    // Several clients may each sync the item, and so may the tests of a suite, which do other things between.
    if (!exchange.isAlone || !SYNCS.includes(exchange.operation as OperationId)) return byFile.clear();
    const { answer, body } = exchange;
    const id = textIn(answer, 'id');
    const isRunning = isUnderWay(answer);
    if (id === undefined || isRunning === undefined) return;
    const known = byFile.get(id);
    const client = clientOf(exchange);
    const times = (known?.client === client ? known.times : 0) + 1;
    if (isRunning) byFile.set(id, { client, times });
    else byFile.delete(id);
    if (isRunning ? times !== MANY : times < FEW) return;
    tell({
      text: `${quote(textIn(body, 'url') ?? id)} was synced ${times} times${isRunning ? '' : ` until its file was ${textIn(answer, 'status')}`}, and the file was never asked for`,
      remedy: `sync an item once, and poll its file with ${endpointOf('getFile')}`,
    });
  },
});
