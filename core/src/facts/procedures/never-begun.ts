import { assertionOf } from '../text/assertion.ts';
import { holds, may, type ProcedureNote, type SectionRole, type Sentence } from '../text/note.ts';

const NEEDLE = String.raw`(?:needles?|trocars?|incisions?)`;
/** The skin was not pierced. */
const UNTOUCHED = new RegExp(
  [
    String.raw`\bno ${NEEDLE}\b[^.;\n]{0,20}\b(?:touch\w*|enter\w*|pierc\w*|broke|plac\w+|inserted|introduced|passed|advanced|opened|used|given|drawn up|made)\b`,
    String.raw`\bno (?:needle|skin) (?:contact|puncture|entry|stick|insertion|placement)\b(?! (?:with|of|on) (?:the )?(?:bone|periosteum|nerve|root|vessel))`,
    String.raw`\bnothing\b[^.;\n]{0,20}\b(?:entered|touched|pierced|broke|was injected|went in)\b`,
    String.raw`\bneedles?\b[^.;\n]{0,20}\b(?:was|were|had been|is) (?:never|not(?: yet)?(?: been)?) (?:\w+ )?(?:opened|placed|inserted|introduced|advanced|used|touched|passed)\b`,
    String.raw`\b(?:before|prior to)(?: any| a| the)? (?:needles?|skin|local|incision|injection)\b[^.;\n]{0,20}\b(?:touch\w*|enter\w*|pierc\w*|broke|puncture\w*|plac\w+|insert\w+|went in|goes in|numbed|opened|given|could be)\b`,
    String.raw`\bskin (?:was |is |had )?(?:never|not)(?: been)?(?: \w+)? (?:touched|pierced|punctured|broken|entered|numbed|an(?:a)?esthetized|infiltrated)\b`,
    String.raw`\bbefore (?:the )?(?:needle(?: insertion| placement)?|start of (?:the )?(?:procedure|case|injection|block)|anything was (?:injected|done|given))\b`,
  ].join('|'),
);
const ACT = String.raw`(?:procedure|injections?|blocks?|epidural|case|ablation|rf|trial|it)`;
/** The author says that it did not take place. */
const CALLED_OFF = new RegExp(
  [
    String.raw`\b${ACT} (?:was |were |is |had )?(?:therefore |then |thus )?(?:not|never) (?:\w+ )?(?:done|performed|carried out|begun|started|given|completed)\b`,
    String.raw`\b${ACT}\b[^.;\n]{0,20}\b(?:called off|cancell?ed|aborted|abandoned|postponed|deferred|terminated|rescheduled|rebooked|put off)\b`,
    String.raw`\b(?:aborted|cancell?ed|called off|abandoned|postponed) (?:the )?${ACT}\b`,
    String.raw`\b(?:did|do|could|would) not (?:go (?:on|ahead|further|forward)|proceed|begin|start|continue)\b`,
    String.raw`\b(?:elected|decided|chose|opted|agreed|thought (?:it )?(?:best|better|wise)) (?:\w+ )?not to (?:go|proceed|begin|start|continue|do|inject|perform)\b`,
    String.raw`\bnot (?:injected|done|performed|treated|started) today\b`,
    String.raw`\bno (?:procedure|injection|block)s? (?:was |were )?(?:done|performed|given)\b`,
  ].join('|'),
);
/** Something did go in. */
const BEGUN =
  /\b\d+ ?mg (?:of )?(?:depo|kenalog|dex|triam|methylpred|celestone|betameth)|\b(?:depo-?\w*|kenalog|dex\w*|triam\w*|methylpred\w*|celestone) \d+ ?mg\b|\b(?:was|were) (?:then |slowly |carefully |gently |easily |all )?(?:injected|advanced|instilled|infiltrated|deposited|lesioned|ablated|withdrawn)\b|\b(?:i|we) (?:then |slowly )?(?:injected|advanced|gave|instilled|deposited)\b|\bneedles? (?:was|were) (?:then |slowly |carefully )?(?:placed|inserted|introduced|passed|removed|directed|guided)\b|\bloss of resistance\b|\b(?:contrast|dye)\b[^.;]{0,30}\b(?:spread|show\w*|confirm\w*|outlin\w*|fill\w*)\b/;
/** Drawn up, and thrown away. */
const READY_ONLY = /\bdrawn up\b|\bprepared\b|\bwasted\b|\bdiscarded\b|\bunused\b/;
const ELSEWHERE: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'history',
  'past-history',
  'family-history',
  'consent',
]);

/**
 * True when the note says both that nothing pierced the skin and that the procedure did not take place, and tells of
 * nothing that went in: a patient who fainted on the table, a machine that failed.
 */
export function neverBegun(note: ProcedureNote): boolean {
  if (!may(note, UNTOUCHED) || !holds(note, UNTOUCHED) || !holds(note, CALLED_OFF)) return false;
  const told = note.sentences.filter((one) => !ELSEWHERE.has(one.section.role));
  const some = (words: RegExp) => told.some((one) => words.test(says(note, one)));
  return some(UNTOUCHED) && some(CALLED_OFF) && !told.some((one) => begins(note, one));
}

function begins(note: ProcedureNote, sentence: Sentence): boolean {
  const words = says(note, sentence);
  const found = BEGUN.exec(words);
  // The title names a dose that was to be given.
  const { section } = sentence;
  const names = section.role === 'title' && sentence.start - section.bodyStart < FIRST;
  if (!found || names || READY_ONLY.test(words)) return false;
  const start = sentence.start + found.index;
  return assertionOf(note, start, start + found[0].length, ['abandoned']) === 'asserted';
}

const FIRST = 4;

function says({ lower }: ProcedureNote, { start, end }: Sentence): string {
  return lower.slice(start, end);
}
