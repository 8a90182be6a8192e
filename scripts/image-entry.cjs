// Run by `node --build-snapshot`: evaluates the bundle, makes the law ready and reviews the examples, so that all of it
// stands in the image of the heap that is taken then. A start from the image goes on with `start` below.
// Not an import in it: in here Node.js has its own modules only.
const { readFileSync, realpathSync } = require('node:fs');
const { createRequire } = require('node:module');
const { setFlagsFromString, startupSnapshot } = require('node:v8');
const { Script } = require('node:vm');

const [, , file, launcher, beside] = process.argv;

/** Said to the shell script, which then starts in the ordinary way. */
const NOT_MINE = 75;

// Image and program would each bring these methods, and V8 (11.3) ends the process where they meet.
const lent = [];
function lend(prototype, name, value) {
  if (name in prototype) return;
  Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
  lent.push(() => delete prototype[name]);
}
for (const prototype of [Array.prototype, Object.getPrototypeOf(Uint8Array.prototype)]) {
  lend(prototype, 'toSorted', function toSorted(compare) {
    return this.slice().sort(compare);
  });
  lend(prototype, 'toReversed', function toReversed() {
    return this.slice().reverse();
  });
  lend(prototype, 'with', function withOne(at, value) {
    const copy = this.slice();
    copy[at < 0 ? at + copy.length : at] = value;
    return copy;
  });
}
lend(Array.prototype, 'toSpliced', function toSpliced(...how) {
  const copy = this.slice();
  copy.splice(...how);
  return copy;
});

let load;
const module_ = { exports: {} };
new Script(readFileSync(file, 'latin1'), { filename: file }).runInThisContext()(
  module_.exports,
  require,
  module_,
  file,
  (name) => (load ??= createRequire(beside)(beside))(name, file),
);
const cli = module_.exports;

startupSnapshot.setDeserializeMainFunction(() => void start());

async function start() {
  // The image knows the project by its place.
  if (realpathSync(process.argv[1]) !== launcher) process.exit(NOT_MINE);
  process.exitCode = await cli.main(process.argv.slice(2));
}

(async () => {
  // An image cannot hold patterns as machine code, but as code for V8's interpreter of patterns. Under the flags that
  // are in force in the end, and no others, the image can be used.
  setFlagsFromString('--regexp-interpret-all');
  await cli.rehearse({ forImage: true });
  setFlagsFromString('--no-regexp-interpret-all');
  setFlagsFromString('--regexp-tier-up');
  for (const takeBack of lent) takeBack();
  // Node.js remembers the folder it runs in, and forgets it here.
  process.chdir(process.cwd());
})().catch(() => process.exit(1));
