import { buttonsOf, fieldsOf, wordsOf } from '../cards';
import { whenOf } from '../memory';
import type { Stage } from '../stage';

/** Saved: what somebody was told is saved is what is read back. */
export const judgeSaved = async (stage: Stage): Promise<void> => {
  for (const { verb, item, meeting, name, where } of stage.memory.takeDone()) {
    if (verb === 'meeting.save-change' && meeting !== undefined && !meeting.isUnsure) {
      const is = await stage.readMeeting(meeting.place, meeting.occurrence);
      const { facts } = meeting;
      if (is !== undefined && (whenOf(is) !== whenOf(facts) || is.place !== facts.place))
        stage.breach(
          'Saved',
          'a change isn’t read back',
          `${whenOf(facts)}, ${facts.place} ≠ ${whenOf(is)}, ${is.place}`,
        );
    }
    if (/^agenda\.(hand-in|edit)$/.test(verb) && item !== undefined && !item.end && item.kind === 'topic') {
      const shown = await stage.open(name, where, 'agenda.mine', item);
      if (!wordsOf(shown?.card).includes(item.title))
        stage.breach('Saved', 'an item isn’t read back', `»${item.title}« by ${name}`);
    }
    if (verb === 'agenda.save-outcomes' && meeting !== undefined) await judgeOutcomes(stage, meeting);
  }
};

const judgeOutcomes = async (
  stage: Stage,
  meeting: { readonly place: 'north' | 'south' | 'nu'; readonly occurrence: string },
): Promise<void> => {
  let shown = await stage.open(
    stage.memory.coordinatorOf(meeting.place),
    meeting.place,
    'agenda.outcomes',
    meeting,
  );
  const read = new Map<string, string>();
  for (let page = 0; page < 5 && shown?.card !== undefined; page += 1) {
    const card = shown.card;
    for (const { id, value } of fieldsOf(card)) read.set(id, value);
    const next = buttonsOf(card).find((each) => each.title === 'Flere punkter');
    if (next === undefined) break;
    shown = await stage.press(stage.memory.coordinatorOf(meeting.place), meeting.place, {
      card,
      button: next,
    });
  }
  for (const { id, value, occurrence, place } of stage.memory.savedFields()) {
    // What was carried is shown and not asked.
    if (
      occurrence !== meeting.occurrence ||
      place !== meeting.place ||
      !read.has(id) ||
      value === 'not-noted'
    )
      continue;
    if (read.get(id) !== value)
      stage.breach(
        'Saved',
        `${id.startsWith('decision') ? 'a decision' : 'an outcome'} isn’t read back`,
        `${id}: »${value}« ≠ »${read.get(id)}«`,
      );
  }
};
