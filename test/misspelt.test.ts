import { variables } from '../src/config';
import { nearMissesIn } from '../src/misspelt';

const misses = (env: Record<string, string>) =>
  nearMissesIn(env, variables).map(({ name, meant }) => `${name} -> ${meant}`);

describe('a variable that nobody reads', () => {
  it.each([
    ['BOT_PASWORD', 'BOT_PASSWORD'],
    ['ADMINISTRATOR', 'ADMINISTRATORS'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['RETENTIONDAYS', 'RETENTION_DAYS'],
    ['BOT_TENNANT_ID', 'BOT_TENANT_ID'],
    ['bot_id', 'BOT_ID'],
  ])('%s > named as a near miss of %s', (name, meant) => {
    expect(misses({ [name]: 'a-value' })).toEqual([`${name} -> ${meant}`]);
  });

  it.each([
    'BOT_ENDPOINT',
    'BOT_DOMAIN',
    'BOT_OBJECT_ID',
    'PATH',
    'HOSTNAME',
    'SORT',
    'POST',
    'NODE_ENV',
    'TEAMS_APP_ID',
  ])('%s, of somebody else > not judged', (name) => {
    expect(misses({ [name]: 'a-value' })).toEqual([]);
  });

  it('beside the one that it is like > not judged', () => {
    expect(misses({ BOT_ID: 'set', BOT_ID2: 'set too' })).toEqual([]);
  });

  it('says no value, for it may be a secret', () => {
    expect(JSON.stringify(nearMissesIn({ BOT_PASSWRD: 'a-secret' }, variables))).not.toContain('a-secret');
  });
});
