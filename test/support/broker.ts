// A broker of pacts, as far as `verify` needs one. It follows what the Pact Broker documents of its links and answers;
// no real broker runs here.
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';

interface BrokerPact {
  pact: string;
  pending?: boolean;
  wip?: boolean;
  notice?: string;
}

interface Asked {
  method: string;
  path: string;
  authorization: string | undefined;
  body: unknown;
}

interface BrokerOptions {
  /** The credentials that it requires. */
  authorization?: string;
  /** Where its links lead: by default, to itself. */
  linksTo?: string;
  /** Answers this to whoever publishes. */
  publishStatus?: number;
}

/** Starts a broker; it records all that it is asked. */
export async function startBroker(pacts: BrokerPact[], options: BrokerOptions = {}) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { method = '', url = '' } = request;
    const { authorization } = request.headers;
    asked.push({ method, path: url, authorization, body: text ? JSON.parse(text) : undefined });
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/hal+json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    if (options.authorization && authorization !== options.authorization) return answer(401, {});
    const base = options.linksTo ?? `http://${request.headers.host}`;
    if (method === 'GET' && url === '/') {
      return answer(200, {
        _links: {
          'pb:provider-pacts-for-verification': {
            href: `${base}/pacts/provider/{provider}/for-verification`,
            templated: true,
          },
          'pb:pacticipant-branch-version': {
            href: `${base}/pacticipants/{pacticipant}/branches/{branch}/versions/{version}`,
            templated: true,
          },
        },
      });
    }
    if (method === 'POST' && url === '/pacts/provider/cloudglue-api/for-verification') {
      return answer(200, {
        _embedded: {
          pacts: pacts.map(({ pending = false, wip, notice }, nth) => ({
            shortDescription: 'latest',
            verificationProperties: {
              pending,
              ...(wip && { wip }),
              notices: notice ? [{ when: 'before_verification', text: notice }] : [],
            },
            _links: { self: { href: `${base}/pact/${nth}`, name: 'a pact' } },
          })),
        },
      });
    }
    const nth = /^\/pact\/(\d+)$/.exec(url)?.[1];
    const found = pacts[Number(nth)];
    if (method === 'GET' && found) {
      const href = `${base}/pact/${nth}/verification-results`;
      return answer(200, {
        ...JSON.parse(found.pact),
        _links: { 'pb:publish-verification-results': { href } },
      });
    }
    if (method === 'PUT' || url.endsWith('/verification-results'))
      return answer(options.publishStatus ?? 201, {});
    return answer(404, {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}`, asked };
}
