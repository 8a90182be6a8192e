import type { ProcedureNote } from '../../text/note.ts';
import { holds } from '../../text/note.ts';

/** The heading or the end says that nothing was done. */
const SAYS_SO =
  /^[^]{0,160}?\b(?:procedures?|visit|(?<!\b(?:points?|left|right|joint|facet|bursa|second|other|knee|hip|shoulder|[ctls]\d(?:-[ctls]?\d)?) )(?:injections?|blocks?)|status|case)\b(?:[^\w.\n]|visit\b|was\b|were\b|note\b|status\b){0,8}\bnot (?:performed|done|started|carried out)\b|\bconsent\b[^.\n]{0,12}\bto be (?:obtained|signed|taken)\b|\btime-?\s?out\b[^.\n]{0,6}\b(?:pending|to be (?:done|performed|called))\b|\bstatus\s?:\s?(?:procedure )?(?:cancell?ed|postponed|rescheduled|not (?:done|performed|started))\b|^\W*(?:procedure )?cancell?ation (?:note|record)\b|\bi was not (?:there|present|in the room)\b|\bno charge for (?:this|today's) (?:check|visit|evaluation|note)\b|\bno (?:procedure|injection|block|intervention)s? (?:was|were) (?:performed|done|given|carried out) (?:today|at this (?:visit|institution|facility)|this visit|on this date)\b|\bno (?:procedure|examination|patient|injection) (?:was|were) (?:performed|examined|seen|done) (?:at|by) (?:this|our) (?:institution|facility|office|clinic|hospital)\b/;
/** Ways to tell that a procedure was not begun; a single one may be said of one side or one level. */
const NOT_BEGUN =
  /\b(?:did|do|could|would) not (?:go ahead|proceed|begin|start)|\bnot (?:been )?(?:prepped|draped|opened)\b|\bno (?:needles?|trays?|local|drugs?|medications?|anesthetic|steroid)\b[^.;\n]{0,30}\b(?:was|were|had been) (?:opened|placed|inserted|introduced|given|used|drawn|administered)|\b(?:never|not) (?:left|brought into|entered) the (?:holding|procedure|pre)|\b(?:postponed|rescheduled|deferred|called off)\b/g;
const WAYS = 3;
/** One side was not begun, the other was done. */
const BEGUN =
  /\b(?:was|were) (?:then |slowly |carefully )?(?:injected|advanced|instilled|infiltrated)\b|\b(?:i|we) (?:injected|advanced)\b|\btolerated\b/;

/** True when the paper itself says that no procedure took place, at once or in several ways. */
export function saysNothingDone(note: ProcedureNote): boolean {
  if (holds(note, SAYS_SO)) return true;
  const ways = note.index.all(NOT_BEGUN, note.lower).map(([words]) => words);
  return new Set(ways).size >= WAYS && !holds(note, BEGUN);
}
