import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoggingServer {
  port: number;
  /** What has reached it: paths of requests, and `datagram`. */
  hits: string[];
  close(): Promise<void>;
}

/** A host that is not the site's. It answers every request, allows every origin to read, and remembers what came. */
export async function startLoggingServer(): Promise<LoggingServer> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(request.url ?? '');
    const script = request.url?.endsWith('.js') === true;
    response.writeHead(200, {
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Content-Type': script ? 'text/javascript' : 'text/html',
    });
    response.end(script ? 'export {}' : '<!doctype html>');
  });
  server.on('upgrade', ({ url }, socket) => {
    hits.push(url ?? '');
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const datagrams = createSocket('udp4').on('message', () => hits.push('datagram'));
  await new Promise<void>((done) => datagrams.bind(port, '127.0.0.1', done));
  return {
    port,
    hits,
    async close() {
      datagrams.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
