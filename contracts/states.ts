// The states that a contract may ask the provider for, before it sends its request: names, parameters, what comes back.
import type { paths } from '../src/generated/cloudglue.ts';

type Success<Answer> = Answer extends { 200: { content: { 'application/json': infer Json } } } ? Json : never;
type Connectors = Success<paths['/data-connectors']['get']['responses']>;
type Collections = Success<paths['/collections']['get']['responses']>;

export type ConnectorType = Connectors['data'][number]['type'];
export type CollectionType = Collections['data'][number]['collection_type'];

/** `parameters` may all be left out; `gives` are the values that `fromState` and `pathTo` can put into a request. */
interface StateCatalogue {
  'the account is fresh': { parameters: object; gives: never };
  'a connector exists': { parameters: { type?: ConnectorType }; gives: 'connector_id' };
  'a grain recording exists': {
    parameters: { recording_id?: string };
    gives: 'connector_id' | 'recording_id' | 'uri';
  };
  'an item exists': { parameters: { type?: ConnectorType; uri?: string }; gives: 'connector_id' | 'uri' };
  'a file exists': { parameters: { uri?: string; metadata?: Record<string, string> }; gives: FileValues };
  'the file is pending': { parameters: { uri?: string }; gives: FileValues };
  'the file is processing': { parameters: { uri?: string }; gives: FileValues };
  'the file is completed': { parameters: { uri?: string }; gives: FileValues };
  'the file is failed': { parameters: { uri?: string }; gives: FileValues };
  'the file is not_applicable': { parameters: { uri?: string }; gives: FileValues };
  'files exist': { parameters: { count?: number }; gives: never };
  'a listing goes on': {
    parameters: { type?: ConnectorType; limit?: number };
    gives: 'connector_id' | 'page_token';
  };
  'the share link is gated': { parameters: { type?: ConnectorType }; gives: 'connector_id' | 'uri' };
  'the share link has expired': { parameters: { type?: ConnectorType }; gives: 'connector_id' | 'uri' };
  'the item is gone': { parameters: { type?: ConnectorType }; gives: 'connector_id' | 'uri' };
  'the provider rate-limits the connector': {
    parameters: { type?: ConnectorType; retry_after?: number };
    gives: 'connector_id' | 'uri';
  };
  'the provider is down': { parameters: { type?: ConnectorType }; gives: 'connector_id' | 'uri' };
  'the API key is revoked': { parameters: object; gives: never };
  'the account has no credits': { parameters: object; gives: never };
  'the account is at its limits': { parameters: object; gives: never };
  'a collection exists': {
    parameters: { name?: string; collection_type?: CollectionType };
    gives: 'collection_id';
  };
  'a file is in a collection': {
    parameters: { uri?: string; name?: string };
    gives: 'collection_id' | 'file_id';
  };
  'a webhook exists': { parameters: { endpoint?: string; events?: string[] }; gives: 'webhook_id' };
  /** The next request of that operation gets that status: for what cannot be had by other means. */
  'the API answers': { parameters: { operation: string; status: number }; gives: never };
}

type FileValues = 'file_id' | 'connector_id' | 'uri';
export type StateName = keyof StateCatalogue;
/** A value that some state gives. */
export type StateValue = StateCatalogue[StateName]['gives'];

type Json = string | number | string[] | Record<string, string>;
/** What `given` of an interaction takes. */
export type State = [name: StateName, parameters?: Record<string, Json>];

/**
 * A state and its parameters, with the names and types checked.
 * @example interaction.given(...state('the file is failed'))
 */
export function state<Name extends StateName>(
  name: Name,
  parameters?: StateCatalogue[Name]['parameters'],
): State {
  return parameters ? [name, parameters as Record<string, Json>] : [name];
}
