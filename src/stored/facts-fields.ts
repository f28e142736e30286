import type { Overlay } from '../facts/model/overlay';
import type { ClassId } from './classes';
import type { Classified } from './paths';

export const facts: Classified<Overlay, ClassId> = {
  'facts.*.value': 'ownFacts',
  'facts.*.over': 'ownFacts',
  'facts.*.changed.by.personId': 'factEditors',
  'facts.*.changed.by.name': 'factEditors',
  'facts.*.changed.at': 'ownFacts',
  'facts.*.confirmed.by.personId': 'factEditors',
  'facts.*.confirmed.by.name': 'factEditors',
  'facts.*.confirmed.at': 'ownFacts',
  'facts.*.before.value': 'ownFacts',
  'facts.*.before.changed.by.personId': 'factEditors',
  'facts.*.before.changed.by.name': 'factEditors',
  'facts.*.before.changed.at': 'ownFacts',
  'facts.*.before.confirmed.by.personId': 'factEditors',
  'facts.*.before.confirmed.by.name': 'factEditors',
  'facts.*.before.confirmed.at': 'ownFacts',
  'editors.*[].personId': 'factEditors',
  'editors.*[].name': 'factEditors',
  askedIn: 'bookkeeping',
};
