import { now } from './clock';
import type { Facts, Item, Witnessed } from './remembered';
import { keyOf, placeOf, type Shelves, textOf, wordsIn } from './shelves';
import { said } from './words';

/** What a click that was done, or of which nobody knows, makes of what is remembered. */
export const createAcknowledging = (shelves: Shelves) => {
  const {
    meetings,
    items,
    saved,
    reminded,
    coordinators,
    plans,
    kill,
    itemIn,
    meetingIn,
    keep,
    doubt,
    end,
    change,
  } = shelves;

  /** A form without a field leaves what that was. */
  const factsIn = (data: Witnessed['data'], before: Facts): Facts => ({
    date: textOf(data.date),
    time: textOf(data.time),
    lengthMinutes: Number(data.lengthMinutes),
    place: typeof data.place === 'string' ? data.place.trim() : before.place,
    status: 'planned',
  });

  const handedIn = (of: Witnessed, isUnsure: boolean): void => {
    const { data, name, shown } = of;
    const place = placeOf(data.groupId);
    const id = textOf(data.nonce);
    if (place === undefined || items.has(id)) return;
    const isStanding = of.verb === 'agenda.add-standing';
    const isCase = data.kind === 'single-case';
    items.set(id, {
      id,
      place,
      occurrence: textOf(data.occurrence),
      author: name,
      kind: isStanding ? 'standing' : isCase ? 'case' : 'topic',
      title: isCase ? '' : textOf(data.title).trim(),
      note: isCase || isStanding ? '' : textOf(data.note).trim(),
      late: said.waits.test(wordsIn(shown)),
      isWordless: isCase,
      isUnsure,
    });
  };

  const edited = (of: Witnessed): void => {
    const item = itemIn(of);
    if (item === undefined) return;
    const [title, note] = [textOf(of.data.title).trim(), textOf(of.data.note).trim()];
    if (item.title !== title) kill(item.title, 'edited');
    if (item.note !== note) kill(item.note, 'edited');
    items.set(item.id, { ...item, title, note, isWordless: item.kind === 'case' });
  };

  /** A standing item comes again whatever came of it, and what was noted as done can be put off after all. */
  const noted = (item: Item, outcome: string): void => {
    if (item.kind === 'standing') return;
    const { end, ...open } = item;
    if (/^(done|decided|discussed|closed)$/.test(outcome))
      items.set(item.id, { ...item, end: { how: 'decided', at: now() } });
    else if (end?.how === 'decided') items.set(item.id, open);
  };

  const outcomesSaved = (of: Witnessed): void => {
    const place = placeOf(of.data.groupId);
    if (place === undefined) return;
    const occurrence = textOf(of.data.occurrence);
    for (const [id, value] of Object.entries(of.data)) {
      if (!/^(outcome|decision)-/.test(id) || textOf(value) === (of.held[id] ?? '')) continue;
      const key = `${keyOf(place, occurrence)} ${id}`;
      const before = saved.get(key)?.value ?? '';
      if (id.startsWith('decision-') && before !== textOf(value)) kill(before, 'decision replaced');
      saved.set(key, { place, occurrence, id, value: textOf(value) });
      const item = items.get(id.replace(/^\w+-/, ''));
      if (item !== undefined && id.startsWith('outcome-')) noted(item, textOf(value));
    }
  };

  const done = (of: Witnessed): void => {
    const { verb, data, name } = of;
    const item = itemIn(of);
    const meeting = meetingIn(of);
    const place = placeOf(data.groupId);
    switch (verb) {
      case 'agenda.hand-in':
      case 'agenda.add-standing':
        handedIn(of, false);
        return;
      case 'agenda.edit':
        edited(of);
        return;
      case 'agenda.withdraw':
        if (item !== undefined) end(item, 'withdrawn');
        return;
      case 'agenda.refuse':
        if (item !== undefined) end(item, 'refused');
        return;
      case 'agenda.drop-standing':
        if (item !== undefined) end(item, 'dropped');
        return;
      case 'agenda.remove-text':
        if (item === undefined) return;
        kill(`${item.title} ${item.note}`, 'removed');
        items.set(item.id, { ...item, isWordless: true });
        return;
      case 'agenda.late':
        if (item !== undefined && data.meeting === 'next') items.set(item.id, { ...item, isPostponed: true });
        return;
      case 'agenda.save-outcomes':
        outcomesSaved(of);
        return;
      case 'agenda.publish':
        if (meeting !== undefined) keep(meeting, { publishedAt: now() });
        return;
      case 'meeting.save-change':
        if (meeting !== undefined) change(meeting, factsIn(data, meeting.facts));
        return;
      case 'meeting.cancel':
        if (meeting !== undefined) change(meeting, { ...meeting.facts, status: 'cancelled' });
        return;
      case 'meeting.skip':
        if (meeting !== undefined) change(meeting, { ...meeting.facts, status: 'skipped' });
        return;
      case 'meeting.apologise':
        if (meeting === undefined) return;
        keep(meeting, { apologies: [...new Set([...meeting.apologies, textOf(data.functionId)])] });
        return;
      case 'meeting.withdraw-apology':
        if (meeting === undefined) return;
        keep(meeting, { apologies: meeting.apologies.filter((each) => each !== data.functionId) });
        return;
      case 'group.remind':
        if (place !== undefined) reminded.set(`${place} ${name}`, now());
        return;
      case 'group.remind-not':
        reminded.delete(`${place} ${name}`);
        return;
      case 'group.take-over':
        if (place !== undefined) coordinators.set(place, name);
        return;
      case 'group.confirm':
        if (place !== undefined) coordinators.set(place, coordinators.get(place) ?? name);
        if (place !== undefined) plans.set(place, [...(plans.get(place) ?? []), now()]);
        for (const each of meetings.values()) if (each.place === place) doubt(each);
        return;
      default:
        return;
    }
  };

  /** A click without an answer may have been done or not. */
  const unanswered = (of: Witnessed): void => {
    const meeting = meetingIn(of);
    const item = itemIn(of);
    if (/^agenda\.(hand-in|add-standing)$/.test(of.verb)) handedIn(of, true);
    if (item !== undefined) items.set(item.id, { ...item, isUnsure: true });
    if (meeting === undefined) return;
    doubt(meeting);
    for (const [id, each] of items)
      if (of.verb === 'agenda.save-outcomes' && each.occurrence === meeting.occurrence)
        items.set(id, { ...each, isUnsure: true });
  };

  return { done, unanswered };
};
