// How the paths of the API and of the control plane begin.

/** The base path of the API: the last part of the base URL that clients are given. */
export const BASE_PATH = '/v1';

/** The base path of the control plane. */
export const ADMIN_PATH = '/__admin';

export const isAdminPath = (path: string): boolean =>
  path === ADMIN_PATH || path.startsWith(`${ADMIN_PATH}/`);
