// Who may use the control plane: programs on this machine, or whoever knows the admin token.
import type { Context } from 'hono';
import { ADMIN_PATH } from '../openapi/paths.ts';
import { isLoopback } from '../util/loopback.ts';
import { digest } from '../util/random.ts';
import type { AppEnv } from './context.ts';
import { Refusal } from './problem.ts';

/** Who may use it and what must be sent, in words. */
export function accessText(adminToken: string | undefined, exposed: boolean | undefined): string {
  if (adminToken !== undefined) return 'send the header X-Admin-Token with what --admin-token was given';
  return exposed
    ? 'closed, for other machines can reach this mock: start it with --admin-token TOKEN to open it'
    : 'open to this machine';
}

/** Makes the guard, which throws Refusal for requests that may not use the control plane. */
export function createAdminGuard(adminToken: string | undefined): (c: Context<AppEnv>) => void {
  return (c) => {
    const { exposed } = c.env;
    // Anyone may wait until the mock is up, and read how to get access.
    if (c.req.path === `${ADMIN_PATH}/health` || c.req.path === ADMIN_PATH) return;
    if (adminToken !== undefined) {
      // Comparing digests takes the same time for every guess.
      if (digest(c.req.header('x-admin-token') ?? '', 43) !== digest(adminToken, 43)) {
        throw new Refusal(
          401,
          'the control plane needs the header X-Admin-Token with what --admin-token was given',
        );
      }
      return;
    }
    if (exposed) {
      throw new Refusal(
        403,
        'the control plane is closed, for other machines can reach this mock: start it with --admin-token, or with --host 127.0.0.1',
      );
    }
    const origin = c.req.header('origin');
    if (!URL.canParse(c.req.url)) {
      throw new Refusal(
        403,
        'the control plane takes no requests whose header Host is no host: ask at 127.0.0.1',
      );
    }
    const url = new URL(c.req.url);
    // To browsers, another port of this machine is the same site.
    const site = c.req.header('sec-fetch-site') ?? 'none';
    if ((origin !== undefined && origin !== url.origin) || !['none', 'same-origin'].includes(site)) {
      throw new Refusal(403, 'the control plane takes no requests from web pages of other origins');
    }
    // A web page could get around that with a host name of its own that resolves to this machine.
    if (exposed === false && !isLoopback(url.hostname)) {
      throw new Refusal(
        403,
        `the control plane is for this machine: ask for it at 127.0.0.1 or localhost, not at ${url.hostname}`,
      );
    }
  };
}
