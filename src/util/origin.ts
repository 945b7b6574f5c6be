// The origin of a URL, without the cost of parsing it.

/** Scheme, host and port of a normalized URL: everything before the path. */
export const originOf = (url: string): string => url.slice(0, url.indexOf('/', 'https://'.length));
