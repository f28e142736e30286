// The floor under every bot: bare node:http with Vejviser's own token check, answering each click with the same bytes.
const { readFileSync } = require('node:fs');
const { createServer } = require('node:http');
const { createHttpClient } = require('../../dist/teams/http-client');
const { createSigningKeys } = require('../../dist/teams/signing-keys');
const { isAuthentic } = require('../../dist/teams/token');
const { identity, listenOn } = require('./settings');

const answer = readFileSync(process.env.CLICK_ANSWER);
const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': answer.length };
const keys = createSigningKeys({
  metadataUrl: identity.openIdUrl,
  http: createHttpClient(),
  clock: () => performance.now(),
  onUnavailable: () => undefined,
});

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const { serviceUrl } = JSON.parse(Buffer.concat(chunks).toString());
    const { authorization } = request.headers;
    const isOurs = await isAuthentic(authorization, serviceUrl, { botId: identity.botId, keys });
    if (isOurs) response.writeHead(200, headers).end(answer);
    else response.writeHead(401).end();
  });
});
server.listen(listenOn.port, listenOn.host);
process.once('SIGTERM', () => process.exit(0));
