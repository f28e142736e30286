// Where the tests keep their databases: every commit of ours waits for the disk, and a file in memory keeps as well for
// as long as a test runs. A machine without such a folder, or with one as small as a container's, uses its disk.
const { statfsSync } = require('node:fs');

const memory = '/dev/shm';
const enough = 512 * 2 ** 20;

const hasRoom = () => {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= enough;
  } catch {
    return false;
  }
};

if (process.env.TMPDIR === undefined && hasRoom()) process.env.TMPDIR = memory;
