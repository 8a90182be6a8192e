import type { WireIssue } from '../issues.ts';
import { ClaimReader, type ClaimReaderOptions } from './claims/claim-reader.ts';
import type { ReadClaim } from './claims/read-claim.ts';

export type { ClaimReaderOptions } from './claims/claim-reader.ts';
export type { ReadClaim } from './claims/read-claim.ts';

/** All claims of a whole file in memory. Never throws on input; what is wrong is in `issues`, each with its place. */
export function readClaimsFromBuffer(
  bytes: Uint8Array,
  options: ClaimReaderOptions = {},
): { readonly claims: readonly ReadClaim[]; readonly issues: readonly WireIssue[] } {
  const claims: ReadClaim[] = [];
  const issues: WireIssue[] = [];
  const reader = new ClaimReader({ claim: (read) => claims.push(read), issue: (issue) => issues.push(issue) }, options);
  reader.push(bytes);
  reader.end();
  return { claims, issues };
}

export type ClaimEvent =
  | { readonly read: ReadClaim; readonly issue?: never }
  | { readonly issue: WireIssue; readonly read?: never };

/** Claims and Issues of a stream of chunks, in the order of the file; memory stays at one chunk and one claim. */
export async function* readClaims(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: ClaimReaderOptions = {},
): AsyncGenerator<ClaimEvent> {
  let ready: ClaimEvent[] = [];
  const reader = new ClaimReader(
    { claim: (read) => ready.push({ read }), issue: (issue) => ready.push({ issue }) },
    options,
  );
  for await (const chunk of chunks) {
    reader.push(chunk);
    const batch = ready;
    ready = [];
    yield* batch;
    if (reader.stopped) break;
  }
  reader.end();
  yield* ready;
}
