// What the bare bots share: where they listen, who they are, and the card that answers a click.
const { BOT_ID, BOT_TENANT_ID, IDENTITY_URL, HOST, PORT } = process.env;

const openIdUrl = `${IDENTITY_URL}/v1/.well-known/openidconfiguration`;

exports.listenOn = { port: Number(PORT), host: HOST };
exports.identity = { botId: BOT_ID, tenantId: BOT_TENANT_ID, url: IDENTITY_URL, openIdUrl };

// Setting the metadata's address alone makes botbuilder drop its other defaults: so all of them are written out.
exports.botFrameworkSettings = {
  MicrosoftAppType: 'UserAssignedMSI',
  MicrosoftAppId: BOT_ID,
  MicrosoftAppTenantId: BOT_TENANT_ID,
  BotOpenIdMetadata: openIdUrl,
  ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
  ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  ToChannelFromBotLoginUrl: `${IDENTITY_URL}/${BOT_TENANT_ID}`,
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  OAuthUrl: `${IDENTITY_URL}/`,
};

exports.card = {
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: 'Familiecenteret', weight: 'Bolder', size: 'Medium', wrap: true },
      { type: 'TextBlock', text: 'Ring til os, også hvis du er i tvivl.', wrap: true },
    ],
    actions: [{ type: 'Action.Execute', title: 'Begynd forfra', verb: 'concern.show', data: { version: 1 } }],
  },
};
