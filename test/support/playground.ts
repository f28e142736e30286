import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';
import { freePort } from './app-process';
import { patienceMs, until } from './patience';
import { chromiumFlags, findChromium } from './requires';

const script = path.join(__dirname, '../../scripts/dev.js');
const artefacts = path.join(__dirname, '../../artefacts/e2e');
/** Tall enough for any card, or the page's head would stand over a part of its picture. */
const pageSize = { width: 1_400, height: 2_600 };
const pictureHeight = 1_000;
/** Of the page's width: its own log, which isn't in a picture. */
const logWidth = 330;
/** The page asks for fonts elsewhere; a test asks nobody. */
const offline = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

/** `npm run dev`'s script with ports and a database of its own, until its page answers. */
const startDev = async (env: Readonly<Record<string, string>>) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vejviser-e2e-'));
  const [port, pagePort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [script], {
    env: {
      PATH: process.env.PATH ?? '',
      PORT: String(port),
      PAGE_PORT: String(pagePort),
      NO_BROWSER: '1',
      DATABASE_URL: `file:${path.join(folder, 'vejviser.db')}`,
      ...env,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const unready = (): string => `npm run dev did not start:\n${output}`;
  try {
    await until(() => {
      if (child.exitCode !== null) throw new Error(unready());
      return output.includes('Open http');
    }, unready);
  } catch (error) {
    child.kill('SIGTERM');
    throw error;
  }
  return {
    url: `http://localhost:${pagePort}`,
    stop: async (): Promise<void> => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** The page's field to write in. */
const fieldOf = (page: Page): Locator => page.locator('[contenteditable]').first();

/**
 * Runs in the page before anything else. The page loses what it is told before it is drawn, and falls over an answer to a
 * post of its own that comes before it knows that the post is sent, so both wait; and it falls over an update of a message
 * that it doesn't know, from before it was loaded, so it isn't told of those.
 */
const listen = (): void => {
  const heard = { sockets: [] as WebSocket[], updates: [] as string[] };
  const known = new Set<string>();
  let posting = 0;
  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (body) {
    posting += 1;
    // What follows the answer at once comes first.
    this.addEventListener('loadend', () => setTimeout(() => (posting -= 1)));
    send.call(this, body);
  };
  const isReady = (): boolean => posting === 0 && document.querySelector('[contenteditable]') !== null;
  const ready = async (): Promise<void> => {
    while (!isReady()) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  let told = Promise.resolve();
  const isToBeTold = (said: string): boolean => {
    const { action, message } = JSON.parse(said) as { action?: string; message?: { messageId: string } };
    const id = message?.messageId ?? '';
    if (action === 'createMessage') known.add(id);
    if (action === 'updateMessage' && known.has(id)) heard.updates.push(said);
    return action !== 'updateMessage' || known.has(id);
  };
  class PatientSocket extends WebSocket {
    constructor(url: string) {
      super(url);
      heard.sockets.push(this);
    }
    override addEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
      const tell = (event: Event): void =>
        typeof listener === 'function' ? listener.call(this, event) : listener.handleEvent(event);
      super.addEventListener(type, (event) => {
        if (!(event instanceof MessageEvent)) tell(event);
        else if (isToBeTold(event.data)) told = told.then(ready).then(() => tell(event));
      });
    }
  }
  Object.assign(window, { heard, WebSocket: PatientSocket });
};

type Heard = { readonly heard: { readonly sockets: readonly WebSocket[]; readonly updates: string[] } };

/** The page asks for the greeting before it can hear it where the machine is busy: it asks as soon as it can. */
const askWhenHearing = (page: Page): Promise<unknown> =>
  page.route('**/_debug/conversation/*/installation', async (route) => {
    await page.waitForFunction(
      () => {
        const { sockets } = (window as unknown as Heard).heard;
        return sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length > 1;
      },
      undefined,
      { polling: 20 },
    );
    await route.continue();
  });

/** Runs in the page before anything else: notes every text that comes to stand on it, however soon it goes again. */
const noteTexts = (): void => {
  const notes: string[] = [];
  Object.assign(window, { notes });
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const { textContent } of addedNodes) notes.push(textContent ?? '');
  }).observe(document, { childList: true, subtree: true });
};

/** What a person does on the page: reads the newest card, clicks in it, writes. */
const personAt = (page: Page, url: string) => {
  const cards = page.locator('.ac-adaptiveCard');
  let isChannel = false;
  const forgetUpdates = (): Promise<unknown> =>
    page.evaluate(() => (window as unknown as Heard).heard.updates.splice(0));
  /** A chat's newest card is its last; in a channel the newest post stands on top. */
  const card = (): Locator => (isChannel ? cards.first() : cards.last());
  const write = async (text: string): Promise<void> => {
    await fieldOf(page).click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  return {
    page,
    card,
    cards,
    /** Opens the page, or loads it anew, and waits for the greeting. */
    open: async (): Promise<void> => {
      await page.goto(url);
      await card().waitFor();
    },
    /** Waits until the newest card says the text. */
    sees: (text: string): Promise<void> => card().getByText(text, { exact: false }).first().waitFor(),
    /** Waits until the text has stood on the page since it was loaded: a sent card can soon replace a click's answer. */
    saw: async (text: string): Promise<void> => {
      await page.waitForFunction(
        (said) => (window as unknown as { notes: string[] }).notes.some((note) => note.includes(said)),
        text,
      );
    },
    /**
     * Waits until a message itself has been made to say the text since the person last asked or pressed: a click shows
     * it at once, the message gets it a second later.
     */
    keeps: (text: string): Promise<unknown> =>
      page.waitForFunction(
        (said) => (window as unknown as Heard).heard.updates.some((update) => update.includes(said)),
        text,
        { polling: 20 },
      ),
    /** Waits until the text stands anywhere on the page, also outside cards. */
    reads: (text: string): Promise<void> => page.getByText(text, { exact: false }).last().waitFor(),
    /** What messages have been made to say since then, as the page's server has it. */
    updates: (): Promise<string> =>
      page.evaluate(() => (window as unknown as Heard).heard.updates.join('\n')),
    press: async (title: string): Promise<void> => {
      await forgetUpdates();
      await card().getByRole('button', { name: title, exact: true }).click();
    },
    /** Presses one of several buttons of that title, the first being 0. */
    pressOneOf: (title: string, nth: number): Promise<void> =>
      card().getByRole('button').filter({ hasText: title }).nth(nth).click(),
    /** Opens the address behind a button. */
    follow: (title: string): Promise<void> => card().getByRole('link', { name: title }).click(),
    /** Types into the field of that label. */
    fill: async (label: string, text: string): Promise<void> => {
      await card().locator('input, textarea').and(card().getByLabel(label)).first().fill(text);
    },
    /** Chooses in the field of that label. */
    choose: async (label: string, choice: string): Promise<void> => {
      await card().getByRole('combobox', { name: label }).click();
      await page.getByRole('option', { name: choice, exact: true }).click();
    },
    /** Writes to the bot and waits for its card. */
    ask: async (text: string): Promise<void> => {
      const before = await cards.count();
      await forgetUpdates();
      await write(text);
      await cards.nth(before).waitFor();
    },
    openPrivateChat: async (): Promise<void> => {
      await page.getByRole('treeitem', { name: /Personal Chat/ }).click();
      isChannel = false;
      await card().waitFor();
    },
    openChannel: async (name: string): Promise<void> => {
      await page.getByRole('treeitem', { name: new RegExp(name) }).click();
      await page.getByText('Start a new post').waitFor();
      isChannel = true;
    },
    /** Mentions the bot at the start of a new post. */
    mention: async (text: string): Promise<void> => {
      await fieldOf(page).click();
      await page.keyboard.type('@');
      await page.getByRole('menuitem').filter({ hasText: 'Vejviser' }).click();
      await page.keyboard.type(` ${text}`);
      await page.keyboard.press('Enter');
    },
    /** Keeps a picture of the page from the newest card's top on, or of that card alone, for somebody to look at. */
    keep: async (name: string, what: 'page' | 'card' = 'card'): Promise<void> => {
      mkdirSync(artefacts, { recursive: true });
      const file = path.join(artefacts, `${name}.png`);
      if (what === 'card') {
        await card().screenshot({ path: file });
        return;
      }
      await page.setViewportSize({ ...pageSize, height: pictureHeight });
      if ((await cards.count()) > 0) {
        await card().evaluate((element) => {
          element.style.scrollMarginTop = '100px';
          element.scrollIntoView({ block: 'start' });
        });
      }
      const clip = { x: 0, y: 0, width: pageSize.width - logWidth, height: pictureHeight };
      await page.screenshot({ path: file, clip });
      await page.setViewportSize(pageSize);
    },
  };
};

/** The playground's page in a browser, with the bot behind it; `env` is the bot's, beside its own. */
export const startPlayground = async (env: Readonly<Record<string, string>> = {}) => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('there is no browser');
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags, offline] });
  const dev = await startDev(env).catch(async (error) => {
    await browser.close();
    throw error;
  });
  // One for all, so that the page's own files are fetched once.
  const context = await browser.newContext({ viewport: pageSize });
  return {
    /** The page's address, where its other people act by HTTP. */
    url: dev.url,
    /** Somebody who has just opened the page and sees the greeting. */
    person: async () => {
      const page = await context.newPage();
      page.setDefaultTimeout(patienceMs);
      await page.addInitScript(noteTexts);
      await page.addInitScript(listen);
      await askWhenHearing(page);
      const person = personAt(page, dev.url);
      await person.open();
      return person;
    },
    stop: async (): Promise<void> => {
      await browser.close();
      await dev.stop();
    },
  };
};

export type Playground = Awaited<ReturnType<typeof startPlayground>>;
export type Person = Awaited<ReturnType<Playground['person']>>;
