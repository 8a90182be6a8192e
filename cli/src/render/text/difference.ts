import type { Noted, ReviewDifference } from '@interspace/core/review/compare-reviews';
import { hang } from '../layout.ts';
import type { Style } from '../style.ts';

/** What two laws say differently about one document. */
export function differenceInWords(heading: string, found: ReviewDifference, style: Style, width: number): string[] {
  const { lines, judged, findings, authorization } = found;
  const [before, after] = lines;
  return [
    style.bold(heading),
    ...(before.length + after.length === 0
      ? []
      : hang('  lines ', `${before.join(', ') || 'none'} → ${after.join(', ') || 'none'}`, width)),
    ...judged.flatMap(({ line, code, policy, documents, outcomes, turned }) => [
      ...hang(
        `  line ${line} `,
        `${code} · ${policy ?? 'no policy'} · ${pair(documents)}: ${outcomes[0] === outcomes[1] ? `${outcomes[0] ?? 'not judged'} both times` : style.bold(pair(outcomes))}`,
        width,
      ),
      ...turned.flatMap((one) =>
        hang(
          '    ',
          `${one.title}: ${one.before ?? 'not part of it'} → ${one.after ?? 'not part of it'} (${one.severity}) · ${one.criterion}`,
          width,
        ),
      ),
    ]),
    ...noted('finding', findings, style, width),
    ...noted('authorization', authorization, style, width),
  ];
}

function noted(
  what: string,
  { gone, come }: { gone: readonly Noted[]; come: readonly Noted[] },
  style: Style,
  width: number,
): string[] {
  const one = (sign: string) => (note: Noted) =>
    hang(
      `  ${sign} `,
      `${what}${note.line === undefined ? '' : ` line ${note.line}`}: ${note.what} · ${note.id}`,
      width,
    );
  return [...gone.flatMap(one(style.red('-'))), ...come.flatMap(one(style.green('+')))];
}

function pair([before, after]: readonly [string | undefined, string | undefined]): string {
  return before === after ? (before ?? 'none') : `${before ?? 'none'} → ${after ?? 'none'}`;
}
