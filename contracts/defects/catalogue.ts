// Every defect that a person thought of, beside the generated ones of ../mutants: a new one is an entry in its family's file.
import { behaviourDefects } from './behaviour.ts';
import type { Defect } from './defect.ts';
import { fileDefects } from './files.ts';
import { importDefects } from './imports.ts';
import { listDefects } from './lists.ts';
import { metadataDefects } from './metadata.ts';
import { pageDefects } from './pages.ts';
import { recordDefects } from './records.ts';
import { refusalDefects } from './refusals.ts';
import { slippedDefects } from './slipped.ts';

export const defects: Record<string, Defect> = {
  ...behaviourDefects,
  ...fileDefects,
  ...importDefects,
  ...listDefects,
  ...metadataDefects,
  ...pageDefects,
  ...recordDefects,
  ...refusalDefects,
  ...slippedDefects,
};
