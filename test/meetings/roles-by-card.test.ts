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
