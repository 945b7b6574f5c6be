// Where events may go: to this machine itself, and to the hosts that the user named. A mock sends nothing out by accident.
import { isLoopback } from '../util/loopback.ts';

/** The hosts of the option `webhookHosts`. */
const hostsOf = (option = '') => option.split(',').map((host) => host.trim().toLowerCase());

/** The unspecified addresses lead to this machine too, where somebody connects to them. */
const isThisMachine = (hostname: string) => isLoopback(hostname) || ['0.0.0.0', '[::]'].includes(hostname);

/** Why nothing is sent to an endpoint, or undefined where it is. */
export function refusalOf(endpoint: string, webhookHosts: string | undefined): string | undefined {
  const { hostname } = new URL(endpoint);
  const isAllowed = (host: string) =>
    host === '*' || host === hostname || (host.startsWith('*.') && hostname.endsWith(host.slice(1)));
  if (isThisMachine(hostname) || hostsOf(webhookHosts).some(isAllowed)) return undefined;
  return `This mock sends events to this machine only, and ${hostname} is another. Restart it with --webhook-hosts ${hostname} to allow it.`;
}
