// Paths of imports and their runs, and the ids in them that a state gives.
import { ids } from './ids.ts';
import { pathTo, theSame } from './pact.ts';

export const examples = { collection_id: ids.collection, import_id: ids.import, run_id: ids.run };

const imports = '/v1/collections/{collection_id}/imports';
export const theImports = pathTo(imports, examples);
/** Of one import; default: that of the state. */
export const importPath = (id = '{import_id}') => pathTo(`${imports}/${id}`, examples);
export const theRuns = pathTo(`${imports}/{import_id}/runs`, examples);
/** Of the cancelling of one run; default: that of the state. */
export const cancelPath = (id = '{run_id}') => pathTo(`${imports}/{import_id}/runs/${id}/cancel`, examples);

export const thatImport = theSame('{import_id}', examples);
export const thatRun = theSame('{run_id}', examples);
export const thatCollection = theSame('{collection_id}', examples);
