import type { Fact } from '../../model/fact.ts';
import { may, quote } from '../text/note.ts';
import { mentions, type Chart } from './chart.ts';
import { datesIn } from './date-words.ts';
import { fact } from './tally.ts';

const SIGNED =
  /(?:\b(?:electronically|digitally|e-?)[ -]?(?:signed|authenticated|approved|verified)(?: and (?:finalized|approved))?(?: by)?\b\s*:?|\bauthenticated by\b\s*:?|\bsigned (?:electronically )?by\b\s*:?|(?:^|\n)\s*(?:physician |provider )?signature\s*:|(?:^|[\s])\/s\/)/g;
const UNSIGNED =
  /\b(?:unsigned|not (?:yet )?signed|signature (?:pending|required|missing)|awaiting signature|pending (?:signature|authentication)|draft (?:note|copy|document)|preliminary note|dictated but not (?:read|signed|reviewed))\b/;
const CREDENTIALS: readonly (readonly [word: string, pattern: RegExp])[] = [
  ['md', /\bm\.?d\.?(?![a-z])/],
  ['do', /(?<=,\s?)\bd\.?o\.?(?![a-z])/],
  ['crna', /\bcrna\b/],
  ['np', /\b(?:np|fnp|aprn|arnp|acnp|dnp|fnp-c|np-c)\b/],
  ['pa', /(?<=,\s?)\bpa(?:-c)?\b/],
  ['dpm', /\bdpm\b/],
  ['dc', /(?<=,\s?)\bd\.?c\.?(?![a-z])/],
  ['lac', /\bl\.?ac\.?(?![a-z])/],
  ['pt', /(?<=,\s?)\b(?:d?pt)\b/],
];
const SERVICE_DATE =
  /\b(?:date of (?:service|procedure|operation|surgery|injection|visit|exam\w*)|(?:service|procedure|surgery|operation|visit) date|dos|date)\s*[:#-]\s*/g;
const QUALIFIED =
  /\b(?:board[- ]certified|board certification|fellowship[- ]trained|fellowship in (?:\w+ ){0,3}?(?:pain|interventional))\b/;
const CONSENT =
  /\b(?:(?:written |verbal |signed |oral )?(?:informed )?consent (?:form )?(?:\w+ ){0,4}?(?:obtained|signed|given|executed|verified|on (?:the )?chart|reviewed and signed)|(?:obtained|signed|gave|provided|given|executed|signed the)\s+(?:\w+\s+){0,5}?(?:informed )?consent)\b/;
const LATE = /\b(?:late entry|addendum|amended|amendment)\b/;

/** `documentation.*`: signature, credentials, date, consent, later additions. */
export function readSignature(chart: Chart): Fact[] {
  const { note, flat } = chart;
  const facts: Fact[] = [];
  const unsigned =
    may(note, UNSIGNED) && mentions(chart, 'sign', 'pending', 'draft', 'preliminary', 'dictated but')
      ? UNSIGNED.exec(flat)
      : null;
  const signed = signature(chart);
  if (signed && unsigned) {
    const evidence = [signed.evidence, quote(note, unsigned.index, unsigned.index + unsigned[0].length)];
    facts.push({ name: 'documentation.signed', value: undefined, evidence, conflict: evidence });
  } else if (signed) {
    facts.push(fact('documentation.signed', signed.name === '' ? undefined : true, signed.evidence));
    if (signed.name !== '') facts.push(fact('documentation.signer', signed.name, signed.evidence));
    const credential = CREDENTIALS.find(([, pattern]) => pattern.test(signed.name.toLowerCase()));
    if (credential) facts.push(fact('documentation.performer-credentials', credential[0], signed.evidence));
  } else if (unsigned)
    facts.push(fact('documentation.signed', false, quote(note, unsigned.index, unsigned.index + unsigned[0].length)));
  SERVICE_DATE.lastIndex = 0;
  for (let hit = may(note, SERVICE_DATE) ? SERVICE_DATE.exec(flat) : null; hit; hit = SERVICE_DATE.exec(flat)) {
    const end = hit.index + hit[0].length;
    if (
      /\b(?:birth|onset|injury|signed|dictated|transcribed|printed|loss|referral)\s*$/.test(
        flat.slice(Math.max(0, hit.index - 16), hit.index),
      )
    )
      continue;
    const date = datesIn(flat.slice(end, end + 24), undefined)[0];
    if (date?.day && date.start < 3) {
      facts.push(fact('documentation.dated', true, quote(note, hit.index, end + date.end)));
      break;
    }
  }
  for (const [name, pattern, stems] of [
    ['documentation.performer-qualified', QUALIFIED, ['board', 'fellowship']],
    ['documentation.consent', CONSENT, ['consent']],
    ['documentation.late-entry', LATE, ['late entry', 'addendum', 'amend']],
  ] as const) {
    const hit = mentions(chart, ...stems) ? pattern.exec(flat) : null;
    if (
      !hit ||
      /\b(?:no|not|without)\s+(?:\w+\s+)?$/.test(flat.slice(Math.max(0, hit.index - 16), hit.index)) ||
      /\bnot\b/.test(hit[0])
    )
      continue;
    facts.push(fact(name, true, quote(note, hit.index, hit.index + hit[0].length)));
  }
  return facts;
}

/** The signature with the name that follows it; an empty name when a blank or a placeholder follows. */
function signature(chart: Chart): { name: string; evidence: ReturnType<typeof quote> } | undefined {
  const { note, flat } = chart;
  if (!mentions(chart, 'sign', 'authenticat', '/s/', 'approved', 'verified')) return undefined;
  SIGNED.lastIndex = 0;
  for (let hit = SIGNED.exec(flat); hit; hit = SIGNED.exec(flat)) {
    const end = hit.index + hit[0].length;
    if (
      /\bconsent\b[^.]{0,40}$/.test(flat.slice(Math.max(0, hit.index - 50), hit.index)) ||
      /^\s*(?:the )?patient\b/.test(flat.slice(end, end + 14))
    )
      continue;
    const rest = note.text.slice(end, end + 90);
    const line =
      rest
        .split(/\r?\n/)
        .map((one) => one.trim())
        .find((one) => one !== '') ?? '';
    const words = line
      .split(/\s+(?:on|at)\s+(?=\d|[A-Z][a-z]+ \d)|\s+(?=\d{1,2}[/-]\d)|\s*\|/)[0]!
      .replace(/[.,;:\s]+$/, '');
    const blank = /^[\W_]*$|^\[.*\]$|^_+|^<.*>$|^(?:name|physician|provider|date|x{2,})$/i.test(words);
    return {
      name: blank ? '' : words,
      evidence: quote(note, hit.index, end + (blank ? 0 : rest.indexOf(words) + words.length)),
    };
  }
  return undefined;
}
