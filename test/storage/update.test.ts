import { mustUpdate, update } from '../../src/storage/update';
import { type MemoryDocuments, memoryDocuments } from '../support/memory-store';

type Tally = { readonly count: number };
const index = { groupId: 'east', at: 7 };
const oneMore = ({ count }: Tally) => ({ kind: 'save', body: { count: count + 1 }, index }) as const;

let tallies: MemoryDocuments<Tally>;
beforeEach(async () => {
  tallies = memoryDocuments<Tally>(() => 0);
  await tallies.insert('a', { count: 3 }, index);
});
const stored = () => tallies.all().map(({ body }) => body.count);

describe('an update', () => {
  it('of what is there > is written, and comes back as it can be changed again', async () => {
    const first = await update(tallies, 'a', oneMore);
    if (first.kind !== 'saved') throw new Error(first.kind);
    expect(await update(tallies, first.doc, oneMore)).toMatchObject({ kind: 'saved', doc: { version: 3 } });
    expect(stored()).toEqual([5]);
  });

  it('of what is not there > says so and makes nothing', async () => {
    expect(await update(tallies, 'b', oneMore)).toEqual({ kind: 'missing' });
    expect(stored()).toEqual([3]);
  });

  it('that leaves the document > writes nothing, and brings its reason', async () => {
    const left = await update<Tally, 'full'>(tallies, 'a', () => ({ kind: 'leave', left: 'full' }), {
      first: () => Promise.reject(new Error('nothing comes before a change that is not made')),
    });
    expect(left).toMatchObject({ kind: 'left', left: 'full', doc: { body: { count: 3 } } });
  });

  it('at the same time as forty others > none is lost', async () => {
    const all = await Promise.all(Array.from({ length: 41 }, () => update(tallies, 'a', oneMore)));
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['saved']));
    expect(stored()).toEqual([44]);
  });

  it('of a document that was read before somebody else changed it > decides anew on what is there', async () => {
    const known = await tallies.find('a');
    await update(tallies, 'a', oneMore);
    const seen: number[] = [];
    await update(tallies, known!, (tally) => {
      seen.push(tally.count);
      return oneMore(tally);
    });
    expect(seen).toEqual([3, 4]);
    expect(stored()).toEqual([5]);
  });

  it('to which others are always faster > ends, and says so; where it must be made it fails', async () => {
    const raced = { ...tallies, replace: async () => false };
    expect(await update(raced, 'a', oneMore)).toMatchObject({ kind: 'busy', doc: { body: { count: 3 } } });
    await expect(mustUpdate(raced, 'a', oneMore)).rejects.toThrow('changed too often');
  });

  it('whose rows come first > has them before it is written, with both bodies at hand', async () => {
    const first = jest.fn(async () => expect(stored()).toEqual([3]));
    await update(tallies, 'a', oneMore, { first });
    expect(first).toHaveBeenCalledWith({ count: 4 }, { count: 3 });
    expect(stored()).toEqual([4]);
  });
});
