// The versions of the API, and their order.

/** The versions that users can choose, oldest first. The last is that of openapi/cloudglue.yaml. */
export const API_VERSIONS = ['0.7.7', '0.7.12', '0.7.32'] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];

export const OLDEST: ApiVersion = '0.7.7';
export const NEWEST: ApiVersion = '0.7.32';

/** Negative if the first version is older. Compares numbers, so 0.7.9 is older than 0.7.12. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one.split('.'), other.split('.')];
  const differs = a.findIndex((part, at) => part !== b[at]);
  return differs < 0 ? 0 : Number(a[differs]) - Number(b[differs]);
}

/** Whether a version is that one or a later one. */
export const isSince = (version: string, since: string): boolean => compareVersions(version, since) >= 0;

/**
 * The version itself, which need not be one that users can choose.
 * @throws {RangeError} if it is not from the oldest to the newest, or no version at all
 */
export function checkVersion(version: string): string {
  if (
    /^(0|[1-9]\d?)(\.(0|[1-9]\d?)){2}$/.test(version) &&
    isSince(version, OLDEST) &&
    isSince(NEWEST, version)
  )
    return version;
  throw new RangeError(
    `must be a version of the API from ${OLDEST} to ${NEWEST}, such as ${API_VERSIONS.join(', ')}, not ${JSON.stringify(version.slice(0, 20))}`,
  );
}
