import type { InventedClaim } from './invented-claim.ts';
import type { Draw } from './numbers.ts';

type Fault = (claim: InventedClaim, draw: Draw) => boolean;

function firstLine(
  claim: InventedClaim,
  test: RegExp,
  change: (line: InventedClaim['lines'][number]) => void,
): boolean {
  const line = claim.lines.find((one) => test.test(one.code));
  if (line) change(line);
  return line !== undefined;
}

/** Faults as billers make them, by class. Each says whether it could be put in. */
export const FAULTS = {
  'charge-unbalanced': (claim) => {
    claim.imbalance = 10;
    return true;
  },
  'npi-check-digit': (claim) => {
    claim.rendering = claim.rendering.slice(0, 9) + String((Number(claim.rendering[9]) + 1) % 10);
    return true;
  },
  'pointer-nowhere': (claim) => {
    claim.lines[0]!.pointers = [claim.diagnoses.length + 1];
    return true;
  },
  'diagnosis-heading': (claim, draw) => {
    claim.diagnoses[0] = draw.one(['M54.5', 'M51.36', 'M47.81', 'M54.1']);
    return true;
  },
  'diagnosis-absent': (claim) => {
    claim.diagnoses[0] = 'M99.999';
    return true;
  },
  'pair-unmodified': (claim) => {
    const [first] = claim.lines;
    claim.lines.push({ ...first!, code: first!.code === '20553' ? '20552' : '20553', modifiers: [], charge: 120 });
    return true;
  },
  'units-above': (claim) => firstLine(claim, /^(6448|6449|6463|623)/, (line) => (line.units = 3)),
  'add-on-alone': (claim) => {
    if (!/^(64484|64494|64636)$/.test(claim.lines[1]?.code ?? '')) return false;
    claim.lines.shift();
    return true;
  },
  'fifty-and-side': (claim) => firstLine(claim, /^(6448|6449|6463|27096)/, (line) => (line.modifiers = ['50', 'RT'])),
  'fifty-on-epidural': (claim) => firstLine(claim, /^623/, (line) => line.modifiers.push('50')),
  'two-side-lines': (claim) =>
    firstLine(claim, /^(64483|64493|64635)/, (line) => {
      line.modifiers = ['LT'];
      claim.lines.push({ ...line, modifiers: ['RT'] });
    }),
  'guidance-apart': (claim) => {
    if (!/^(6232|6448|6449|6463)/.test(claim.lines[0]!.code)) return false;
    claim.lines.push({ ...claim.lines[0]!, code: '77003', modifiers: ['26'], charge: 90, units: 1 });
    return true;
  },
  'old-code': (claim) =>
    firstLine(claim, /^(64635|64493|62323)/, (line) => (line.code = line.code === '62323' ? '62311' : '64622')),
  'visit-unmarked': (claim) => {
    if (!/^(6|2)/.test(claim.lines[0]!.code)) return false;
    claim.lines.push({ ...claim.lines[0]!, code: '99213', modifiers: [], charge: 130, units: 1 });
    return true;
  },
  'third-level': (claim) => {
    if (claim.lines[1]?.code !== '64494') return false;
    claim.lines.push({ ...claim.lines[1], code: '64495' });
    return true;
  },
  'attestation-missing': (claim) =>
    firstLine(claim, /^6449/, (line) => (line.modifiers = line.modifiers.filter((modifier) => modifier !== 'KX'))),
  'remote-place': (claim) => {
    claim.place = '02';
    return true;
  },
  'repeated-line': (claim) => {
    claim.lines.push({ ...claim.lines[0]! });
    return true;
  },
  'waste-alone': (claim) => {
    claim.lines.push({ ...claim.lines[0]!, code: 'J3301', modifiers: ['JW'], charge: 10, units: 1 });
    return !claim.lines.some((line) => line.code === 'J3301' && !line.modifiers.includes('JW'));
  },
  'side-of-diagnosis': (claim) => {
    if (claim.lines[0]!.code !== '20610') return false;
    claim.lines[0]!.modifiers = [claim.lines[0]!.modifiers[0] === 'LT' ? 'RT' : 'LT'];
    return true;
  },
  'born-later': (claim) => {
    claim.birth = '20260801';
    return true;
  },
  'wrong-member-number': (claim) => {
    claim.member = claim.member.slice(0, 10);
    return true;
  },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;
