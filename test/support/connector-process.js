// Teams' connector as a process of its own: keeps a ledger of what the bot sent, and fails when it is told to.
// GET /ledger gives the entries, DELETE /ledger forgets them and the faults, POST /faults orders the next faults,
// POST /rosters says who is in a channel; of a channel without a roster it knows nothing.
const { createServer } = require('node:http');

let ledger = [];
let faults = [];
let messages = 0;
const rosters = {};

const bodyOf = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

const send = (response, status, body) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

const control = async (request, response) => {
  if (request.method === 'GET') return send(response, 200, ledger);
  const text = await bodyOf(request);
  if (request.method === 'DELETE') {
    ledger = [];
    faults = [];
  } else if (request.url === '/rosters') Object.assign(rosters, JSON.parse(text));
  else faults.push(...JSON.parse(text));
  return send(response, 200, {});
};

/** The first fault that is ordered for this method, or for any. */
const takeFault = (method) => {
  const index = faults.findIndex((fault) => fault.method === undefined || fault.method === method);
  return index < 0 ? undefined : faults.splice(index, 1)[0];
};

const conversationPath = /^\/teams\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;

const rosterPath = /^\/teams\/v3\/conversations\/([^/]+)\/pagedmembers\?/;
const teamPath = /^\/teams\/v3\/teams\/([^/]+)(\/conversations)?$/;

/** What Teams says of who is in a channel, and what a team and its channels are called. */
const read = (request, response) => {
  const [, channel] = rosterPath.exec(request.url) ?? [];
  const members = channel && rosters[decodeURIComponent(channel)];
  if (members) return send(response, 200, { members });
  const [, team, conversations] = teamPath.exec(request.url) ?? [];
  if (team === undefined) return send(response, 404, { error: { code: 'ConversationNotFound' } });
  const named = Object.keys(rosters).map((id) => ({ id, name: `Kanal ${id.slice(3, 8)}` }));
  return send(response, 200, conversations ? { conversations: named } : { id: team, name: 'SSP i Ishøj' });
};

const serve = async (request, response) => {
  if (['/ledger', '/faults', '/rosters'].includes(request.url)) return control(request, response);
  if (request.method === 'GET') return read(request, response);
  const text = await bodyOf(request);
  if (request.url === '/teams/v3/conversations') {
    const [{ id }] = JSON.parse(text).members;
    return send(response, 201, { id: `a:personal-of-${id}` });
  }
  const [, conversation, message] = conversationPath.exec(request.url) ?? [];
  if (conversation === undefined) return send(response, 404, { error: 'no such address' });
  const fault = takeFault(request.method);
  const entry = {
    method: request.method,
    conversationId: decodeURIComponent(conversation),
    messageId: message && decodeURIComponent(message),
    authorization: request.headers.authorization,
    socket: request.socket.remotePort,
    activity: JSON.parse(text),
    fault: fault !== undefined,
  };
  ledger.push(entry);
  if (fault?.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  if (fault?.reset) return request.socket.resetAndDestroy();
  if (fault?.status) return send(response, fault.status, { error: 'ordered' });
  if (request.method === 'PUT') return send(response, 200, { id: entry.messageId });
  messages += 1;
  entry.createdId = `message-${messages}`;
  return send(response, 201, { id: entry.createdId });
};

const server = createServer((request, response) => {
  serve(request, response).catch((error) => send(response, 500, { error: String(error) }));
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('disconnect', () => process.exit());
