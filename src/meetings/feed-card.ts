import type { Card } from '../cards/card';
import { type Element, textInput, words } from '../cards/elements';
import { wallTimeOf } from '../municipality/wall-time';
import { dateInWords } from '../text/dates';
import { linkTexts } from '../text/links';
import { meetingTexts } from '../text/meetings';
import type { Feed } from './addresses';
import { button, type CardView, type GroupFacts, sheet, wayOut } from './view';

type FeedView = CardView & { readonly facts: GroupFacts };

/** No address is longer; the host's name decides. */
const maxAddress = 500;

const rowsFor = (view: FeedView, rows: readonly Element[], ways: readonly [string, string, object?][]) => {
  const { language, facts } = view;
  const { buttons } = meetingTexts[language];
  return {
    heading: linkTexts[language].feed.heading(facts.name[language]),
    rows,
    actions: [
      ...ways.map(([title, verb, more]) =>
        button(language, {
          title,
          verb,
          data: { groupId: facts.id, ...more },
          associatedInputs: 'none',
        }),
      ),
      wayOut(language, buttons.back, 'group.mine'),
    ],
  };
};

/** Whether others' looks into a calendar are a reason to ask first. */
export const asksFirst = ({ kind }: GroupFacts): boolean => kind === 'ssp-nu';

/** What a calendar of the group is, and how it stands for the reader. */
export const feedCard = (view: FeedView, feed: Feed | undefined): Card => {
  const { language, facts } = view;
  const { feed: text, buttons } = linkTexts[language];
  if (feed !== undefined) {
    const day = dateInWords(wallTimeOf(new Date(feed.issuedAt)).date, language);
    const ways = rowsFor(
      view,
      [words(text.has(day))],
      [
        [buttons.renew, 'feed.issue', { isSure: true }],
        [buttons.stop, 'feed.stop'],
      ],
    );
    return sheet(view, { ...ways, lead: text.lead });
  }
  return sheet(view, {
    ...rowsFor(view, asksFirst(facts) ? [words(text.careful)] : [], [
      [asksFirst(facts) ? buttons.sure : buttons.issue, 'feed.issue', { isSure: true }],
    ]),
    lead: text.lead,
  });
};

/** The new address, the only time that it can be seen. It stands in a field, where every client can copy it. */
export const givenCard = (view: FeedView, address: string): Card => {
  const { language } = view;
  const { feed: text, buttons } = linkTexts[language];
  const one = { id: 'address', label: text.address, value: address, errorMessage: text.given };
  const rows = [
    ...textInput({ ...one, isRequired: false }, { maxLength: maxAddress }),
    words(text.how),
    words(text.secret, { isSmall: true }),
  ];
  return sheet(view, { ...rowsFor(view, rows, [[buttons.stop, 'feed.stop']]), lead: text.given });
};
