// Every connector: a new one is one file and one line here.

import type { ConnectorDefinition, ConnectorType } from '../definition.ts';
import { dropbox } from './dropbox.ts';
import { gcs } from './gcs.ts';
import { gong } from './gong.ts';
import { googleDrive } from './google-drive.ts';
import { grain } from './grain.ts';
import { iconik } from './iconik.ts';
import { recall } from './recall.ts';
import { s3 } from './s3.ts';
import { zoom } from './zoom.ts';

/** By type, in the order of the generated tables. A type of the document that is missing here is a compile error. */
export const registry = {
  s3,
  gcs,
  'google-drive': googleDrive,
  dropbox,
  zoom,
  grain,
  gong,
  recall,
  iconik,
} satisfies Record<ConnectorType, ConnectorDefinition>;

export const definitions: readonly ConnectorDefinition[] = Object.values(registry);

/** The type of connector that a URI belongs to, even if it is malformed; undefined if it is no connector's. */
export const connectorTypeOf = (uri: string): ConnectorDefinition | undefined =>
  definitions.find((definition) => definition.read(uri));
