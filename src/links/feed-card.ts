import type { Card } from '../cards/card';
import { type Element, textInput, words } from '../cards/elements';
import type { Verb } from '../cards/verbs';
import type { GroupFacts } from '../meetings/model/group-facts';
import { type CardView, formCard, secondaryButton } from '../meetings/view';
import { wallTimeOf } from '../municipality/wall-time';
import { dateInWords } from '../text/dates';
import { linkTexts } from '../text/links';
import { meetingTexts } from '../text/meetings';
import type { Feed } from './addresses';

/** `endsOn` is the last day of the group's plan. */
type FeedView = CardView & { readonly facts: GroupFacts; readonly endsOn: string };

/** No address is longer; the host's name decides. */
const maxAddress = 500;

type Way = {
  readonly title: string;
  readonly verb: Verb;
  readonly isSure?: true;
  readonly request?: string;
};

const feedForm = (
  view: FeedView,
  {
    lead,
    rows,
    ways,
  }: { readonly lead: string; readonly rows: readonly Element[]; readonly ways: readonly Way[] },
): Card => {
  const { language, facts } = view;
  return formCard(view, {
    heading: linkTexts[language].feed.heading(facts.name[language]),
    lead,
    rows,
    actions: [
      ...ways.map(({ title, verb, ...more }) =>
        secondaryButton(language, title, verb, { groupId: facts.id, ...more }),
      ),
      secondaryButton(language, meetingTexts[language].buttons.back, 'group.mine'),
    ],
  });
};

/** Whether others' looks into a calendar are a reason to ask first. */
export const asksFirst = ({ kind }: GroupFacts): boolean => kind === 'ssp-nu';

const reachOf = ({ language, endsOn }: FeedView): string =>
  linkTexts[language].feed.reach(dateInWords(endsOn, language));

/** What a calendar of the group is, and how it stands for the reader. */
export const feedCard = (
  { request, ...view }: FeedView & { readonly request: string },
  feed: Feed | undefined,
): Card => {
  const { language, facts } = view;
  const { feed: text, buttons } = linkTexts[language];
  const lead = `${text.lead} ${reachOf(view)}`;
  if (feed === undefined) {
    const isAsked = asksFirst(facts);
    const title = isAsked ? buttons.sure : buttons.issue;
    return feedForm(view, {
      lead,
      rows: [words(isAsked ? text.careful : text.shows)],
      ways: [{ title, verb: 'feed.issue', isSure: true, request }],
    });
  }
  const day = dateInWords(wallTimeOf(new Date(feed.issuedAt)).date, language);
  return feedForm(view, {
    lead,
    rows: [words(text.has(day))],
    ways: [
      { title: buttons.renew, verb: 'feed.issue', isSure: true, request },
      { title: buttons.stop, verb: 'feed.stop' },
    ],
  });
};

/** The new address, the only time that it can be seen. It stands in a field, where every client can copy it. */
export const givenCard = (view: FeedView, address: string): Card => {
  const { feed: text, buttons } = linkTexts[view.language];
  const field = { id: 'address', label: text.address, value: address, errorMessage: text.given };
  return feedForm(view, {
    lead: `${text.given} ${reachOf(view)}`,
    rows: [
      ...textInput({ ...field, isRequired: false }, { maxLength: maxAddress }),
      words(text.how),
      words(text.secret, { isSmall: true }),
    ],
    ways: [{ title: buttons.stop, verb: 'feed.stop' }],
  });
};
