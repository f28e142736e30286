// Preloaded into our own bot: notes how much the process grew while a package was loaded for the first time.
const Module = require('node:module');
const { writeFileSync } = require('node:fs');

const MEGABYTE = 1024 * 1024;
const held = () => process.memoryUsage.rss() / MEGABYTE;
const atStart = held();
const packages = {};
const original = Module._load;
let isInside = false;

Module._load = function load(request, parent, ...rest) {
  const isPackage = !/^[./]/.test(request) && !Module.isBuiltin(request);
  if (isInside || !isPackage || packages[request] !== undefined) {
    return original.call(this, request, parent, ...rest);
  }
  isInside = true;
  const before = held();
  try {
    return original.call(this, request, parent, ...rest);
  } finally {
    packages[request] = held() - before;
    isInside = false;
  }
};

process.on('exit', () => {
  const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
  const sizes = { rss, heapUsed, heapTotal, external };
  const inMegabytes = Object.fromEntries(
    Object.entries(sizes).map(([name, bytes]) => [name, bytes / MEGABYTE]),
  );
  writeFileSync(process.env.WEIGHT_REPORT, JSON.stringify({ atStart, packages, atEnd: inMegabytes }));
});
