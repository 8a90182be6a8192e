import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { streamInput } from '../../batch/src/run/input.ts';
import { ownJudge } from '../../batch/src/run/judges.ts';
import { runBatch } from '../../batch/src/run/run-batch.ts';
import type { Claim } from '../../core/src/model/claim.ts';
import { date } from '../../core/src/model/date.ts';
import type { Finding } from '../../core/src/model/finding.ts';
import { cents } from '../../core/src/model/money.ts';
import { openLibrary } from '../../library/src/read.ts';
import { checkBuffer } from '../../wire/src/x12/check/check.ts';
import { writeClaims } from '../../wire/src/x12/write/claims-to-837.ts';

interface WorkedClaim {
  readonly case: string;
  readonly title: string;
  readonly claims?: readonly string[];
  readonly diagnoses?: string;
  readonly pointers?: string;
  readonly place?: string;
  readonly state?: string;
  readonly sent?: string;
  readonly trial?: string;
  readonly charge?: number;
  readonly total?: number;
  readonly finds?: readonly string[];
  /** A worked case or criterion that shows it, when no claim can. */
  readonly elsewhere?: string;
  readonly because?: string;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..', '..');
const { cases } = parse(readFileSync(join(here, 'scrub-cases.yaml'), 'utf8')) as { cases: WorkedClaim[] };
const { library } = openLibrary(join(root, 'library'));
const judges = ownJudge({ library, tables: [], context: {}, format: 'jsonl', maxIssues: 100 });

/** `64483-LT x1; 64484-LT on 2026-07-15` → a claim. */
function claimOf(text: string, worked: WorkedClaim, number: number): Claim {
  const [services = '', on = '2026-07-15'] = text.split(' on ');
  const pointers = worked.pointers?.split('; ') ?? [];
  const lines = services.split('; ').map((service, index) => {
    const [words = '', units = 'x1'] = service.split(' ');
    const [code = '', ...modifiers] = words.split('-');
    return {
      number: index + 1,
      code,
      modifiers,
      units: Number(units.slice(1)),
      charge: cents(Math.round((worked.charge ?? 100) * 100)),
      from: date(on),
      pointers: (pointers[index] ?? '1').split(':').map(Number),
    };
  });
  const state = worked.state ?? 'KY';
  const address = { street: '100 INVENTED ST', city: 'SAMPLEVILLE', state, zip: '400010001' };
  const claim: Claim = {
    id: `CASE-${number}`,
    type: 'professional',
    placeOfService: worked.place ?? '11',
    frequency: '1',
    chargeTotal: cents(Math.round((worked.total ?? (worked.charge ?? 100) * lines.length) * 100)),
    payer: { id: '12345', name: 'EXAMPLE PAYER', filing: 'MB' },
    subscriber: { memberId: '1EG4TE5MK73' },
    billing: { npi: '1234567893', taxId: '990000001', lastName: 'EXAMPLE PAIN CLINIC', organization: true, ...address },
    rendering: { npi: '1999999992', lastName: 'DOE', firstName: 'JO' },
    diagnoses: worked.diagnoses?.split(' ') ?? [],
    trial: worked.trial,
    lines,
  };
  if (worked.place !== '24') return claim;
  return { ...claim, facility: { npi: '1111111112', lastName: 'EXAMPLE SURGERY CENTER', organization: true, ...address, street: '7 OTHER ROAD' } };
}

function fileOf(worked: WorkedClaim): Uint8Array {
  const written = writeClaims(
    (worked.claims ?? []).map((text, index) => ({
      claim: claimOf(text, worked, index + 1),
      subscriber: {
        lastName: 'SAMPLE',
        firstName: 'PAT',
        street: '1 TEST LN',
        city: 'SAMPLEVILLE',
        state: worked.state ?? 'KY',
        zip: '400020002',
        birthDate: date('1950-01-01'),
        sex: 'F',
      },
    })),
    {
      sender: 'SUBMITTERID',
      receiver: 'RECEIVERID',
      created: `${worked.sent ?? '2026-07-20'}T10:15`,
      control: 1,
      batch: 'REF0001',
      submitter: { name: 'EXAMPLE PAIN CLINIC', id: 'SUBMITTERID', contact: 'BILLING', phone: '5555550100' },
      receiverParty: { name: 'EXAMPLE PAYER', id: 'RECEIVERID' },
    },
  );
  if (!written.ok) throw new Error(written.issues.map(({ message }) => message).join(' '));
  return written.value;
}

/** Blocks and warnings of the last claim of the file, with what its history added and took back. */
async function found(bytes: Uint8Array, id: string): Promise<string[]> {
  const pieces: Buffer[] = [];
  await runBatch({
    inputs: [streamInput('case.837', (async function* () { yield bytes; })())],
    judges,
    sink: { write: (piece) => void pieces.push(Buffer.from(piece)) },
    format: 'jsonl',
    historyFolder: join(mkdtempSync(join(tmpdir(), 'interspace-case-')), 'history'),
    library: library.revision,
  });
  const ids = new Set<string>();
  for (const line of Buffer.concat(pieces).toString('utf8').trim().split('\n')) {
    const row = JSON.parse(line) as { id?: string; issue?: unknown; findings?: Finding[]; withdrawn?: { id: string }[] };
    expect(row.issue).toBeUndefined();
    if (row.id !== id) continue;
    for (const { id: gone } of row.withdrawn ?? []) ids.delete(gone);
    for (const finding of row.findings ?? []) if (finding.severity !== 'note') ids.add(finding.id);
  }
  return [...ids].toSorted();
}

describe('worked claims, through the whole scrub', () => {
  it.each(cases.filter(({ claims }) => claims).map((worked) => [worked.case, worked.title, worked] as const))(
    '%s: %s',
    async (_, __, worked) => {
      const bytes = fileOf(worked);
      if (!worked.case.startsWith('C53')) expect(checkBuffer(bytes).issues).toEqual([]);
      expect(await found(bytes, `CASE-${worked.claims!.length}`)).toEqual([...worked.finds!].toSorted());
    },
  );

  it('a case that no claim can show says where it is shown', () => {
    const criteria = new Set(library.policies.policies.flatMap((policy) => policy.criteria.map(({ id }) => id)));
    for (const { case: name, claims, elsewhere, because } of cases) {
      if (claims) continue;
      expect(because, name).toMatch(/\w/);
      expect(criteria.has(elsewhere!) || existsSync(join(here, `${elsewhere}.yaml`)), `${name}: ${elsewhere}`).toBe(true);
    }
  });
});
