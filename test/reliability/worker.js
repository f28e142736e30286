// One process of the built program's delivery, with the real way to Teams, against the connector in its argument.
// Its argument is JSON: { databaseUrl, serviceUrl, concurrency, leaseMs, limits, crash: { step, after } | undefined }.
const { createDelivery } = require('../../dist/delivery/worker.js');
const { openStore } = require('../../dist/storage/open.js');
const { createConnector } = require('../../dist/teams/connector.js');
const { createHttpClient } = require('../../dist/teams/http-client.js');
const { createSender } = require('../../dist/teams/sender.js');

const options = JSON.parse(process.argv[2]);
let passings = 0;

/** Ends the process like a power cut after the step in question; a row of a crash between attempt and mark is spared. */
const crashAfter =
  (step, work) =>
  async (row, ...rest) => {
    const result = await work(row, ...rest);
    const isHit = step === 'claim' ? result.length > 0 : row.ambiguous === 0;
    if (options.crash?.step === step && isHit) passings += 1;
    if (passings > 0 && passings === options.crash?.after) {
      process.kill(process.pid, 'SIGKILL');
      await new Promise(() => undefined);
    }
    return result;
  };

const main = async () => {
  const store = await openStore(options.databaseUrl);
  const http = createHttpClient();
  const send = createSender(createConnector({ http, token: async () => undefined }));
  const { claim, attempt, mark } = store.outbox;
  const transmit = (row) =>
    send({
      to: { serviceUrl: options.serviceUrl, conversationId: row.to },
      shown: { kind: 'text', text: row.id },
    });
  const sendRow = crashAfter('send', transmit);
  const delivery = createDelivery({
    outbox: {
      claim: crashAfter('claim', claim),
      attempt: crashAfter('attempt', attempt),
      mark: crashAfter('mark', mark),
      // Nobody reads these metrics, and a server without indexes counts for long.
      backlog: async () => ({ due: 0, lagMs: 0 }),
    },
    rates: store.rates,
    clock: () => performance.now(),
    render: async (row) => ({ kind: 'content', content: row.id, guarantee: 'at-least-once' }),
    transport: { send: (_, row) => sendRow(row) },
    onGone: async () => undefined,
    metrics: { delivered: () => undefined, backlog: () => undefined },
    log: (event) => process.connected && process.send(event),
    concurrency: options.concurrency,
    leaseMs: options.leaseMs,
    limits: options.limits,
    idleMs: 500,
  });
  delivery.start();
  const stop = async () => {
    await delivery.stop();
    http.close();
    await store.close();
    process.exit();
  };
  process.once('SIGTERM', stop);
  process.once('disconnect', stop);
};

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
