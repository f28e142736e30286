import { connect, createServer, type Socket } from 'node:net';

/**
 * `passing` as a wire; `silent` takes everything and answers nothing; `broken` resets and refuses every connection; `ended`
 * ends them, as a server that is stopped.
 */
export type ProxyState = 'passing' | 'silent' | 'broken' | 'ended';

export type TcpProxy = {
  readonly port: number;
  set(state: ProxyState): void;
  close(): Promise<void>;
};

type Target = {
  readonly port: number;
  readonly host?: string;
  /** Sees what clients send, as it comes from each connection. */
  readonly onSent?: (bytes: Buffer, connection: number) => void;
  /** How long each way takes. */
  readonly delayMs?: number;
};

/** A network between a client and a server on the loopback, which a test can take away and give back. */
export const startTcpProxy = async ({
  port,
  host = '127.0.0.1',
  onSent,
  delayMs = 0,
}: Target): Promise<TcpProxy> => {
  let state: ProxyState = 'passing';
  let count = 0;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };
  const pass = (to: Socket, bytes: Buffer): void => {
    if (delayMs === 0) to.write(bytes);
    else setTimeout(() => to.write(bytes), delayMs);
  };
  const server = createServer((client) => {
    keep(client);
    if (state === 'broken') return void client.resetAndDestroy();
    if (state === 'ended') return void client.end();
    count += 1;
    const connection = count;
    const upstream = keep(connect(port, host));
    client.on('data', (bytes) => {
      onSent?.(bytes, connection);
      if (state === 'passing') pass(upstream, bytes);
    });
    upstream.on('data', (bytes) => {
      if (state === 'passing') pass(client, bytes);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    set: (next) => {
      // A connection that has lost bytes is of no use any more: mending the wire ends it.
      if (next === 'ended') for (const socket of sockets) socket.end();
      else if (next !== 'silent' && next !== state) for (const socket of sockets) socket.resetAndDestroy();
      state = next;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
