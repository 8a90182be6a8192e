import { fileURLToPath } from 'node:url';
import { openLibrary } from '@interspace/library/read';
import type { FilePart } from '@interspace/wire/x12/parts/file-part';
import { PartSplitter } from '@interspace/wire/x12/parts/part-splitter';
import { expect, it } from 'vitest';
import { claimsInMemory } from '../../../bench/generate-claims.ts';
import { claimAt } from '../history/record.ts';
import { PartJudge, type PartResult } from '../part-judge.ts';
import type { JudgeSettings } from '../settings.ts';

const { library } = openLibrary(fileURLToPath(new URL('../../../library', import.meta.url)));
const settings: JudgeSettings = { library, tables: [], context: {}, format: 'jsonl', maxIssues: 1000 };

function partsOf(file: Buffer, size: number): FilePart[] {
  const splitter = new PartSplitter();
  const parts: FilePart[] = [];
  for (let at = 0; at < file.length; at += parts.at(-1)!.bytes.length)
    parts.push(splitter.cut(Buffer.from(file.subarray(at, at + size)), at + size >= file.length));
  return parts;
}

function said({ output, records, tally, stopped }: PartResult) {
  const view = new DataView(records.buffer, records.byteOffset, records.byteLength);
  const kept = [];
  for (let at = 0; at < records.length; at += view.getUint32(at, true)) kept.push(claimAt(records, view, at));
  return { output: Buffer.from(output).toString(), kept, tally, stopped };
}

/** Segments that no claim ought to have, so that some are odd, some have Issues and some parts cannot be read by two. */
function damaged(file: Buffer): Buffer {
  const segments = file.toString('latin1').split('~\n');
  const changed = segments.map((segment, at) => {
    if (at % 97 === 0 && segment.startsWith('SV1*')) return `${segment}~\nNTE*ADD*INVENTED NOTE`;
    if (at % 89 === 0 && segment.startsWith('DTP*472')) return segment.replace(/\d{8}$/, '20261399');
    if (at % 83 === 0 && segment.startsWith('CLM*')) return segment.replace(/^(CLM\*[^*]*)\*[^*]*/, '$1*1.23');
    return segment;
  });
  return Buffer.from(changed.join('~\n'), 'latin1');
}

it.each([
  ['short transactions', { perTransaction: 40, practices: 8 }, (file: Buffer) => file],
  ['one long transaction', { perTransaction: Number.POSITIVE_INFINITY }, (file: Buffer) => file],
  ['a damaged file', { perTransaction: 60, practices: 3 }, damaged],
])(
  'what one thread knows and another is left says together what one says alone: %s',
  (_, options, change) => {
    const file = change(claimsInMemory({ bytes: 150_000, faults: 0.3, seed: 31, ...options }).file);
    const parts = partsOf(file, 20_000);
    const [alone, knows, asked] = [0, 1, 2].map(() => new PartJudge(settings));
    const wanted = parts.map((part) => said(alone!.read(part, 'c.837', 0)));
    const readAll = (): number => {
      let left = 0;
      for (const [at, part] of parts.entries()) {
        const known = knows!.readKnown(part, 'c.837', 0);
        left += known.left?.claims.length ?? 0;
        // As it comes from another thread.
        const whole = known.left
          ? knows!.joined(known, known.left, structuredClone(asked!.readLeft(part, 'c.837', 0, known.left.claims)))
          : known;
        expect(said(whole)).toEqual(wanted[at]);
      }
      return left;
    };
    const first = readAll();
    expect(first).toBeGreaterThan(0);
    // What was told once is known.
    expect(readAll()).toBeLessThan(first / 2);
  },
  120_000,
);
