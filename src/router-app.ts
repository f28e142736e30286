import { createAgendaHandlers } from './agenda/handlers';
import { withTrail } from './audit/refusals';
import type { Trail } from './audit/trail';
import type { Verb } from './cards/verbs';
import { commandsOf, createRouter, onClock } from './chat/router';
import type { Router } from './chat/turn';
import { derived } from './derived';
import { createFiguresHandlers } from './figures/handlers';
import type { KeptFigures } from './figures/keeping';
import type { Links } from './http/links';
import type { LinkPorts } from './links/addresses';
import { createLinkHandlers, createLinks } from './links/handlers';
import { createMeetingHandlers } from './meetings/handlers';
import { createSetUpHandlers } from './meetings/set-up/handlers';
import { withPendingNotices } from './messages/pending-notices';
import { createRequestHandlers } from './requests/handlers';
import { createRequestNotices } from './requests/messages';
import { calledUnits } from './requests/model/unit-home';
import type { RequestPorts } from './requests/ports';
import type { Store } from './storage/contract';

/** Who answers about meetings, and what can be asked. */
export type MeetingsRouter = {
  readonly router: Router;
  /** The words that the router knows, with their verbs. */
  readonly commands: Readonly<Record<string, Verb>>;
  /** What stands behind the addresses that it has given. */
  readonly links: Links;
};

type RouterParts = Pick<Store, 'clock'> & Pick<KeptFigures, 'handedIn'> & { readonly trail: Trail };

/** The slices of meetings, agendas, figures, links and requests, always over the ports of now. */
export const createMeetingsRouter = (
  ports: () => LinkPorts,
  requestPorts: () => RequestPorts,
  { clock, trail, handedIn }: RouterParts,
): MeetingsRouter => {
  const slices = derived(ports, (now) => [
    createSetUpHandlers(now),
    createMeetingHandlers(now),
    createAgendaHandlers({ ...now, handedIn }),
    createFiguresHandlers(now),
    createLinkHandlers(now),
    createRequestHandlers(requestPorts()),
  ]);
  const router = derived(ports, (now) =>
    withTrail(withPendingNotices(now, createRouter(slices()), createRequestNotices(requestPorts())), {
      trail,
      groups: now.municipality.groups.map(({ id }) => id),
      units: calledUnits,
    }),
  );
  const addresses = derived(ports, createLinks);
  return {
    router: onClock(
      {
        takes: (incoming) => router().takes(incoming),
        answer: (incoming, actor, at) => router().answer(incoming, actor, at),
      },
      clock,
    ),
    commands: commandsOf(slices()),
    links: {
      feed: (token: string) => addresses().feed(token),
      open: (token: string) => addresses().open(token),
      file: (token: string) => addresses().file(token),
    },
  };
};
