import { z } from 'zod';
import type { Handler, Handlers } from '../chat/router';
import type { Answer } from '../chat/turn';
import { type Authorised, answer, authorise, groupShape } from '../meetings/answering';
import { formCard, secondaryButton } from '../meetings/view';
import { linkTexts } from '../text/links';
import { meetingTexts } from '../text/meetings';
import { type Holder, type LinkPorts, newToken } from './addresses';
import { feedOf, giveFeed, stopFeed } from './feed';
import { asksFirst, feedCard, givenCard } from './feed-card';

const feedShape = groupShape.extend({
  isSure: z.boolean().default(false),
  request: z.string().max(64).optional().catch(undefined),
});
type FeedClick = Authorised<z.infer<typeof feedShape>>;

/** Whose address it becomes: the clicker's own, in the language of the card. */
export const holderOf = ({
  facts,
  actor,
  language,
}: Pick<FeedClick, 'facts' | 'actor' | 'language'>): Holder => ({
  groupId: facts.id,
  personId: actor.personId,
  tenantId: actor.tenantId,
  language,
});

const said = ({ language, facts }: FeedClick, lead: string): Answer => {
  const actions = [secondaryButton(language, meetingTexts[language].buttons.back, 'group.mine')];
  const heading = linkTexts[language].feed.heading(facts.name[language]);
  return answer(language, formCard({ language }, { heading, lead, actions }));
};

/** In a channel everybody would read the address, so it is only given in private. */
const inPrivate = (
  ports: LinkPorts,
  run: (click: FeedClick, publicUrl: string) => Promise<Answer>,
): Handler =>
  authorise(ports, { shape: feedShape, permission: 'take-part' }, async (click) => {
    const { feed } = linkTexts[click.language];
    if (click.actor.scope === 'shared') return said(click, feed.shared);
    return ports.publicUrl === undefined ? said(click, feed.none) : run(click, ports.publicUrl);
  });

/** A member's own calendar of a group: shown, given anew, turned off. */
export const createFeedClicks = (ports: LinkPorts): Handlers => {
  const show = async (click: FeedClick, notice = ''): Promise<Answer> => {
    const { language, facts } = click;
    const feed = await feedOf(ports, holderOf(click));
    const { endsOn } = click.group.body.series;
    return answer(language, feedCard({ language, facts, endsOn, notice, request: newToken() }, feed));
  };
  return {
    commands: {},
    verbs: {
      'feed.show': inPrivate(ports, (click) => show(click)),
      'feed.issue': inPrivate(ports, async (click, publicUrl) => {
        const { language, facts, data } = click;
        if (asksFirst(facts) && !data.isSure) return show(click);
        const { request = newToken() } = data;
        const address = await giveFeed(ports, { holder: holderOf(click), publicUrl, request });
        const { endsOn } = click.group.body.series;
        return answer(language, givenCard({ language, facts, endsOn }, address));
      }),
      'feed.stop': inPrivate(ports, async (click) => {
        await stopFeed(ports, holderOf(click));
        return show(click, linkTexts[click.language].feed.stopped);
      }),
    },
  };
};
