import type { KeptClaim } from './record.ts';

const REPLACES = '7';
const VOIDS = '8';
const NONE: ReadonlySet<KeptClaim> = new Set();

/** Whether a claim takes another one back. */
export function voids({ claim }: KeptClaim): boolean {
  return claim.frequency === VOIDS;
}

/**
 * Claims of one patient, in the order of the files, that no longer stand: those that a later one replaces or voids, and
 * the voids. The number that a replacement names is the payer's and stands on no claim, so that the original is the last
 * one before it of its day and billing provider, with the same number of the submitter or else with a service in common.
 * A replacement may correct the day: then it is the only one before it with its number.
 */
export function superseded(all: readonly KeptClaim[]): ReadonlySet<KeptClaim> {
  let gone: Set<KeptClaim> | undefined;
  all.forEach((one, at) => {
    const { frequency } = one.claim;
    if (frequency !== REPLACES && frequency !== VOIDS) return;
    gone ??= new Set();
    const own = all.slice(0, at).filter((other) => npiOf(other) === npiOf(one) && !gone?.has(other));
    const before = own.filter((other) => other.day === one.day);
    const original =
      before.findLast((other) => other.claim.id === one.claim.id) ??
      before.findLast((other) => shareService(one, other)) ??
      onlyOne(own.filter((other) => other.claim.id === one.claim.id && shareService(one, other)));
    if (original) gone.add(original);
    if (frequency === VOIDS) gone.add(one);
  });
  return gone ?? NONE;
}

/** A number may be that of the patient and stand on every claim: then it tells nothing. */
function onlyOne(claims: readonly KeptClaim[]): KeptClaim | undefined {
  return claims.length === 1 ? claims[0] : undefined;
}

function npiOf({ claim }: KeptClaim): string | undefined {
  return claim.billing?.npi;
}

function shareService(one: KeptClaim, other: KeptClaim): boolean {
  return one.claim.lines.some(({ code }) => other.claim.lines.some((line) => line.code === code));
}
