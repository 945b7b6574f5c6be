// Recognizes host names that reach this machine from itself only.

/** Whether the host of a URL is the loopback interface. */
export const isLoopback = (hostname: string): boolean =>
  /^127(\.\d+){3}$/.test(hostname) || /^(.+\.)?localhost$/.test(hostname) || /^(\[::1\]|::1)$/.test(hostname);
