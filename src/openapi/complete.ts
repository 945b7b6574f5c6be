// Makes a field that is added to the document a compile error wherever a body of its schema is created.

/** A schema's type with every field required; optional fields may be undefined, which JSON leaves out. */
export type Complete<Body> = { [Field in keyof Required<Body>]: Body[Field] };

/**
 * A response body that names every field of its schema.
 * @example completeBody<Schemas['Webhook']>({ id, description: undefined, ... })
 */
export const completeBody = <Body>(body: Complete<Body>): Body => body as Body;
