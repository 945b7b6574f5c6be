// Every change that the annotated document tells of, with its place and the operations that it concerns.
import { compareVersions } from './api-versions.ts';
import { componentUsers, type Users } from './component-users.ts';
import { dereference, type OpenApiDocument } from './document.ts';
import {
  isRequiredAt,
  nameOf,
  nodeAt,
  operationAt,
  type Part,
  type Place,
  partAt,
  pointerTo,
} from './places.ts';
import { type Annotated, isObject, type JsonObject, mergePatch, objectAt } from './project-document.ts';

export interface Change {
  /** The first version that has the change. */
  version: string;
  kind: 'added' | 'removed' | 'changed';
  /** `rule` is a description of what the API does with a request or what an open object has, `text` any other. */
  subject: Part | 'enum value' | 'required' | 'null' | 'rule' | 'text' | 'limit';
  /** For people: `File.media_type`, `listFiles query limit`, `createTag 429`. */
  place: string;
  /** JSON pointer into openapi/cloudglue.yaml. */
  pointer: string;
  what: string;
  /** What the document says about it since that version. */
  text?: string;
  /** Of a parameter or field: whether it must be there, since that version. */
  required: boolean;
  /** The first version of what holds it; undefined if it was always there. */
  within?: string;
  /** The operations that take it in requests, and those that give it in answers. */
  users: { requests: string[]; answers: string[] };
}

type Told = Pick<Change, 'kind' | 'subject' | 'what'> & {
  text?: unknown;
  required?: boolean;
  field?: string;
};

/** Keys of documentation: nothing below them reaches a client. */
const SKIPPED = new Set(['example', 'examples', 'value', 'tags', 'mapping']);

const isNewer = (one: string | undefined, other: string | undefined): one is string =>
  one !== undefined && (other === undefined || compareVersions(one, other) > 0);

/** Of an open object, only the description tells which fields there are. */
const isRuleAt = (part: Part, { additionalProperties }: JsonObject) =>
  part === 'operation' || part === 'parameter' || part === 'status' || additionalProperties === true;

/** What is to be told of a keyword whose value was changed. */
function toldOfKeyword(isRule: boolean, keyword: string, before: unknown, after: unknown): Told[] {
  const kind = 'changed';
  if (SKIPPED.has(keyword)) return [];
  if (keyword === 'nullable')
    return [{ kind, subject: 'null', what: after ? 'can be null' : 'is never null', required: !after }];
  if (keyword === 'description') {
    const subject = isRule ? 'rule' : 'text';
    return [{ kind, subject, what: isRule ? 'rule changed' : 'description changed', text: after }];
  }
  if (keyword === 'required' && (Array.isArray(before) || Array.isArray(after))) {
    const [old, now] = [before ?? [], after ?? []] as [string[], string[]];
    return [...new Set([...old, ...now])]
      .filter((field) => old.includes(field) !== now.includes(field))
      .map((field): Told => {
        const required = now.includes(field);
        const what = required ? 'is required' : 'is no longer required';
        return { kind, subject: 'required', what, required, field };
      });
  }
  const [was, is] = [before, after].map((value) => (value === undefined ? 'none' : JSON.stringify(value)));
  return [{ kind, subject: 'limit', what: `${keyword} changed from ${was} to ${is}` }];
}

/** The changes of a document with annotations, in its order. They are made when sources are generated, and kept as data. */
export function changesOf(document: OpenApiDocument): Change[] {
  const usersByComponent = componentUsers(document);
  const changes: Change[] = [];

  function usersAt(place: Place): Users {
    const none: Users = { requests: new Set(), answers: new Set() };
    if (place[0] !== 'paths') return usersByComponent.get(`#/${place.slice(0, 3).join('/')}`) ?? none;
    const own = new Set([operationAt(document, place).operationId]);
    return place[3] === 'responses' ? { ...none, answers: own } : { ...none, requests: own };
  }

  /** The keys that lead to the node that is visited. */
  const place: string[] = [];

  /** An object's own word, or else that of what it refers to, or of the path that holds it. */
  function annotationOf(node: Annotated, name: 'x-since' | 'x-until'): string | undefined {
    const target = typeof node.$ref === 'string' ? dereference(document, { $ref: node.$ref }) : undefined;
    const holder = partAt(place) === 'operation' ? nodeAt(document, place.slice(0, 2)) : target;
    return node[name] ?? (isObject(holder) ? holder[name] : undefined);
  }

  /** @param inherited since when what holds the child is there */
  function visitChild(key: string, child: unknown, inherited: string | undefined): void {
    if (typeof child !== 'object' || child === null) return;
    place.push(key);
    if (isObject(child)) visit(child, inherited);
    else for (const [at, one] of Object.entries(child)) visitChild(at, one, inherited);
    place.pop();
  }

  function visit(node: Annotated, inherited: string | undefined): void {
    const part = partAt(place);
    // A path is told of by its operations, a shared part where something refers to it.
    const isShared = place[0] === 'components' && place.length === 3;
    const isTold = !isShared && !(place[0] === 'paths' && place.length === 2);
    const added = place.length > 2 ? annotationOf(node, 'x-since') : undefined;
    const removed = annotationOf(node, 'x-until');
    const since = isNewer(added, inherited) ? added : inherited;

    function tell(
      version: string,
      within: string | undefined,
      { field, text, required, ...told }: Told,
    ): void {
      const at = field === undefined ? [...place] : [...place, 'properties', field];
      const { requests, answers } = usersAt(at);
      changes.push({
        version,
        ...told,
        place: nameOf(document, at),
        pointer: pointerTo(at),
        ...(typeof text === 'string' && { text }),
        required: required ?? isRequiredAt(document, at),
        ...(within !== undefined && { within }),
        users: { requests: [...requests], answers: [...answers] },
      });
    }

    const member = part === 'union member' ? ` ${String(node.$ref).split('/').at(-1)}` : '';
    const text = node.summary ?? node.description;
    if (isTold && isNewer(added, inherited))
      tell(added, inherited, { kind: 'added', subject: part, what: `${part}${member} added`, text });
    if (isTold && removed)
      tell(removed, since, { kind: 'removed', subject: part, what: `${part}${member} removed`, text });
    for (const [value, version] of Object.entries(node['x-enum-since'] ?? {}))
      tell(version, since, { kind: 'added', subject: 'enum value', what: `value "${value}" added` });
    for (const [version, patch] of Object.entries(node['x-before'] ?? {})) {
      const after = objectAt(node, version);
      const before = mergePatch(after, patch);
      for (const keyword of Object.keys(patch))
        for (const told of toldOfKeyword(isRuleAt(part, after), keyword, before[keyword], after[keyword]))
          tell(version, since, told);
    }
    const areFields = place.at(-1) === 'properties';
    for (const [key, child] of Object.entries(node))
      if (areFields || !(SKIPPED.has(key) || key.startsWith('x-'))) visitChild(key, child, since);
  }

  visitChild('paths', document.paths, undefined);
  visitChild('components', document.components, undefined);
  return changes;
}
