import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fileInput } from '@interspace/batch/run/input';
import { run } from './run.fixture.ts';
import { projectRoot } from '../root.ts';

const folder = mkdtempSync(join(tmpdir(), 'interspace-scrub-formats-'));
const claims = join(projectRoot(), 'examples', 'claims', 'facet-both-sides.837');

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
    const unbalanced = join(folder, 'unbalanced.837');
    writeFileSync(unbalanced, readFileSync(claims, 'utf8').replace('CLM*FACET-1*700', 'CLM*FACET-1*701'));
    const plain = await run('scrub', unbalanced, '--format', 'html');
    expect(plain.out).toContain('FACET-1');
    expect(plain.out).toContain('names no patient and no member number');
    expect(plain.out).not.toContain('1EG4TE5MK73');
    const asked = await run('scrub', unbalanced, '--format', 'html', '--identifiers');
    expect(asked.out).toContain('1EG4TE5MK73');
  });

  it('refuses a form that it does not know', async () => {
    const { exit, err } = await run('scrub', claims, '--format', 'pdf');
    expect(exit).toBe(2);
    expect(err).toContain('--format pdf');
  });

  it('does not let one unreadable file stop the others, in any form', async () => {
    const [empty, packed] = [join(folder, 'empty.837'), join(folder, 'claims.837.gz')];
    writeFileSync(empty, '');
    writeFileSync(packed, gzipSync(readFileSync(claims)));
    for (const format of ['csv', 'jsonl', 'text']) {
      const { exit, out, err } = await run(
        'scrub',
        empty,
        claims,
        join(folder, 'none.837'),
        folder,
        packed,
        '--format',
        format,
      );
      expect(exit).toBe(2);
      expect(out.length).toBeGreaterThan(100);
      expect(err).toMatch(/is empty[^]*no such file[^]*a folder[^]*packed \(gzip\)[^]*gunzip -c/);
    }
    const alone = await run('scrub', packed, '--format', 'html');
    expect([alone.exit, alone.out]).toEqual([2, '']);
    expect(alone.err).toContain('packed (gzip)');
  });

  it('says which document has no claims when a form for claims is asked for', async () => {
    const note = join(folder, 'note.txt');
    writeFileSync(note, 'A note.');
    const { exit, err } = await run('scrub', note, '--format', 'csv');
    expect(exit).toBe(2);
    expect(err).toContain(`--format csv is for claim files (X12 837), and ${note}`);
    expect(err).toContain('A claim file begins with ISA');
  });

  it.each([
    ['report.xlsx', 'Name a .csv'],
    ['report.PDF', '.html to read'],
  ])('does not write %s, which would open as a broken file', async (name, words) => {
    const { exit, err } = await run('scrub', claims, '--output', join(folder, name));
    expect(exit).toBe(2);
    expect(err).toContain(words);
    expect(existsSync(join(folder, name))).toBe(false);
    expect((await run('scrub', claims, '--format', 'csv', '--output', join(folder, name))).exit).toBe(0);
  });

  it('says of a transaction without its envelope what is missing', async () => {
    const bare = join(folder, 'bare.837');
    const text = readFileSync(claims, 'latin1');
    writeFileSync(bare, text.slice(text.indexOf('ST*'), text.indexOf('GE*')));
    for (const form of ['text', 'html']) {
      const { exit, out, err } = await run('scrub', bare, '--format', form);
      expect([exit, out]).toEqual([2, '']);
      expect(err).toMatch(/begins with ST: its interchange header \(ISA\) is missing\. do: Export the whole/);
    }
    expect((await run('scrub', bare, claims)).out).toContain('1 claim, 2 lines');
  });

  it('judges a file that is named twice once, and says so', async () => {
    const link = join(folder, 'same.837');
    symlinkSync(claims, link);
    const { exit, out, err } = await run('scrub', claims, link, claims);
    expect(exit).toBe(0);
    expect(out).toContain('1 claim, 2 lines');
    expect(err.match(/was named before; it is judged once/g)).toHaveLength(2);
  });

  it('judges the claim files among others, and names what is none', async () => {
    const [note, other] = [join(folder, 'readme.txt'), join(folder, 'other.837')];
    writeFileSync(note, 'A note.');
    copyFileSync(claims, other);
    for (const form of [[], ['--format', 'csv'], ['--format', 'json']]) {
      const { exit, out, err } = await run('scrub', note, claims, other, ...form);
      expect(exit).toBe(2);
      expect(out).toMatch(/^(?:FACET-1|SUMMARY|file,claim,|\{"claims")/);
      expect(err).toContain('no claim file');
    }
  });

  it('says of which file each claim is when there are several', async () => {
    const [one, other] = [join(folder, 'twice-1.837'), join(folder, 'twice-2.837')];
    for (const path of [one, other]) copyFileSync(claims, path);
    const { out } = await run('scrub', one, other);
    const heads = out.split('\n').filter((line) => line.startsWith('FACET-1'));
    expect(heads.length).toBeGreaterThan(0);
    for (const head of heads) expect(head).toMatch(/twice-[12]\.837$/);
    expect((await run('scrub', one)).out).not.toContain('twice-1.837');
  });

  it.each([
    [['--tables', 'no-such-folder'], 'no such folder of tables'],
    [['--format', 'xlsx'], 'text, jsonl, csv, json, html, sarif'],
    [['--payer', 'medicar'], 'Did you mean "medicare"?'],
    [['--mac', 'nobody'], 'The library knows no contractor "nobody"'],
  ])('says what is wrong with %j', async (options, words) => {
    const { err } = await run('scrub', claims, ...options);
    expect(err).toContain(words);
  });

  it('never writes over a file that it reads', async () => {
    const [own, link] = [join(folder, 'own.837'), join(folder, 'link.837')];
    copyFileSync(claims, own);
    symlinkSync(own, link);
    for (const output of [own, link]) {
      const { exit, err } = await run('scrub', own, '--output', output);
      expect(exit).toBe(2);
      expect(err).toContain('which is needed itself');
    }
    const both = await run('scrub', own, '--output', join(folder, 'x'), '--resume', join(folder, 'x'));
    expect(both.exit).toBe(2);
    expect(readFileSync(own)).toEqual(readFileSync(claims));
  });

  it('says why the output cannot be written, and leaves nothing behind', async () => {
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`interspace-scrub-${process.pid}-`));
    for (const [output, why] of [
      [join(folder, 'none', 'x.csv'), 'no such folder'],
      [folder, 'it is a folder'],
      ...(existsSync('/dev/full') ? [['/dev/full', 'no space is left']] : []),
    ] as const) {
      const { exit, err } = await run('scrub', claims, '--format', 'csv', '--output', output);
      expect(exit).toBe(2);
      expect(err).toContain(why);
      expect(err).toContain('cli/output/not-written');
    }
    expect(left()).toEqual([]);
  });

  const countable = existsSync('/proc/self/fd');
  it.skipIf(!countable)('opens a file when its turn comes (skipped where open files cannot be counted)', async () => {
    const many = Array.from({ length: 40 }, (_, at) => join(folder, `many-${at}.837`));
    for (const path of many) copyFileSync(claims, path);
    const open = () => readdirSync('/proc/self/fd').length;
    const before = open();
    const inputs = many.map(fileInput);
    expect(open() - before).toBeLessThan(5);
    for (const input of inputs) {
      expect(await input.read(new Uint8Array(100))).toBe(100);
      input.close();
    }
    expect(open() - before).toBeLessThan(5);
  });
});
