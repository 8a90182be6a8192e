import { describe, expect, test } from 'vitest';
import { interspace, shelf } from './run.fixture.ts';

const SPANISH =
  'El paciente fue colocado en decúbito prono. Se inyectó en el espacio L4-L5 con una aguja bajo fluoroscopia, sin complicaciones.';
const CUT_CLAIM =
  'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*1200*^*00501*000000001*0*T*:~GS*HC*S*R*20260302*1200*1*X*005010X222A1~ST*837*0001*005010X222A1~BHT*0019*00*1*202603';

const file = shelf({
  'empty.txt': '',
  'blank.txt': ' \n\t\n',
  'binary.txt': new Uint8Array(4096).map((_, index) => (index * 7919) % 256),
  'huge.txt': 'a needle was advanced '.repeat(2_500_000),
  'spanish.txt': SPANISH,
  'cut.837': CUT_CLAIM,
  'misspelt.yaml': 'context:\n  payer: medicare\n  stat: OH\nnote: x\n',
  'wrong.yaml': 'context:\n  dateOfService: 2026-02-30\nnote: x\n',
  'cut.json': '{"note": "x",\n',
  'nothing.yaml': '# nothing\n',
  'scan.pdf': '%PDF-1.4\nthis is no document\n',
  'word.docx': Buffer.concat([Buffer.from('PK\u{3}\u{4}'), Buffer.alloc(200, 1)]),
  'folder/note.txt': 'x',
});

describe('what cannot be read is refused with what, where and what to do', () => {
  test.each([
    ['empty.txt', 'cli/input/empty', 'no text'],
    ['blank.txt', 'cli/input/empty', 'no text'],
    ['binary.txt', 'cli/input/binary', 'not text'],
    ['huge.txt', 'cli/input/too-large', 'larger than'],
    ['spanish.txt', 'cli/input/language', 'Spanish'],
    ['cut.837', 'wire/x12/', 'cut short'],
    ['misspelt.yaml', 'cli/input/unknown-key', 'misspelt.yaml:3: Unknown key `context.stat`. Did you mean "state"?'],
    ['wrong.yaml', 'cli/input/invalid', 'wrong.yaml:2'],
    ['cut.json', 'cli/input/damaged', 'cut.json:2'],
    ['nothing.yaml', 'cli/input/empty', 'empty'],
    ['scan.pdf', 'cli/input/damaged', 'PDF'],
    ['word.docx', 'cli/input/damaged', 'Word'],
    ['folder', 'cli/input/is-directory', 'folder'],
    ['missing.txt', 'cli/input/not-found', 'no such file'],
  ])('%s', async (name, code, says) => {
    const { exit, out, err } = await interspace(['review', file(name)]);
    const words = err.replaceAll(/\s+/g, ' ');
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(`[${code}`);
    expect(words).toContain(says);
    expect(words).toContain('do: ');
    expect(err).not.toMatch(/\n\s+at .*:\d+:\d+/);
  });
});

test('a refused document is data in the JSON formats', async () => {
  const one = await interspace(['review', file('empty.txt'), '--format', 'json']);
  expect(one.exit).toBe(2);
  expect(JSON.parse(one.out)).toMatchObject({ issues: [{ code: 'cli/input/empty' }] });
  const many = await interspace(['review', file('empty.txt'), file('missing.txt'), '--format', 'json']);
  expect(JSON.parse(many.out)).toHaveLength(2);
});

test('nothing on standard input is an empty note', async () => {
  const { exit, err } = await interspace(['review']);
  expect(exit).toBe(2);
  expect(err).toContain('standard input');
});

test.each([
  [['review', 'x.txt', '--state', 'ZZ'], '--state ZZ'],
  [['review', 'x.txt', '--on', '2026-02-30'], 'on the calendar'],
  [['review', 'x.txt', '--on', 'yesterday'], 'YYYY-MM-DD'],
  [['review', 'x.txt', '--claim-type', 'professionel'], 'Did you mean "professional"?'],
  [['review', 'x.txt', '--format', 'jsn'], 'Did you mean "json"?'],
  [['review', 'x.txt', '--fail-on', 'never'], 'block, warn'],
  [['review', 'x.txt', '--pos', 'office'], 'two digits'],
  [['review', 'x.txt', '--histroy', 'h.yaml'], 'Did you mean --history?'],
  [['reveiw', 'x.txt'], 'Did you mean review?'],
  [['review', 'x.txt', '--history', 'no-such.yaml'], 'no-such.yaml'],
  [['schema', 'claim'], 'review, input or submission'],
])('%j is a wrong command line', async (args, says) => {
  const { exit, out, err } = await interspace(args);
  expect(exit).toBe(2);
  expect(out).toBe('');
  expect(err.replaceAll(/\s+/g, ' ')).toContain(says);
});
