import { decimalFromCents, type Cents } from '@interspace/core/model/money';
import { wireIssue, type WireIssue } from '../../issues.ts';
import { ClaimReader } from '../claims/claim-reader.ts';
import type { ReadClaim } from '../claims/read-claim.ts';
import { RemittanceReader } from '../remittances/remittance-reader.ts';
import { Tokenizer, type TokenizerOptions } from '../tokenizer.ts';
import type { AdjustmentCode } from './adjustment-codes.ts';
import { otherPayersOff } from './other-payer-balance.ts';
import { snipLevel, type SnipLevel } from './snip.ts';
import type { CheckedGroup } from './checked-group.ts';
import { StructureChecker } from './structure-checker.ts';

export interface CheckedIssue {
  readonly level: SnipLevel;
  readonly issue: WireIssue;
}

export interface CheckOptions extends TokenizerOptions {
  /** Issues after this many are counted, not kept. Default 10,000. */
  readonly maxIssues?: number;
  /** Called for every claim, for those who judge levels 4 to 7; it is balanced here already. */
  readonly claim?: (read: ReadClaim) => void;
  /** Called for the codes of adjustments, for those who have the lists. */
  readonly adjustment?: (code: AdjustmentCode) => void;
}

/** Levels 1 to 3 of a stream: push bytes, then end. Structure and balancing run side by side over the same bytes. */
export class Checker {
  readonly issues: CheckedIssue[] = [];
  /** How many were found, kept or not. */
  found = 0;
  private readonly structure: StructureChecker;
  private readonly tokenizer: Tokenizer;
  private readonly claims: ClaimReader;
  private readonly remittances: RemittanceReader;
  private readonly max: number;
  private pushed = 0;
  /** An amount of the claim in hand could not be read: what it enters is not judged. */
  private unreadable = false;

  constructor(options: CheckOptions = {}) {
    this.max = options.maxIssues ?? 10_000;
    this.structure = new StructureChecker((issue) => this.keep(issue), options.adjustment);
    this.tokenizer = new Tokenizer(this.structure.envelope, options);
    const balancing = (issue: WireIssue): void => {
      if (issue.code === 'wire/x12/money') this.unreadable = true;
      if (snipLevel(issue.code) === 3) this.keep(issue);
    };
    this.claims = new ClaimReader(
      {
        claim: (read) => {
          this.judge(read);
          this.unreadable = false;
          options.claim?.(read);
        },
        issue: balancing,
      },
      options,
    );
    this.remittances = new RemittanceReader({ remittance: () => {}, issue: balancing }, options);
  }

  get stopped(): boolean {
    return this.tokenizer.stopped;
  }

  /** Not one segment could be read: whatever this is, it is no X12, and nothing of it was judged. */
  get unread(): boolean {
    const { interchange, group, transaction } = this.structure.envelope.at;
    return interchange + group + transaction === 0;
  }

  /** Groups and transactions as checked, for an acknowledgment. */
  get groups(): readonly CheckedGroup[] {
    return this.structure.groups;
  }

  push(chunk: Uint8Array): void {
    this.tokenizer.push(chunk);
    this.claims.push(chunk);
    this.remittances.push(chunk);
    this.pushed += chunk.length;
  }

  end(): void {
    this.tokenizer.end();
    this.structure.envelope.lastOffset = this.pushed;
    this.structure.envelope.end();
    this.claims.end();
    this.remittances.end();
  }

  private judge(read: ReadClaim): void {
    const { accident = [], accidentDate, billType } = read.claim;
    if (billType === undefined && accidentDate === undefined && accident.some((cause) => DATED.has(cause)))
      this.keep(
        wireIssue('wire/x12/segment-situation', read.locate(undefined, 'claim'), 'An accident has its day: DTP 439.'),
      );
    const { chargeTotal, lines, otherPayers } = read.claim;
    if (otherPayers !== undefined && !this.unreadable)
      for (const { line, detail } of otherPayersOff(read.claim)) {
        const place = read.locate(line, line === undefined ? 'charge-total' : 'charge');
        this.keep(wireIssue('wire/x12/other-payer-balance', place, detail));
      }
    const sum = lines.reduce((all, line) => all + (line.charge ?? 0), 0);
    // A line without an amount was told already; what is left need not add up.
    if (chargeTotal === undefined || lines.length === 0 || lines.some(({ charge }) => charge === undefined)) return;
    if (chargeTotal === sum) return;
    const detail = `It is off by ${decimalFromCents((chargeTotal - sum) as Cents)}.`;
    this.keep(wireIssue('wire/x12/claim-balance', read.locate(undefined, 'charge-total'), detail));
  }

  private keep(issue: WireIssue): void {
    this.found++;
    if (this.issues.length < this.max) this.issues.push({ level: snipLevel(issue.code, issue.place), issue });
  }
}

/** Causes of an accident that happened on a day: automobile and other. */
const DATED: ReadonlySet<string> = new Set(['AA', 'OA']);

/** Checks a whole file in memory; Issues in the order in which they were found. */
export function checkBuffer(bytes: Uint8Array, options: CheckOptions = {}): Checker {
  const checker = new Checker(options);
  checker.push(bytes);
  checker.end();
  return checker;
}
