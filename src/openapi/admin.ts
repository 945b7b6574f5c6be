// The control plane's document for the rest of the program: its types, operations and validators.

import { operationsOf } from './document.ts';
import type { components, operations } from './generated/admin.ts';
import { adminDocument } from './generated/admin-document.ts';
import { createValidators } from './validators.ts';

export { adminDocument };

/** The types of the document's named schemas. */
export type AdminSchemas = components['schemas'];
/** The generated types of its operations. */
export type AdminOperations = operations;

export const { validatorOf, validatorOfSchema } = createValidators<AdminSchemas>(adminDocument);

export const adminOperationsById = operationsOf<keyof operations>(adminDocument);
