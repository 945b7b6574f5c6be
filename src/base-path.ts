/** Where the API's own paths begin, as in the base URL that clients are given. */
export const BASE_PATH = '/v1';
