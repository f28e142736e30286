// A bare echo bot on the Teams SDK v2 as its read-me builds it. Needs Node 22.12 or newer.
const { App } = require('@microsoft/teams.apps');
const { PUBLIC, withOverrides } = require('@microsoft/teams.api');
const { card, identity, listenOn } = require('./settings');

const app = new App({
  clientId: identity.botId,
  tenantId: identity.tenantId,
  cloud: withOverrides(PUBLIC, { openIdMetadataUrl: identity.openIdUrl }),
});
app.on('message', async ({ activity, send }) => {
  await send(activity.text);
});
app.on('card.action', async () => card);

app.start(listenOn.port);
