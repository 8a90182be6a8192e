import { assertionOf } from '../../text/assertion.ts';
import type { ProcedureNote, Sentence } from '../../text/note.ts';
import type { NoteTools } from '../tools.ts';
import { ASIDE } from './told-today.ts';

/** Something that pierces. */
const NEEDLE =
  /\bneedles?\b|\b(?:1[5-9]|2\d|3[0-2])[\s-]?(?:g|ga|gauge)\b|\bspinal needle|\bsyringes?\b|\binch and a half\b|\bcannula/;

const NUMBER = String.raw`(?:\d+(?:\.\d+)?|\.\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen|twenty|twenty-five|thirty|forty|eighty|half|quarter)`;
/** `8 mL of`, `40 mg Kenalog`, `1 and a half`: how much of something. */
const VOLUME = new RegExp(
  String.raw`\b${NUMBER}(?: and a half| and a quarter| a)?[\s-]?(?:ml|cc|ccs|mls|mg|milligrams?|milliliters?|units?)\b`,
);
/** `ten of quarter percent bupivacaine`, `twenty-five of absolute alcohol`, `the levator got 1 and a half`. */
const OF_DRUG = new RegExp(
  String.raw`\b${NUMBER} (?:(?:cc|ml) )?of (?:(?:\d*\.?\d+|half|quarter|one|two) ?(?:%|percent)|absolute|dehydrated|plain|depo|kenalog|the mix|the same|\w+ percent)|\b(?:got|received|took) (?:\w+ )?${NUMBER}\b`,
);
/** Taken by mouth, at home, or drawn up only. */
const NOT_HERE =
  /\b(?:daily|nightly|bid|tid|qid|prn|q\.?h\.?s|b\.i\.d|t\.i\.d|at night|at bedtime|a day|per day|times a day|by mouth|orally|tablets?|capsules?|patch(?:es)?|prescri\w+|refill|rx|allerg\w+|opening pressure|csf|antibiotic|cefazolin|ancef|vancomycin|diazepam|midazolam|versed|fentanyl|propofol|ephedrine|ringer|iv fluid|oxygen)\b|\b(?:aspirat|drain|withdr|remov)\w*[^.]{0,30}\b(?:fluid|effusion|straw|serous|synovial)\b|\b(?:fluid|effusion|straw|serous|synovial)\b[^.]{0,30}\b(?:aspirat|drain|withdr|remov)\w*/;
/** Into a muscle or under the skin for the whole body's sake. */
const SYSTEMIC =
  /\b(?:im|i\.m\.|intramuscular(?:ly)?|ketorolac|toradol|b-?12|testosterone|vaccin\w*|sub-?q|subcutaneous(?:ly)?)(?![a-z])/;
const SKIN =
  /\b(?:skin|wheal|subcutan\w*|superficial|intradermal|numbed|for local|local infiltration|epidermis|dermal)\b/;
const TEST = /\btest (?:dose|of)\b/;
/** A note that tells in a plan says so in the past: `went in`, `was given`. */
const PAST =
  /\b(?:was|were|went|gave|got|put|used|injected|infiltrated|placed|deposited|instilled|followed|received|took|passed|entered|filled|felt|flowed|aspirated|spread|dropped|pushed|shot|done|tested|repeated|opened|ran|drew|found|did)\b/;
const SAME = /\b(?:same|identical(?:ly)?|likewise|similar(?:ly)?|repeated|ditto|mirror)\b/;

/** Spoken of only. */
const TALKED = /\b(?:discuss\w*|talked|afraid|fears?|options?|explained)\b/;

export function pierces(words: string): boolean {
  return NEEDLE.test(words) && !TALKED.test(words);
}

/** True when the sentence stands where plans and findings stand, and tells nothing that happened. */
export function isAside(sentence: Sentence, words: string): boolean {
  return ASIDE.has(sentence.section.role) && !PAST.test(words) && !NEEDLE.test(words);
}

export function isSame(words: string): boolean {
  return SAME.test(words);
}

/** True when the sentence tells that an amount of something went in: not to the skin, not by mouth, not denied. */
export function gives(note: ProcedureNote, tools: NoteTools, sentence: Sentence): boolean {
  const words = tools.says(sentence);
  const amount = VOLUME.exec(words) ?? OF_DRUG.exec(words);
  if (!amount || SYSTEMIC.test(words)) return false;
  const drugs = tools.drugs([sentence]).filter((drug) => drug.name.drug.role !== 'contrast');
  const dosed = drugs.some((drug) => drug.quantities.length > 0);
  const [start, end] = [sentence.start + amount.index, sentence.start + amount.index + amount[0].length];
  const stands = assertionOf(note, start, end, ['negated']);
  if (stands !== 'asserted') return false;
  if (/\b(?:no|not|without|never|nothing)\b[^.;,]{0,20}$/.test(words.slice(0, amount.index))) return false;
  if (!dosed && (SKIN.test(words) || NOT_HERE.test(words) || TEST.test(words))) return false;
  if (
    NOT_HERE.test(words) &&
    !/\b(?:inject\w*|needles?|went in|put in|into|deposit\w*|infiltrat\w*|aspirated [^.]*\b(?:then|and)\b)/.test(words)
  )
    return false;
  // Milligrams of what is no drug of the needle are tablets.
  if (!dosed && drugs.length === 0 && /m(?:g|illigrams?)$/.test(amount[0]) && !/\binject|\bneedle|\binto\b/.test(words))
    return false;
  // Of contrast alone the needle's place is told, no treatment.
  return (
    dosed ||
    !/\b(?:contrast|omnipaque|isovue|dye|iohexol|saline|gad\w+|magnevist|iodixanol|visipaque|opacif\w+)\b/.test(
      words,
    ) ||
    drugs.length > 0
  );
}
