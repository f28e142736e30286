// A bare echo bot on botbuilder 4.23 as its samples build it: CloudAdapter, ActivityHandler, restify.
const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder');
const restify = require('restify');
const { botFrameworkSettings, card, listenOn } = require('./settings');

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(context.activity.text);
  await next();
});
bot.onAdaptiveCardInvoke = async () => card;

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(botFrameworkSettings));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, (context) => bot.run(context));
});
server.listen(listenOn.port, listenOn.host);
