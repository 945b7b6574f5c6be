// What `verify` says of the Pact that a project has installed, in a process whose working folder is the project.
import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { builtFolder } from './process.ts';

/** The program stands in the project's own modules, so that it finds what is installed there and nothing else. */
export function explainPact(project: string): Promise<string> {
  const own = join(project, 'node_modules', 'cloudglue-mock');
  const program = join(own, 'dist');
  cpSync(builtFolder, program, { recursive: true });
  cpSync(join(builtFolder, '..', 'package.json'), join(own, 'package.json'));
  return new Promise((resolve) => {
    execFile(process.execPath, [join(program, 'cli.cjs'), 'verify', '.'], { cwd: project }, (_, __, stderr) =>
      resolve(
        stderr
          .trim()
          .replace(/^cloudglue-mock: /, '')
          .replace(/\. See .*$/, ''),
      ),
    );
  });
}
