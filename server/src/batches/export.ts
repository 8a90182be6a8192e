import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { CSV_HEADER, findingAsCsv } from '@interspace/batch/render/csv';
import type { BatchRow } from '@interspace/batch/render/rows';
import { FileAnswer } from '../http/call.ts';
import { inPractice } from '../store/in-practice.ts';
import type { Actor } from '../store/actor.ts';
import type { Database } from '../store/open-database.ts';
import { wholeRow } from './claims.ts';
import type { BatchFolder } from './folder.ts';

/** Rows read from the table at a time. */
const CUT = 500;

interface Exported {
  readonly db: Database;
  readonly actor: Actor;
  readonly batch: string;
  readonly name: string;
  readonly folder: BatchFolder;
}

/** A judged batch as a file: a row a finding (csv), a line a claim (jsonl), or the page for a manager (html). */
export function exportBatch(of: Exported, format: 'csv' | 'jsonl' | 'html'): FileAnswer {
  const name = `${of.name.replace(/\.[A-Za-z0-9]+$/, '') || 'claims'}-findings.${format}`;
  if (format === 'html') return new FileAnswer(createReadStream(of.folder.report), 'text/html; charset=utf-8', name);
  const write = format === 'csv' ? asCsv(of.name) : asJsonLine;
  const pieces = Readable.from(textOf(of, write, format === 'csv' ? CSV_HEADER : ''));
  return new FileAnswer(pieces, format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl', name);
}

async function* textOf(of: Exported, write: (row: BatchRow) => string, opening: string): AsyncGenerator<string> {
  yield opening;
  for (let after = 0; ;) {
    // A transaction for each cut: a slow reader must not hold one open.
    const rows = await inPractice(of.db, of.actor, (tx) =>
      tx
        .selectFrom('batch_claims')
        .select(['number', 'at_byte', 'bytes', 'news'])
        .where('batch_id', '=', of.batch)
        .where('number', '>', after)
        .orderBy('number')
        .limit(CUT)
        .execute(),
    );
    if (rows.length === 0) return;
    let text = '';
    for (const row of rows) text += write(await wholeRow(of.folder.rows, row));
    yield text;
    after = rows.at(-1)?.number ?? after;
  }
}

function asCsv(file: string): (row: BatchRow) => string {
  return ({ id, findings }) => findings.map((finding) => findingAsCsv(file, id, finding, 'claim')).join('');
}

function asJsonLine({ offset: _offset, ...row }: BatchRow): string {
  return `${JSON.stringify(row)}\n`;
}
