// The mock with each defect in turn, all on one port: `/<nth defect>/v1/files`. Only tests have these; `src` has none.

import { serve } from '../../src/http/server.ts';
import { createMock } from '../../src/index.ts';
import { PINNED_VERSION } from '../support/pact.ts';
import type { Defect } from './defect.ts';

export async function serveDefective(defects: readonly (Defect | undefined)[]) {
  // Each interaction begins with a change of state, which resets its account: one mock serves them all.
  const mock = createMock({ apiVersion: PINNED_VERSION, lifecycle: 'manual', journal: 0 });
  const { url, close } = await serve(
    async (request) => {
      const url = new URL(request.url);
      const [prefix = '', nth] = /^\/(\d+)/.exec(url.pathname) ?? [];
      if (!(Number(nth) < defects.length)) return new Response(null, { status: 404 });
      url.pathname = url.pathname.slice(prefix.length);
      const body = ['GET', 'HEAD'].includes(request.method) ? undefined : await request.arrayBuffer();
      const { method, headers } = request;
      const meant = new Request(url, { method, headers, ...(body && { body }) });
      const ask = (asked: Request) => mock.fetch(asked);
      const defect = url.pathname.startsWith('/v1/') ? defects[Number(nth)] : undefined;
      return defect ? defect.answer(meant, ask) : ask(meant);
    },
    { host: '127.0.0.1', port: 0, exposed: false },
  );
  return {
    urlOf: (nth: number) => `${url}/${nth}`,
    async close() {
      await mock.close();
      await close();
    },
  };
}
