import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import type { Replica, ReplicaOptions } from './server.ts';
import { createReplica } from './server.ts';

export type ServedReplica = Replica & {
  readonly port: number;
  readonly close: () => Promise<void>;
};

/** The names of the real sites, for a browser that is told to resolve them to this machine. */
const REAL_NAMES = ['chatgpt.com', 'claude.ai', 'localhost'];

const certificate = async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: REAL_NAMES.map((value) => ({ type: 2, value })) }],
  });
  return { key, cert };
};

/**
 * Starts a replica that only this machine reaches. With `tls` it answers for the real host names with a
 * certificate made on the spot. `port` 0 (default) takes a free one.
 */
export const serveReplica = async ({
  tls = false,
  port = 0,
  ...options
}: ReplicaOptions & { readonly tls?: boolean; readonly port?: number } = {}): Promise<ServedReplica> => {
  const replica = createReplica(options);
  const server = tls
    ? createHttpsServer(await certificate(), replica.handle)
    : createHttpServer(replica.handle);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    ...replica,
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
