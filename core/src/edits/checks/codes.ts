import { fromDayNumber } from '../../model/date.ts';
import { report, type Line, type Scope } from '../scope.ts';

/** Is the code valid on the day, does it belong on this kind of claim, does an unlisted one say what was done? */
export function checkCodes(scope: Scope): void {
  const { law, claim } = scope;
  for (const line of scope.lines) {
    const { known, raw, record } = line;
    if (!known || !record) {
      report(scope, 'code/unknown', { line, field: 'code' }, { code: raw.code });
      continue;
    }
    if (line.day >= 0 && line.day > known.through) reportEnded(scope, line);
    else if (line.day >= 0 && line.day < known.from)
      report(
        scope,
        'code/not-yet-valid',
        { line, field: 'code' },
        { code: raw.code, date: raw.from ?? '', from: fromDayNumber(known.from) },
      );
    const swap = law.swaps.get(raw.code);
    if (swap?.claimTypes.includes(claim.type))
      report(scope, 'code/other-claim-type', { line, field: 'code' }, { code: raw.code, instead: swap.instead });
    if (record.role === 'unlisted') {
      const described = (raw.description ?? claim.note ?? '').trim() !== '';
      report(
        scope,
        described ? 'code/unlisted' : 'code/unlisted-without-words',
        { line, field: 'code' },
        { code: raw.code },
      );
    }
    checkSacroiliac(scope, line);
  }
}

function reportEnded(scope: Scope, line: Line): void {
  const { record, raw } = line;
  const successors = record?.successors ?? [];
  report(
    scope,
    'code/ended',
    { line, field: 'code' },
    {
      code: raw.code,
      date: raw.from ?? '',
      through: record?.through ?? '',
      trap: record?.trap ? ` ${record.trap}` : '',
      successors:
        successors.length > 0 ? `Look at ${successors.join(', ')}.` : 'Nothing stands in its place: remove the line.',
    },
  );
}

function checkSacroiliac(scope: Scope, line: Line): void {
  const { lists } = scope.law;
  if (!lists['joint-not-sacroiliac']?.has(line.raw.code)) return;
  const pointed = line.raw.pointers
    .map((pointer) => scope.claim.diagnoses[pointer - 1])
    .filter((code) => code !== undefined);
  const only = pointed.length > 0 && pointed.every((code) => lists['sacroiliac-diagnoses']?.has(code));
  if (!only && !/\b(sacro-?iliac|SI joint)\b/i.test(line.raw.description ?? '')) return;
  const guided = [...(lists['sacroiliac-code'] ?? [])].join(', ');
  report(scope, 'code/joint-for-sacroiliac', { line, field: 'code' }, { code: line.raw.code, guided });
}
