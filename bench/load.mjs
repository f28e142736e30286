// A small keep-alive load generator over plain sockets: each line sends its next request when the answer to the last one
// is complete. No request is sent twice with the same activity id.
import { once } from 'node:events';
import { connect } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');
const CHUNKED_END = Buffer.from('0\r\n\r\n');

/** The answer at the start of `buffer` as { status, body, length }, or undefined while it isn't complete. */
function parseAnswer(buffer) {
  const headEnd = buffer.indexOf(HEAD_END);
  if (headEnd < 0) {
    return undefined;
  }
  const head = buffer.toString('latin1', 0, headEnd).toLowerCase();
  const status = Number(head.slice(9, 12));
  const bodyStart = headEnd + HEAD_END.length;
  const size = /content-length: *(\d+)/.exec(head);
  const chunkedEnd = /transfer-encoding: *chunked/.test(head) ? buffer.indexOf(CHUNKED_END, headEnd) : -1;
  const length = size
    ? bodyStart + Number(size[1])
    : chunkedEnd < 0
      ? bodyStart
      : chunkedEnd + CHUNKED_END.length;
  const isOpen = !size && chunkedEnd < 0 && head.includes('chunked');
  return isOpen || buffer.length < length
    ? undefined
    : { status, body: buffer.subarray(bodyStart, length), length };
}

/** One kept-alive connection: `ask(request)` sends the bytes and resolves with the whole answer. */
export async function openLine(port) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let received = Buffer.alloc(0);
  let waiting;
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const answer = parseAnswer(received);
    if (answer) {
      received = received.subarray(answer.length);
      waiting?.resolve(answer);
    }
  });
  socket.on('error', (fault) => waiting?.reject(fault));
  socket.on('close', () => waiting?.reject(new Error('the bot closed the connection')));
  await once(socket, 'connect');
  const ask = (request) =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      socket.write(request);
    });
  return { ask, close: () => socket.destroy() };
}

/**
 * Loads one bot over `lines` connections for `seconds`. `nextRequest()` gives the bytes of a fresh request.
 * Resolves with the number of answers with 200-202 and the others by status.
 */
export async function load({ port, lines, seconds, nextRequest }) {
  const connections = await Promise.all(Array.from({ length: lines }, () => openLine(port)));
  const until = performance.now() + seconds * 1000;
  const faults = {};
  let answered = 0;
  await Promise.all(
    connections.map(async (line) => {
      while (performance.now() < until) {
        const { status } = await line.ask(nextRequest());
        if (status >= 200 && status <= 202) {
          answered += 1;
        } else {
          faults[status] = (faults[status] ?? 0) + 1;
        }
      }
    }),
  );
  for (const line of connections) {
    line.close();
  }
  return { answered, faults };
}
