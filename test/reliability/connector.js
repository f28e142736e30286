// Teams' connector as a process of its own, for many messages: it fails by chance from a fixed seed, and its ledger is the truth.
// Its argument is JSON: { seed, retryAfterS, faults: { tooMany, badGateway, timeout, reset } } with chances from 0 to 1.
const { createServer } = require('node:http');

const { seed, retryAfterS, faults } = JSON.parse(process.argv[2]);
const ledger = [];
/** The last entry of each connection: a process that dies hangs up. */
const lastOn = new Map();
let accepted = 0;

/** mulberry32 */
let state = seed;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

const chosenFault = () => {
  let rest = random();
  return Object.keys(faults).find((name) => {
    rest -= faults[name];
    return rest < 0;
  });
};

const bodyOf = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

const answer = (response, status, body, headers = {}) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};

const conversationPath = /^\/v3\/conversations\/([^/]+)\/activities$/;

const serve = async (request, response) => {
  const at = performance.now();
  if (request.url === '/ledger') return answer(response, 200, ledger);
  if (request.url === '/accepted') return answer(response, 200, accepted);
  const [, conversation] = conversationPath.exec(request.url) ?? [];
  if (conversation === undefined) return answer(response, 404, {});
  const { text } = JSON.parse(await bodyOf(request));
  const fault = chosenFault();
  const isAccepted = fault !== 'tooMany' && fault !== 'badGateway';
  if (isAccepted) accepted += 1;
  const entry = {
    id: text,
    conversation: decodeURIComponent(conversation),
    at,
    isAccepted,
    fault,
    answeredAt: performance.now(),
    retryAfterMs: fault === 'tooMany' ? retryAfterS * 1_000 : undefined,
  };
  ledger.push(entry);
  lastOn.set(request.socket, entry);
  if (fault === 'reset') return request.socket.resetAndDestroy();
  if (fault === 'timeout') return answer(response, 504, {});
  if (fault === 'badGateway') return answer(response, 502, {});
  if (fault === 'tooMany') return answer(response, 429, {}, { 'retry-after': String(retryAfterS) });
  return answer(response, 201, { id: `message-${ledger.length}` });
};

const server = createServer((request, response) => {
  serve(request, response).catch(() => request.socket.destroy());
});
server.on('connection', (socket) => {
  socket.once('close', () => {
    const last = lastOn.get(socket);
    if (last !== undefined) last.hungUpAt = performance.now();
  });
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('disconnect', () => process.exit());
