// A stand-in for Teams' connector: answers every call at once and counts them. Forked by run.mjs.
import { createServer } from 'node:http';

let replies = 0;
let updates = 0;
let strangers = 0;
let lastReply = '';

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end('{"id":"reply-1"}');
    if (!request.headers.authorization?.startsWith('Bearer ey')) {
      strangers += 1;
    } else if (request.method === 'POST') {
      replies += 1;
      lastReply = chunks;
    } else {
      updates += 1;
    }
  });
});

server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));
process.on('message', () => {
  process.send({ replies, updates, strangers, lastReply: Buffer.concat([...lastReply]).toString() });
});
process.on('disconnect', () => process.exit());
