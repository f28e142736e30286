import { handIn } from '../../src/meetings/model/handing-in';
import { addApology } from '../../src/meetings/model/meeting';
import { updateMeeting } from '../../src/meetings/update-meeting';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import { meetingTexts } from '../../src/text/meetings';
import { channelId, groupId, inChannel, inPrivate, january, people } from '../meetings/desk';
import { type MeetingWorld, openWorld } from '../meetings/world';

const text = meetingTexts.da;
const { heading, late } = text.reminders;
const occurrence = '2027-01-12';
const fullCard = text.meeting.functions;

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
  await world.setUp();
});
afterEach(() => world.remove());

const inTheChannel = () => world.teams.messages.filter(({ to }) => to === channelId);
const sentTo = (personId: string) => world.teams.messages.filter(({ to }) => to === personId);
const school = loadMunicipality(ishojFile).groups[0]?.functions[0]?.id ?? '';
const now = () => Date.parse('2027-01-06T08:00:00Z');

describe('the first reminder', () => {
  test('is the one card of the meeting, kept up to date until the next reminder brings it anew', async () => {
    await world.sleepUntil('2026-12-29T09:00:00+01:00');
    const [card, ...others] = inTheChannel();
    expect(others).toEqual([]);
    expect(card?.shown).toContain(heading['call-for-items']);
    expect(card?.shown).toContain(fullCard);
    expect((await world.meeting(occurrence))?.posts.meeting?.messageId).toBe(card?.id);
    await world.sleepUntil('2027-01-04T09:00:00+01:00');
    expect(inTheChannel()).toHaveLength(2);
    expect(inTheChannel()[0]?.shown).toContain(text.posted.outlivedHeading);
    expect(inTheChannel()[0]?.shown).not.toContain('"verb"');
    expect(inTheChannel()[1]?.shown).toContain(heading['deadline-near']);
    expect(inTheChannel()[1]?.shown).toContain(fullCard);
    await world.click('meeting.apologise', inChannel('member'), {
      ...january,
      functionId: school,
      substituteId: '',
    });
    await world.settle();
    expect(inTheChannel().map(({ updates }) => updates)).toEqual([2, 2]);
    expect(inTheChannel()[1]?.shown).toContain(text.meeting.notComing);
  });

  test('that Teams didn’t take > the next one is the card', async () => {
    world.teams.refusing.set(channelId, { status: 400 });
    await world.sleepUntil('2026-12-29T09:00:00+01:00');
    world.teams.refusing.clear();
    await world.sleepUntil('2027-01-04T09:00:00+01:00');
    expect(inTheChannel().map(({ shown }) => shown.includes(fullCard))).toEqual([true]);
  });
});

describe('after a stop', () => {
  test('what is of use comes once and says that it is late, but not before the group’s hours', async () => {
    await world.sleepUntil('2027-01-05T22:00:00+01:00');
    expect(inTheChannel()).toEqual([]);
    await world.sleepUntil('2027-01-09T12:00:00+01:00');
    expect(inTheChannel()).toEqual([]);
    await world.sleepUntil('2027-01-11T06:59:00+01:00');
    expect(inTheChannel()).toEqual([]);
    await world.sleepUntil('2027-01-11T07:00:00+01:00');
    const sent = inTheChannel().map(({ shown }) => shown);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain(heading['deadline-passed']);
    expect(sent[0]).toContain(late);
    await world.settle();
    expect(inTheChannel()).toHaveLength(1);
    const states = (await world.rows()).filter(({ subject }) => subject === `${groupId}/${occurrence}`);
    expect(Object.fromEntries(states.map(({ kind, state }) => [kind, state]))).toMatchObject({
      'call-for-items': 'obsolete',
      'deadline-near': 'obsolete',
      'deadline-passed': 'sent',
      'agenda-published': 'obsolete',
      'day-before': 'planned',
    });
    expect(world.logged).toContainEqual({
      event: 'row-not-sent',
      kind: 'call-for-items',
      state: 'obsolete',
      status: undefined,
    });
  });

  test('a change that concerns a meeting before the next hours > is told at once; another waits for them', async () => {
    await world.sleepUntil('2027-01-11T16:00:00+01:00');
    const before = inTheChannel().length;
    await world.click('meeting.cancel', inChannel('coordinator'), january);
    await world.click('meeting.cancel', inChannel('coordinator'), { ...january, occurrence: '2027-02-09' });
    await world.sleepUntil('2027-01-12T06:00:00+01:00');
    expect(inTheChannel().length).toBe(before);
    await world.sleepUntil('2027-01-12T07:00:00+01:00');
    expect(inTheChannel().length).toBe(before + 2);
  });
});

describe('before a meeting’s words are erased', () => {
  const handOver = async () => {
    await world.sleepUntil('2026-12-29T09:00:00+01:00');
    const group = await world.group();
    const draft = {
      kind: 'topic' as const,
      id: 'nonce-1',
      topicKind: 'discussion' as const,
      functionId: school,
      minutes: 10,
      title: 'Uro på torvet',
      note: '',
    };
    const by = { personId: people.member, isCoordinator: false };
    const kept = await updateMeeting(world.ports, { group, occurrence, now: now() }, (meeting) => {
      const handed = handIn(
        meeting.agenda,
        { by, draft, group: { kind: 'ssp-network', functionIds: [school] } },
        Date.parse('2026-12-30T08:00:00Z'),
      );
      const apology = { functionId: school, by: people.member, at: now() };
      const excused = addApology(meeting, apology, now());
      if (handed.kind !== 'changed' || excused.kind !== 'changed') throw new Error('refused');
      return { kind: 'changed', meeting: { ...excused.meeting, agenda: handed.agenda } };
    });
    expect(kept.kind).toBe('updated');
    await world.sleepUntil('2027-01-07T09:00:00+01:00');
    await world.click('agenda.publish', inChannel('coordinator'), january);
    await world.settle();
  };

  test('the coordinator is asked once, in private, with the way to the document', async () => {
    await handOver();
    await world.sleepUntil('2027-02-04T10:59:00+01:00');
    const asked = () => sentTo(people.coordinator).filter(({ shown }) => shown.includes('agenda.show'));
    expect(asked()).toEqual([]);
    await world.sleepUntil('2027-02-04T11:00:00+01:00');
    expect(asked()).toHaveLength(1);
    expect(asked()[0]?.shown).toContain('torsdag 11. februar kl. 11.00');
    await world.sleepUntil('2027-02-09T11:00:00+01:00');
    expect(asked()).toHaveLength(1);
  });

  test('and then the posted cards are blanked: no item, no apology', async () => {
    await handOver();
    const full = inTheChannel()
      .map(({ shown }) => shown)
      .join('\n');
    expect(full).toContain('Uro på torvet');
    expect(full).toContain(`**${text.meeting.notComing}**`);
    await world.sleepUntil('2027-02-11T10:59:00+01:00');
    expect((await world.meeting(occurrence))?.apologies).toHaveLength(1);
    await world.sleepUntil('2027-02-11T11:00:00+01:00');
    const meeting = await world.meeting(occurrence);
    expect(meeting).toMatchObject({ agenda: { state: 'erased' }, apologies: [] });
    const left = inTheChannel()
      .map(({ shown }) => shown)
      .join('\n');
    expect(left).not.toContain('Uro på torvet');
    expect(left).not.toContain(`**${text.meeting.notComing}**`);
    expect(left).not.toContain(fullCard);
  });
});

describe('reminders in private', () => {
  const privately = () => sentTo(people.member).map(({ shown }) => shown);

  test('to whom asks for them, until they ask for no more', async () => {
    await world.click('group.remind', inPrivate('member'), { groupId });
    await world.sleepUntil('2026-12-29T09:00:00+01:00');
    expect(privately()).toHaveLength(1);
    expect(privately()[0]).toContain(heading['call-for-items']);
    await world.click('group.remind-not', inPrivate('member'), { groupId });
    await world.sleepUntil('2027-01-04T09:00:00+01:00');
    expect(privately()).toHaveLength(1);
  });

  test('after a move or a cancellation > hear of it, and are reminded of what is held alone', async () => {
    await world.click('group.remind', inPrivate('member'), { groupId });
    await world.sleepUntil('2027-01-08T12:00:00+01:00');
    const before = privately().length;
    const to = { date: '2027-01-14', time: '10:00', lengthMinutes: '60', place: 'Skolen' };
    await world.click('meeting.save-change', inChannel('coordinator'), { ...january, ...to });
    await world.sleepUntil('2027-01-12T08:00:00+01:00');
    expect(privately().slice(before)).toEqual([
      expect.stringContaining('torsdag 14. januar kl. 10.00-11.00'),
    ]);
    await world.sleepUntil('2027-01-13T09:00:00+01:00');
    expect(privately()).toHaveLength(before + 2);
    await world.click('meeting.cancel', inChannel('coordinator'), { ...january, revision: 1 });
    await world.sleepUntil('2027-01-14T09:00:00+01:00');
    expect(privately().slice(before + 2)).toEqual([expect.stringContaining('er aflyst')]);
  });

  test('to whom has left the channel > none, and they are on the list no more', async () => {
    await world.click('group.remind', inPrivate('member'), { groupId });
    world.roster.members = world.members('coordinator', 'deputy');
    await world.sleepUntil('2026-12-29T09:00:00+01:00');
    expect(privately()).toEqual([]);
    expect((await world.group()).remindees).toEqual([]);
  });

  test('while Teams doesn’t say who is in the channel > wait', async () => {
    await world.click('group.remind', inPrivate('member'), { groupId });
    const { members } = world.roster;
    world.roster.members = undefined;
    await world.sleepUntil('2026-12-29T09:00:00+01:00');
    expect(privately()).toEqual([]);
    world.roster.members = members;
    await world.sleepUntil('2026-12-29T09:05:00+01:00');
    expect(privately()).toHaveLength(1);
  });
});
