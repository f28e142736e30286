import { plusDays } from './almanac';
import type { Asking } from './asking';
import { buttonsOf } from './cards';
import type { Hands } from './hands';
import type { Memory } from './memory';
import { idOf, places } from './people';
import type { Beginning, GroupPlace } from './story';

type Ports = Pick<Asking, 'say' | 'press' | 'buttonFor' | 'learnMeetings'> & {
  readonly beginning: Beginning;
  readonly hands: Hands;
  readonly memory: Memory;
  readonly tick: () => Promise<void>;
};

/** An administrator names Anna, and she sets the group up. */
export const setUp = async (ports: Ports, place: GroupPlace): Promise<void> => {
  const { beginning, hands, memory, tick, say, press, buttonFor, learnMeetings } = ports;
  const { everyWeeks, meetings, weekday, on } = beginning;
  const first = await say('administrator', place, 'opsæt');
  await press('administrator', place, {
    card: first?.card ?? {},
    button:
      buttonsOf(first?.card).find(({ verb }) => verb === 'group.name') ?? buttonFor('group.name', place),
    typed: { personId: idOf('anna') },
  });
  memory.setNamed(place, idOf('anna'), true);
  const choose = await say('anna', place, 'opsæt');
  const toForm = buttonsOf(choose?.card).find(
    ({ verb, data }) => verb === 'group.form' && data.groupId === places[place].groupId,
  );
  const form = toForm && (await press('anna', place, { card: choose?.card ?? {}, button: toForm }));
  const word = memory.newWord('sted', place);
  const startsOn = plusDays(on, 15);
  const typed = {
    ruleKind: 'weekly',
    weekday: String(place === 'nu' ? (weekday % 5) + 1 : weekday),
    nth: '1',
    every: String(everyWeeks),
    startsOn,
    endsOn: plusDays(startsOn, 7 * everyWeeks * (meetings - 1) + 6),
    time: '09:00',
    lengthMinutes: '90',
    place: `Lokale ${word}`,
    onHoliday: 'move',
  };
  const preview =
    form && (await hands.pressVerb('anna', place, { card: form.card ?? {}, verb: 'group.preview', typed }));
  const yes = buttonsOf(preview?.card).find(({ verb }) => verb === 'group.confirm');
  if (preview?.card === undefined || yes === undefined)
    throw new Error(`${place} can't be set up: ${preview?.text}`);
  await press('anna', place, { card: preview.card, button: yes });
  await tick();
  await learnMeetings(place);
};
