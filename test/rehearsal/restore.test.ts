import { rehearse } from './restore';

describe('backup and restore, rehearsed', () => {
  it('a destroyed database > comes back as it was at the backup, and only what came later is lost', async () => {
    const found = await rehearse({ meetings: 60, rows: 90 });
    expect(found.saved).toEqual({ meetings: 60, rows: 90, newest: 'east/59' });
    expect(found.restored).toEqual(found.saved);
    expect(found.doctorBefore).toMatch(/^fault .*no database/);
    expect(found.doctorAfter).toMatch(/^ok .*can be reached/);
  }, 60_000);
});
