// Kills a mock with kill -9 under load, and notes what it had acknowledged.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { COMMAND } from './process.ts';

const WRITERS = 16;

interface Crash {
  data: string;
  /** Ids of files, with their URIs; those that are acknowledged are added. */
  acknowledged: Map<string, string>;
  /** Milliseconds of load before the kill, counted from the first answer. */
  ms: number;
  /** Makes the URIs of this load. */
  name: string;
  program?: string[];
}

/** Starts a mock on a data file, lets several write to several accounts, and kills it. */
export async function crash({ data, acknowledged, ms, name, program = COMMAND }: Crash): Promise<void> {
  const child = spawn(process.execPath, [...program, '--port', '0', '--data', data]);
  const ended = once(child, 'exit');
  let answered = () => {};
  const firstAnswer = new Promise<void>((resolve) => {
    answered = resolve;
  });
  try {
    const url = await urlOf(child);
    const write = async (writer: number) => {
      for (let n = 0; ; n++) {
        const uri = `https://example.com/${name} ${writer} ${n}.mp4`.replaceAll(' ', '-');
        const response = await fetch(`${url}/v1/files/sync`, {
          method: 'POST',
          headers: { authorization: `Bearer ${writer % 4}`, 'content-type': 'application/json' },
          body: JSON.stringify({ url: uri }),
        });
        const { id } = (await response.json()) as { id: string };
        if (!response.ok) continue;
        acknowledged.set(id, uri);
        answered();
      }
    };
    const writers = Promise.allSettled(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    // A busy machine may take longer than that to answer at all.
    await firstAnswer;
    await pause(ms);
    child.kill('SIGKILL');
    await writers;
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

async function urlOf(child: ChildProcess): Promise<string> {
  let text = '';
  child.stderr?.on('data', (chunk) => {
    text += chunk;
  });
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      const url = /Base URL\s+(http:\S+)\/v1/.exec(text)?.[1];
      if (url) resolve(url);
    });
    child.once('exit', () => reject(new Error(`it did not start: ${text}`)));
  });
}
