// Why a connector refuses a URI that it cannot read, and which endpoint or connector takes it instead.
import { ApiError } from '../errors/api-error.ts';
import { endpointOf } from '../openapi/cloudglue.ts';
import { connectorTypeOf } from './connectors/connector-registry.ts';
import type { ConnectorDefinition } from './definition.ts';
import { publicSourceOf } from './public/public-registry.ts';
import { fileIdIn } from './uri.ts';

/** The refusal of a connector of that type. */
export function refuseUri({ type, forms }: ConnectorDefinition, uri: string): ApiError {
  const owner = connectorTypeOf(uri);
  if (owner) return ApiError.of('type-mismatch', owner.type, type, uri);
  const source = publicSourceOf(uri);
  if (!source) {
    return /^cloudglue:\/\//i.test(uri)
      ? ApiError.of('cloudglue-uri', uri, fileIdIn(uri))
      : ApiError.of('unreadable-uri', uri, type, forms.join(', '));
  }
  if (source.collectionsOnly) return ApiError.of('youtube-url', uri, source.label);
  // A URL that the other endpoint would refuse too is not sent there.
  const reading = source.read(uri);
  return reading && 'error' in reading
    ? reading.error
    : ApiError.of('public-url', source.label, uri, endpointOf('syncFileFromUrl'));
}
