import type { Language } from '../municipality/schema';
import type { Instant } from '../storage/contract';
import { findGroup, type MeetingPorts } from './access';
import { type OtherGroup, type Span, spansOf, type TimeWarning, warningsOf } from './model/clashes';
import { occurrencesOf } from './model/dates';
import type { GroupFacts } from './model/group-facts';

const dayMs = 86_400_000;
const mostMeetings = 500;

type Asked = { readonly facts: GroupFacts; readonly language: Language; readonly now: Instant };

/** When every other group that has a channel meets from now on. */
export const otherGroups = async (
  ports: MeetingPorts,
  { facts: own, language, now }: Asked,
): Promise<readonly OtherGroup[]> => {
  const others = ports.municipality.groups.filter(({ id }) => id !== own.id);
  const found = await Promise.all(
    others.map(async ({ id, kind, name }): Promise<readonly OtherGroup[]> => {
      const group = await findGroup(ports, id);
      if (group === undefined) return [];
      const { series } = group.body;
      const meetings = await ports.meetings.list(id, now - dayMs, mostMeetings);
      const plan = { series, occurrences: occurrencesOf(series, kind, ports.days(kind)) };
      const spans = spansOf(
        plan,
        meetings.map(({ body }) => body),
      );
      return [{ name: name[language], spans }];
    }),
  );
  return found.flat();
};

/** What a coordinator is to be warned of before a meeting of the group is given that time. */
export const timeWarnings = async (
  ports: MeetingPorts,
  { span, ...asked }: Asked & { readonly span: Span },
): Promise<readonly TimeWarning[]> =>
  warningsOf(span, ports.days(asked.facts.kind), await otherGroups(ports, asked));
