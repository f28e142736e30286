// Makes the next start a cold one: the kernel forgets the files it has read. Linux only, and only where that is allowed.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/** True when the kernel's file cache was dropped, false where this user may not. */
export function dropFileCache() {
  try {
    execFileSync('sync');
    writeFileSync('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
}
