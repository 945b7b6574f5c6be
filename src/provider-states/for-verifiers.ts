// What the control plane has for verifiers of contracts. It is loaded at first use: most mocks verify none.
export { changeInQuery } from './change-in-query.ts';
export { messageOf } from './message-of.ts';
export { listStates } from './state-catalogue.ts';
export { checkStateChange, checkToken, contextOf, createStateChanges } from './state-change.ts';
