// A change of state in the query of its URL, as some verifiers send it: every value is a text there.
import * as z from 'zod';
import type { AdminSchemas } from '../openapi/admin.ts';
import { stateOf } from './state-catalogue.ts';

/** Names in the query that are no parameters of a state. */
const OWN = ['state', 'states', 'action', 'token', 'consumer'];

/** The value that a text stands for, by the type that the parameter has. */
function readText(texts: string[], type: string | undefined): unknown {
  const [text = ''] = texts;
  if (type === 'number' || type === 'integer')
    return text.trim() !== '' && !Number.isNaN(Number(text)) ? Number(text) : text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (type !== 'array' && type !== 'object') return text;
  try {
    return JSON.parse(text);
  } catch {
    // A list may come as one text for each element.
    return type === 'array' ? texts : text;
  }
}

/** The change of state that a query holds; undefined if it names no state and no action. */
export function changeInQuery(query: Record<string, string[]>): AdminSchemas['StateChange'] | undefined {
  const [state] = query.state ?? [];
  const [action] = query.action ?? [];
  if (state === undefined && action === undefined) return undefined;
  const definition = stateOf(state ?? '');
  const { properties = {} } = definition ? z.toJSONSchema(definition.parameters, { io: 'input' }) : {};
  const types = properties as Record<string, { type?: string } | undefined>;
  const given = Object.entries(query).filter(([name]) => !OWN.includes(name));
  return {
    ...(state !== undefined && { state }),
    action: action === 'teardown' ? 'teardown' : 'setup',
    params: Object.fromEntries(given.map(([name, texts]) => [name, readText(texts, types[name]?.type)])),
  };
}
