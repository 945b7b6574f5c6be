// Bodies are written field by field, so that a field that is added to the document is a compile error where its body is made.

/** A schema's type with every field present: one that may be left out may be undefined, which JSON leaves out. */
export type Complete<Body> = { [Field in keyof Required<Body>]: Body[Field] };

/**
 * A response body that names every field of its schema.
 * @example completeBody<Schemas['Webhook']>({ id, description: undefined, ... })
 */
export const completeBody = <Body>(body: Complete<Body>): Body => body as Body;
