import type { Card } from '../../src/cards/card';
import { resultCard } from '../../src/concern/result-card';
import { findRoute } from '../../src/concern/route';
import { type Answers, concernsMinor, everyCombination } from '../../src/municipality/facts';
import type { Municipality } from '../../src/municipality/schema';
import { texts } from '../../src/text/text';
import { visibleSteps } from '../support/visible';
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
    expect(textsOf(shown(pupil)).slice(1, 6)).toEqual([
      '1 · Underret: du skal bruge underretningsskemaet',
      'Underretningsskemaet finder du her:',
      'Skolernes Fællesnet: forsiden, under »vigtige dokumenter«',
      'Kommunens intranet: under »Center for Børn og Undervisning«',
      'Kan du ikke komme til skemaet nu? Ring **[43 57 75 78](tel:+4543577578)** (Familiecenteret / StraXen)',
    ]);
  });

  test('where the form has an address > has a button to it instead of the places', () => {
    const url = 'https://skema.example/underretning';
    const configured = { ...ishoj, reportForm: { ...ishoj.reportForm, url, confirmedOn: '2026-10-01' } };
    const card = shown(pupil, configured);
    const links = nodesOf(card).filter(({ type }) => type === 'Action.OpenUrl');
    expect(links.map((link) => [link.title, link.url])).toEqual([['Åbn skemaet', url]]);
    expect(textsOf(card).join()).toContain(
      'Ikke bekræftet af kommunen endnu: Familiecenteret / StraXen, Stabsenheden.',
    );
    expect(textsOf(card).join()).not.toContain('Fællesnet');
  });

  test('where the form comes before the telephone > has no number bigger than the form', () => {
    const card = shown({ urgency: 'ordinary', subject: 'ssp-nu', age: 'unknown' }, fjordby);
    expect(biggest(card)).toEqual([]);
    expect(textsOf(card).join()).toContain('[12 00 00 02](tel:+4512000002)');
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

  test('with a duty > says at the step that reports, and there alone, that nothing is reported yet', () => {
    const withDuty = everyCombination.filter(
      (answers) => concernsMinor(answers) && answers.workplace !== 'family-centre',
    );
    const faults = withDuty.filter((answers) => {
      const at = viewOf(answers).route.steps.findIndex(({ unit }) => unit === 'family-centre');
      const told = visibleSteps(shown(answers)).map((step) => step.includes(result.notReported));
      return told.some((isTold, index) => isTold !== (index === at));
    });
    expect(faults).toEqual([]);
    expect(withDuty.length).toBeGreaterThan(250);
  });

  test('of the family centre’s own > never says that nothing is reported, nor where to report', () => {
    const received = everyCombination.filter(({ workplace }) => workplace === 'family-centre');
    const faults = received.filter((answers) => {
      const card = JSON.stringify(shown(answers));
      return card.includes(result.notReported) || card.includes('pligt til at underrette');
    });
    expect(faults).toEqual([]);
  });

  test('of an adult with children in the home > speaks of the child’s duty, and not of an adult as one under 18', () => {
    const duty = ishoj.duties['report-about-child'];
    const words = textsOf(shown({ ...underAge, age: 'adult-with-children' }));
    expect(words).toContain(duty?.title.da);
    expect(words.join()).toContain(duty?.lines[0]?.da);
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

  test('says once at its foot which contacts the municipality vouches for', () => {
    const footOf = (answers: Answers, municipality: Municipality): string =>
      textsOf(shown(answers, municipality)).at(-1) ?? '';
    const danger = { ...underAge, urgency: 'danger' } as const;
    expect(footOf(danger, ishoj)).toBe(result.unconfirmed);
    const said = textsOf(shown(danger)).join('\n').split(result.unconfirmed);
    expect(said).toHaveLength(2);
    expect(footOf({ ...danger, urgency: 'ordinary' }, fjordby)).toContain(
      'Ikke bekræftet af kommunen endnu: Tryghedsstaben.',
    );
    const { 'staff-unit': staff } = fjordby.units;
    const units = { ...fjordby.units, 'staff-unit': { ...staff, confirmedOn: '2026-09-14' } };
    expect(footOf({ ...danger, urgency: 'ordinary' }, { ...fjordby, units })).toContain(
      'Kontakterne er bekræftet af kommunen 2. september 2026.',
    );
  });

  test('marks at its line whatever isn’t the plan’s', () => {
    const ours = nodesOf(ishoj).flatMap(({ da, notFromPlan }) => (notFromPlan === true ? [String(da)] : []));
    const titles = Object.values(ishoj.steps).map(({ title }) => title.da);
    const faults = everyCombination.flatMap((answers) =>
      textsOf(shown(answers)).filter(
        (text) => ours.includes(text.replace(/^\d · /, '')) && !titles.includes(text.replace(/^\d · /, '')),
      ),
    );
    expect(faults).toEqual([]);
    const steps = everyCombination.flatMap((answers) => visibleSteps(shown(answers)));
    const unmarked = steps.filter((step) => {
      const [title = '', ...lines] = step.split('\n');
      const [next = ''] = lines.filter((line) => !/^[\d ]+$/.test(line));
      return ours.includes(title.replace(/^\d · /, '')) && !next.includes(result.notFromPlan);
    });
    expect(unmarked).toEqual([]);
  });

  test('outside hours > has the number that answers as its biggest thing, and the closed unit’s in a line', () => {
    const { route, ...view } = viewOf({ ...pupil, urgency: 'urgent' });
    const closed = findRoute(ishoj, wizard.complete({ ...pupil, urgency: 'urgent' }), () => 'outside');
    const card = resultCard({ ...view, route: closed, availability: () => 'Lukket lige nu.' });
    expect(biggest(card)).toEqual(['[114](tel:114)']);
    const words = textsOf(card).join('\n');
    expect(words.indexOf('2 · Underret nu: du skal bruge underretningsskemaet')).toBeGreaterThan(0);
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

  test('when probably nobody is there > begins with 114, says why there, and nothing of closed', () => {
    const answers = { ...pupil, urgency: 'urgent' } as const;
    const route = findRoute(ishoj, wizard.complete(answers), () => 'probably-nobody');
    const because = 'Det er weekend: måske tager ingen telefonen.';
    const card = resultCard({ ...viewOf(answers), route, availability: () => because });
    expect(biggest(card)).toEqual(['[114](tel:114)']);
    const [first = '', ...others] = visibleSteps(card);
    expect(first).toContain(because);
    expect(others.join()).not.toContain(because);
    expect(textsOf(card).join()).not.toMatch(/lukket/i);
  });

  test('has mail links that fill in nothing, and asks once to send securely and without a name', () => {
    const mails = textsOf(shown(underAge)).filter((text) => text.includes('mailto:'));
    expect(mails).toEqual([
      `[underretning@ishoj.dk](mailto:underretning@ishoj.dk) · ${result.mailHint}`,
      '[tk@ishoj.dk](mailto:tk@ishoj.dk)',
      expect.stringContaining(ishoj.unsaid.ask.da),
    ]);
    expect(mails.filter((mail) => mail.includes('?subject'))).toEqual([]);
    expect(textsOf(shown(underAge))).toContain(ishoj.safeMail.da);
  });

  test('tells schools and sites that the centre must be told, and that the plan doesn’t say how', () => {
    expect(visibleSteps(shown(pupil))[0]).toContain(
      `Du skal også underrette Center for Børn og Forebyggelse.\nHandleplanen siger ikke hvordan: spørg Stabsenheden. (${result.notFromPlan})`,
    );
    const units = { ...ishoj.units, 'children-and-prevention': fjordby.units['children-and-prevention'] };
    expect(textsOf(shown(pupil, { ...ishoj, units })).join()).toContain(
      'Du skal også underrette Center for Børn og Forebyggelse. [12 00 00 04](tel:+4512000004)',
    );
  });

  test('folds what the plan is silent on, with whom to ask and whose the duty is', () => {
    const foldOf = (answers: Answers) => {
      const fold = nodesOf(shown(answers)).find(({ id }) => id === 'unsaid') as Card | undefined;
      return fold === undefined ? [] : textsOf(fold);
    };
    const { topics, ask, duty } = ishoj.unsaid;
    expect(foldOf(underAge)).toEqual(
      expect.arrayContaining([
        ...topics.map(({ da }) => `• ${da}`),
        duty.da,
        expect.stringContaining('43 57 75 78'),
      ]),
    );
    const adult = foldOf({ ...underAge, age: 'adult' }).join();
    expect(adult).toContain(`${ask.da} [43 57 75 55]`);
    expect(adult).not.toContain(duty.da);
    expect(foldOf({ urgency: 'ordinary', subject: 'general', workplace: 'school' })).toEqual([]);
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
    ['returned from a conflict zone', { subject: 'returned' }, 'koordinerer sagen med politiet'],
    ['for SSP-NU', { subject: 'ssp-nu' }, 'kan bringe sager til SSP-NU'],
    ['of another municipality', { subject: 'young-person' }, 'hvis personen bor i en anden kommune'],
  ] as const)('of an adult %s, urgent > keeps what belongs to the subject', (_, subject, sentence) => {
    const answers = { urgency: 'urgent', age: 'adult', workplace: 'school', ...subject } as const;
    expect(textsOf(shown(answers)).join('\n')).toContain(sentence);
  });

  test.each(['general', 'teaching'] as const)('of %s > ends with whether somebody is meant', (subject) => {
    const card = shown({ urgency: 'ordinary', subject, workplace: 'school' });
    const words = textsOf(card);
    const question = ishoj.asks['certain-person'];
    expect(words.at(-2)).toBe(question?.question.da);
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
    const section = ishoj.plan.sections.duty?.da;
    const labelled = textsOf(card)[textsOf(card).indexOf('Trin 1') + 1];
    expect(labelled).toBe(section);
    expect(textsOf(card)).toContain(result.storedText);
    const danger = textsOf(shown({ ...underAge, urgency: 'danger' }));
    expect(danger[danger.indexOf('Trin 1') + 1]).toBe(result.nowhere);
    expect(executesOf(card).map(({ verb }) => verb)).toContain('card.clear');
  });

  test('hides what isn’t needed first, and opens it by what is seen', () => {
    const card = shown(pupil);
    const hidden = nodesOf(card).flatMap(({ id, isVisible }) => (isVisible === false ? [id] : []));
    const toggled = nodesOf(card).flatMap(({ targetElements = [] }) => targetElements as unknown[]);
    expect(hidden.toSorted()).toEqual(
      ['next', 'unsaid', 'answers', 'sources', 'stored'].flatMap((id) => [id, `${id}-open`]).toSorted(),
    );
    expect(toggled).toEqual(expect.arrayContaining(hidden));
    const next = nodesOf(card).find(({ id }) => id === 'next') as Card | undefined;
    expect(textsOf(next ?? card)[0]).toBe(ishoj.notes['next-assessment']?.text.da);
  });

  test('about nobody in particular > shows what happens next, which is the answer', () => {
    const card = shown({ urgency: 'ordinary', subject: 'general', workplace: 'school' });
    expect(textsOf(card)).toContain(result.next);
    expect(nodesOf(card).filter(({ id }) => id === 'next')).toEqual([]);
  });
});

test('a general concern > Infohuset without a contact, since the plan leaves it blank', () => {
  const text = textsOf(shown({ urgency: 'ordinary', subject: 'general', workplace: 'school' })).join('\n');
  expect(text).toContain('Infohuset');
  expect(text).not.toMatch(/\[[^\]]*infohus[^\]]*\]\((?:mailto|tel):/i);
});
