import type { UnitRequest } from '../requests/model/request';
import type { UnitHome } from '../requests/model/unit-home';
import type { ClassId } from './classes';
import type { Classified } from './paths';

export const units: Classified<UnitHome, ClassId> = {
  unitId: 'unitPlace',
  'channel.conversationId': 'unitPlace',
  'channel.teamId': 'unitPlace',
  'channel.tenantId': 'unitPlace',
  'channel.serviceUrl': 'unitPlace',
  'named[]': 'unitRoles',
  'state.kind': 'unitPlace',
  'state.by': 'unitRoles',
  'state.at': 'unitPlace',
  'state.deputies[]': 'unitRoles',
  'state.lostAt': 'unitPlace',
};

export const requests: Classified<UnitRequest, ClassId> = {
  unitId: 'requestFacts',
  kind: 'requestFacts',
  key: 'bookkeeping',
  'asker.personId': 'asker',
  'asker.tenantId': 'asker',
  'asker.serviceUrl': 'asker',
  'asker.conversationId': 'asker',
  'asker.language': 'asker',
  askedAt: 'requestFacts',
  'progress.kind': 'requestFacts',
  'progress.at': 'requestFacts',
  'progress.since': 'requestFacts',
  'progress.reminded': 'requestFacts',
  'progress.by': 'taker',
  'progress.wish.kind': 'wish',
  'progress.wish.number': 'wish',
  'progress.wish.matter': 'wish',
  'progress.wish.when[].date': 'wish',
  'progress.wish.when[].half': 'wish',
  'progress.wish.themes[]': 'wish',
  'progress.wish.level': 'wish',
  'progress.wish.place': 'wish',
  'progress.wish.month': 'wish',
  told: 'requestFacts',
  'cards.unit.messageId': 'requestFacts',
  'cards.unit.conversationId': 'requestFacts',
  'cards.unit.serviceUrl': 'requestFacts',
  'cards.unit.shown': 'taker',
  'cards.asker.messageId': 'requestFacts',
  'cards.asker.conversationId': 'asker',
  'cards.asker.serviceUrl': 'asker',
  'cards.asker.shown': 'requestFacts',
  posts: 'bookkeeping',
};
