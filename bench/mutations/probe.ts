import { checkBuffer } from '../../wire/src/x12/check/check.ts';
import { readClaimsFromBuffer } from '../../wire/src/x12/read-claims.ts';
import { date } from '../../core/src/model/date.ts';
import type { Finding } from '../../core/src/model/finding.ts';
import type { ClaimField, Location } from '../../core/src/model/claim.ts';
import { prepareLibrary, type PreparedLibrary } from '../../core/src/review/prepare.ts';
import { review } from '../../core/src/review/review.ts';
import { loadLibrary } from '../load-library.ts';

/** Something said about a file: the id of a finding or the code of an Issue, and where. */
export interface Said {
  readonly id: string;
  readonly severity: string;
  readonly at: Location | undefined;
}

export function openProbe(): PreparedLibrary {
  return prepareLibrary(loadLibrary());
}

/** Everything that the check of the file, reader, scrubber and coverage say about a file, except that coverage waits for the chart. */
export function probe(text: string, library: PreparedLibrary): Said[] {
  const read = readClaimsFromBuffer(Buffer.from(text));
  const said: Said[] = read.issues.map((issue) => ({
    id: issue.code,
    severity: issue.level ?? 'error',
    at: issue.place,
  }));
  for (const { issue } of checkBuffer(Buffer.from(text)).issues)
    if (!said.some(({ id, at }) => id === issue.code && at?.offset === issue.place?.offset))
      said.push({ id: issue.code, severity: issue.level ?? 'error', at: issue.place });
  for (const one of read.claims) {
    const answer = review(
      { id: one.claim.id, context: { dateOfService: date('2026-03-02') }, documents: [], claim: one.claim },
      library,
    );
    for (const finding of answer.findings)
      if (finding.severity !== 'note' && finding.id !== 'coverage/incomplete')
        said.push({ id: finding.id, severity: finding.severity, at: place(finding, one) });
  }
  return said;
}

function place(
  finding: Finding,
  read: ReturnType<typeof readClaimsFromBuffer>['claims'][number],
): Location | undefined {
  if (finding.at) return finding.at as Location;
  const line = finding.line === undefined ? undefined : read.claim.lines[finding.line - 1]?.number;
  return read.locate(line, (finding.field ?? (line === undefined ? 'claim' : 'line')) as ClaimField, finding.nth);
}
