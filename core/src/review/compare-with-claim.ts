import type { ClaimLine } from '../model/claim.ts';
import type { Finding } from '../model/finding.ts';
import type { ServiceLine } from '../model/review.ts';

/** What the note supports against what is billed. Lines are matched by code; drugs and visits are left to other checks. */
export function compareWithClaim(
  supported: readonly ServiceLine[],
  billed: readonly ClaimLine[],
  judged: (code: string) => boolean,
): Finding[] {
  const findings: Finding[] = [];
  const wanted = supported.filter((line) => line.kind === 'procedure' || line.kind === 'guidance');
  for (const line of billed) {
    const match = wanted.find((entry) => entry.code === line.code);
    if (match) findings.push(...differences(match, line));
    else if (judged(line.code)) findings.push(unsupported(line));
  }
  for (const line of wanted) if (!billed.some((entry) => entry.code === line.code)) findings.push(missing(line));
  return findings;
}

function differences(note: ServiceLine, claim: ClaimLine): Finding[] {
  const found: Finding[] = [];
  const words = (modifiers: readonly string[]) => (modifiers.length > 0 ? modifiers.toSorted().join(', ') : 'none');
  if (note.units !== claim.units)
    found.push(
      finding(
        'review/units-differ',
        claim,
        'units',
        `Billed ${claim.units} of ${claim.code}; the note supports ${note.units}.`,
        note,
      ),
    );
  if (words(note.modifiers) !== words(claim.modifiers)) {
    const what = `Billed ${claim.code} with modifiers ${words(claim.modifiers)}; the note supports ${words(note.modifiers)}.`;
    found.push(finding('review/modifiers-differ', claim, 'modifiers', what, note));
  }
  return found;
}

function finding(id: string, line: ClaimLine, field: string, what: string, note: ServiceLine): Finding {
  return {
    id,
    severity: 'warn',
    line: line.number,
    field,
    what,
    why: 'A claim must say what the note says; a reviewer will lay the two side by side.',
    do: `Compare line ${line.number} with the note (${note.why}) and correct the one that is wrong.`,
    evidence: note.evidence,
  };
}

function unsupported(line: ClaimLine): Finding {
  return {
    id: 'review/line-without-note',
    severity: 'warn',
    line: line.number,
    field: 'code',
    what: `${line.code} is billed, but the note was not read as describing it.`,
    why: 'A line that the note does not support is taken back on review.',
    do: 'Find the passage that describes it, or remove the line.',
    evidence: [{ source: 'claim', at: `lines[${line.number - 1}]`, quote: line.code }],
  };
}

function missing(line: ServiceLine): Finding {
  return {
    id: 'review/note-without-line',
    severity: 'note',
    field: 'line',
    what: `The note supports ${line.code}, which is not billed.`,
    why: 'A documented service that is not on the claim is neither paid nor counted.',
    do: 'Check whether the service belongs on this claim.',
    evidence: line.evidence,
  };
}
