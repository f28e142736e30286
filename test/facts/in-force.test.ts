import { followFacts, overlayId } from '../../src/facts/in-force';
import { changeFact, emptyOverlay, nameEditor, type Overlay } from '../../src/facts/model/overlay';
import { textIn } from '../../src/facts/model/topic';
import type { LogEvent } from '../../src/log';
import { ishojFile, loadMunicipalityFile } from '../../src/municipality/load';
import { memoryDocuments } from '../support/memory-store';

const file = loadMunicipalityFile(ishojFile);
const index = { groupId: '', at: 0 };
const rita = { personId: 'rita', name: 'Rita Opfundet' };
const corrected = (telephone: string, over = textIn(file, 'staff-unit')): Overlay =>
  changeFact(emptyOverlay, {
    topic: 'staff-unit',
    over,
    by: rita,
    at: 1,
    value: JSON.stringify({ telephone, mail: 'tk@ishoj.dk' }),
  });

const open = async (overlay?: Overlay) => {
  const facts = memoryDocuments<Overlay>(() => 0);
  if (overlay) await facts.insert(overlayId, overlay, index);
  const logged: LogEvent[] = [];
  const inForce = await followFacts({
    file,
    facts,
    log: (event) => void logged.push(event),
    isSimulated: true,
  });
  const telephone = () => inForce.now().municipality.units['staff-unit'].telephone;
  return { facts, logged, inForce, telephone };
};

test('process > follows what another has written, and a start what was there before', async () => {
  const { facts, inForce, telephone } = await open(corrected('43 57 00 01'));
  expect(telephone()).toBe('43 57 00 01');
  const [doc] = facts.all();
  await facts.replace(doc!, corrected('43 57 00 02'), index);
  expect(telephone()).toBe('43 57 00 01');
  await inForce.refresh();
  expect(telephone()).toBe('43 57 00 02');
});

test('what doesn’t change the municipality > exchanges nothing, and an older read undoes nothing', async () => {
  const { facts, inForce, telephone } = await open(corrected('43 57 00 01'));
  const { municipality } = inForce.now();
  const [old] = facts.all();
  await facts.replace(old!, nameEditor(old!.body, 'staff-unit', rita) ?? emptyOverlay, index);
  await inForce.refresh();
  expect(inForce.now().municipality).toBe(municipality);
  expect(inForce.now().overlay?.body.editors).toEqual({ 'staff-unit': [rita] });
  inForce.follow({ ...old!, version: 5, body: corrected('43 57 00 05') });
  await inForce.refresh();
  expect(telephone()).toBe('43 57 00 05');
});

test('clash and refusal > are said once each, by the topic alone', async () => {
  const { inForce, logged } = await open(corrected('43 57 00 01', '{}'));
  await inForce.refresh();
  expect(logged).toEqual([{ event: 'facts-clash', topic: 'staff-unit' }]);
  const { logged: refusals, telephone } = await open(corrected('ring ikke'));
  expect(refusals).toEqual([{ event: 'facts-refused', topic: 'staff-unit' }]);
  expect(telephone()).toBe('43 57 75 55');
});

test('database that can’t be read > leaves what is in force', async () => {
  const { facts, inForce, telephone } = await open(corrected('43 57 00 01'));
  Object.assign(facts, { find: async () => Promise.reject(new Error('away')) });
  await expect(inForce.refresh()).rejects.toThrow('away');
  expect(telephone()).toBe('43 57 00 01');
});
