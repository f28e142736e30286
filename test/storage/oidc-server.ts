import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { Binary, BSON, type Document, Long } from 'mongodb';

const message = 2013;
const query = 2004;

/** An answer in MongoDB's wire protocol: to the first greeting in its old form, to everything else in its new one. */
const replyTo = (requestId: number, opCode: number, body: Document): Buffer => {
  const bson = Buffer.from(BSON.serialize(body));
  const head = Buffer.alloc(opCode === query ? 36 : 21);
  head.writeInt32LE(head.length + bson.length, 0);
  head.writeInt32LE(requestId, 8);
  head.writeInt32LE(opCode === query ? 1 : message, 12);
  if (opCode === query) head.writeInt32LE(1, 32);
  return Buffer.concat([head, bson]);
};

const documentOf = (frame: Buffer, opCode: number): Document => {
  const start = opCode === query ? frame.indexOf(0, 20) + 9 : 21;
  return BSON.deserialize(frame.subarray(start, start + frame.readInt32LE(start)));
};

const greeting = {
  ismaster: true,
  helloOk: true,
  maxBsonObjectSize: 16_777_216,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  minWireVersion: 0,
  maxWireVersion: 21,
  ok: 1,
};

/** A server that lets nobody in but by a token, and keeps no data: every token that it was shown, and what it was asked. */
export const startOidcServer = async () => {
  const tokens: string[] = [];
  const asked: string[] = [];
  const sockets = new Set<Socket>();

  const signIn = (command: Document): Document => {
    const payload = BSON.deserialize((command.payload as Binary).buffer);
    if (typeof payload.jwt === 'string') tokens.push(payload.jwt);
    return { conversationId: 1, done: true, payload: new Binary(Buffer.alloc(0)), ok: 1 };
  };
  const answerTo = (command: Document): Document => {
    const [name = ''] = Object.keys(command);
    asked.push(name);
    if (name === 'saslStart') return signIn(command);
    if (name === 'find') return { cursor: { id: Long.ZERO, ns: 'vejviser.schema', firstBatch: [] }, ok: 1 };
    return /^(hello|ismaster)$/i.test(name) ? { ...greeting, localTime: new Date() } : { ok: 1 };
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    let waiting = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      waiting = Buffer.concat([waiting, chunk]);
      while (waiting.length >= 4 && waiting.length >= waiting.readInt32LE(0)) {
        const frame = waiting.subarray(0, waiting.readInt32LE(0));
        waiting = waiting.subarray(frame.length);
        const opCode = frame.readInt32LE(12);
        socket.write(replyTo(frame.readInt32LE(4), opCode, answerTo(documentOf(frame, opCode))));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    tokens,
    asked,
    stop: async (): Promise<void> => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
