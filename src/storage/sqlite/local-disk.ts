import { statfs } from 'node:fs/promises';

/** File systems of other machines, by the number that `statfs` tells: the kernel's `linux/magic.h`. */
const networkShares: Readonly<Record<number, string>> = {
  26985: 'NFS',
  20859: 'SMB',
  4283649346: 'SMB',
  4266872130: 'SMB',
  12805120: 'Ceph',
  16914839: '9p',
  1397113167: 'AFS',
};

export type FileSystemType = (folder: string) => Promise<number>;

const typeOf: FileSystemType = async (folder) => (await statfs(folder)).type;

/**
 * Throws when the folder is on a network share. SQLite's write-ahead log needs memory that its processes share and locks
 * that hold, and a share gives neither: two instances would each believe that they alone write.
 */
export const demandLocalDisk = async (folder: string, fileSystem: FileSystemType = typeOf): Promise<void> => {
  // Some systems tell the number with its sign.
  const share = networkShares[(await fileSystem(folder)) >>> 0];
  if (share === undefined) return;
  throw new Error(
    `${folder} is on a network share (${share}), where an embedded database can lose data: use a local disk, or mongodb://`,
  );
};
