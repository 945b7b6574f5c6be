// Bulk imports of what connectors list, and their runs.

import { findCollection } from '../../files/collections.ts';
import { importBody, importDetailBody, runBody } from '../../imports/import-bodies.ts';
import type { ImportRunner } from '../../imports/import-runner.ts';
import { createImport, deleteImport, findImport, findRun, newestOf } from '../../imports/imports.ts';
import { createRun, stopRun } from '../../imports/runs.ts';
import type { Schemas } from '../../openapi/cloudglue.ts';
import type { ApiRegister } from '../register-operations.ts';

/** The types of @hono/zod-openapi know no body that may be left out. */
type JsonBody = Schemas['CreateMetadataImportRunRequest'];

/** The document's defaults have filled them in. */
const pageIn = ({ limit, offset }: { limit?: number; offset?: number }) => ({
  limit: limit as number,
  offset: offset as number,
});

/** @param runner takes the steps of a run that are due when it is made */
export function registerImports(register: ApiRegister, runner: ImportRunner): void {
  register('listMetadataImports', (c) => {
    const account = c.get('account');
    const { id } = findCollection(account, c.req.valid('param').collection_id);
    const wanted = pageIn(c.req.valid('query'));
    const { page, total } = newestOf(account.store.imports, id, wanted);
    const data = page.map((definition) => importBody(account, definition));
    return c.json({ object: 'list' as const, data, total, ...wanted }, 200);
  });

  register('createMetadataImport', async (c) => {
    const account = c.get('account');
    const { collection_id } = c.req.valid('param');
    const { id } = createImport(account, collection_id, c.req.valid('json'));
    await runner.catchUpWithin(account);
    return c.json(importBody(account, findImport(account, collection_id, id)), 200);
  });

  register('getMetadataImport', (c) => {
    const account = c.get('account');
    const { collection_id, import_id } = c.req.valid('param');
    const definition = findImport(account, collection_id, import_id);
    return c.json(importDetailBody(account, definition, pageIn(c.req.valid('query'))), 200);
  });

  register('deleteMetadataImport', (c) => {
    const { collection_id, import_id } = c.req.valid('param');
    deleteImport(c.get('account'), collection_id, import_id);
    return c.json({ object: 'metadata_import' as const, id: import_id, deleted: true as const }, 200);
  });

  register('createMetadataImportRun', async (c) => {
    const account = c.get('account');
    const { collection_id, import_id } = c.req.valid('param');
    const definition = findImport(account, collection_id, import_id);
    const { id } = createRun(account, definition, c.req.valid('json' as never) as JsonBody | undefined);
    await runner.catchUpWithin(account);
    const run = findRun(account, { collection_id, import_id, run_id: id });
    return c.json(runBody(run, definition, account.clock.now()), 200);
  });

  register('cancelMetadataImportRun', (c) => {
    const account = c.get('account');
    const { collection_id, import_id } = c.req.valid('param');
    const run = stopRun(account, findRun(account, c.req.valid('param')), { status: 'cancelled' });
    return c.json(runBody(run, findImport(account, collection_id, import_id), account.clock.now()), 200);
  });
}
