import { meetingTexts } from '../../src/text/meetings';
import { executesOf, nodesOf } from '../cards/crawl';
import {
  cardOf,
  channelId,
  filledForm,
  groupId,
  inChannel,
  inPrivate,
  january,
  jsonOf,
  openDesk,
  openSetUpDesk,
  type Person,
  people,
} from './desk';

const text = meetingTexts.da;
const { refusals, faults } = text;

describe('setting a group up', () => {
  test('by somebody whom nobody has named > is refused and stores nothing', async () => {
    const desk = openDesk();
    expect(jsonOf(await desk.say('opsæt', inChannel('member')))).toContain(refusals['not-named']);
    const answer = await desk.click('group.confirm', inChannel('member'), { ...filledForm, groupVersion: 0 });
    expect(jsonOf(answer)).toContain(refusals['not-named']);
    expect(desk.stored()).toBe('[[],[],[],[]]');
  });

  test('named by an administrator > chooses, sees the dates, confirms and has its meetings', async () => {
    const desk = openDesk();
    const coordinator = inChannel('coordinator');
    await desk.click('group.name', inChannel('administrator'), { personId: people.coordinator });
    const choose = cardOf(await desk.say('opsæt', coordinator));
    expect(executesOf(choose).filter(({ verb }) => verb === 'group.form')).toHaveLength(
      desk.ports.municipality.groups.length,
    );
    const preview = await desk.click('group.preview', coordinator, filledForm);
    for (const words of [
      'SSP i Ishøj',
      '5 medlemmer, heraf 1 gæst udefra',
      'Alle, der er med i kanalen, kan læse dagsordenen',
      'tirsdag 12. januar 2027',
      'fridag (Prøvedag), flyttes til onsdag 10. februar',
      text.preview.noSchoolHolidays,
      'Rådhuset, lokale 2',
    ])
      expect(jsonOf(preview)).toContain(words);
    expect(desk.groups.all()).toEqual([]);
    const yes = executesOf(cardOf(preview)).find(({ verb }) => verb === 'group.confirm');
    const done = await desk.click('group.confirm', coordinator, yes?.data);
    expect(jsonOf(done)).toContain('Første møde er tirsdag 12. januar kl. 9.00-11.00');
    expect(desk.groups.all()[0]?.body.coordinator).toBe(people.coordinator);
    expect(desk.meetings.all().map(({ id }) => id)).toContain(`${groupId}/2027-01-12`);
    expect(desk.outbox.rows().map(({ kind }) => kind)).toContain('call-for-items');
  });

  test('twice > changes nothing', async () => {
    const desk = await openSetUpDesk();
    const before = desk.stored();
    const again = await desk.click('group.confirm', inChannel('coordinator'), {
      ...filledForm,
      groupVersion: 0,
    });
    expect(jsonOf(again)).toContain(text.done.unchanged);
    expect(desk.stored()).toBe(before);
  });

  test('with another plan from a card that is out of date > shows the dates again and asks', async () => {
    const desk = await openSetUpDesk();
    const before = desk.stored();
    const other = { ...filledForm, place: 'Skolen', groupVersion: 0 };
    const asked = await desk.click('group.confirm', inChannel('coordinator'), other);
    expect(jsonOf(asked)).toContain(refusals['changed-meanwhile']);
    expect(desk.stored()).toBe(before);
    const yes = executesOf(cardOf(asked)).find(({ verb }) => verb === 'group.confirm');
    await desk.click('group.confirm', inChannel('coordinator'), yes?.data);
    expect(desk.groups.all()[0]?.body.series.place).toBe('Skolen');
  });

  test('a second group in the channel, or the group in a second channel > is refused', async () => {
    const desk = await openSetUpDesk();
    const second = { ...filledForm, groupId: 'ssp-network-2', groupVersion: 0 };
    expect(jsonOf(await desk.click('group.confirm', inChannel('coordinator'), second))).toContain(
      refusals['channel-taken'],
    );
    const elsewhere = '19:another@thread.tacv2';
    await desk.click('group.name', inChannel('administrator', elsewhere), { personId: people.coordinator });
    const answer = await desk.click('group.confirm', inChannel('coordinator', elsewhere), {
      ...filledForm,
      groupVersion: 0,
    });
    expect(jsonOf(answer)).toContain(refusals['group-taken']);
    expect(desk.groups.all()).toHaveLength(1);
    expect(desk.groups.all()[0]?.body.channel.conversationId).toBe(channelId);
  });

  test.each([
    ['a past date', { startsOn: '2026-11-01' }, faults.past],
    ['an end before the start', { endsOn: '2026-12-31' }, faults['end-before-start']],
    ['zero minutes', { lengthMinutes: '0' }, faults['minutes-out-of-range']],
    ['500 minutes', { lengthMinutes: '500' }, faults['minutes-out-of-range']],
    [
      'a deadline after the meeting',
      { deadlineDays: '0', deadlineTime: '10:00' },
      faults['deadline-after-meeting'],
    ],
    ['no place', { place: '  ' }, faults.missing],
    ['a long place', { place: 'å'.repeat(121) }, faults['too-long']],
    ['a CPR number as place', { place: '010203-1234' }, faults.cpr],
    ['no day in the span', { startsOn: '2027-01-01', endsOn: '2027-01-02' }, faults['no-dates']],
    ['a date that is none', { endsOn: '2027-02-30' }, faults['not-a-date']],
  ])('with %s > says it beside the field and keeps what was typed', async (_, typed, sentence) => {
    const desk = openDesk();
    await desk.click('group.name', inChannel('administrator'), { personId: people.coordinator });
    const before = desk.stored();
    for (const verb of ['group.preview', 'group.confirm']) {
      const answer = await desk.click(verb, inChannel('coordinator'), {
        ...filledForm,
        groupVersion: 0,
        ...typed,
      });
      expect(jsonOf(answer)).toContain(sentence);
      const values = nodesOf(cardOf(answer)).flatMap(({ type, value }) =>
        String(type).startsWith('Input.') ? [String(value)] : [],
      );
      expect(values).toContain(String(Object.values(typed)[0]).trim());
    }
    expect(desk.stored()).toBe(before);
  });

  test('in a group that the municipality hasn’t, or in private > is refused', async () => {
    const desk = await openSetUpDesk();
    const unknown = await desk.click('group.form', inChannel('coordinator'), { groupId: 'ssp-network-99' });
    expect(jsonOf(unknown)).toContain(refusals['unknown-group']);
    expect(jsonOf(await desk.say('opsæt', inPrivate('coordinator')))).toContain(refusals['not-in-channel']);
  });
});

describe('a meeting', () => {
  const change = { date: '2027-01-13', time: '13:00', lengthMinutes: '90', place: '*Skolen*' };

  test('moved > has another revision, new rows, no apologies, and says where as it was typed', async () => {
    const desk = await openSetUpDesk();
    await desk.click('meeting.apologise', inChannel('member'), {
      ...january,
      functionId: functionIn(desk, 0),
    });
    const answer = await desk.click('meeting.save-change', inChannel('coordinator'), {
      ...january,
      ...change,
    });
    expect(jsonOf(answer)).toContain('onsdag 13. januar kl. 13.00-14.30');
    expect(nodesOf(cardOf(answer))).toContainEqual({ type: 'TextRun', text: '*Skolen*' });
    const meeting = desk.meetings.all().find(({ id }) => id === `${groupId}/2027-01-12`)?.body;
    expect([meeting?.revision, meeting?.plannedRevision, meeting?.apologies]).toEqual([1, 1, []]);
    const notices = desk.outbox.rows().filter(({ kind }) => kind === 'change-notice');
    expect(notices.map(({ subject, revision }) => [subject, revision])).toEqual([
      [`${groupId}/2027-01-12`, 1],
    ]);
    expect(
      desk.outbox
        .rows()
        .filter(
          ({ subject, revision, state }) =>
            subject === `${groupId}/2027-01-12` && revision === 0 && state === 'planned',
        ),
    ).toEqual([]);
  });

  test.each([
    ['meeting.save-change', 'coordinator', change],
    ['meeting.cancel', 'coordinator', {}],
    ['meeting.skip', 'deputy', {}],
    ['meeting.apologise', 'member', { functionId: 'x', substituteId: 'nobody' }],
  ] as const)(
    '%s from a card that is out of date > shows the new time and asks again',
    async (verb, person, more) => {
      const desk = await openSetUpDesk();
      await desk.click('group.save-deputy', inChannel('coordinator'), { personId: people.deputy });
      const moved = { ...january, ...change, date: '2027-01-14' };
      await desk.click('meeting.save-change', inChannel('coordinator'), moved);
      const before = desk.stored();
      const functionId = functionIn(desk, 1);
      const data = { ...january, ...more, ...('functionId' in more ? { functionId } : {}) };
      const answer = await desk.click(verb, inChannel(person), data);
      expect(jsonOf(answer)).toContain(refusals.moved('torsdag 14. januar kl. 13.00-14.30'));
      expect(executesOf(cardOf(answer)).map((one) => one.verb)).toContain(verb);
      expect(desk.stored()).toBe(before);
    },
  );

  test('changed by two at once > one wins, the other sees it', async () => {
    const desk = await openSetUpDesk();
    const both = await Promise.all([
      desk.click('meeting.save-change', inChannel('coordinator'), { ...january, ...change }),
      desk.click('meeting.cancel', inChannel('coordinator'), january),
    ]);
    const remarks = both.filter((answer) =>
      jsonOf(answer).includes('Mødet er ændret, siden du åbnede kortet'),
    );
    expect(remarks).toHaveLength(1);
    expect(desk.meetings.all().find(({ id }) => id === `${groupId}/2027-01-12`)?.body.revision).toBe(1);
  });

  test('with an apology and a substitute > shows both, and only its author or the coordinator takes it back', async () => {
    const desk = await openSetUpDesk();
    const [first, second] = desk.ports.municipality.groups.find(({ id }) => id === groupId)?.functions ?? [];
    const data = { ...january, functionId: first?.id, substituteId: second?.id };
    const answer = await desk.click('meeting.apologise', inChannel('guest'), data);
    expect(jsonOf(answer)).toContain(
      `${first?.name.da}: **${text.meeting.substitute(second?.name.da ?? '')}**`,
    );
    const other = await desk.click('meeting.withdraw-apology', inChannel('member'), data);
    expect(jsonOf(other)).toContain(refusals['not-yours']);
    const own = await desk.click('meeting.withdraw-apology', inChannel('guest'), data);
    expect(jsonOf(own)).toContain(text.apology.withdrawn);
  });

  test('an extra one sent twice > is one meeting', async () => {
    const desk = await openSetUpDesk();
    const extra = { groupId, ...change };
    for (const _ of [1, 2]) await desk.click('meeting.add-extra', inChannel('coordinator'), extra);
    const extras = desk.meetings.all().filter(({ id }) => id.includes('-x'));
    expect(extras.map(({ id }) => id)).toEqual([`${groupId}/2027-01-13-x1`]);
    expect(desk.outbox.rows().some(({ subject }) => subject === `${groupId}/2027-01-13-x1`)).toBe(true);
  });
});

const functionIn = (desk: Awaited<ReturnType<typeof openSetUpDesk>>, index: number): string =>
  desk.ports.municipality.groups.find(({ id }) => id === groupId)?.functions[index]?.id ?? '';

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

describe('overviews', () => {
  test('in private > show the reader’s groups, their role and next meeting, and none to an outsider', async () => {
    const desk = await openSetUpDesk();
    const mine = jsonOf(await desk.say('mine grupper', inPrivate('coordinator')));
    expect(mine).toContain(text.groups.coordinator);
    expect(mine).toContain('tirsdag 12. januar kl. 9.00-11.00');
    expect(jsonOf(await desk.say('mine grupper', inPrivate('outsider')))).toContain(text.groups.none);
  });

  test('of what is sent > have every row in words for the coordinator', async () => {
    const desk = await openSetUpDesk();
    const answer = jsonOf(await desk.click('group.sent', inChannel('coordinator'), { groupId }));
    expect(answer).toContain(`**${text.kinds['call-for-items']}**`);
    expect(answer).toContain(text.sent.states.planned);
  });
});
