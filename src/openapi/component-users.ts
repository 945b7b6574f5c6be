// Which operations use a component of a document, in their requests and in their answers.
import { dereference, METHODS, type OpenApiDocument, type SpecOperation } from './document.ts';

export interface Users {
  requests: Set<string>;
  answers: Set<string>;
}

/** What a part of a document refers to, directly. */
function refsIn(node: unknown, refs = new Set<string>()): Set<string> {
  if (typeof node !== 'object' || node === null) return refs;
  for (const [key, value] of Object.entries(node)) {
    if (key === '$ref' && typeof value === 'string') refs.add(value);
    else if (key !== 'examples') refsIn(value, refs);
  }
  return refs;
}

/** The operations that use each component, by its reference: `#/components/schemas/File`. */
export function componentUsers(document: OpenApiDocument): ReadonlyMap<string, Users> {
  const users = new Map<string, Users & { refs: Set<string> }>();
  function note(refs: Set<string>, side: keyof Users, id: string): void {
    for (const ref of refs) {
      const known = users.get(ref) ?? {
        requests: new Set(),
        answers: new Set(),
        refs: refsIn(dereference(document, { $ref: ref })),
      };
      users.set(ref, known);
      if (known[side].has(id)) continue;
      known[side].add(id);
      note(known.refs, side, id);
    }
  }
  for (const item of Object.values(document.paths))
    for (const method of METHODS) {
      const operation = item[method] as SpecOperation | undefined;
      if (!operation) continue;
      note(refsIn([operation.parameters, operation.requestBody]), 'requests', operation.operationId);
      note(refsIn(operation.responses), 'answers', operation.operationId);
    }
  return users;
}
