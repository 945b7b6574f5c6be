// A client that makes ever new mistakes, for `check`: it says how much memory the process that judges it takes.
import { readFileSync } from 'node:fs';
import { sendLoad } from './raw-client.ts';

/** Accounts that the requests are spread over, one after the other. */
const ACCOUNTS = 500;

const [, , count = '100000'] = process.argv;
const { port, host } = new URL(String(process.env.CLOUDGLUE_BASE_URL));

/** Megabytes of the parent process, which is the one that judges. */
const megabytes = () =>
  Math.round(
    Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${process.ppid}/status`, 'utf8'))?.[1]) / 1_024,
  );

let sent = 0;
const requestsTo = (last: number) => () => {
  if (sent >= last) return undefined;
  sent += 1;
  const key = `cg-load-${sent % ACCOUNTS}`;
  // Each unknown name is a mistake of its own.
  const path = `/v1/files?limit=1&unknown_${sent}=1`;
  return Buffer.from(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${key}\r\n\r\n`);
};

const taken: number[] = [];
for (const part of [0.2, 1]) {
  await sendLoad({
    port: Number(port),
    connections: 16,
    seconds: 3_600,
    next: requestsTo(Number(count) * part),
  });
  taken.push(megabytes());
}
console.error(JSON.stringify({ requests: sent, megabytes: taken }));
