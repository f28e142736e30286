import { type CalendarEntry, calendarFile } from '../../src/links/calendar-file';
import { datesOf } from '../../src/meetings/model/dates';
import type { Series } from '../../src/meetings/model/series';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import { at, group, meetingOn } from '../meetings/model/meetings';
import { plainDates, plainInstant } from '../meetings/plainly';
import { eventsIn } from './ical';

const { groups } = loadMunicipality(ishojFile);
const now = at('2026-08-03T08:00:00+02:00');

const entryOf = (index: number, date = '2027-01-12', series = group.series): CalendarEntry => {
  const facts = groups[index];
  if (facts === undefined) throw new Error(`There is no group ${index}`);
  const of = { ...group, groupId: facts.id, series };
  return { facts, group: { calendarKey: `nøgle ${index}` }, meeting: meetingOn(date, { of }) };
};

describe('calendar file, five years of seven groups read by another library', () => {
  const series: readonly Series[] = groups.map(({ kind }, index) => ({
    ...group.series,
    rule:
      kind === 'ssp-nu'
        ? { kind: 'weekly', weekday: 4, every: 1 }
        : { kind: 'monthly', weekday: 2, nth: ([1, 2, 3, 4, 5, -1] as const)[index] ?? 1, every: 1 },
    startsOn: '2026-08-01',
    endsOn: '2031-07-31',
    time: `${String(8 + index).padStart(2, '0')}:15`,
    lengthMinutes: 30 + index,
  }));

  test('every start and end > is the instant that the clock on the wall makes it', () => {
    const file = calendarFile(
      series.flatMap((each, index) => datesOf(each).map((date) => entryOf(index, date, each))),
      { language: 'da' },
      now,
    );
    const read = eventsIn(file).map(({ startDate, endDate }) => [
      startDate.toJSDate().getTime(),
      endDate.toJSDate().getTime(),
    ]);
    const plain = series.flatMap((each) =>
      plainDates(each).map((date) => {
        const startsAt = plainInstant(date, each.time);
        return [startsAt, startsAt + each.lengthMinutes * 60_000];
      }),
    );
    expect(plain.length).toBeGreaterThan(500);
    expect(read).toEqual(plain);
    expect(file).not.toMatch(/TZID|DTSTART:\d{8}T\d{6}\r/);
  });
});

describe('calendar file of a meeting', () => {
  const entry = entryOf(2);

  test('its id > can’t be found by trying the groups’ names, for it takes the group’s key', () => {
    const uidOf = (calendarKey: string) =>
      /UID:(\S+)/.exec(calendarFile([{ ...entry, group: { calendarKey } }], { language: 'da' }, now))?.[1];
    expect(uidOf('en nøgle')).toBe(uidOf('en nøgle'));
    expect(uidOf('en nøgle')).not.toBe(uidOf('en anden'));
  });

  const eventOf = (one: CalendarEntry) => {
    const [event] = eventsIn(calendarFile([one], { language: 'da' }, now));
    if (event === undefined) throw new Error('There is no event');
    return event;
  };

  test('has the group’s name, the place and nothing of who comes or what is talked about', () => {
    const item = { id: 'i', minutes: 5, author: 'person-nine', handedInAt: 1, carried: 0 } as const;
    const meeting = {
      ...entry.meeting,
      apologies: [{ functionId: 'street-level-worker', by: 'person-eight', at: 2 }],
      agenda: {
        ...entry.meeting.agenda,
        items: [
          {
            ...item,
            kind: 'topic',
            topicKind: 'decision',
            functionId: 'ppr',
            title: 'Torvet',
            note: 'Aften',
          },
        ],
      },
    } as CalendarEntry['meeting'];
    const file = calendarFile([{ ...entry, meeting }], { language: 'da' }, now);
    expect(eventOf({ ...entry, meeting })).toMatchObject({
      summary: 'SSP-netværksgruppe 3',
      location: 'Lokale 7',
    });
    for (const word of ['Torvet', 'Aften', 'ppr', 'street-level-worker', 'person-'])
      expect(file).not.toContain(word);
  });

  test('of SSP-NU > is only a meeting, also in its id', () => {
    const file = calendarFile([entryOf(6)], { language: 'da' }, now);
    expect(eventsIn(file)[0]?.summary).toBe('Møde');
    expect(file.toLowerCase()).not.toContain('ssp');
  });

  test('changed > keeps its UID and counts SEQUENCE up', () => {
    const changed = {
      ...entry.meeting,
      revision: 4,
      changedAt: now + 60_000,
      startsAt: entry.meeting.startsAt + 5,
    };
    const [before, after] = [eventOf(entry), eventOf({ ...entry, meeting: changed })];
    expect(after.uid).toBe(before.uid);
    expect([before.sequence, after.sequence]).toEqual([0, 4]);
  });

  test('of another meeting or group > has another UID', () => {
    const uids = [entryOf(0), entryOf(1), entryOf(0, '2027-02-09')].map((each) => eventOf(each).uid);
    expect(new Set(uids).size).toBe(3);
  });

  test.each(['cancelled', 'skipped'] as const)('%s > stays, as cancelled', (kind) => {
    const meeting = { ...entry.meeting, status: { kind, at: now, by: 'person-seven' } };
    const statusOf = (one: CalendarEntry) => eventOf(one).component.getFirstPropertyValue('status');
    expect([statusOf(entry), statusOf({ ...entry, meeting })]).toEqual(['CONFIRMED', 'CANCELLED']);
  });

  test('with a place of many lines and signs > is one place and no other line of the file', () => {
    const place = 'Hus B; lokale 2, "nord" \\ gård\r\nATTENDEE:mailto:x@example.org\rEND:VEVENT\næøå'.padEnd(
      300,
      'å',
    );
    const file = calendarFile([{ ...entry, meeting: { ...entry.meeting, place } }], { language: 'da' }, now);
    expect(eventsIn(file)).toHaveLength(1);
    expect(eventsIn(file)[0]?.location.replace(/\s+/g, ' ')).toBe(place.replace(/\s+/g, ' '));
    for (const line of file.split('\r\n')) {
      expect(line).not.toMatch(/^(ATTENDEE|[^\r]*[\r\n])/);
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });
});
