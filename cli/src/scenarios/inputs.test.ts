import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../root.ts';
import { smallDocx, smallPdf } from './documents.fixture.ts';
import { interspace, shelf } from './run.fixture.ts';

const note = readFileSync(join(projectRoot(), 'examples', 'notes', 'tfesi-l4-l5.txt'), 'utf8');
const lines = note.split(/\r?\n/);
const around = ['--payer', 'medicare', '--state', 'OH', '--on', '2026-03-02'];

const file = shelf({
  'note.txt': note,
  'note.md': note,
  'dos.txt': note.replaceAll('\n', '\r\n'),
  'bom.txt': `\u{FEFF}${note}`,
  'utf16.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(note, 'utf16le')]),
  'note.pdf': smallPdf(lines),
  'note.docx': smallDocx(lines),
  'form.yaml': `context: { payer: medicare, state: OH, dateOfService: 2026-03-02 }\nnote: |\n${lines.map((line) => `  ${line}`).join('\n')}\n`,
  'form.json': JSON.stringify({ context: { payer: 'medicare', state: 'OH', dateOfService: '2026-03-02' }, note }),
  'context.yaml': 'payer: medicare\nstate: OH\ndateOfService: 2026-03-02\n',
  'notes.jsonl': [
    JSON.stringify({ id: 'first', text: note }),
    'not json',
    JSON.stringify({ id: 'second' }),
    '',
    JSON.stringify({ id: 3, text: note }),
  ].join('\n'),
});

interface Line {
  code: string;
  modifiers: string[];
  units: number;
}

async function codes(args: readonly string[], stdin = ''): Promise<string[]> {
  const { out, err } = await interspace(['review', ...args, '--format', 'json'], { stdin });
  expect(err).toBe('');
  const { lines } = JSON.parse(out) as { lines: Line[] };
  return lines.map(({ code, modifiers, units }) => `${code} ${modifiers.join(',')} x${units}`);
}

const expected = await codes([file('note.txt'), ...around]);

test('the plain note has lines at all', () => {
  expect(expected.length).toBeGreaterThan(0);
});

test.each(['note.md', 'dos.txt', 'bom.txt', 'utf16.txt', 'note.pdf', 'note.docx', 'form.yaml', 'form.json'])(
  '%s gives the same lines',
  async (name) => {
    expect(await codes([file(name), ...around])).toEqual(expected);
  },
);

test('standard input and a context file give the same lines', async () => {
  expect(await codes(['-', ...around], note)).toEqual(expected);
  expect(await codes(around, note)).toEqual(expected);
  expect(await codes([file('note.txt'), '--context', file('context.yaml')])).toEqual(expected);
});

test('quotes are where they say they are', async () => {
  const { out } = await interspace(['review', file('bom.txt'), ...around, '--format', 'json']);
  const text = `\u{FEFF}${note}`;
  const found = [...out.matchAll(/"quote": (".*"),\n\s+"start": (\d+),\n\s+"end": (\d+)/g)];
  expect(found.length).toBeGreaterThan(0);
  for (const [, quote = '""', start, end] of found)
    expect(text.slice(Number(start), Number(end))).toBe(JSON.parse(quote));
});

test('notes in bulk: a Review a line with the same id, and a bad line does not stop the next', async () => {
  const { exit, out, err } = await interspace(['review', file('notes.jsonl'), ...around]);
  expect(exit).toBe(2);
  expect(err).toContain('notes.jsonl:2');
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id?: string; lines?: Line[]; issues?: { code: string }[] });
  expect(answers.map(({ id }) => id)).toEqual(['first', undefined, 'second', '3']);
  expect(answers.map(({ issues }) => issues?.[0]?.code)).toEqual([
    undefined,
    'cli/bulk/line-invalid',
    'cli/bulk/line-invalid',
    undefined,
  ]);
  expect(answers[0]?.lines?.length).toBe(expected.length);
});

test('several documents: the others still run, and JSON stays one list', async () => {
  const { exit, out, err } = await interspace([
    'review',
    file('note.txt'),
    file('gone.txt'),
    file('note.pdf'),
    ...around,
    '--format',
    'json',
  ]);
  expect(exit).toBe(2);
  expect(err).toContain('gone.txt');
  expect((JSON.parse(out) as unknown[]).map((item) => Object.keys(item as object).includes('lines'))).toEqual([
    true,
    false,
    true,
  ]);
});

const bulk = Array.from({ length: 300 }, (_, id) => JSON.stringify({ id: String(id), text: note })).join('\n');

test('three hundred notes through a pipe', async () => {
  const { out } = await interspace(['review', '-', ...around], { stdin: bulk });
  expect(out.trim().split('\n')).toHaveLength(300);
});

test.skipIf(process.platform === 'win32')('a reader that stops early is no error', async () => {
  const { execFile } = await import('node:child_process');
  const root = projectRoot();
  const said = await new Promise<string>((resolve) => {
    const child = execFile(
      'sh',
      ['-c', `"${process.execPath}" bin/interspace.mjs review - | head -n 1 >/dev/null`],
      { cwd: root, timeout: 20_000 },
      (_, __, err) => resolve(err),
    );
    child.stdin?.on('error', () => {});
    child.stdin?.end(bulk);
  });
  expect(said).toBe('');
});
