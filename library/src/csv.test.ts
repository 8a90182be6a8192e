import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv.ts';

describe('parseCsv', () => {
  it.each([
    ['plain', 'a,b\n1,2\n', [{ line: 2, cells: { a: '1', b: '2' } }]],
    ['quoted comma and quote', 'a,b\n"1,5","say ""no"""\n', [{ line: 2, cells: { a: '1,5', b: 'say "no"' } }]],
    [
      'a line end inside quotes keeps the line count',
      'a,b\n"x\ny",1\nz,2',
      [
        { line: 2, cells: { a: 'x\ny', b: '1' } },
        { line: 4, cells: { a: 'z', b: '2' } },
      ],
    ],
    ['missing cells are empty', 'a,b\r\n1\r\n', [{ line: 2, cells: { a: '1', b: '' } }]],
    ['blank lines are skipped', 'a,b\n\n1,2\n', [{ line: 3, cells: { a: '1', b: '2' } }]],
    ['nothing', '', []],
  ])('%s', (_, text, rows) => {
    expect(parseCsv(text).rows).toEqual(rows);
  });
});
