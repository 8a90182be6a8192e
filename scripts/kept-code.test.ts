import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startScript } from './kept-code.mjs';

const folder = mkdtempSync(join(tmpdir(), 'interspace-kept-code-'));
const script = join(folder, 'cli-one.cjs');
const says = (word: string) =>
  `(function(exports,require,module,__filename,$import){exports.word=()=>'${word}';exports.load=()=>$import('./beside.mjs')})`;
const kept = () => readdirSync(folder).filter((name) => name.endsWith('.code'));
const word = ({ exports }: ReturnType<typeof startScript>) => (exports['word'] as () => string)();
const mayWriteAnywhere = process.getuid?.() === 0;
if (mayWriteAnywhere) console.log('skipped: a folder that cannot be written (this user may write everywhere)');

beforeEach(() => {
  for (const name of kept()) rmSync(join(folder, name));
  writeFileSync(script, says('one'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('startScript', () => {
  it('offers to keep bytecode once, and starts from it then', () => {
    const first = startScript(script);
    expect(word(first)).toBe('one');
    first.keep?.();
    expect(kept()).toHaveLength(1);
    const second = startScript(script);
    expect([word(second), second.keep]).toEqual(['one', undefined]);
  });

  it.each([
    ['garbage', () => Buffer.from('garbage')],
    ['nothing', () => Buffer.alloc(0)],
    ['a file that was cut short', (code: Buffer) => code.subarray(0, code.length >> 1)],
    ['zeros', (code: Buffer) => Buffer.alloc(code.length)],
  ])('compiles again where %s is kept, and keeps anew', (_, damaged) => {
    startScript(script).keep?.();
    const [name = ''] = kept();
    writeFileSync(join(folder, name), damaged(readFileSync(join(folder, name))));
    const again = startScript(script);
    expect(word(again)).toBe('one');
    again.keep?.();
    expect(startScript(script).keep).toBeUndefined();
  });

  it('never takes the bytecode of a script of another name', () => {
    startScript(script).keep?.();
    const other = join(folder, 'cli-two.cjs');
    writeFileSync(other, says('two'));
    const started = startScript(other);
    expect([word(started), started.keep !== undefined]).toEqual(['two', true]);
  });

  it('loads a module that stands beside the script', async () => {
    writeFileSync(join(folder, 'beside.mjs'), 'export const here = true;');
    const { exports } = startScript(script);
    expect(await (exports['load'] as () => Promise<unknown>)()).toMatchObject({ here: true });
  });

  it.skipIf(mayWriteAnywhere)('keeps nothing where nothing can be written', () => {
    chmodSync(folder, 0o555);
    try {
      expect([word(startScript(script)), startScript(script).keep]).toEqual(['one', undefined]);
    } finally {
      chmodSync(folder, 0o755);
    }
  });
});
