// Starts the two fakes as processes of their own and speaks with them over IPC.
import { fork } from 'node:child_process';
import { once } from 'node:events';

async function start(file) {
  const child = fork(new URL(file, import.meta.url));
  const [{ url }] = await once(child, 'message');
  const ask = async (question) => {
    child.send(question);
    const [answer] = await once(child, 'message');
    return answer;
  };
  return { url, ask, stop: () => child.disconnect() };
}

/** The identity service: `sign(claims[], forged)` gives one token for each set of claims. */
export async function startIdentity() {
  const { url, ask, stop } = await start('./identity.mjs');
  const sign = async (claims, forged = false) => (await ask({ claims, forged })).tokens;
  return { url, sign, stop };
}

/** The connector: `count()` gives the calls so far and the last reply's body. */
export async function startConnector() {
  const { url, ask, stop } = await start('./connector.mjs');
  return { url, count: () => ask({}), stop };
}
