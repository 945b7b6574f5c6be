// Loaded into every Node.js process of a client: leads connections to the API's host to the mock, whatever opens them
// (fetch, node:http, node:https, and all that is built on these or on sockets). Only where a connection goes changes, so
// broken connections, slow bodies and the like reach the client as they are. It needs nothing else of this program.
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const { CLOUDGLUE_MOCK_URL = '', CLOUDGLUE_MOCK_REDIRECT = '' } = process.env;

type Options = net.TcpNetConnectOpts & tls.ConnectionOptions;
/** The ways to call `connect`: options, a port, or a port and a host; then maybe options, and a callback. */
type Arguments = unknown[];

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function optionsOf(args: Arguments): Partial<Options> {
  const [first, second] = args;
  return {
    ...(!isObject(first) && { port: Number(first) }),
    ...(typeof second === 'string' && { host: second }),
    ...Object.assign({}, ...args.filter(isObject)),
  };
}

/** An HTTP/2 client offers nothing else; others offer it beside HTTP/1.1, or not at all. */
const isHttp2Alone = ({ ALPNProtocols }: Partial<Options>) =>
  Array.isArray(ALPNProtocols) && ALPNProtocols.length === 1 && ALPNProtocols[0] === 'h2';
const HTTP2_ALONE =
  'cloudglue-mock check --redirect cannot redirect HTTP/2: let the client use HTTP/1.1, or read its address from CLOUDGLUE_BASE_URL';

const isForApi = ({ host, servername }: Partial<Options>) =>
  [host, servername].includes(CLOUDGLUE_MOCK_REDIRECT);

if (CLOUDGLUE_MOCK_URL && CLOUDGLUE_MOCK_REDIRECT) {
  const { hostname, port } = new URL(CLOUDGLUE_MOCK_URL);
  const mock = { host: hostname.replace(/[[\]]/g, ''), port: Number(port) };

  const connectSocket = net.Socket.prototype.connect as (this: net.Socket, ...args: Arguments) => net.Socket;
  net.Socket.prototype.connect = function connect(this: net.Socket, ...args: Arguments): net.Socket {
    // Node.js itself calls it with the arguments in an array.
    const given = (Array.isArray(args[0]) ? args[0] : args) as Arguments;
    const options = optionsOf(given);
    if (!isForApi(options)) return connectSocket.apply(this, args);
    const callback = given.find((one) => typeof one === 'function');
    return connectSocket.call(this, { ...options, ...mock }, ...(callback ? [callback] : []));
  } as typeof net.Socket.prototype.connect;

  const connectTls = tls.connect as (...args: Arguments) => tls.TLSSocket;
  tls.connect = ((...args: Arguments): tls.TLSSocket => {
    const options = optionsOf(args);
    if (!isForApi(options)) return connectTls(...args);
    const callback = args.find((one) => typeof one === 'function') as (() => void) | undefined;
    if (isHttp2Alone(options)) throw new Error(HTTP2_ALONE);
    return asSecure(net.connect({ ...options, ...mock }), callback);
  }) as typeof tls.connect;

  syncBuiltinESMExports();
}

/** A plain connection that its user takes for an encrypted one. */
function asSecure(socket: net.Socket, callback?: () => void): tls.TLSSocket {
  const secure = Object.assign(socket, {
    encrypted: true,
    authorized: true,
    alpnProtocol: false,
    getPeerCertificate: () => ({}),
    getSession: () => undefined,
    isSessionReused: () => false,
    setServername() {},
  });
  socket.once('connect', () => socket.emit('secureConnect'));
  if (callback) socket.once('secureConnect', callback);
  return secure as unknown as tls.TLSSocket;
}
