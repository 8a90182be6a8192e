import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { evidenceOf, matches, mentions, statementsWith, type Chart } from './chart.ts';
import { isAside, isDenied } from './clause.ts';
import { fact, Tally } from './tally.ts';

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'family-history',
  'social-history',
  'consent',
  'allergies',
]);
const VISIT =
  /\b(?:acupuncture |dry needling |needling )?(?:visit|treatment|session|tx)\s*(?:#|no\.?|number|:)?\s*(\d{1,2})\b(?:\s*(?:of|\/|out of)\s*\d{1,2})?(?! (?:minutes?|mins?|weeks?|months?|days?|years?|points?))/g;
const ORDINAL = /\b(\d{1,2})(?:st|nd|rd|th) (?:acupuncture |dry needling )?(?:visit|treatment|session)\b/g;
const BETTER =
  /\b(?:improv(?:ed|ing|ement)|better|decreas(?:ed|ing)|reduc(?:ed|tion)|less (?:low back )?pain|responding well|good response|relief)\b/g;
const NO_BETTER =
  /\b(?:no (?:significant |meaningful |further |lasting |real )?(?:improvement|change|benefit|relief|better)|not (?:improv\w+|better|responding|help(?:ed|ing))|unchanged|without (?:improvement|benefit|relief)|plateau\w*|has not (?:improved|helped))\b/g;
const WORSE = /\b(?:worse(?:ned|ning)?|regress(?:ed|ing|ion)|deteriorat\w+|plateau\w*|no longer improv\w+)\b/g;
const TREATMENT =
  /\bacupunct\w*|\bneedling|\btreatments?\b|\bvisits?\b|\bsessions?\b|\bsince (?:starting|beginning|last)|\b(?:nrs|vas|odi|pain)\b/;
const NONSPECIFIC =
  /\b(?:non-?\s?specific|mechanical|idiopathic) (?:chronic )?(?:low(?:er)? )?back pain|\bchronic (?:non-?specific|mechanical) low(?:er)? back pain|\bno (?:known |identifiable )?(?:systemic|specific) cause\b|\bno red flags\b/g;
const CAUSED =
  /\b(?:post-?\s?laminectomy|failed back|post-?(?:surgical|fusion|operative) (?:low )?back pain|back pain (?:after|since|following) (?:\w+ ){0,3}?(?:surgery|fusion|laminectomy)|metasta\w+|spinal infection|discitis|osteomyelitis|ankylosing spondylitis|back pain (?:in|of|during|with) pregnancy|pregnancy-related)\b/g;
const PERFORMER: readonly (readonly [word: string, pattern: RegExp])[] = [
  ['acupuncturist', /\b(?:l\.?ac\.?|lic\.? ?ac\.?|licensed acupuncturist|acupuncturist|dipl\.? ?ac\.?|daom|dacm)\b/],
  ['physician-assistant', /\b(?:pa-c|physician assistant)\b/],
  ['nurse-practitioner', /\b(?:fnp|agnp|arnp|aprn|nurse practitioner|np-c|crnp)\b/],
  ['clinical-nurse-specialist', /\b(?:clinical nurse specialist|cns)\b/],
  ['physician', /\b(?:m\.d\.|md\b|d\.o\.|physician)(?! assistant)/],
];
const DONE_BY =
  /\b(?:performed by|needles? (?:were )?(?:placed|inserted) by|acupuncturist|provider|treating|practitioner|rendered by|treated by|electronically signed(?: by)?|signed(?: by)?)\s*[:,]?\s*([^;\n]{2,60})/g;
const QUALIFIED =
  /\b(?:acaom|acahm)\b|\b(?:master'?s?|doctor(?:al|ate)?)(?: degree)? (?:in|of) (?:acupuncture|oriental medicine)\b/g;

/** `acupuncture.*`: number of the visit, its effect, the cause of the pain and who needled. */
export function readNeedlingCourse(chart: Chart): Fact[] {
  if (!mentions(chart, 'acupunct', 'needling')) return [];
  const visit = new Tally('acupuncture.visit-number');
  const improving = new Tally('acupuncture.improving');
  const regressing = new Tally('acupuncture.regressing');
  const nonspecific = new Tally('acupuncture.back-pain-nonspecific');
  const qualified = new Tally('acupuncture.performer-qualified');
  const each = (
    cue: RegExp,
    pattern: RegExp,
    say: (quote: ReturnType<typeof evidenceOf>, hit: RegExpExecArray, text: string) => void,
  ) => {
    for (const statement of statementsWith(chart, cue, SKIP)) {
      const { text } = statement;
      if (isAside(chart.note, statement.start, statement.end, text)) continue;
      for (const hit of matches(statement, pattern))
        say(evidenceOf(chart, statement, hit.index, hit.index + hit[0].length), hit, text);
    }
  };
  for (const pattern of [VISIT, ORDINAL])
    each(/\b(?:visit|treatment|session|tx)\b/g, pattern, (quote, hit, text) => {
      if (
        /\b(?:physical therapy|pt|return|follow[- ]?up|next|last|previous)\b[^.;]{0,20}$/.test(text.slice(0, hit.index))
      )
        return;
      visit.say(Number(hit[1]), quote);
    });
  each(/\b(?:no|not|unchanged|without|plateau\w*)\b/g, NO_BETTER, (quote, _, text) => {
    if (TREATMENT.test(text)) improving.say(false, quote);
  });
  each(/\b(?:improv\w+|better|decreas\w+|reduc\w+|less|respon\w+|relief)\b/g, BETTER, (quote, hit, text) => {
    const near = text.slice(Math.max(0, hit.index - 24), hit.index);
    if (
      !TREATMENT.test(text) ||
      isDenied(text, hit.index, 40) ||
      /\b(?:no|not|goal\w*|until|for|expect\w*|hop\w+|if|to)\s+(?:\w+\s+){0,2}$/.test(near)
    )
      return;
    improving.say(true, quote);
  });
  each(/\b(?:worse\w*|regress\w*|deteriorat\w*|plateau\w*|no longer)\b/g, WORSE, (quote, hit, text) => {
    if (
      /\b(?:since|after|with|under|despite)\b[^.;]{0,40}\b(?:acupunct\w*|needling|treatments?|visits?|sessions?)/.test(
        text,
      ) ||
      /plateau|no longer|regress/.test(hit[0])
    )
      regressing.say(!isDenied(text, hit.index, 30), quote);
  });
  each(/\b(?:non-?\s?specific|mechanical|idiopathic|no)\b/g, NONSPECIFIC, (quote) => nonspecific.say(true, quote));
  each(
    /\b(?:post\w*|failed|back|metasta\w*|spinal|discitis|osteo\w*|ankylosing|pregnan\w*)\b/g,
    CAUSED,
    (quote, hit, text) => {
      if (!isDenied(text, hit.index, 40)) nonspecific.say(false, quote);
    },
  );
  each(/\b(?:acaom|acahm|master\w*|doctor\w*)\b/g, QUALIFIED, (quote) => qualified.say(true, quote));
  return [
    ...visit.facts(),
    ...improving.facts(),
    ...regressing.facts(),
    ...nonspecific.facts(),
    ...qualified.facts(),
    ...performer(chart),
  ];
}

function performer(chart: Chart): Fact[] {
  if (!chart.procedures.some((one) => one.family === 'acupuncture' || one.family === 'dry-needling')) return [];
  const told = new Map<string, ReturnType<typeof evidenceOf>>();
  for (const statement of chart.statements)
    for (const hit of matches(statement, DONE_BY)) {
      const words = hit[0];
      const found = PERFORMER.find(([, pattern]) => pattern.test(words));
      if (found && !told.has(found[0]) && !/\bsupervis\w+|\breferr\w+/.test(words))
        told.set(found[0], evidenceOf(chart, statement, hit.index, hit.index + words.length));
    }
  // Several professions signed: who placed the needles is not told.
  const [only] = told;
  if (!only) return [];
  return told.size === 1
    ? [fact('acupuncture.performer', only[0], only[1])]
    : [fact('acupuncture.performer', undefined, ...told.values())];
}
