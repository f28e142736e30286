import type { Group } from '../../src/meetings/model/group';
import { idOf, isGuest, rosters } from '../support/forged-people';
import { sendForged } from '../support/forged-run';

const seed = Number(process.env.FORGED_SEED ?? 11);

/** Verbs that only show something; every other one of the desk must be seen to write by whoever may. */
const showing = new Set([
  'group.set-up',
  'group.help',
  'group.ask-dissolve',
  'group.ask-move',
  'group.calendar',
  'group.form',
  'group.plan',
  'group.preview',
  'group.choose-person',
  'group.deputy',
  'group.mine',
  'group.sent',
  'meeting.next',
  'meeting.show',
  'meeting.more',
  'meeting.apology',
  'meeting.withdraw',
  'meeting.change',
  'meeting.ask-cancel',
  'meeting.ask-skip',
  'meeting.extra',
  'meeting.mail',
  'feed.show',
  'figures.show',
  'agenda.list',
  'agenda.show',
  'agenda.mine',
  'agenda.item-form',
  'agenda.edit-form',
  'agenda.ask-withdraw',
  'agenda.ask-remove',
  'agenda.ask-refuse',
  'agenda.coordinate',
  'agenda.texts',
  'agenda.item',
  'agenda.order',
  'agenda.standing-form',
  'agenda.outcomes',
  'request.choose',
  'request.form',
  'request.mine',
  'request.number',
  'teaching.form',
  'unit.set-up',
  'unit.choose-person',
  'unit.deputies',
  'unit.ask-take-down',
]);

describe('16,000 forged submissions of every verb by people of every role', () => {
  test('write and show nothing that the sender’s role doesn’t allow, and break nothing', async () => {
    const run = await sendForged({ seed, count: 16_000 });
    expect([run.unlawful.slice(0, 5), run.unlawful.length]).toEqual([[], 0]);
    expect([run.thrown.slice(0, 5), run.thrown.length]).toEqual([[], 0]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
    const silent = [...run.verbs].filter((verb) => !run.wrote.has(verb) && !showing.has(verb));
    expect(silent).toEqual([]);
    expect([...run.wrote].filter((verb) => showing.has(verb))).toEqual([]);
  });
});

describe('a check that is taken out is seen', () => {
  const everybody = [...new Set(Object.values(rosters).flat())].map((person) => ({
    personId: idOf(person),
    name: person,
    isGuest: isGuest(idOf(person)),
  }));

  test('of who is in the channel', async () => {
    const { unlawful } = await sendForged({
      seed,
      count: 500,
      hole: () => (ports) => ({ ...ports, roster: async () => everybody }),
    });
    expect(unlawful.length).toBeGreaterThan(0);
  });

  test('of who coordinates', async () => {
    const { unlawful } = await sendForged({
      seed,
      count: 2_000,
      hole: (asking) => (ports) => ({
        ...ports,
        groups: {
          ...ports.groups,
          find: async (id) => {
            const found = await ports.groups.find(id);
            const deputy = asking()?.personId;
            if (found === undefined || deputy === undefined) return found;
            const body: Group = { ...found.body, deputy };
            return { ...found, body };
          },
        },
      }),
    });
    expect(unlawful.length).toBeGreaterThan(0);
  });

  test('of who administers', async () => {
    const { unlawful } = await sendForged({
      seed,
      count: 2_000,
      hole: () => (ports) => ({
        ...ports,
        administrators: new Set([idOf('administrator'), ...everybody.map((each) => each.personId)]),
      }),
    });
    expect(unlawful.length).toBeGreaterThan(0);
  });

  test('of who was named', async () => {
    const { unlawful } = await sendForged({
      seed,
      count: 2_000,
      hole: (asking) => (ports) => ({
        ...ports,
        channels: {
          ...ports.channels,
          find: async (id) => {
            const found = await ports.channels.find(id);
            const named = asking()?.personId;
            if (found === undefined || named === undefined) return found;
            return { ...found, body: { ...found.body, named: [named] } };
          },
        },
      }),
    });
    expect(unlawful.length).toBeGreaterThan(0);
  });
});
