// The control plane's document for the rest of the program: its types, operations, validators and routes.

import { operationsOf } from './document.ts';
import type { components, operations } from './generated/admin.ts';
import { adminDocument } from './generated/admin-document.ts';
import { createRoutes } from './routes.ts';
import { createValidators } from './validators.ts';

export { adminDocument };

/** The types of the document's named schemas. */
export type AdminSchemas = components['schemas'];

export const { validatorOf, validatorOfSchema } = createValidators<AdminSchemas>(adminDocument);

export const adminOperationsById = operationsOf<keyof operations>(adminDocument);

export const adminRoutesOn = createRoutes<operations>(adminOperationsById, validatorOf);
