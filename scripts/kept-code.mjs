// Starts a bundled script from the bytecode of an earlier run, so that nothing is parsed and little is compiled.
import { accessSync, constants, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import vm from 'node:vm';

/**
 * Runs the script and answers what it exports, and whether anything may be kept beside it. `keep` is there when no
 * bytecode was: called after the script has done some work, it writes down everything that was compiled by then.
 *
 * The script is named after its content, the bytecode after the script, the version of V8, its flags and the processor:
 * what was kept under another of them is never looked at.
 *
 * @param {string} file absolute, ending with `.cjs`
 */
export function startScript(file) {
  const kept = `${file.slice(0, -4)}-${cachedDataVersionTag()}.code`;
  const cachedData = readKept(kept);
  const script = new vm.Script(readFileSync(file, 'latin1'), {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  const load = (name) => import(name.startsWith('.') ? new URL(name, pathToFileURL(file)).href : name);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, load);
  const had = cachedData !== undefined && script.cachedDataRejected === false;
  const mayWrite = isWritable(file);
  return { exports: module.exports, mayWrite, keep: had || !mayWrite ? undefined : () => keep(kept, script) };
}

function readKept(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** V8 trusts what it is given: the bytes are on the disk before they have their name. */
function keep(path, script) {
  try {
    writeFileSync(`${path}.${process.pid}`, script.createCachedData(), { flush: true });
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    // A full disk only costs the time of compiling again.
  }
}

function isWritable(file) {
  try {
    accessSync(dirname(file), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
