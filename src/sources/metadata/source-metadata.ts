// What all source metadata has in common: the fields that a seed can give, and how the rest is drawn from the item's key.
import * as z from 'zod';
import { cloudglueDocument, type Schemas, validatorOfField } from '../../openapi/cloudglue.ts';
import { LAST_MOMENT } from '../../time/clock.ts';
import { type Draw, drawFrom } from '../../util/random.ts';
import type { SourceItem } from '../item.ts';

export type SourceMetadata = Schemas['SourceMetadata'];
/** The schemas of the document that describe the metadata of one provider. */
export type MetadataSchema = Extract<keyof Schemas, `${string}SourceMetadata`> &
  Exclude<keyof Schemas, 'SourceMetadata'>;

/** Fields of the metadata that a seed gives. */
export type GivenMetadata<Name extends MetadataSchema> = Partial<Omit<Schemas[Name], 'source_type'>>;

/**
 * The validator of the field `source_metadata` of a seed, with the types that the document gives.
 * @param idField tells which item it is, which the seed does otherwise
 */
export function givenMetadata<Name extends MetadataSchema>(
  name: Name,
  idField: keyof Schemas[Name] & string,
) {
  const { properties } = cloudglueDocument.components.schemas[name] as { properties: object };
  const fields = Object.keys(properties).filter((field) => field !== 'source_type' && field !== idField);
  const shape = fields.map((field) => [
    field,
    validatorOfField(name, field as keyof Schemas[Name] & string).optional(),
  ]);
  const schema = z.strictObject(Object.fromEntries(shape)) as unknown;
  return (schema as z.ZodType<GivenMetadata<Name>, GivenMetadata<Name>>).optional();
}

/** An item that remembers what its seed gave of its metadata. */
export interface DescribedItem<Name extends MetadataSchema> extends SourceItem {
  given: GivenMetadata<Name> | undefined;
}

/** Draws for the metadata of an item; others than those for its media. */
export const drawsOf = ({ key }: SourceItem): Draw => drawFrom(`metadata ${key}`);

/** The value, or null for one item in so many. */
export const nullInSome = <Value>(draw: Draw, oneIn: number, value: Value): Value | null =>
  draw.integer(1, oneIn) === 1 ? null : value;

/** The first moment of the year 0. */
const FIRST_MOMENT = -62_167_219_200_000;

/** Dates are within four-digit years: clients refuse the form in which others are written. */
export const isoDate = (epochMs: number): string =>
  new Date(Math.min(Math.max(epochMs, FIRST_MOMENT), LAST_MOMENT)).toISOString();

/** A date without fractions of a second. */
export const isoSeconds = (epochMs: number): string => isoDate(epochMs).replace(/\.\d{3}Z$/, 'Z');

/** Milliseconds; 0 for what has no media. */
export const durationOf = ({ media }: SourceItem): number =>
  Math.round((media?.durationSeconds ?? 0) * 1_000);
