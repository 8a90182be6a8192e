import { type Cents, cents } from '../model/money.ts';

/** An exact amount in cents: nothing is rounded until the end. */
export interface Exact {
  readonly over: bigint;
  readonly under: bigint;
}

export const ZERO: Exact = { over: 0n, under: 1n };

export function times(amount: Exact, over: number, under: number): Exact {
  return { over: amount.over * BigInt(over), under: amount.under * BigInt(under) };
}

export function plus(one: Exact, other: Exact): Exact {
  return { over: one.over * other.under + other.over * one.under, under: one.under * other.under };
}

export function isMore(one: Exact, other: Exact): boolean {
  return one.over * other.under > other.over * one.under;
}

/** Whole cents, half a cent up. */
export function rounded(amount: Exact): Cents {
  return cents(Number((2n * amount.over + amount.under) / (2n * amount.under)));
}
