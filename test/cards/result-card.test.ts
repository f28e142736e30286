import type { Card } from '../../src/cards/card';
import { resultCard } from '../../src/concern/result-card';
import { findRoute } from '../../src/concern/route';
import { type Answers, concernsMinor, everyCombination } from '../../src/municipality/facts';
import type { Municipality } from '../../src/municipality/schema';
import { texts } from '../../src/text/text';
import { executesOf, type Node, nodesOf, textsOf } from './crawl';
import { fjordby, ishoj, pupil, shown, underAge, viewOf, wizard } from './results';

const { result } = texts.da;

const biggest = (card: Card): readonly unknown[] =>
  nodesOf(card).flatMap(({ size, text }) => (size === 'extraLarge' ? [text] : []));

const band = (card: Card): Node =>
  nodesOf(card).find(({ type, bleed }) => type === 'Container' && bleed === true) ?? {};

describe('result card', () => {
  test.each([
    ['a pupil under 18, urgent', { ...pupil, urgency: 'urgent' }, '[43 57 75 78](tel:+4543577578)'],
    ['somebody who has turned 18', { ...underAge, age: 'adult' }, '[43 57 75 55](tel:+4543577555)'],
    ['danger', { ...pupil, urgency: 'danger' }, '[112](tel:112)'],
  ] as const)('of %s > has the number to call first as its biggest thing', (_, answers, number) => {
    expect(biggest(shown(answers))).toEqual([number]);
  });

  test('of a pupil under 18 > has the form first, in the places of the plan', () => {
    const texts = textsOf(shown(pupil));
    expect(texts[1]).toBe('1 · Underret: udfyld underretningsskemaet');
    expect(texts.slice(2, 6)).toEqual([
      'Underretningsskemaet finder du her:',
      'Skolernes Fællesnet: forsiden, under »vigtige dokumenter«',
      'Kommunens intranet: under »Center for Børn og Undervisning«',
      'Ikke bekræftet af kommunen endnu.',
    ]);
  });

  test('where the form has an address > has a button to it instead of the places', () => {
    const url = 'https://skema.example/underretning';
    const configured = { ...ishoj, reportForm: { ...ishoj.reportForm, url, confirmedOn: '2026-10-01' } };
    const card = shown(pupil, configured);
    const links = nodesOf(card).filter(({ type }) => type === 'Action.OpenUrl');
    expect(links.map((link) => [link.title, link.url])).toEqual([['Åbn skemaet', url]]);
    expect(textsOf(card)).toContain('Bekræftet af kommunen 1. oktober 2026.');
    expect(textsOf(card).join()).not.toContain('Fællesnet');
  });

  test('where the form comes before the telephone > has no number bigger than the form', () => {
    const card = shown({ urgency: 'ordinary', subject: 'ssp-nu', age: 'unknown' }, fjordby);
    expect(biggest(card)).toEqual([]);
    expect(textsOf(card)).toContain('[12 00 00 02](tel:+4512000002)');
    const button = nodesOf(card).find(({ type }) => type === 'Action.OpenUrl');
    expect(button?.style).toBe('positive');
  });

  test('in danger or urgent > warns in its band; else it is calm', () => {
    for (const answers of everyCombination) {
      const { urgency, subject } = answers;
      const isAcute =
        urgency === 'danger' || subject === 'departure' || (urgency === 'urgent' && subject !== 'teaching');
      expect([answers, band(shown(answers)).style]).toEqual([answers, isAcute ? 'attention' : 'accent']);
    }
  });

  test('with a duty > says beside the first step that nothing is reported yet', () => {
    const withDuty = everyCombination.filter((answers) => concernsMinor(answers));
    const faults = withDuty.filter((answers) => {
      const words = textsOf(shown(answers)).join('\n');
      const at = words.indexOf(`**${result.notReported}** ${result.ownDuty}`);
      return at < words.indexOf('1 · ') || at > `${words}\n2 · `.indexOf('\n2 · ');
    });
    expect(faults).toEqual([]);
    expect(withDuty.length).toBeGreaterThan(300);
  });

  test('of an adult with children in the home > speaks of the child’s duty, and not of an adult as one under 18', () => {
    const duty = ishoj.duties['report-about-child'];
    const words = textsOf(shown({ ...underAge, age: 'adult-with-children' }));
    expect(words).toEqual(expect.arrayContaining([duty?.title.da, duty?.text.da]));
    expect(words.join()).not.toContain('For unge under 18 har du pligt');
    expect(textsOf(shown(underAge)).join()).toContain('For unge under 18 har du pligt');
  });

  test('without a duty > speaks of none', () => {
    const adult = everyCombination.filter((answers) => !concernsMinor(answers));
    expect(adult.filter((answers) => JSON.stringify(shown(answers)).includes(result.notReported))).toEqual(
      [],
    );
    expect(adult.length).toBeGreaterThan(200);
  });

  test('has after each contact who vouches for it, or that nobody does yet', () => {
    const origins = [result.nationalNumber, result.unconfirmed];
    const originsIn = (municipality: Municipality): readonly (string | undefined)[] =>
      textsOf(shown({ ...underAge, urgency: 'danger' }, municipality))
        .join('\n')
        .split('](tel:')
        .slice(1)
        .map((after) => after.split('\n').find((line) => origins.includes(line) || /^Bekræftet/.test(line)));
    expect(originsIn(ishoj)).toEqual([
      result.nationalNumber,
      result.unconfirmed,
      result.nationalNumber,
      result.unconfirmed,
    ]);
    expect(originsIn(fjordby).slice(0, 2)).toEqual([
      result.nationalNumber,
      'Bekræftet af kommunen 2. september 2026.',
    ]);
  });

  test('outside hours > has the number that answers as its biggest thing, and the closed unit’s in a line', () => {
    const { route, ...view } = viewOf({ ...pupil, urgency: 'urgent' });
    const closed = findRoute(ishoj, wizard.complete({ ...pupil, urgency: 'urgent' }), () => true);
    const card = resultCard({ ...view, route: closed, availability: () => 'Lukket lige nu.' });
    expect(biggest(card)).toEqual(['[114](tel:114)']);
    const words = textsOf(card).join('\n');
    expect(words.indexOf('2 · Underret nu: udfyld underretningsskemaet')).toBeGreaterThan(0);
    expect(words).toContain('mailto:underretning@ishoj.dk');
    expect(words).toContain('[43 57 75 78](tel:+4543577578)');
    expect(words).not.toContain('Ring til Familiecenteret');
  });

  test('of the duty outside hours > says nothing of a weekend, unless it has hours of its own', () => {
    const night = { name: { da: 'Vagten', en: 'The duty' }, telephone: '12 00 00 09' };
    const withDuty = { ...ishoj, units: { ...ishoj.units, 'out-of-hours': night } };
    const { openingHours } = fjordby.units['family-centre'];
    const withHours = { ...ishoj, units: { ...ishoj.units, 'out-of-hours': { ...night, openingHours } } };
    const weekendOn = (municipality: Municipality): readonly string[] => {
      const view = viewOf({ ...underAge, urgency: 'urgent' }, municipality);
      const availability = (unit: string) => `${unit} i en weekend`;
      return textsOf(resultCard({ ...view, availability })).filter((text) => text.endsWith('i en weekend'));
    };
    expect(weekendOn(withDuty)).not.toContain('out-of-hours i en weekend');
    expect(weekendOn(withHours)).toContain('out-of-hours i en weekend');
  });

  test('has mail links that fill in nothing, and asks for no name in the subject', () => {
    const mails = textsOf(shown(underAge)).filter((text) => text.includes('mailto:'));
    expect(mails[0]).toBe(
      '[underretning@ishoj.dk](mailto:underretning@ishoj.dk) · Skriv ikke navn i emnefeltet.',
    );
    expect(mails.filter((mail) => mail.includes('?'))).toEqual([]);
  });

  test('of a unit without contact > says through whom', () => {
    const through = ishoj.units['children-and-prevention'].through?.da;
    expect(textsOf(shown(pupil))).toContain(through);
  });

  test('says once what kind of day it is, and never of a national number', () => {
    const card = shown({ ...pupil, urgency: 'danger' });
    expect(textsOf(card).filter((text) => text === 'I dag er det weekend.')).toHaveLength(1);
    expect(textsOf(card).indexOf('I dag er det weekend.')).toBeGreaterThan(
      textsOf(card).findIndex((text) => text.startsWith('2 · ')),
    );
  });

  test('says of each unit with hours that it has closed, once for each', () => {
    const { openingHours } = fjordby.units['family-centre'];
    const { 'family-centre': family, 'staff-unit': staff } = ishoj.units;
    const units = {
      ...ishoj.units,
      'family-centre': { ...family, openingHours },
      'staff-unit': { ...staff, openingHours },
    };
    const card = resultCard({ ...viewOf(pupil, { ...ishoj, units }), availability: () => 'Lukket lige nu.' });
    expect(textsOf(card).filter((text) => text === 'Lukket lige nu.')).toHaveLength(2);
  });

  test('has each answer with a way to change it, which asks that one again', () => {
    const changes = executesOf(shown(pupil)).filter(({ title }) => title === texts.da.buttons.change);
    expect(changes.map(({ data }) => data.change)).toEqual(['urgency', 'subject', 'age', 'workplace']);
    for (const { data } of changes) expect(data.answers).toEqual(pupil);
  });

  test.each([
    ['children in the home', 'Ja, vis, hvad jeg skal gøre', 'adult-with-children'],
    ['an age in doubt', 'Ja, vis den sikre vej', 'unknown'],
  ])('of an adult > asks after %s, which leads to the duty', (_, title, age) => {
    const yes = executesOf(shown({ ...underAge, age: 'adult' })).find((button) => button.title === title);
    expect(yes?.data.answers).toEqual({ ...underAge, age });
    expect(textsOf(shown(yes?.data.answers as Answers)).join()).toContain(result.notReported);
  });

  test.each([
    ['returned from a conflict zone', { subject: 'returned' }, 'sammen med politiet, herunder PET'],
    ['for SSP-NU', { subject: 'ssp-nu' }, 'kan bringe sager til SSP-NU'],
    ['of another municipality', { subject: 'young-person' }, 'Bor personen i en anden kommune?'],
  ] as const)('of an adult %s, urgent > keeps what belongs to the subject', (_, subject, sentence) => {
    const answers = { urgency: 'urgent', age: 'adult', workplace: 'school', ...subject } as const;
    expect(textsOf(shown(answers)).join('\n')).toContain(sentence);
  });

  test.each(['general', 'teaching'] as const)('of %s > ends with whether somebody is meant', (subject) => {
    const card = shown({ urgency: 'ordinary', subject, workplace: 'school' });
    const words = textsOf(card);
    const question = ishoj.asks['certain-young-person'];
    expect(words.slice(-2)).toEqual([question?.question.da, ishoj.plan.title.da]);
    const buttons = executesOf(card).map(({ title }) => title);
    expect(buttons.slice(-4, -2)).toEqual([question?.button.da, texts.da.buttons.startAgain]);
  });

  test('of an adult > asks what can change the route before what is good to know', () => {
    const words = textsOf(shown({ ...underAge, age: 'adult' }));
    const question = ishoj.asks['children-in-home']?.question.da ?? '';
    expect(words.indexOf(question)).toBeGreaterThan(0);
    expect(words.indexOf(question)).toBeLessThan(words.indexOf(result.notices));
  });

  test('cites the section of each step, and can be cleared', () => {
    const card = shown(underAge);
    const section = ishoj.plan.sections['report-contact']?.da;
    const labelled = textsOf(card)[textsOf(card).indexOf('Trin 1') + 1];
    expect(labelled).toBe(section);
    expect(textsOf(card)).toContain(result.storedText);
    expect(executesOf(card).map(({ verb }) => verb)).toContain('card.clear');
  });

  test('hides what isn’t needed first, and opens it by what is seen', () => {
    const card = shown(pupil);
    const hidden = nodesOf(card).flatMap(({ id, isVisible }) => (isVisible === false ? [id] : []));
    const toggled = nodesOf(card).flatMap(({ targetElements = [] }) => targetElements as unknown[]);
    expect(hidden.toSorted()).toEqual(
      ['next', 'answers', 'sources', 'stored'].flatMap((id) => [id, `${id}-open`]).toSorted(),
    );
    expect(toggled).toEqual(expect.arrayContaining(hidden));
    const next = nodesOf(card).find(({ id }) => id === 'next') as Card | undefined;
    expect(textsOf(next ?? card)[0]).toBe('Stabsenheden vurderer bekymringen og giver sparring undervejs.');
  });

  test('about nobody in particular > shows what happens next, which is the answer', () => {
    const card = shown({ urgency: 'ordinary', subject: 'general', workplace: 'school' });
    expect(textsOf(card)).toContain(result.next);
    expect(nodesOf(card).filter(({ id }) => id === 'next')).toEqual([]);
  });
});
