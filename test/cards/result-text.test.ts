import { routeTextCard } from '../../src/concern/route-text-card';
import { texts } from '../../src/text/text';
import { textsOf } from './crawl';
import { pupil, shown, viewOf } from './results';

const { result } = texts.da;

describe('result as text', () => {
  test('holds the steps and contacts of the card, numbered alike, without a link, and none of the answers', () => {
    const lines = textsOf(routeTextCard(viewOf(pupil)));
    expect(lines).toContain('Kan du ikke komme til skemaet nu? Ring 43 57 75 78 (Familiecenteret / StraXen)');
    expect(lines).toContain(`${result.notReported} ${result.ownDuty}`);
    const titles = (texts: readonly string[]) => texts.filter((text) => /^\d · /.test(text));
    expect(titles(lines)).toEqual(titles(textsOf(shown(pupil))));
    expect(titles(lines)).toHaveLength(2);
    expect(lines.join('\n')).not.toMatch(/\]\(|\*\*/);
    expect(lines).not.toContain(texts.da.choices.workplace.school);
  });
});
