import type { Doc, Instant } from '../storage/contract';
import { type Updated, update } from '../storage/update';
import type { UnitRequest } from './model/request';
import { requestIndex } from './model/upkeep';
import type { RequestPorts } from './ports';

type Change<Left> = {
  readonly now: Instant;
  /** The request as it becomes, or why it stays as it is. */
  readonly decide: (
    request: UnitRequest,
  ) =>
    | { readonly kind: 'save'; readonly body: UnitRequest }
    | { readonly kind: 'leave'; readonly left: Left };
  /** Looked at once more at once: something is to be sent that the request itself doesn't tell. */
  readonly isDueAfter?: boolean;
};

/** The one way in which a request that is kept changes: by a click, by time, or by what Teams has answered. */
export const changeRequest = async <Left = 'same'>(
  { requests }: Pick<RequestPorts, 'requests'>,
  known: string | Doc<UnitRequest>,
  { now, decide, isDueAfter = false }: Change<Left>,
): Promise<Updated<UnitRequest, Left>> =>
  update<UnitRequest, Left>(requests, known, (request) => {
    const decided = decide(request);
    if (decided.kind === 'leave') return decided;
    const index = requestIndex(decided.body, now);
    return { ...decided, index: isDueAfter ? { ...index, nextCheckAt: 0 } : index };
  });

/** The same where the change must be made: rejects when others were faster every time. */
export const mustChangeRequest = async <Left = 'same'>(
  ...wanted: Parameters<typeof changeRequest<Left>>
): Promise<Exclude<Updated<UnitRequest, Left>, { kind: 'busy' }>> => {
  const updated = await changeRequest(...wanted);
  if (updated.kind === 'busy') throw new Error('A request was changed too often while a change of it waited');
  return updated;
};
