import path from 'node:path';
import { menuCard } from '../../src/concern/plain-cards';
import { stoppedCard } from '../../src/concern/stopped';

import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import { openRenderer, type Renderer, type View } from '../support/render';
import { describeWith, findChromium } from '../support/requires';
import { crawl, nameOf, nodesOf, type Seen } from './crawl';

const views: readonly View[] = (['light', 'dark'] as const).flatMap((theme) =>
  [320, 800].map((width) => ({ theme, width })),
);

/** One card of each kind, with and without danger, duty, form, own unit and question at the end. */
const representatives = [
  'menu-show',
  'help-show',
  'signs-show',
  'who-is-who-show',
  'card-clear',
  'concern-show',
  'concern-show_ordinary',
  'concern-show_ordinary_young-person',
  'concern-show_danger_young-person_under-18',
  'concern-show_ordinary_young-person_under-18_school',
  'concern-show_ordinary_young-person_adult_other',
  'concern-show_urgent_young-person_unknown_operating-site',
  'concern-show_danger_young-person_under-18_school',
  'concern-show_ordinary_general_school',
  'concern-show_ordinary_sparring_under-18_staff-unit',
  'concern-show_ordinary_young-person_under-18_family-centre',
  'concern-show_danger_young-person_adult-with-children_school',
  'concern-show_urgent_young-person_school_change-age',
  'concern-text_ordinary_young-person_under-18_school',
];

const municipality = loadMunicipality(ishojFile);
const fjordbyFile = path.join(__dirname, '../support/fjordby.json');

const remarks: readonly Seen[] = (['da', 'en'] as const).flatMap((language) =>
  (['cpr', 'not-understood', 'stale'] as const).map((notice) => ({
    verb: `menu-${notice}`,
    data: { language },
    card: menuCard({ municipality, language, notice }),
  })),
);

const stopped: readonly Seen[] = (['da', 'en'] as const).map((language) => ({
  verb: 'stopped',
  data: { language },
  card: stoppedCard({ municipality, language }),
}));

/** One card for each distinct set of headings: what differs beside them, and the texts to copy, is drawn elsewhere. */
const distinct = (seen: readonly Seen[]): readonly Seen[] => {
  const headings = ({ card }: Seen) =>
    nodesOf(card).flatMap(({ style, text }) => (style === 'heading' ? [text] : []));
  return [
    ...new Map(
      seen
        .filter(({ verb }) => verb !== 'concern.text')
        .map((one) => [JSON.stringify([one.data.language, headings(one)]), one]),
    ).values(),
  ];
};

const executablePath = findChromium();

describeWith('Chromium', executablePath)('every card in the browser', () => {
  let renderer: Renderer;
  let seen: readonly Seen[];
  /** Results of a municipality whose form has an address and whose units have hours. */
  let elsewhere: readonly Seen[];
  beforeAll(async () => {
    renderer = await openRenderer(executablePath ?? '');
    seen = await crawl(municipality, { kind: 'unknown', day: 'weekend' });
    elsewhere = (await crawl(loadMunicipality(fjordbyFile), { kind: 'closed' })).filter(({ card }) =>
      nodesOf(card).some(({ type }) => type === 'Action.OpenUrl'),
    );
  });
  afterAll(() => renderer.close());

  const faultsOf = async (one: Seen, view: View, name?: string): Promise<readonly string[]> => {
    const faults = await renderer.faultsOf(one.card, view, name);
    return faults.map((fault) => `${nameOf(one)} at ${view.width} px, ${view.theme}: ${fault}`);
  };

  test('fits a narrow telephone with everything unfolded', async () => {
    const cards = distinct(seen);
    const faults: string[] = [];
    for (const one of cards) faults.push(...(await faultsOf(one, { theme: 'light', width: 320 })));
    expect(faults).toEqual([]);
    expect(cards.length).toBeGreaterThan(100);
  });

  test.each(views)('can be read by everybody, $theme at $width px', async (view) => {
    const faults: string[] = [];
    const shown = representatives
      .flatMap((stem) => [`${stem}_da`, `${stem}_en`])
      .map((name) => seen.find((one) => nameOf(one) === name) ?? name);
    expect(shown.filter((one) => typeof one === 'string')).toEqual([]);
    for (const one of [...shown, ...remarks, ...stopped]) {
      if (typeof one !== 'string') faults.push(...(await faultsOf(one, view, nameOf(one))));
    }
    for (const one of elsewhere.slice(0, 2)) {
      faults.push(...(await faultsOf(one, view, `elsewhere_${nameOf(one)}`)));
    }
    expect(faults).toEqual([]);
  });
});
