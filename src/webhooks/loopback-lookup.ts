// Resolves names that stand for this machine, and lets nobody connect where such a name leads elsewhere.
import dns from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isLoopback } from '../util/loopback.ts';

/** A name that stands for this machine, and does not lead to it. */
export class NotThisMachine extends Error {}

/** The lookup of a connection: the connection goes to the address that was checked. */
export const lookupLoopback: LookupFunction = (hostname, options, callback) => {
  dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return callback(error ?? new Error(`${hostname} has no address`), '');
    const foreign = addresses.find(({ address }) => !isLoopback(address));
    if (foreign) {
      const why = `${hostname} is resolved to ${foreign.address}, which is another machine.`;
      return callback(
        new NotThisMachine(`${why} Restart the mock with --webhook-hosts ${hostname} to allow it.`),
        '',
      );
    }
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
