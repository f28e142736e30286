import { askEndCard } from '../../src/meetings/change-card';
import { meetingCard, moreCard } from '../../src/meetings/meeting-card';
import { factsOf } from '../../src/meetings/model/group-facts';
import type { Apology } from '../../src/meetings/model/meeting';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import { meetingTexts } from '../../src/text/meetings';
import { executesOf, textsOf } from '../cards/crawl';
import { groupId } from './desk';
import { group, meetingOn } from './model/meetings';

const facts = factsOf(loadMunicipality(ishojFile), groupId);
if (facts === undefined) throw new Error('no such group');
const meeting = meetingOn('2027-01-12', { of: { ...group, groupId } });
const cardWith = (apologies: readonly Apology[], language: 'da' | 'en', now = meeting.startsAt - 1) =>
  meetingCard({ facts, language, now, meeting: { ...meeting, apologies } });

describe.each(['da', 'en'] as const)('meeting’s card, %s', (language) => {
  const text = meetingTexts[language].meeting;
  const names = facts.functions.map(({ name }) => name[language]);
  const [first = '', second = '', third = ''] = names;
  const [one, two, three] = facts.functions.map(({ id }) => id);

  test('when nobody has said anything > names no function, and says that there are no apologies', () => {
    const said = textsOf(cardWith([], language));
    expect(said).toContain(text.coming);
    expect(names.filter((name) => said.some((line) => line.startsWith(name)))).toEqual([]);
  });

  test('with apologies > names who sent them and who comes instead, and nobody else', () => {
    const sent = { by: 'aad-birgit', at: 1 };
    const apologies = [
      { ...sent, functionId: one ?? '' },
      { ...sent, functionId: two ?? '', substituteId: three ?? '' },
    ];
    const lines = textsOf(cardWith(apologies, language)).filter((line) => /\*\*/.test(line));
    expect(lines).toEqual([`${first}: **${text.notComing}**`, `${second}: **${text.substitute(third)}**`]);
  });

  test('to call it off > offers one way, whose question says what becomes of the items', () => {
    const view = { facts, language, now: meeting.startsAt - 1, meeting };
    const offered = executesOf(moreCard(view, true)).map(({ verb }) => verb);
    expect(offered.filter((verb) => /cancel|skip/.test(verb))).toEqual(['meeting.ask-cancel']);
    const { sure } = meetingTexts[language].change;
    expect(textsOf(askEndCard(view, 'cancel')).join()).toContain(sure);
    expect(sure).toMatch(language === 'da' ? /Punkterne flyttes/ : /items/);
  });

  test('once the meeting has begun > takes no apologies', () => {
    const verbs = (now: number) => executesOf(cardWith([], language, now)).map(({ verb }) => verb);
    expect(verbs(meeting.startsAt - 1)).toContain('meeting.apology');
    expect(verbs(meeting.startsAt)).not.toContain('meeting.apology');
  });
});
