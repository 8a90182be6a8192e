import { report, type Scope } from '../scope.ts';

const RANGE = /\b(\d{5})\s*(?:-|–|—|to|through|thru)\s*(\d{5}|\d{2,3})\b/gi;

/**
 * A template that names an old range (both ends ended) beside a live code whose number lies inside it: the code was
 * picked out of the range and means something else today. Ranges are never expanded to what lies between.
 */
export function checkRanges(scope: Scope): void {
  for (const line of scope.lines) {
    const { description } = line.raw;
    const { note } = scope.claim;
    if ((description === undefined && note === undefined) || !line.record) continue;
    const text = `${description ?? ''} ${note ?? ''}`;
    for (const [range, lower = '', upper = ''] of text.matchAll(RANGE)) {
      const end = upper.length === 5 ? upper : lower.slice(0, 5 - upper.length) + upper;
      const [from, to] = [scope.law.codes.get(lower)?.record, scope.law.codes.get(end)?.record];
      if (from?.through === undefined || to?.through === undefined) continue;
      const inside = line.raw.code > lower && line.raw.code < end;
      if (!inside || line.record.through !== undefined || line.record.family === from.family) continue;
      const successors = [...new Set([...(from.successors ?? []), ...(to.successors ?? [])])].join(', ');
      report(
        scope,
        'code/from-range',
        { line, field: 'code' },
        { code: line.raw.code, range, gist: line.record.gist, successors },
      );
    }
  }
}
