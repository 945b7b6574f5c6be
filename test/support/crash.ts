// Kills a mock with kill -9 under load, and notes what it had acknowledged.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { COMMAND } from './process.ts';

const WRITERS = 16;

interface Crash {
  data: string;
  /** Ids of files, with their URIs; those that are acknowledged are added. */
  acknowledged: Map<string, string>;
  /** How many are acknowledged before the kill, at least. */
  answers: number;
  /** Makes the URIs of this load. */
  name: string;
  program?: string[];
}

/** Starts a mock on a data file, lets several write to several accounts, and kills it. */
export async function crash({ data, acknowledged, answers, name, program = COMMAND }: Crash): Promise<void> {
  const child = spawn(process.execPath, [...program, '--port', '0', '--data', data]);
  const ended = once(child, 'exit');
  try {
    const url = await urlOf(child);
    let left = answers;
    let resolveEnough = () => {};
    const enough = new Promise<void>((resolve) => {
      resolveEnough = resolve;
    });
    const write = async (writer: number) => {
      for (let n = 0; ; n++) {
        const uri = `https://example.com/${name} ${writer} ${n}.mp4`.replaceAll(' ', '-');
        const response = await fetch(`${url}/v1/files/sync`, {
          method: 'POST',
          headers: { authorization: `Bearer ${writer % 4}`, 'content-type': 'application/json' },
          body: JSON.stringify({ url: uri }),
        });
        const { id } = (await response.json()) as { id: string };
        if (response.ok) acknowledged.set(id, uri);
        if (--left <= 0) resolveEnough();
      }
    };
    const writers = Promise.allSettled(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    await Promise.race([enough, ended]);
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
