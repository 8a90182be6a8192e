import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTable } from '@interspace/core/edits/agency/layout';
import { TextPool } from '@interspace/core/edits/agency/text-pool';
import { date } from '@interspace/core/model/date';
import { TableWriter } from './table-writer.ts';

function poolOf(writer: TableWriter): TextPool {
  const about = { kind: 'pos', edition: 'invented', effective: { from: date('2024-01-01') } };
  const bytes = writer.toBytes({ ...about, counts: {}, sources: [], attributes: {} });
  const file = readTable(bytes.buffer);
  if (typeof file === 'string') throw new Error(file);
  return new TextPool(file, 'titles');
}

it('gives back every text, whether its words are counted or it lies as it is', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom('left', 'right', '', 'hip,', 'é'), { maxLength: 6 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), (texts) => {
      for (const pool of [
        poolOf(new TableWriter().addWordedTexts('titles', texts)),
        poolOf(new TableWriter().addTexts('titles', texts)),
      ]) {
        expect(pool.length).toBe(texts.length);
        expect(texts.map((_, at) => pool.at(at))).toEqual(texts);
      }
    }),
  );
});

it('writes texts as they are when they have more words than 16 bits can count', () => {
  const texts = Array.from({ length: 66_000 }, (_, at) => `word${at} twice`);
  const pool = poolOf(new TableWriter().addWordedTexts('titles', texts));
  expect([pool.length, pool.at(0), pool.at(65_999)]).toEqual([66_000, 'word0 twice', 'word65999 twice']);
});
