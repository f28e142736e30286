import { meetingTexts } from '../../src/text/meetings';
import {
  filledForm,
  inChannel,
  inPrivate,
  january,
  jsonOf,
  openSetUpDesk,
  type Person,
  people,
} from './desk';

const { refusals } = meetingTexts.da;

describe('roles', () => {
  const coordinating = [
    'meeting.change',
    'meeting.save-change',
    'meeting.ask-cancel',
    'meeting.cancel',
    'meeting.ask-skip',
    'meeting.skip',
    'meeting.extra',
    'meeting.add-extra',
    'meeting.mail',
    'group.sent',
  ];
  const setting = [
    'group.form',
    'group.plan',
    'group.preview',
    'group.confirm',
    'group.save-deputy',
    'group.take-over',
  ];
  const taking = ['meeting.show', 'meeting.more', 'meeting.apology', 'meeting.apologise', 'meeting.withdraw'];
  const everything = {
    ...filledForm,
    ...january,
    date: '2027-03-01',
    personId: people.member,
    functionId: 'x',
  };

  test.each([
    ['member', coordinating, refusals['not-allowed']],
    ['guest', coordinating, refusals['not-allowed']],
    ['administrator', coordinating, refusals['not-allowed']],
    ['outsider', [...coordinating, ...setting, ...taking], refusals.outsider],
    ['member', setting, refusals['not-named']],
    ['guest', setting, refusals['not-named']],
    ['coordinator', ['group.name', 'group.choose-person'], refusals['administrators-only']],
    ['guest', ['group.name', 'group.choose-person'], refusals['administrators-only']],
  ] as [Person, string[], string][])(
    '%s, each of %j > is refused and changes nothing',
    async (person, verbs, sentence) => {
      const desk = await openSetUpDesk();
      const before = desk.stored();
      for (const verb of verbs) {
        expect([
          verb,
          jsonOf(await desk.click(verb, inChannel(person), everything)).includes(sentence),
        ]).toEqual([verb, true]);
      }
      expect(desk.stored()).toBe(before);
    },
  );

  test('while Teams doesn’t say who is in the channel > nobody may do anything', async () => {
    const desk = await openSetUpDesk();
    const before = desk.stored();
    desk.teams.members = undefined;
    for (const verb of [...coordinating, ...setting, ...taking, 'group.name']) {
      const answer = await desk.click(verb, inChannel('coordinator'), everything);
      expect([verb, jsonOf(answer).includes(refusals['unknown-roster'])]).toEqual([verb, true]);
    }
    expect(desk.stored()).toBe(before);
  });

  test('of another tenant, or in another channel > are none', async () => {
    const desk = await openSetUpDesk();
    const before = desk.stored();
    for (const actor of [
      { ...inPrivate('coordinator'), tenantId: '0b0b0b0b-0000-4000-8000-000000000002' },
      inChannel('coordinator', '19:another@thread.tacv2'),
    ]) {
      const answer = await desk.click('meeting.cancel', actor, january);
      expect(jsonOf(answer)).toContain(refusals.outsider);
    }
    expect(desk.stored()).toBe(before);
  });

  test.each([
    ['no data', undefined],
    ['text', 'x'],
    ['an older version', { ...everything, version: 0 }],
    ['a group that is an object', { ...everything, groupId: { $ne: null } }],
    ['an occurrence that climbs', { ...everything, occurrence: '../../groups' }],
    ['a revision below zero', { ...everything, revision: -1 }],
  ])('forged data: %s > no change by any verb', async (_, data) => {
    const desk = await openSetUpDesk();
    const before = desk.stored();
    const forged = Object.keys(desk.handlers.verbs).filter((verb) =>
      /^meeting\.(?!next|add|extra)/.test(verb),
    );
    expect(forged.length).toBeGreaterThan(10);
    for (const verb of forged) {
      const raw = typeof data === 'object' ? { version: 1, language: 'da', ...data } : data;
      const answer = await desk.handlers.verbs[verb]?.(
        raw,
        inChannel('coordinator'),
        new Date('2026-12-01T08:00:00Z'),
      );
      expect([verb, answer?.kind === 'card' && answer.isRefusal]).toEqual([verb, true]);
    }
    expect(desk.stored()).toBe(before);
  });
});

describe('people of a group', () => {
  test('whose permission an administrator takes back > can’t take over any more', async () => {
    const desk = await openSetUpDesk();
    const person = { personId: people.member };
    await desk.click('group.name', inChannel('administrator'), person);
    const byMember = await desk.click('group.unname', inChannel('member'), person);
    expect(jsonOf(byMember)).toContain(refusals['administrators-only']);
    const done = await desk.click('group.unname', inChannel('administrator'), person);
    expect(jsonOf(done)).toContain(meetingTexts.da.people.unnamed);
    const refused = await desk.click('group.take-over', inChannel('member'));
    expect(jsonOf(refused)).toContain(refusals['not-named']);
  });

  test('the coordinator > isn’t among those who can be her deputy, nor appointed by a forged click', async () => {
    const desk = await openSetUpDesk();
    const form = await desk.click('group.deputy', inChannel('coordinator'));
    expect(jsonOf(form)).toContain(people.member);
    expect(jsonOf(form)).not.toContain(people.coordinator);
    await desk.click('group.save-deputy', inChannel('coordinator'), { personId: people.coordinator });
    expect(desk.groups.all()[0]?.body.deputy).toBeUndefined();
  });
});
