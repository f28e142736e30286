/** One mending, and the lines without which the program is as it was: its story must then break its promise again. */
export type Mending = {
  /** The regression that is to turn red. */
  readonly story: string;
  /** What is taken out. */
  readonly what: string;
  readonly changes: readonly { readonly file: string; readonly from: string; readonly to: string }[];
};

const mending = (
  story: string,
  what: string,
  ...changes: readonly (readonly [file: string, from: string, to: string])[]
): Mending => ({ story, what, changes: changes.map(([file, from, to]) => ({ file, from, to })) });

export const mendings: readonly Mending[] = [
  mending('a-private', 'a message keeps a pointer instead of items’ words', [
    'agenda/answering.ts',
    `  pointer: pointerCard(language),\n});`,
    `});\nvoid pointerCard;`,
  ]),
  mending('b-carried', 'words go on every agenda that has the item', [
    'agenda/carried-words.ts',
    `    await changeElsewhere(ports, click, words);`,
    `    void [changeElsewhere, words];`,
  ]),
  mending('c-nu', 'SSP-NU takes no text', [
    'meetings/model/group-facts.ts',
    `boolean => kind !== 'ssp-nu';`,
    `boolean => kind !== undefined;`,
  ]),
  mending('e-lower', 'another retention is applied to what is stored', [
    'meetings/maintenance/maintain.ts',
    `  if (isApplied(body, retention)) return;`,
    `  if (retention !== undefined) return;`,
  ]),
  mending('f-place', 'a meeting is removed in the end', [
    'meetings/maintenance/maintain.ts',
    `  if (removeAt !== undefined && now >= removeAt) return meetings.remove(due.id);`,
    ``,
  ]),
  mending('g-504', 'a new message holds no words until its id is known', [
    'messages/content.ts',
    `  const shown = placeholder(card, context);`,
    `  const shown = placeholder && postedCard(card, context);`,
  ]),
  mending(
    'i-unpublished',
    'what nobody has noted is carried over, and asked about',
    ['meetings/model/unfinished.ts', `...unnotedOf(agenda).map(from(endsAt + notingMs))];`, `];`],
    ['meetings/model/reminders.ts', `    ...coordinatorAsksOf(context, retention),`, ``],
  ),
  mending('j-decision', 'a decision beside another outcome is asked about', [
    'agenda/outcome-handlers.ts',
    `    if (decision.trim() === '') return { noted, outcome: { kind }, found: [] };`,
    `    if (kind !== undefined) return { noted, outcome: { kind }, found: [] };`,
  ]),
  mending('k-waits', 'an item that waits for a meeting is kept longer', [
    'meetings/model/retention.ts',
    `...(waitingOf(meeting).length > 0 ?`,
    `...(waitingOf(meeting).length > 999 ?`,
  ]),
  mending(
    'l-two',
    'only what differs from what the form showed is written',
    ['meetings/model/outcomes.ts', `.filter(([id, noting]) => !isAsShown(noting, shown[id])));`, `);`],
    [
      'meetings/model/outcomes.ts',
      `  if (notedMeanwhile(items, { outcomes, shown }).length > 0) return refused('noted-meanwhile');`,
      ``,
    ],
  ),
  mending('m-held', 'a held agenda whose meeting is moved is to come again', [
    'meetings/model/agenda.ts',
    `    case 'held': {`,
    `    case 'held': {\n      if (closesAt > 0) return changed(agenda);`,
  ]),
  mending('n-place', 'a move is told whatever else has changed', [
    'meetings/model/told.ts',
    `  return last.startsAt === now.startsAt\n`,
    `  return last.startsAt === now.startsAt || hasNewPlace\n`,
  ]),
  mending('n-replan', 'a saved plan leaves what is still to be told', [
    'meetings/maintenance/follow-plan.ts',
    `...(isQuiet ? {} : { told }), areRowsPlanned: false };`,
    `told: isQuiet ? { ...told, channel: announcementOf(changed) } : told, areRowsPlanned: false };`,
  ]),
  mending('o-extra', 'nobody is taken to know an extra meeting', [
    'meetings/extra-handlers.ts',
    `told: {}, isByHand: true };`,
    `isByHand: true };`,
  ]),
  mending('p-saturday', 'a move to a day off is asked about', [
    'meetings/change-handlers.ts',
    `    if (warnings !== undefined) return answer(language, warnings);`,
    `    void warnings;`,
  ]),
  mending('q-holidays', 'a group follows days that are filled in later', [
    'meetings/maintenance/maintain.ts',
    `  if (areOfNow(known)) return known;`,
    `  if (areOfNow !== undefined) return known;`,
  ]),
  mending('r-length', 'a new length is told as a new length', [
    'meetings/model/told.ts',
    `  const hasNewPlace = last.place !== now.place;`,
    `  const hasNewPlace = true;`,
  ]),
  mending('s-shown', 'what a card showed is compared with what is so', [
    'meetings/model/posted.ts',
    `posted.shown?.state !== shownState(meeting, card, now);`,
    `posted.shown === undefined;`,
  ]),
  mending('subscribed-after-an-extra', 'who subscribed later is told of a cancellation', [
    'meetings/model/told.ts',
    `    return to !== 'channel' && meeting.told.channel !== undefined ? { kind: now.status } : undefined;`,
    `    return undefined;`,
  ]),
  mending('t-slow', 'a lease outlives all that a send can take', [
    'meetings-app.ts',
    `const leaseMs = 150_000;`,
    `const leaseMs = 30_000;`,
  ]),
  mending('u-raised', 'a meeting is looked for when it is due by the retention of now', [
    'meetings/maintenance/maintain.ts',
    `    return { kind: 'save', body, index: indexOf(body, { retention, now, againAfterMs: againAfter(group) }) };`,
    `    return { kind: 'save', body, index: indexOf(body, { retention: { ...retention, keepDays: 30 }, now }) };`,
  ]),
  mending('v-removed', 'what a lost channel keeps waiting is tried every hour', [
    'meetings/maintenance/channel-health.ts',
    `  Math.min(changedAt + hourMs, usefulUntil);`,
    `  Math.min(changedAt + hourMs / 360, usefulUntil);`,
  ]),
  mending(
    'earlier-extra',
    'items of a called-off meeting go to the next that comes',
    [
      'meetings/carry-over.ts',
      `  { groupId }: Meeting,\n  now: Instant,\n): Promise<Meeting | undefined> => {`,
      `  { groupId, startsAt }: Meeting,\n  now: Instant,\n): Promise<Meeting | undefined> => {`,
    ],
    [
      'meetings/carry-over.ts',
      `meetings.list(groupId, now + 1, mostMeetings);`,
      `meetings.list(groupId, Math.max(now, startsAt) + 1, mostMeetings);`,
    ],
  ),
  mending('standing-decision', 'a standing item waits without its decision', [
    'meetings/model/retention.ts',
    `left.map(withoutDecision);`,
    `left.map((item) => (withoutDecision === undefined ? item : item));`,
  ]),
  mending('kept-noted-then-skipped', 'called off after something was noted, it leaves the rest', [
    'meetings/model/unfinished.ts',
    `(agenda.state === 'held' ? noted() : handedOverOf(agenda))`,
    `(void noted, handedOverOf(agenda))`,
  ]),
  mending('skipped-while-told', 'what changed while it was told is told after it', [
    'messages/transport.ts',
    `if (effect?.kind === 'tells' && outcome.kind === 'sent') await tellAgain(ports, row);`,
    `void tellAgain;`,
  ]),
  mending('called-forgotten', 'who waits for nobody is told to call', [
    'requests/model/upkeep.ts',
    `  'overdue',\n  'taken',`,
    `  'taken',`,
  ]),
  mending('called-closed', 'the end of a request is told', [
    'requests/model/upkeep.ts',
    `  'closed',\n  'undelivered',`,
    `  'undelivered',`,
  ]),
  mending('called-number', 'a closed request has no number', [
    'requests/model/request.ts',
    `changed(request, { kind: 'closed', at: now });`,
    `changed(request, { kind: 'closed', at: now, was: held.wish } as never);`,
  ]),
  mending('called-gone', 'a request that reaches nobody says so', [
    'requests/model/upkeep.ts',
    `  'undelivered',\n  'expired',`,
    `  'expired',`,
  ]),
  mending('called-outlived', 'a request goes when it has been over for a week', [
    'requests/upkeep.ts',
    `    await requests.remove(doc.id);`,
    `    await requests.putOff(doc, now + 9e9);`,
  ]),
  mending('called-by-others', 'a number is for who has taken the request', [
    'requests/unit-handlers.ts',
    `          progress.kind === 'taken' && (progress.by === click.actor.personId || click.hands.mayForOthers);`,
    `          progress.kind === 'taken';`,
  ]),
];
