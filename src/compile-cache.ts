import module from 'node:module';
import path from 'node:path';

/**
 * Keeps the compiled code of this program and its packages beside it, so that its next start is faster. Imported before
 * everything else. Where the folder can't be written, or on a Node without this cache, the program starts as without.
 */
module.enableCompileCache?.(path.join(__dirname, '.compile-cache'));
