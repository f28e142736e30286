import { routeTextCard } from '../../src/concern/route-text-card';
import { texts } from '../../src/text/text';
import { textsOf } from './crawl';
import { pupil, viewOf } from './results';

const { result } = texts.da;

describe('result as text', () => {
  test('holds the steps and contacts of the card without a link, and none of the answers', () => {
    const lines = textsOf(routeTextCard(viewOf(pupil)));
    expect(lines).toContain('Telefon: 43 57 75 78');
    expect(lines).toContain(`${result.notReported} ${result.ownDuty}`);
    expect(lines.join('\n')).not.toMatch(/\]\(|\*\*/);
    expect(lines).not.toContain(texts.da.choices.workplace.school);
  });
});
