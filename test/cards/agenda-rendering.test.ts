import { openRenderer, type Renderer, type View } from '../support/render';
import { describeWith, findChromium } from '../support/requires';
import { everyAgendaCard } from './agenda-gallery';
import { longest, ordinary, type UserText } from './agenda-samples';

type Language = 'da' | 'en';
const views: readonly View[] = (['light', 'dark'] as const).flatMap((theme) =>
  [320, 800].map((width) => ({ theme, width })),
);
const narrow: View = { theme: 'light', width: 320 };

/** Forms as they are first shown. */
const plainForms = ['form-topic', 'form-late', 'form-case', 'form-case-late', 'form-nu', 'form-edit'];

const executablePath = findChromium();
describeWith('Chromium', executablePath)('every card about agendas in the browser', () => {
  let renderer: Renderer;
  beforeAll(async () => {
    renderer = await openRenderer(executablePath ?? '');
  });
  afterAll(() => renderer.close());

  const faultsOf = async (language: Language, text: UserText, view: View, isKept: boolean) => {
    const faults: string[] = [];
    for (const [name, card] of everyAgendaCard(language, text)) {
      const found = await renderer.faultsOf(card, view, isKept ? `${name}_${language}` : undefined);
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    }
    return faults;
  };

  test.each(views)('can be read by everybody, $theme at $width px', async (view) => {
    expect(await faultsOf('da', ordinary, view, true)).toEqual([]);
  });

  test.each(['da', 'en'] as const)(
    'form for an item > its first field begins within 250 px, %s',
    async (language) => {
      const forms = everyAgendaCard(language, ordinary).filter(([name]) => plainForms.includes(name));
      expect(forms).toHaveLength(plainForms.length);
      const faults: string[] = [];
      for (const [name, card] of forms) {
        const { firstFieldAt = Number.POSITIVE_INFINITY } = await renderer.layoutOf(card, narrow);
        if (firstFieldAt > 250) faults.push(`${name}: ${firstFieldAt} px`);
      }
      expect(faults).toEqual([]);
    },
  );

  test('can be read by everybody in English', async () => {
    expect(await faultsOf('en', ordinary, narrow, true)).toEqual([]);
  });

  test.each(['da', 'en'] as const)('fits a narrow telephone with the longest words, %s', async (language) => {
    expect(await faultsOf(language, longest, narrow, false)).toEqual([]);
  });
});
