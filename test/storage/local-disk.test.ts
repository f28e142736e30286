import os from 'node:os';
import { demandLocalDisk } from '../../src/storage/sqlite/local-disk';

describe('the embedded database’s folder', () => {
  it.each([
    ['NFS', 0x6969],
    ['SMB 1', 0xff534d42],
    ['SMB 2 and 3', 0xfe534d42],
    ['SMB 2 and 3, where the number has a sign', 0xfe534d42 - 2 ** 32],
    ['9p', 0x01021997],
  ])('on %s > refused, with what to do instead', async (_, type) => {
    await expect(demandLocalDisk('/home/data', async () => type)).rejects.toThrow(
      /^\/home\/data is on a network share .* use a local disk, or mongodb:\/\/$/,
    );
  });

  it.each([
    ['ext4', 0xef53],
    ['tmpfs', 0x01021994],
    ['overlay, a container’s own', 0x794c7630],
  ])('on %s > taken', async (_, type) => {
    await expect(demandLocalDisk('/var/lib/vejviser', async () => type)).resolves.toBeUndefined();
  });

  it('on this machine > taken', async () => {
    await expect(demandLocalDisk(os.tmpdir())).resolves.toBeUndefined();
  });
});
