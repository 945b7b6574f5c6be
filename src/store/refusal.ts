// What the engine refused, and the remedy, in words. It answered then: that is no engine that is away.
import { plainWords } from '../util/system-errors.ts';
import { keyTypeOf } from './keys.ts';

/** Replies of an engine that will do what it is asked in a while. */
const NOT_YET = ['LOADING', 'MASTERDOWN', 'CLUSTERDOWN', 'TRYAGAIN', 'BUSY'];

const PERMISSION = 'give the address (--store) of a user who may use ~cloudglue-mock:* and &cloudglue-mock:*';

/** By the code of the reply. */
const REMEDIES: Record<string, string> = {
  OOM: 'give it more memory (maxmemory), or remove what it does not need',
  READONLY: 'it is a replica: give the address (--store) of the primary',
  MISCONF: 'mend its disk',
  NOREPLICAS: 'start its replicas',
  NOAUTH: 'give user and password in the address (--store)',
  WRONGPASS: 'give its user and password in the address (--store)',
  NOPERM: PERMISSION,
};

const CODES = new RegExp(`\\b(WRONGTYPE|${[...Object.keys(REMEDIES), ...NOT_YET].join('|')})\\b`);

/** The code of a reply, also of one from within a script; empty for any other. */
const codeOf = (reply: string): string => CODES.exec(reply)?.[1] ?? '';

/** Whether the same may be done in a while, without a remedy. */
export const isNotYet = (reply: string): boolean => NOT_YET.includes(codeOf(reply));

/** The remedy for a refused command; undefined if it depends on the keys. */
function remedyOf(reply: string): string | undefined {
  if (/unknown (sub)?command/i.test(reply))
    return 'give the address (--store) of a Redis or Valkey of version 5 or later';
  if (/DB index is out of range/i.test(reply)) return 'give the number of a database that it has (--store)';
  return REMEDIES[codeOf(reply)];
}

/** Errors of TLS, by their codes. */
const CERTIFICATE = /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_)/;

/** Why there is no connection, and the remedy. */
export function explainUnreachable(error: unknown): string {
  const { code = '', name } = error as NodeJS.ErrnoException;
  if (name === 'MaxRetriesPerRequestError')
    return 'it ends the connection: if it has TLS there, give rediss: in place of redis:';
  const told = plainWords(error).replace(/\.$/, '');
  const remedy = remedyOf(told);
  if (remedy) return `${told}: ${remedy}`;
  if (CERTIFICATE.test(code))
    return `${told} (${code}): name the file of its certificate authority in the variable NODE_EXTRA_CA_CERTS`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return `${told}: give the address that its certificate is for`;
  if (code === 'EPROTO') return 'it has no TLS there: give its port for TLS, or redis: in place of rediss:';
  return `${told}: start Redis or Valkey there, or give another address with --store`;
}

/**
 * What was refused, and the remedy.
 * @param places the keys that the command was about
 * @param typeOf what the engine has there
 */
export async function explainRefusal(
  reply: string,
  places: readonly string[],
  typeOf: (key: string) => Promise<string>,
): Promise<string> {
  const told = reply.replace(/ script: [0-9a-f]{40}\b.*$/s, '').replace(/\.$/, '');
  const remedy = remedyOf(reply);
  if (remedy) return `${told}: ${remedy}`;
  for (const key of codeOf(reply) === 'WRONGTYPE' ? places : []) {
    const type = await typeOf(key);
    if (type !== 'none' && type !== keyTypeOf(key))
      return `the key ${key} is a ${type}, not a ${keyTypeOf(key)}, so no mock wrote it: delete it`;
  }
  return explainContent(told, places);
}

/** What is wrong with what one of the keys has, and the remedy. */
export const explainContent = (problem: string, places: readonly string[]): string =>
  `${problem}: no mock wrote what is in ${places.join(' or ')}: delete it`;
