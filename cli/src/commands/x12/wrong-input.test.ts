import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { program } from '../../program.ts';
import { projectRoot } from '../../root.ts';

const folder = mkdtempSync(join(tmpdir(), 'x12-wrong-input-'));
const claims = join(projectRoot(), 'examples', 'claims', 'facet-both-sides.837');

async function run(args: readonly string[], piped = ''): Promise<{ exit: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = { out: '', err: '' };
  stdout.on('data', (chunk: Buffer) => (texts.out += chunk.toString()));
  stderr.on('data', (chunk: Buffer) => (texts.err += chunk.toString()));
  const stdin = Readable.from(piped === '' ? [] : [Buffer.from(piped)]);
  const exit = await program([...args], { stdin, stdout, stderr, env: {} });
  return { exit, out: texts.out.replaceAll(/\s+/g, ' '), err: texts.err.replaceAll(/\s+/g, ' ') };
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('x12 show and check', () => {
  it.each(['show', 'check'])('%s refuses a form that it does not know', async (verb) => {
    const { exit, out, err } = await run(['x12', verb, claims, '--format', 'xml']);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toMatch(/xml.*must be (?:one of )?text/);
  });

  it.each(['show', 'check'])('%s does not run on what is packed, empty or a note, and says why', async (verb) => {
    const packed = await run(['x12', verb, file('claims.837.gz', gzipSync('ISA*'))]);
    expect([packed.exit, packed.out]).toEqual([2, '']);
    expect(packed.err).toContain(`claims.837.gz | interspace x12 ${verb} -`);
    const empty = await run(['x12', verb, file('empty.837', '')]);
    expect(empty.exit).toBe(2);
    expect(empty.out + empty.err).toMatch(/The file is empty|holds no data/);
    const note = await run(['x12', verb, file('note.txt', 'A note.')]);
    expect(note.exit).toBe(2);
    expect(note.out).toContain('does not begin with an interchange header');
    expect(note.out).toContain('Give an X12 file');
    expect(note.out).toContain('wire/x12/not-x12');
    expect(note.out).not.toContain('nothing found');
  });
});

describe('x12 write', () => {
  it('takes a submission from a pipe', async () => {
    const { exit, err } = await run(['x12', 'write', '-'], 'sender: A\n');
    expect(exit).toBe(2);
    expect(err).toContain('standard input: `receiver` is required.');
  });

  it('does not try what is no text as YAML, nor a file that is X12 already', async () => {
    const pdf = await run(['x12', 'write', file('a.pdf', Buffer.from('%PDF-1.7\n\u0000\u0001"Testina Example'))]);
    expect(pdf.exit).toBe(2);
    expect(pdf.err).toMatch(/no text; a submission is YAML or JSON\. do: docs\/x12\.md/);
    expect((await run(['x12', 'write', claims])).err).toContain('This is an X12 file already');
  });

  it.each([
    'a: "x\nname: Testina Example"" b\n',
    'a: b\n  "Testina Example": } Testina\n',
    'a: *Testina\n',
    '%Testina\n---\na: b\n',
  ])('repeats nothing of a damaged document: %j', async (text) => {
    const { exit, err } = await run(['x12', 'write', file('damaged.yaml', text)]);
    expect(exit).toBe(2);
    expect(err).not.toContain('Testina');
  });
});
