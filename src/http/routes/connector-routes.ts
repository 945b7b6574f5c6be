// Data connectors: browse what a provider holds, and sync it into files.

import { fileBody } from '../../files/bodies.ts';
import { fileOf } from '../../files/find-or-create.ts';
import { lookUpMetadata } from '../../files/refresh.ts';
import { findAtConnector } from '../../files/resolve.ts';
import { browse, ignoredFilters } from '../../sources/browse.ts';
import { paginate } from '../../sources/browse-page.ts';
import { connectorBody, entryBody, sourceMetadataBody } from '../../sources/connector-bodies.ts';
import { doInSlices } from '../../time/slices.ts';
import { tellIgnored } from '../api-version.ts';
import type { ApiRegister } from '../register-operations.ts';

export function registerDataConnectors(register: ApiRegister): void {
  register('listDataConnectors', (c) => {
    const data = [...c.get('account').connectors.values()].map(connectorBody);
    return c.json({ object: 'list' as const, data, total: data.length, limit: data.length, offset: 0 }, 200);
  });

  register('listDataConnectorFiles', async (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    const connector = account.connector(c.req.valid('param').id);
    const { limit, page_token, ...filters } = c.req.valid('query');
    const { apiVersion: version } = account;
    const { listings } = account.settings;
    const now = account.clock.now();
    tellIgnored(c, ignoredFilters(connector.definition, filters, version));
    const shown = { definition: connector.definition, version, origin: view.origin, kept: view.kept };
    const listing = await doInSlices(browse(connector, filters, { version, now, listings }));
    const { entries, nextPageToken } = paginate(listing, {
      // The document's default has filled it in.
      limit: limit as number,
      pageToken: page_token,
      now,
    });
    return c.json(
      {
        object: 'list' as const,
        data: entries.map((entry) => entryBody(entry, shown)),
        has_more: nextPageToken !== null,
        next_page_token: nextPageToken,
      },
      200,
    );
  });

  register('syncDataConnectorFile', (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    const connector = account.connector(c.req.valid('param').id);
    const file = fileOf(account, findAtConnector(account, connector, c.req.valid('json').url));
    return c.json(fileBody(file, view), 200);
  });

  register('getDataConnectorSourceMetadata', (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    const connector = account.connector(c.req.valid('param').id);
    const sourceMetadata = lookUpMetadata(account, connector, c.req.valid('query').url);
    return c.json(
      { object: 'source_metadata' as const, source_metadata: sourceMetadataBody(sourceMetadata, view) },
      200,
    );
  });
}
