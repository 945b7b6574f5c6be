// Names of this machine that no other can reach it by.

/** Whether a host, as a URL writes it, is the loopback interface. */
export const isLoopback = (hostname: string): boolean =>
  /^127(\.\d+){3}$/.test(hostname) || /^(.+\.)?localhost$/.test(hostname) || /^(\[::1\]|::1)$/.test(hostname);
