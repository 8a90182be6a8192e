import { describe, expect, test } from 'vitest';
import { rewrite } from './rewritten.ts';
import { sideBlocks } from './side-blocks.ts';
import { sideColumns } from './side-columns.ts';

const read = (way: typeof sideColumns, lines: readonly string[]) => {
  const { text } = rewrite(lines.join('\n'), way(lines.join('\n')));
  return text.split('\n').map((line) => line.replace(/[ \t]+/g, ' ').trim());
};

describe('columns of sides', () => {
  test('a tick names the level of its row for each side on which it was done', () => {
    expect(
      read(sideColumns, [
        '| | RIGHT | LEFT |',
        '| L3 MB | done | not done |',
        '| L4 MB | [x] | yes |',
        '| Needle | 25G | 25G |',
      ]),
    ).toEqual([
      '| | RIGHT | LEFT |',
      '| | right L3 MB | |',
      '| | right L4 MB | left L4 MB |',
      '| Needle | 25G | 25G |',
    ]);
  });

  test('levels in a column are read with its side, in whatever order the columns stand', () => {
    expect(read(sideColumns, ['Item | Left | Right', '--- | --- | ---', 'Joints | L5-S1 only | L4-5, L5-S1'])[2]).toBe(
      'Joints | left L5-S1 only | right L4-5, L5-S1',
    );
  });

  test.each([
    ['a table with one side', ['| Level | Right |', '| L3 | done |']],
    ['a line behind the table', ['| | R | L |', 'Plan: MRI', '| L3 | x | x |']],
    ['strokes in a sentence', ['BP 120/80 | left arm | right arm']],
  ])('%s stays as it is', (_, lines) => {
    expect(sideColumns(lines.join('\n'))).toEqual([]);
  });
});

describe('blocks of sides', () => {
  test('each line with levels is read with the side above it; an empty line ends the block', () => {
    expect(
      read(sideBlocks, [
        'SIDE R',
        ' Nerves L3 MB, L4 MB',
        'SIDE L',
        ' Nerves L4 MB',
        ' Joint left L5-S1',
        '',
        'MRI L4-5',
      ]),
    ).toEqual([
      'SIDE R',
      'Nerves right L3 MB, L4 MB',
      'SIDE L',
      'Nerves left L4 MB',
      'Joint left L5-S1',
      '',
      'MRI L4-5',
    ]);
  });

  test('behind a box or a gap the side is said again', () => {
    expect(read(sideBlocks, ['Right:', 'L3 [ ]  L4 [x] L5 [x]', 'Left:', 'L3 [x]'])[1]).toBe(
      'right L3 [ ] right L4 [x] right L5 [x]',
    );
  });

  test('one side alone is no block', () => {
    expect(sideBlocks('LEFT\nL4-5 facet joint')).toEqual([]);
  });
});
