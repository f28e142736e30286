import { createConnector } from '../../src/teams/connector';
import { createHttpClient } from '../../src/teams/http-client';
import { createSender, type Outgoing } from '../../src/teams/sender';
import { type Connector, type Fault, startConnector } from '../support/connector';

let teams: Connector;
const http = createHttpClient();
const send = createSender(createConnector({ http, token: async () => undefined }));
beforeAll(async () => {
  teams = await startConnector();
});
afterEach(() => teams.clear());
afterAll(async () => {
  http.close();
  await teams.stop();
});

const outgoing = (replaces?: string): Outgoing => ({
  to: { serviceUrl: teams.serviceUrl, conversationId: '19:east@thread.tacv2' },
  shown: { kind: 'text', text: 'Husk mødet' },
  replaces,
});

test.each<[string, Fault, object]>([
  ['412', { status: 412 }, { kind: 'refused', status: 412 }],
  ['429', { status: 429 }, { kind: 'refused', status: 429 }],
  ['502', { status: 502 }, { kind: 'refused', status: 502 }],
  ['503', { status: 503 }, { kind: 'refused', status: 503 }],
  ['504', { status: 504 }, { kind: 'refused', status: 504 }],
  ['reset connection', { reset: true }, { kind: 'ambiguous' }],
])('%s > one POST, one PUT, and nothing repeats them', async (_, fault, outcome) => {
  await teams.order(fault, fault);
  expect(await send(outgoing())).toMatchObject(outcome);
  expect(await send(outgoing('m-3'))).toMatchObject(outcome);
  // A later message arrives; whatever repeats by itself would have come before it.
  expect(await send(outgoing())).toMatchObject({ kind: 'sent' });
  expect((await teams.entries()).map(({ method, fault: isFault }) => [method, isFault])).toEqual([
    ['POST', true],
    ['PUT', true],
    ['POST', false],
  ]);
});
