/** Lets a child process of a test run the TypeScript sources: `node --require test/support/typescript-hook.js file.ts`. */
const Module = require('node:module');
const { transformFileSync } = require('@swc/core');

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformFileSync(filename, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  module._compile(code, filename);
};

// An `import()` names the built file.
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, parent, ...rest) => {
  try {
    return resolve(request, parent, ...rest);
  } catch (error) {
    if (!parent?.filename?.endsWith('.ts') || !/^\.{1,2}\/.*\.js$/.test(request)) throw error;
    return resolve(request.replace(/\.js$/, '.ts'), parent, ...rest);
  }
};
