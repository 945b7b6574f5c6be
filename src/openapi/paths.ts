// Where the parts of the mock are, by what their paths begin with.

/** The API's own, as in the base URL that clients are given. */
export const BASE_PATH = '/v1';

/** The control plane's. */
export const ADMIN_PATH = '/__admin';

export const isAdminPath = (path: string): boolean =>
  path === ADMIN_PATH || path.startsWith(`${ADMIN_PATH}/`);
