import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '@interspace/core/model/finding';
import { claimsInMemory } from '../../../bench/generate-claims.ts';
import { FACET_CLAIM } from '../../../wire/src/x12/fixtures.ts';
import { scrubbed } from './scrubbed.fixture.ts';

/** Claims with every class of fault, and a file whose envelope is wrong too. */
const many = claimsInMemory({ bytes: 90_000, faults: 0.7, practices: 2, perTransaction: 100 }).file.toString('latin1');
const broken = FACET_CLAIM.replace('SE*32', 'SE*99').replace('REF*6R*C04L1', 'ZZZ*1');

interface Row {
  readonly id: string;
  readonly seen?: string;
  readonly findings?: readonly Finding[];
  readonly withdrawn?: readonly { readonly id: string }[];
  readonly issue?: { readonly code: string; readonly place?: Finding['at'] };
}

async function rows(file: string): Promise<Row[]> {
  const { text } = await scrubbed(file, 'jsonl');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
    .filter((row) => !('summary' in row));
}

/** Judged once for all tests. */
let ofMany: Row[] = [];
beforeAll(async () => {
  ofMany = await rows(many);
}, 120_000);

/** The bytes at the place are what the place says. */
function segmentAt(file: string, at: NonNullable<Finding['at']>): string {
  let from = at.offset;
  while (from > 0 && !/[~\n]/.test(file[from - 1]!)) from--;
  return file.slice(from, file.indexOf('~', from));
}

describe('every finding has its place', () => {
  it('loop, segment, ordinal, byte and length; an element where there is one', () => {
    const found = ofMany.flatMap((row) => (row.findings ?? []).map((finding) => ({ ...finding, seen: row.seen })));
    expect(found.length).toBeGreaterThan(120);
    const without = new Set<string>();
    for (const { id, at, seen } of found) {
      expect(at, id).toMatchObject({ loop: expect.stringMatching(/^\d{4}/), ordinal: expect.any(Number) });
      expect(segmentAt(many, at!).split('*')[0], id).toBe(at!.segment);
      if (seen === undefined) expect(at!.length, id).toBeGreaterThan(0);
      if (at!.element === undefined && seen === undefined) without.add(id);
      else if (at!.element !== undefined && at!.component === undefined)
        expect(segmentAt(many, at!).split('*')[at!.element], id).toContain(
          many.slice(at!.offset, at!.offset + at!.length!),
        );
    }
    // What concerns a whole line or claim, or something that is not there, stands at its segment.
    const whole =
      /^edit\/(line|charge|place|rendering|visit|drug|billing|device|study|frequency)\/|^medicare\/|^authorization\//;
    expect([...without].filter((id) => !whole.test(id))).toEqual([]);
  });

  it('also what is wrong with the file itself', async () => {
    const issues = (await rows(broken)).flatMap(({ issue }) => issue ?? []);
    expect(issues.length).toBeGreaterThan(0);
    for (const { code, place } of issues) expect(place, code).toMatchObject({ segment: expect.any(String) });
  });
});

describe('the same in CSV and SARIF', () => {
  it('CSV has a column for each part of the place', async () => {
    const { text } = await scrubbed(many, 'csv');
    const [head, ...lines] = text.trim().split('\n');
    const columns = head!.split(',');
    for (const name of ['why', 'loop', 'segment', 'ordinal', 'element', 'component', 'offset', 'length'])
      expect(columns).toContain(name);
    const jsonl = ofMany.flatMap(({ findings }) => findings ?? []);
    expect(lines.length).toBeGreaterThanOrEqual(jsonl.length);
    const { text: wrong } = await scrubbed(broken, 'csv');
    expect(wrong).toMatch(/wire\/x12\/segment-unknown.*,2400,ZZZ,\d+,/);
  });

  it('SARIF has one result for each finding, with bytes and names of places', async () => {
    const { text } = await scrubbed(many, 'sarif', { name: 'a folder/claims ü.837' });
    const log = JSON.parse(text) as {
      version: string;
      runs: {
        results: {
          ruleId: string;
          level: string;
          message: { text: string };
          locations: {
            physicalLocation: { artifactLocation: { uri: string }; region: { byteOffset: number } };
            logicalLocations: { fullyQualifiedName: string }[];
          }[];
        }[];
      }[];
    };
    expect(log.version).toBe('2.1.0');
    const { results } = log.runs[0]!;
    const findings = ofMany.flatMap((row) => [...(row.findings ?? []), ...(row.withdrawn ?? [])]);
    expect(results).toHaveLength(findings.length);
    for (const { level, message, locations } of results) {
      expect(['error', 'warning', 'note', 'none']).toContain(level);
      expect(message.text).not.toBe('');
      const [place] = locations;
      expect(place!.physicalLocation.artifactLocation.uri).toBe('a%20folder/claims%20%C3%BC.837');
      expect(place!.physicalLocation.region.byteOffset).toBeGreaterThan(0);
      expect(place!.logicalLocations[0]!.fullyQualifiedName).toMatch(/^\d{4}[A-Z]*\/[A-Z0-9]+/);
    }
  });
});

it('lets nothing of a file move the cursor of who reads the text', async () => {
  const { text } = await scrubbed(many.replaceAll(/CLM\*T(\d)/g, 'CLM*\u001b[2J$1'), 'text');
  expect(text).toContain('\ufffd[2J');
  // oxlint-disable-next-line no-control-regex -- that is the question
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});
