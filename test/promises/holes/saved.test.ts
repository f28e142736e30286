import { agendaTexts } from '../../../src/text/agenda';
import { nonces, parking, textOf } from '../../agenda/steps';
import { executesOf } from '../../cards/crawl';
import { cardOf, inChannel, inPrivate, january, type Person, people } from '../../meetings/desk';
import { type MeetingWorld, openWorld } from '../../meetings/world';

const text = agendaTexts.da;
const fireworks = { ...parking, nonce: nonces.fireworks, title: 'Fyrværkeri efter nytår' };
const [ofParking, ofFireworks] = [nonces.parking, nonces.fireworks].map((id) => ({
  outcome: `outcome-${id}`,
  decision: `decision-${id}`,
})) as [{ outcome: string; decision: string }, { outcome: string; decision: string }];

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
  await world.setUp();
  await world.click('group.save-deputy', inChannel('coordinator'), { personId: people.deputy });
  for (const item of [parking, fireworks])
    await world.click('agenda.hand-in', inPrivate('member'), { ...january, ...item });
  await world.sleepUntil('2027-01-07T12:00:00+01:00');
  await world.click('agenda.publish', inPrivate('coordinator'), january);
  await world.sleepUntil('2027-01-12T12:00:00+01:00');
});
afterEach(() => world.remove());

/** The form as that person has it open: what its button sends. */
const openForm = async (person: Person) => {
  const card = cardOf(await world.click('agenda.outcomes', inPrivate(person), january));
  const data = executesOf(card).find(({ verb }) => verb === 'agenda.save-outcomes')?.data;
  const untouched = {
    [ofParking.outcome]: 'not-noted',
    [ofParking.decision]: '',
    [ofFireworks.outcome]: 'not-noted',
    [ofFireworks.decision]: '',
  };
  return (typed: object) =>
    world.click('agenda.save-outcomes', inPrivate(person), { ...data, ...untouched, ...typed });
};
const outcomes = async () => {
  const agenda = (await world.meeting(january.occurrence))?.agenda;
  return agenda === undefined || agenda.state === 'erased' ? [] : agenda.items.map(({ outcome }) => outcome);
};
const decided = { [ofParking.outcome]: 'decided', [ofParking.decision]: 'Gadeplan går forbi om fredagen' };

test('a decision typed beside »Færdigbehandlet« > is asked about, and nothing says that it is saved', async () => {
  const save = await openForm('coordinator');
  const typed = { ...decided, [ofParking.outcome]: 'done' };
  const said = textOf(await save(typed));
  expect(said).toContain(text.outcomes.decisionBeside('Besluttet'));
  expect(said).toContain('Gadeplan går forbi om fredagen');
  expect(said).not.toContain(text.outcomes.saved);
  expect(await outcomes()).toEqual([undefined, undefined]);
});

describe('two people who note outcomes at the same time', () => {
  test('> each of other items, both are kept', async () => {
    const [older, newer] = [await openForm('coordinator'), await openForm('deputy')];
    await newer(decided);
    expect(textOf(await older({ [ofFireworks.outcome]: 'done' }))).toContain(text.outcomes.saved);
    expect(await outcomes()).toEqual([
      { kind: 'decided', decision: 'Gadeplan går forbi om fredagen' },
      { kind: 'done' },
    ]);
  });

  test('> of the same item, the later is told, loses no text, and can save it after all', async () => {
    const [older, newer] = [await openForm('coordinator'), await openForm('deputy')];
    await newer(decided);
    const mine = { [ofParking.outcome]: 'decided', [ofParking.decision]: 'Vi venter til foråret' };
    const lost = await older({ ...mine, [ofFireworks.outcome]: 'done' });
    expect(textOf(lost)).toContain(text.refusals['noted-meanwhile']);
    expect(textOf(lost)).toContain('Vi venter til foråret');
    expect(textOf(lost)).toContain('Gadeplan går forbi om fredagen');
    expect(await outcomes()).toMatchObject([{ decision: 'Gadeplan går forbi om fredagen' }, undefined]);
    const again = executesOf(cardOf(lost)).find(({ verb }) => verb === 'agenda.save-outcomes')?.data;
    await world.click('agenda.save-outcomes', inPrivate('coordinator'), { ...again, ...mine });
    expect(await outcomes()).toMatchObject([{ decision: 'Vi venter til foråret' }, undefined]);
  });
});

test('an outcome of what the next agenda has meanwhile > is refused, and nothing says that it is saved', async () => {
  const [older, newer] = [await openForm('coordinator'), await openForm('deputy')];
  await newer({ [ofParking.outcome]: 'carried' });
  const said = textOf(await older({ [ofParking.outcome]: 'done', [ofFireworks.outcome]: 'done' }));
  expect(said).toContain(text.refusals['already-carried']);
  expect(said).not.toContain(text.outcomes.saved);
  expect(await outcomes()).toEqual([{ kind: 'carried' }, undefined]);
  expect(textOf(await older({ [ofFireworks.outcome]: 'done' }))).toContain('Det er gemt');
  expect(await outcomes()).toEqual([{ kind: 'carried' }, { kind: 'done' }]);
});

test('an outcome that is taken back > is gone', async () => {
  await (await openForm('coordinator'))(decided);
  await (await openForm('coordinator'))({});
  expect(await outcomes()).toEqual([undefined, undefined]);
});
