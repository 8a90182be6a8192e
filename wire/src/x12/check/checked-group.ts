import type { WireIssue } from '../../issues.ts';

/** What is told about a transaction that was checked; the ground of a 999. */
export interface CheckedTransaction {
  readonly set: string;
  readonly control: string;
  readonly version: string;
  readonly issues: WireIssue[];
  /** Ordinals in the file, as a Location has them. */
  readonly interchange: number;
  readonly group: number;
  readonly transaction: number;
  /** Of claims: the reference of the batch (BHT03), who sent it and who is to receive it. */
  batch?: string;
  submitter?: Correspondent;
  receiver?: Correspondent;
}

export interface Correspondent {
  readonly name: string;
  readonly id: string;
}

/** Who sent an interchange to whom, as its header has it. */
export interface CheckedInterchange {
  readonly senderKind: string;
  readonly sender: string;
  readonly receiverKind: string;
  readonly receiver: string;
  /** T for test, P for production. */
  readonly usage: string;
}

export interface CheckedGroup {
  /** Undefined where the file begins without one. */
  readonly interchange: CheckedInterchange | undefined;
  readonly kind: string;
  /** Codes of who sent it and who is to receive it (GS02, GS03). */
  readonly sender: string;
  readonly receiver: string;
  readonly control: string;
  readonly version: string;
  readonly transactions: CheckedTransaction[];
  /** What is wrong with the group itself, its header and its trailer. */
  readonly issues: WireIssue[];
  /** Transactions that the trailer counts (GE01); undefined without one. */
  included?: number;
}
