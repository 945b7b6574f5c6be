// What the mock is measured against first: a server that keeps nothing and answers with a constant.
import { createServer, type Server } from 'node:http';

/** A body, for all requests from now on. */
export type Constant = { body: string };

/** Reads every request to its end and answers with a constant: what no server on node:http can be faster than. */
export function bareServer(constant: Constant): Server {
  return createServer((request, response) => {
    const answer = () => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(constant.body),
      });
      response.end(constant.body);
    };
    if (request.method === 'GET') answer();
    else request.resume().on('end', answer);
  });
}
