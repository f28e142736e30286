import type { Links } from '../../src/http/links';
import { createMetrics } from '../../src/http/metrics';
import { type RunningServer, type ServerPorts, startServer } from '../../src/http/server';
import { freePort } from '../support/app-process';
import { testFacts, testPages } from './facts';

const servers: RunningServer[] = [];
/** Stops every server that a test has started. */
export const stopServers = async (): Promise<void> => {
  for (const server of servers.splice(0)) await server.stop();
};

/** A server of its own over these links, with everything that it logs and counts. */
export const serve = async (links: Links, own: Partial<ServerPorts> = {}) => {
  const logged: string[] = [];
  const metrics = createMetrics(testFacts);
  const ports = {
    receive: async () => ({ status: 200 }),
    isReady: async () => true,
    loopbackOnly: false,
    links,
    pages: () => testPages,
    metrics,
    log: (event: object) => logged.push(JSON.stringify(event)),
    ...own,
  };
  const server = await startServer(ports, { port: await freePort(), host: '127.0.0.1' });
  servers.push(server);
  const ask = (path: string, method = 'GET'): Promise<Response> =>
    fetch(`http://127.0.0.1:${server.port}${path}`, { method });
  const traces = async () => logged.join('\n') + (await metrics.exposition()).text;
  return { ask, traces, port: server.port };
};
