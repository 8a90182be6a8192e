import type { FactValue } from '../../../model/fact.ts';
import { assertionOf } from '../../text/assertion.ts';
import type { ProcedureNote, Sentence, Span } from '../../text/note.ts';

const TEMPERATURE =
  /\b(\d{2,3})(?:\.\d)?\s?(?:-\s?\d{2,3}\s?)?(?:°|º|deg(?:rees?)?\.?|degrees?)\s?(?:c\b|celsius|centigrade|f\b)?|\b(\d{2})\s?c\b/g;
const SECONDS =
  /\b(\d{2,3})(?:\.\d)?[\s-]?(?:seconds?|secs?|s\b)|\b(\d|one|two|three)(?:[\s-]and[\s-]a[\s-]half)?(\.5)?[\s-]?(?:minutes?|mins?)\b/g;
const METHODS: readonly (readonly [string, RegExp])[] = [
  ['pulsed', /\bpulsed?\b|\bprf\b/],
  ['cooled', /\bcooled\b|\bcoolief\b|\bwater-?cooled\b/],
  ['cryo', /\bcryo\w*/],
  ['laser', /\blaser\b/],
  ['chemical', /\bphenol\b|\b(?:dehydrated|absolute) alcohol\b|\bchemical (?:neurolysis|rhizotomy|ablation)/],
  ['thermal', /\bthermal\b|\bthermo-?coag\w*|\bconventional\b|\bcontinuous rf\b|\bheat\w*/],
];

/** Method, highest temperature and longest time of an ablation; a lesion at 60 °C and above is thermal. */
export function readAblation(
  note: ProcedureNote,
  sentences: readonly Sentence[],
): { name: string; value: FactValue; at: Span }[] {
  const found: { name: string; value: FactValue; at: Span }[] = [];
  let temperature: { value: number; at: Span } | undefined;
  let seconds: { value: number; at: Span } | undefined;
  let method: { value: string; at: Span } | undefined;
  for (const sentence of sentences) {
    const words = note.lower.slice(sentence.start, sentence.end);
    const heats =
      /\b[4-9]\d\s?c\b|lesion|ablat|coagul|radio-?\s?frequency|\brf|degree|\bdeg\b|celsius|°|rhizot|neurotom|denerv/.test(
        words,
      );
    if (!heats) continue;
    for (const one of all(TEMPERATURE, words)) {
      const value = Number(one[1] ?? one[2]);
      if (value >= 36 && value <= 99 && (!temperature || value > temperature.value))
        temperature = { value, at: span(sentence, one) };
    }
    for (const one of all(SECONDS, words)) {
      const minutes: Record<string, number> = { one: 1, two: 2, three: 3 };
      const value = one[1]
        ? Number(one[1])
        : ((minutes[one[2]!] ?? Number(one[2])) + (one[3] || /half/.test(one[0]) ? 0.5 : 0)) * 60;
      if (
        value >= 20 &&
        value <= 600 &&
        /lesion|degree|\bdeg\b|°|ablat|coag|celsius|\bc\b|\d\s?c\b|\brf/.test(words) &&
        (!seconds || value > seconds.value)
      )
        seconds = { value, at: span(sentence, one) };
    }
    if (!method) {
      for (const [name, pattern] of METHODS) {
        const one = pattern.exec(words);
        if (
          one &&
          assertionOf(note, sentence.start + one.index, sentence.start + one.index + one[0].length) === 'asserted'
        ) {
          method = { value: name, at: span(sentence, one) };
          break;
        }
      }
    }
  }
  const heated = temperature && temperature.value >= 60;
  if (method) found.push({ name: 'ablation.method', ...method });
  else if (heated && temperature) found.push({ name: 'ablation.method', value: 'thermal', at: temperature.at });
  if (temperature) found.push({ name: 'ablation.temperature-c', ...temperature });
  if (seconds) found.push({ name: 'ablation.seconds', ...seconds });
  return found;
}

const LESION =
  /\b(?:lesion(?:s|ing|ed)?\b[^.]{0,60}\b(?:made|created|performed|done|at|degrees|carried)|lesioned|ablated|ablation (?:was|of)|(?:radiofrequency|rf|rhizotomy|neurotomy|denervation)\b[^.]{0,60}\b(?:performed|was|carried|done|applied))/;
const DEGREES = /\b(?:\d{2} ?(?:°|degrees)|(?:sixty|eighty|ninety)(?:[ -]five)? degrees)/;
/** `The C-arm was turned 35 degrees`, `rotation is limited to 50 degrees`: angles of a machine and of a neck. */
const ANGLE =
  /c-?arm|\btube\b|\bbeam|intensifier|fluoroscop|\bobliqu|\btilt|\brotat|\bcephal|\bcaud|\bflex|\bexten[ds]|\bbend|\bbent|\brange of motion|\brom\b|\bleg rais|\bslr\b|\babduct|\bangl|\bcurv|\bscolio/;
const HEAT = /\bcelsius|° ?c\b|degrees c\b|\bsec(?:ond)?s?\b|\blesion|\bheat|\bcoag|\bminutes?\b/;

/** True when the narrative tells of a lesion being made. */
export function saysLesion(note: ProcedureNote, body: readonly Sentence[]): boolean {
  return body.some((sentence) => {
    const words = note.lower.slice(sentence.start, sentence.end);
    const told = LESION.test(words) || (DEGREES.test(words) && (HEAT.test(words) || !ANGLE.test(words)));
    return told && assertionOf(note, sentence.start, sentence.end) === 'asserted';
  });
}

function all(pattern: RegExp, words: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let one = pattern.exec(words); one; one = pattern.exec(words)) found.push(one);
  return found;
}

function span(sentence: Sentence, found: RegExpExecArray): Span {
  return { start: sentence.start + found.index, end: sentence.start + found.index + found[0].length };
}
