import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Card } from './cards';
import { now } from './clock';

/** What a call of the bot meets. `slow` is accepted after so long; `accepted` is taken and then answered badly. */
export type Trouble =
  | { readonly kind: 'refused'; readonly status: 429 | 502 | 503 | 504; readonly retryAfterS?: number }
  | { readonly kind: 'accepted'; readonly answer: 504 | 'reset' }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'dies'; readonly isTaken: boolean };

/** A reply answers somebody's words; a post is of the bot's own accord. */
export type CallKind = 'post' | 'reply' | 'update' | 'roster' | 'chat';
export type Call = {
  readonly at: number;
  readonly kind: CallKind;
  readonly conversation: string;
  readonly messageId?: string;
  readonly trouble?: Trouble['kind'] | 'gone';
};

export type Version = { readonly at: number; readonly text: string; readonly card?: Card };
/** A message as it stands, with what stood there before. `isReply` is an answer to somebody's words. */
export type Message = {
  readonly id: string;
  readonly conversation: string;
  readonly isReply: boolean;
  readonly versions: readonly Version[];
};

export type Member = { readonly id: string; readonly name: string; readonly isGuest: boolean };

/** What the story lets happen at a call that is on the wire. */
export type OnTheWire = (call: Call) => {
  readonly trouble?: Trouble;
  readonly meanwhile?: () => Promise<void>;
};

const rosterLastsMs = 300_000;

const activitiesPath = /^\/teams\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;
const rosterPath = /^\/teams\/v3\/conversations\/([^/]+)\/pagedmembers/;
const teamPath = /^\/teams\/v3\/teams\/([^/]+)(\/conversations)?$/;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

const send = (response: ServerResponse, status: number, body: unknown, retryAfterS?: number): void => {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(retryAfterS !== undefined && { 'retry-after': String(retryAfterS) }),
  });
  response.end(JSON.stringify(body));
};

type Activity = {
  readonly text?: string;
  readonly attachments?: readonly { readonly content: Card }[];
};

const versionOf = ({ text = '', attachments }: Activity): Version => {
  const card = attachments?.[0]?.content;
  return { at: now(), text: card === undefined ? text : String(card.speak ?? ''), ...(card && { card }) };
};

/** Teams of one story after the other: its messages as they stand are the truth. */
export const startFakeTeams = async () => {
  let messages = new Map<string, Message>();
  let calls: Call[] = [];
  let rosters = new Map<string, readonly Member[]>();
  let gone = new Map<string, 'deleted' | 'removed'>();
  /** When somebody left a conversation, by both. */
  let left = new Map<string, number>();
  let count = 0;
  let onTheWire: OnTheWire = () => ({});
  let arePaged = false;
  const held = new Set<ServerResponse>();
  let underWay = 0;
  let whenQuiet: (() => void)[] = [];
  const oneLess = (): void => {
    underWay -= 1;
    if (underWay > 0) return;
    for (const tell of whenQuiet) tell();
    whenQuiet = [];
  };

  type Target = {
    readonly conversation: string;
    readonly messageId: string | undefined;
    readonly isNew: boolean;
  };
  const keep = ({ conversation, messageId, isNew }: Target, activity: Activity): string | undefined => {
    const version = versionOf(activity);
    if (isNew || messageId === undefined) {
      count += 1;
      const id = `message-${count}`;
      messages.set(id, { id, conversation, isReply: messageId !== undefined, versions: [version] });
      return id;
    }
    const known = messages.get(messageId);
    if (known === undefined) return undefined;
    messages.set(messageId, { ...known, versions: [...known.versions, version] });
    return messageId;
  };

  const goneAnswer = (response: ServerResponse, how: 'deleted' | 'removed'): void =>
    how === 'deleted'
      ? send(response, 404, { error: { code: 'ConversationNotFound' } })
      : send(response, 403, { error: { code: 'BotNotInConversationRoster' } });

  /** Lets happen what the story wants; `false` when the call has been answered, or never will be. */
  const meets = async (
    call: Omit<Call, 'at'>,
    { request, response, take }: { request: IncomingMessage; response: ServerResponse; take: () => unknown },
  ): Promise<boolean> => {
    const how = gone.get(call.conversation);
    if (how !== undefined) {
      calls.push({ ...call, at: now(), trouble: 'gone' });
      goneAnswer(response, how);
      return false;
    }
    const { trouble, meanwhile } = onTheWire({ ...call, at: now() });
    calls.push({ ...call, at: now(), ...(trouble && { trouble: trouble.kind }) });
    await meanwhile?.();
    if (response.destroyed || request.socket.destroyed) {
      // Who asked has stopped waiting; what is on its way arrives all the same.
      if (trouble?.kind === 'slow') take();
      return false;
    }
    switch (trouble?.kind) {
      case undefined:
      case 'slow':
        return true;
      case 'refused':
        send(response, trouble.status, { error: { code: 'Ordered' } }, trouble.retryAfterS);
        return false;
      case 'accepted':
        take();
        if (trouble.answer === 'reset') request.socket.resetAndDestroy();
        else send(response, 504, { error: { code: 'Ordered' } });
        return false;
      case 'dies':
        if (trouble.isTaken) take();
        held.add(response);
        return false;
      default:
        return trouble satisfies never;
    }
  };

  const readTeam = (team: string, withChannels: boolean, response: ServerResponse): void => {
    const conversations = [...rosters.keys()].map((id) => ({ id, name: `Kanal ${id.slice(3, 8)}` }));
    send(response, 200, withChannels ? { conversations } : { id: team, name: 'SSP i Ishøj' });
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '';
    const [, team] = teamPath.exec(url) ?? [];
    if (team !== undefined) return readTeam(team, url.endsWith('/conversations'), response);
    const [, ofRoster] = rosterPath.exec(url) ?? [];
    if (ofRoster !== undefined) {
      const conversation = decodeURIComponent(ofRoster);
      const call = { kind: 'roster', conversation } as const;
      if (!(await meets(call, { request, response, take: () => undefined }))) return;
      const members = (rosters.get(conversation) ?? []).map(({ id, name, isGuest }) => ({
        id: `29:${id}`,
        objectId: id,
        name,
        userRole: isGuest ? 'guest' : 'user',
      }));
      if (!rosters.has(conversation)) return goneAnswer(response, 'deleted');
      if (url.includes('continuationToken=')) return send(response, 200, { members: members.slice(3) });
      return arePaged
        ? send(response, 200, { members: members.slice(0, 3), continuationToken: 'more' })
        : send(response, 200, { members });
    }
    const text = await bodyOf(request);
    if (url === '/teams/v3/conversations') {
      const { members } = JSON.parse(text) as { readonly members: readonly { readonly id: string }[] };
      const conversation = `a:personal-of-${members[0]?.id}`;
      if (await meets({ kind: 'chat', conversation }, { request, response, take: () => undefined }))
        send(response, 201, { id: conversation });
      return;
    }
    const [, inPath, message] = activitiesPath.exec(url) ?? [];
    if (inPath === undefined) return send(response, 404, { error: { code: 'NoSuchAddress' } });
    const [conversation = ''] = decodeURIComponent(inPath).split(';');
    const messageId = message && decodeURIComponent(message);
    const isNew = request.method === 'POST';
    const take = () => keep({ conversation, messageId, isNew }, JSON.parse(text));
    const call = {
      kind: !isNew ? 'update' : messageId === undefined ? 'post' : 'reply',
      conversation,
      ...(messageId && { messageId }),
    } as const;
    if (!(await meets(call, { request, response, take }))) return;
    const id = take();
    send(
      response,
      id === undefined ? 404 : 201,
      id === undefined ? { error: { code: 'NoSuchMessage' } } : { id },
    );
  };

  const server = createServer((request, response) => {
    underWay += 1;
    serve(request, response)
      .catch((error) => send(response, 500, { error: String(error) }))
      .finally(oneLess);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    serviceUrl: `http://127.0.0.1:${port}/teams/`,
    /** A new story: nothing has been said. */
    begin: (): void => {
      for (const response of held) response.destroy();
      held.clear();
      messages = new Map();
      calls = [];
      rosters = new Map();
      gone = new Map();
      left = new Map();
      count = 0;
      onTheWire = () => ({});
      arePaged = false;
    },
    setOnTheWire: (next: OnTheWire): void => {
      onTheWire = next;
    },
    /** Resolves once every call has arrived or has been answered: hours don't pass while one is on the wire. */
    quiet: async (): Promise<void> => {
      if (underWay > 0) await new Promise<void>((resolve) => void whenQuiet.push(resolve));
    },
    /** From now on a roster takes two calls, so that something can happen between them. */
    pageRosters: (): void => {
      arePaged = true;
    },
    messages: (): readonly Message[] => [...messages.values()],
    calls: (): readonly Call[] => calls,
    roster: (conversation: string): readonly Member[] => rosters.get(conversation) ?? [],
    /** Whether somebody is there as far as the program can know: what it knows of a roster is at most five minutes old. */
    isKnownIn: (conversation: string, personId: string): boolean =>
      (rosters.get(conversation) ?? []).some(({ id }) => id === personId) ||
      now() - (left.get(`${conversation} ${personId}`) ?? Number.NEGATIVE_INFINITY) <= rosterLastsMs,
    setRoster: (conversation: string, members: readonly Member[]): void => {
      for (const { id } of rosters.get(conversation) ?? [])
        if (members.every((each) => each.id !== id)) left.set(`${conversation} ${id}`, now());
      rosters.set(conversation, members);
    },
    setGone: (conversation: string, how: 'deleted' | 'removed' | undefined): void => {
      if (how === undefined) gone.delete(conversation);
      else gone.set(conversation, how);
    },
    isGone: (conversation: string): boolean => gone.has(conversation),
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

export type FakeTeams = Awaited<ReturnType<typeof startFakeTeams>>;
