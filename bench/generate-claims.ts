/**
 * Invented 837P files of a pain practice, any size: mixed families, patients who come again, faults of known classes.
 * The same seed and size give the same bytes. Visibly invented: names SAMPLE, streets TEST, example numbers.
 *
 *   node --import tsx bench/generate-claims.ts 500MB out.837 [--seed 1] [--faults 0.12] [--one-transaction]
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FAULTS, type FaultName } from './generate-claims/faults.ts';
import { numbers, type Draw } from './generate-claims/numbers.ts';
import { newClaim, segmentsOf, type InventedClaim } from './generate-claims/invented-claim.ts';
import { PRACTICES, practiceSegments } from './generate-claims/practices.ts';

export interface GenerateOptions {
  readonly bytes: number;
  readonly seed?: number;
  /** Share of claims with a fault put in on purpose. */
  readonly faults?: number;
  /** Claims of one ST; all of them in one when false is not wanted. */
  readonly perTransaction?: number;
  /** How many practices (each in another state) the claims come from; 2 when not said, 8 at most. */
  readonly practices?: number;
}

export interface Generated {
  readonly claims: number;
  readonly bytes: number;
  readonly faults: Readonly<Record<string, number>>;
}

const HEADER =
  'ISA*00*          *00*          *ZZ*SUBMITTERID    *ZZ*RECEIVERID     *260901*1015*^*00501*000000001*0*T*:~\n' +
  'GS*HC*SUBMITTERID*RECEIVERID*20260901*1015*1*X*005010X222A1~\n';

/** Writes the file piece by piece; about a transaction is in memory. */
export function generateClaims(options: GenerateOptions, write: (piece: Buffer) => void): Generated {
  const draw = numbers(options.seed ?? 1);
  const share = options.faults ?? 0.12;
  const perTransaction = options.perTransaction ?? 500;
  const counted: Record<string, number> = {};
  let [bytes, claims, transactions] = [0, 0, 0];
  const put = (text: string): void => {
    const piece = Buffer.from(text, 'latin1');
    bytes += piece.length;
    write(piece);
  };
  put(HEADER);
  // Patients: as many as come once or several times in a file of this size.
  const patients = Math.max(50, Math.round(options.bytes / 445 / 1.7 / (options.practices ?? 2)));
  while (bytes < options.bytes) {
    const control = String(++transactions).padStart(4, '0');
    const which = draw.below(Math.min(options.practices ?? 2, PRACTICES.length));
    const practice = PRACTICES[which]!;
    const month = Math.min(10, Math.floor((11 * bytes) / options.bytes));
    const parts: string[] = practiceSegments(practice, control, month);
    let count = parts.length;
    for (let at = 0; at < perTransaction && bytes < options.bytes; at++) {
      const claim = newClaim(++claims, draw.below(patients) * PRACTICES.length + which, practice, month, draw);
      if (draw.chance(share)) {
        const fault = pick(draw);
        if (FAULTS[fault](claim, draw)) counted[fault] = (counted[fault] ?? 0) + 1;
      }
      const segments = segmentsOf(claim, at + 2, draw);
      count += segments.length;
      parts.push(...segments);
      if (parts.length > 20_000) put(`${parts.splice(0).join('~\n')}~\n`);
    }
    parts.push(`SE*${count + 1}*${control}`);
    put(`${parts.join('~\n')}~\n`);
  }
  put(`GE*${transactions}*1~\nIEA*1*000000001~\n`);
  return { claims, bytes, faults: counted };
}

function pick(draw: Draw): FaultName {
  const names = Object.keys(FAULTS) as FaultName[];
  return names[draw.below(names.length)]!;
}

/** All of a file in memory, for benches that need no more than some hundred megabytes. */
export function claimsInMemory(options: GenerateOptions): Generated & { readonly file: Buffer } {
  const pieces: Buffer[] = [];
  const made = generateClaims(options, (piece) => pieces.push(piece));
  return { ...made, file: Buffer.concat(pieces) };
}

export function generateFile(path: string, options: GenerateOptions): Generated {
  const file = openSync(path, 'w');
  try {
    return generateClaims(options, (piece) => void writeSync(file, piece));
  } finally {
    closeSync(file);
  }
}

/** `500MB`, `5GB`, `20000` bytes. */
export function bytesOf(text: string): number {
  const found = /^(\d+(?:\.\d+)?)\s*([kmg]?)b?$/i.exec(text);
  if (!found) throw new Error(`not a size: ${text}`);
  return Number(found[1]) * { '': 1, k: 1e3, m: 1e6, g: 1e9 }[(found[2] ?? '').toLowerCase() as '' | 'k' | 'm' | 'g'];
}

export type { InventedClaim };

// Bundled into another bench it is not the one that was started.
if (process.argv[1] === fileURLToPath(import.meta.url) && import.meta.url.endsWith('/generate-claims.ts')) {
  const [size = '50MB', path = 'claims.837', ...flags] = process.argv.slice(2);
  const flag = (name: string) => (flags.includes(name) ? flags[flags.indexOf(name) + 1] : undefined);
  const made = generateFile(path, {
    bytes: bytesOf(size),
    seed: Number(flag('--seed') ?? 1),
    faults: Number(flag('--faults') ?? 0.12),
    practices: Number(flag('--practices') ?? 2),
    ...(flags.includes('--one-transaction') ? { perTransaction: Number.POSITIVE_INFINITY } : {}),
  });
  console.log(`${path}: ${made.bytes} bytes, ${made.claims} claims, faults ${JSON.stringify(made.faults)}`);
}
