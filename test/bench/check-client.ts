// A client that makes ever new mistakes, for `check`: it says how much memory the process that judges it takes.
import { readFileSync } from 'node:fs';
import { laneTo } from './soak-client.ts';

/** Accounts that the requests are spread over, one after the other. */
const ACCOUNTS = 500;
const CONNECTIONS = 8;

const count = Number(process.argv[2] ?? 100_000);
const { port } = new URL(String(process.env.CLOUDGLUE_BASE_URL));

/** Megabytes of the parent process, which is the one that judges; 0 where the system does not tell. */
function megabytes(): number {
  try {
    const status = readFileSync(`/proc/${process.ppid}/status`, 'utf8');
    return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1_024);
  } catch {
    return 0;
  }
}

let sent = 0;
async function sendUntil(last: number): Promise<void> {
  const lanes = Array.from({ length: CONNECTIONS }, () => laneTo(Number(port)));
  await Promise.all(
    lanes.map(async ({ ask, close }) => {
      while (sent < last) {
        const nth = ++sent;
        const headers = { authorization: `Bearer cg-load-${nth % ACCOUNTS}` };
        // Each unknown name is a mistake of its own.
        const { status, text } = await ask(`/v1/files?limit=1&unknown_${nth}=1`, { headers });
        if (status !== 200) throw new Error(`answered ${status}: ${text}`);
      }
      close();
    }),
  );
}

await sendUntil(count / 5);
const early = megabytes();
await sendUntil(count);
console.error(JSON.stringify({ requests: sent, megabytes: [early, megabytes()] }));
