// The base paths of the API, of the control plane and of the console.

/** The base path of the API, with which the base URL of clients ends. */
export const BASE_PATH = '/v1';

/** The base path of the control plane. */
export const ADMIN_PATH = '/__admin';

/** The path of the page for people. */
export const CONSOLE_PATH = '/console';

export const isAdminPath = (path: string): boolean =>
  path === ADMIN_PATH || path.startsWith(`${ADMIN_PATH}/`);
