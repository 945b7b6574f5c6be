// Where events may go: to this machine itself, and to the hosts that the user named. A mock sends nothing out by accident.
import { isLoopback } from '../util/loopback.ts';

export interface EndpointRules {
  /** The hosts of the option `webhookHosts`, separated by commas. */
  webhookHosts?: string | undefined;
  /** Whether other machines can reach the mock, and need no token to control it: then they could reach this one through it. */
  isExposed: boolean;
}

/** The unspecified addresses lead to this machine too, where somebody connects to them. */
const isThisMachine = (hostname: string) => isLoopback(hostname) || ['0.0.0.0', '[::]'].includes(hostname);

/** Whether the user named an endpoint's host, which is then sent to wherever it is. */
export function isNamed(endpoint: string, { webhookHosts = '' }: EndpointRules): boolean {
  const { hostname } = new URL(endpoint);
  return webhookHosts
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .some(
      (host) =>
        host === '*' || host === hostname || (host.startsWith('*.') && hostname.endsWith(host.slice(1))),
    );
}

/**
 * Why nothing is sent to an endpoint, or undefined where it is. A name that stands for this machine is only believed
 * once it is resolved, when an event is sent.
 */
export function refusalOf(endpoint: string, rules: EndpointRules): string | undefined {
  if (isNamed(endpoint, rules)) return undefined;
  const { hostname } = new URL(endpoint);
  const remedy = `Restart it with --webhook-hosts ${hostname} to allow it`;
  if (!isThisMachine(hostname)) {
    return rules.isExposed
      ? `Other machines can reach this mock, so it sends events only to hosts that were named. ${remedy}.`
      : `This mock sends events to this machine only, and ${hostname} is another. ${remedy}.`;
  }
  if (!rules.isExposed) return undefined;
  return `Other machines can reach this mock, so it sends events only to hosts that were named, even to this machine. ${remedy}, or with --admin-token TOKEN or --host 127.0.0.1 to allow this machine.`;
}
