import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { program } from '../program.ts';
import { projectRoot } from '../root.ts';

const folder = mkdtempSync(join(tmpdir(), 'interspace-scrub-formats-'));
const claims = join(projectRoot(), 'examples', 'claims', 'facet-both-sides.837');

async function run(...args: string[]): Promise<{ exit: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = { out: '', err: '' };
  stdout.on('data', (chunk: Buffer) => (texts.out += chunk.toString()));
  stderr.on('data', (chunk: Buffer) => (texts.err += chunk.toString()));
  const exit = await program(args, { stdin: Readable.from([]), stdout, stderr, env: {} });
  return { exit, ...texts };
}

describe('scrub', () => {
  it.each([
    ['report.html', '<!doctype html>'],
    ['report.sarif', '{"$schema"'],
    ['findings.csv', 'file,claim,line,'],
    ['findings.jsonl', '{"id":"FACET-1"'],
    ['findings.txt', 'SUMMARY'],
  ])('writes %s in the form that its name says', async (name, begins) => {
    const path = join(folder, name);
    const { exit, out, err } = await run('scrub', claims, '--output', path);
    expect({ exit, out }).toEqual({ exit: 0, out: '' });
    expect(readFileSync(path, 'utf8').startsWith(begins)).toBe(true);
    if (!name.endsWith('.txt')) expect(err).toContain('1 claim: 0 blocked, 0 to look at; 0 issues of the file.');
  });

  it('shows a member number only when it was asked for', async () => {
    const broken = ['--state', 'KY', '--format', 'html'];
    const plain = await run('scrub', claims, ...broken);
    expect(plain.out).toContain('names no patient and no member number');
    expect(plain.out).not.toContain('1EG4TE5MK73');
  });

  it('refuses a form that it does not know', async () => {
    const { exit, err } = await run('scrub', claims, '--format', 'pdf');
    expect(exit).toBe(2);
    expect(err).toContain('--format pdf');
  });
});
