import { assertionOf } from '../../text/assertion.ts';
import { holds, says, type ProcedureNote, type SectionRole, type Sentence } from '../../text/note.ts';
import type { NoteTools } from '../tools.ts';

const NOTHING_DONE =
  /\bno (?:procedures?|injections?|interventions?|needles?)\b[^.;]{0,30}\b(?:performed|done|given|placed)\b|\bnothing (?:was )?(?:injected|done|performed) today|\bnot (?:injected|performed|done) today\b/;
/** Work through an opening of the body: what is injected there belongs to it. */
const OPERATION =
  /\bincisions?\b|\bsutur(?:e|ed|es)\b|\bscalpel|\btourniquet|\bintubat|\bgeneral an(?:a)?esthe|\blaceration|\btrocar|\bcauter|\bscrews?\b|\bendoscop|\barthroscop|\bvicryl|\bmonocryl|\bdissect(?:ed|ion)\b(?! needle)|\bexcis(?:ed|ion)\b|\bdebrid|\bextract(?:ed|ion)s?\b|\bbiops(?:y|ies)\b|\bcatheteri[sz]ation\b|\bk-wire|\bcataract|\bretrobulbar|\bspeculum\b|\bdental\b|\bteeth\b|\btooth\b|\bcervical dilat|\bcontractions\b/;

const TELLS: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'header',
  'title',
  'description',
  'other',
  'findings',
  'injectate',
  'guidance',
  'equipment',
  'plan',
  'assessment',
  'diagnosis',
  'indications',
  'exam',
  'anesthesia',
]);
/** Under these headings a note tells mainly what is not the act; what was done there must be told with its tense. */
export const ASIDE: ReadonlySet<SectionRole> = new Set<SectionRole>(['plan', 'assessment', 'indications', 'exam']);

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** Words of another day. */
const OTHER_DAY = new RegExp(
  String.raw`\b(?:in|since|last|from|back in|until|before|after) (?:early |late |mid-?)?(?:${MONTH}\b|spring|summer|autumn|fall|winter)|\blast (?:week|month|year|visit|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday|done|injection|block|shot)\b|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|few|some) (?:days?|weeks?|months?|years?) (?:ago|earlier|before|prior|later)\b|\b(?:earlier|previous(?:ly)?|prior) (?:in the year|visit|injection|block|shot|session|treatment)|\b(?:two|three|four|five|\d+) (?:days|weeks|months) after\b|\b(?:in|during) (?:the year )?(?:19|20)\d\d\b|\bhistory of\b|\bpreviously\b|\bnext (?:visit|time|week|month)\b`,
);
const TODAY = /\btoday\b|\bthis (?:morning|afternoon|visit|session)\b|\bnow\b/;
/** Somebody else, or somewhere else. */
const OTHERS =
  /\b(?:before|prior to|for) (?:his|her|the) (?:[\w-]+ ){0,3}(?:surgery|operation|repair|replacement|arthroplasty|arthroscopy|fusion)\b[^.]*\b(?:an(?:a)?esthesi\w+|an(?:a)?esthetist) (?:\w+ )?(?:placed|performed|did|gave|put)\b|\b(?:by|from|with) (?:dr\.? |doctor )[a-z]|\bby (?:an?other|the|my|our|his|her|a|one of my) (?:[\w-]+ )?(?:doctor|physician|partner|colleague|surgeon|an(?:a)?esthesi\w+|hospital|clinic|provider|service|department|neurologist|orthop\w+)|\b(?:elsewhere|across town|outside (?:hospital|clinic|facility|doctor|doc)|another (?:hospital|clinic|doctor|facility|practice)|urgent care)\b/;
const WILL =
  /^\W*(?:if|should|unless|when)\b[^.]*\b(?:will|would|may|can|could|should|call|book|repeat)\b|\b(?:i|we|he|she) (?:will|would|shall|may|might|could)\b|\bwould (?:be|have)\b|\b(?:plan|planned|planning|scheduled|offered|proposed|options?|consider\w*) (?:to|for|a|an|is)\b|\bto be (?:done|scheduled|repeated|given|injected)\b/;

/** Beside the act, what an earlier one brought. */
const BROUGHT =
  /\b(?:gave|brought|produced|provided) (?:\w+ ){0,2}?(?:nothing|little|no (?:help|relief|benefit))\b|\bdid(?: not|n['\u2019]t) (?:do anything|do much|help|work|last)\b|\b(?:he|she|they)(?:['\u2019]s| has| have) (?:ever )?had\b|\bprior to this\b/;

/** True where the author writes that nothing was done. */
export function deniesActs(note: ProcedureNote): boolean {
  return holds(note, NOTHING_DONE);
}

/** True of a sentence that tells what others did, or what was done elsewhere. */
export function isOfOthers(words: string): boolean {
  return OTHERS.test(words);
}

/** True where the author operated: what was injected then serves the operation. */
export function servesOtherWork(tools: NoteTools, today: readonly Sentence[]): boolean {
  return tools.setting.surgery || [...tools.titles, ...today].some((one) => tools.tells(one, OPERATION));
}

/** The sentences that can tell what this author did on the day of the note. */
export function toldToday(note: ProcedureNote): Sentence[] {
  return note.sentences.filter((sentence) => {
    if (!TELLS.has(sentence.section.role)) return false;
    if (says(note, sentence, OTHERS) || says(note, sentence, WILL)) return false;
    if (ASIDE.has(sentence.section.role) && says(note, sentence, BROUGHT)) return false;
    if (says(note, sentence, OTHER_DAY) && !says(note, sentence, TODAY)) return false;
    const stands = assertionOf(note, sentence.start, sentence.start + 1, ['negated', 'abandoned']);
    return stands === 'asserted' || (stands === 'historical' && says(note, sentence, TODAY));
  });
}
