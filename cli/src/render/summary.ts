import type { Determination, Outcome } from '@interspace/core/model/determination';
import type { Review } from '@interspace/core/model/review';
import { count, type Mark } from './words.ts';

/** The Review in one line: what the reader has to do now. */
export function headline(review: Review): Mark {
  const number = (severity: string): number =>
    review.findings.filter((finding) => finding.severity === severity).length;
  const [block, warn, note] = [number('block'), number('warn'), number('note')];
  const parts = [
    block > 0 ? `${block} to fix` : '',
    warn > 0 ? `${warn} to check` : '',
    review.prompts.length > 0 ? `${count(review.prompts.length, 'question')} for the physician` : '',
    block + warn === 0 && note > 0 ? count(note, 'note') : '',
  ].filter((part) => part !== '');
  const rest = parts.join(' · ');
  if (block > 0) return { sign: '✗', word: `HOLD: ${rest}`, tone: 'bad' };
  if (warn > 0) return { sign: '!', word: `CHECK: ${rest}`, tone: 'care' };
  if (review.lines.length === 0)
    return { sign: '·', word: `NOTHING TO CODE${rest === '' ? '' : ` · ${rest}`}`, tone: 'quiet' };
  if (review.prompts.length > 0) return { sign: '?', word: `OPEN: ${rest}`, tone: 'ask' };
  // A page without findings must not look like a yes when no policy has spoken.
  if (!review.determinations.some(({ outcome }) => outcome === 'meets'))
    return { sign: '·', word: `NO FINDINGS · coverage not judged${rest === '' ? '' : ` · ${rest}`}`, tone: 'quiet' };
  return { sign: '✓', word: `NOTHING TO FIX${rest === '' ? '' : ` · ${rest}`}`, tone: 'good' };
}

const GRAVITY: readonly Outcome[] = ['fails', 'incomplete', 'meets', 'no-policy'];

/** The gravest outcome of a line, or undefined when no policy was asked. */
export function outcomeOfLine(review: Review, line: number): Outcome | undefined {
  const own = review.determinations.filter((determination) => determination.line === line);
  return GRAVITY.find((outcome) => own.some((determination) => determination.outcome === outcome));
}

export interface DeterminationGroup {
  readonly lines: readonly number[];
  readonly determination: Determination;
}

/** Lines that one policy judged alike are told together. */
export function groupDeterminations(review: Review): DeterminationGroup[] {
  const groups = new Map<string, { lines: number[]; determination: Determination }>();
  for (const determination of review.determinations) {
    const { line, ...rest } = determination;
    const key = JSON.stringify(rest);
    const group = groups.get(key);
    if (group) group.lines.push(line);
    else groups.set(key, { lines: [line], determination });
  }
  return [...groups.values()].toSorted(
    (one, other) => Number(isSilent(one.determination)) - Number(isSilent(other.determination)),
  );
}

function isSilent({ outcome }: Determination): boolean {
  return outcome === 'no-policy';
}
