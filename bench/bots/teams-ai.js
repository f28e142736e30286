// A bare echo bot on teams-ai 1.7 as its samples build it: TeamsAdapter, Application, restify. No storage, no typing timer.
const { Application, TeamsAdapter } = require('@microsoft/teams-ai');
const restify = require('restify');
const { botFrameworkSettings, card, listenOn } = require('./settings');

const adapter = new TeamsAdapter(botFrameworkSettings);
const app = new Application({ startTypingTimer: false });
app.activity('message', async (context) => {
  await context.sendActivity(context.activity.text);
});
app.adaptiveCards.actionExecute('concern.show', async () => card.value);

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, (context) => app.run(context));
});
server.listen(listenOn.port, listenOn.host);
