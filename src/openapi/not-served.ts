// Operations that the document knows and that the mock does not have yet.
import { METHODS, type OpenApiDocument } from './document.ts';

/** Their ids. Take one out when it gets its handler, and run `npm run generate`. */
export const NOT_SERVED: readonly string[] = [];

/** A document without them; no page lists them, and requests for them find no route. */
export function withoutNotServed(document: OpenApiDocument): OpenApiDocument {
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const served = Object.entries(item).filter(
      ([method, operation]) =>
        !(METHODS as readonly string[]).includes(method) ||
        !NOT_SERVED.includes((operation as { operationId: string }).operationId),
    );
    return [path, Object.fromEntries(served)] as const;
  });
  const isLeft = ([, item]: readonly [string, Record<string, unknown>]) =>
    METHODS.some((method) => item[method]);
  return { ...document, paths: Object.fromEntries(paths.filter(isLeft)) };
}
