// A file to upload, in the two forms that a contract needs: as a part of the form, and as the client is given it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RequestBuilder } from './refusal.ts';

const types = { mp4: 'video/mp4', png: 'image/png', txt: 'text/plain' };
export type Fixture = `${string}.${keyof typeof types}`;

const pathOf = (name: Fixture) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const typeOf = (name: Fixture) => types[name.slice(name.lastIndexOf('.') + 1) as keyof typeof types];

/**
 * A form with that file in its part `file`. Of the part, only the type must agree, which Pact reads from its first
 * bytes; the boundary is given because a random one would make the pact another one at each run.
 */
export const uploadOf = (name: Fixture) => (request: RequestBuilder) =>
  request.multipartBody(typeOf(name), pathOf(name), 'file', 'contract');

export const mediaFile = (name: Fixture) =>
  new File([readFileSync(pathOf(name))], name, { type: typeOf(name) });
