// A bare echo bot on the Microsoft 365 Agents SDK as its read-me builds it: AgentApplication and the Express host.
// Port and credentials are read from the environment by the SDK itself.
const { AgentApplication } = require('@microsoft/agents-hosting');
const { startServer } = require('@microsoft/agents-hosting-express');
const { card } = require('./settings');

const agent = new AgentApplication();
agent.onActivity('message', async (context) => {
  await context.sendActivity(context.activity.text);
});
agent.adaptiveCards.actionExecute('concern.show', async () => card.value);

startServer(agent);
