import type { ProcedureNote } from '../text/note.ts';

/** Where a clause begins anew: what was denied or planned before it does not reach beyond. */
const BREAK =
  /[;!?]|\.\s|\b(?:but|however|although|though|except|whereas|while|yet|instead|because|due to|secondary to)\b|,\s*(?:and\s+)?(?:(?:he|she|they|it|patient|the patient|pt|pain|this|that|there)\b|(?:has|had|is|was|with|reports?|complains?|states?|describes?|endorses?|continues?|radiat\w+|now|today|today's)\b)|\band\s+(?:he|she|it|has|had|is|was|reports?|complains?|states?|describes?|endorses?|continues?|now)\b/g;

const DENIAL =
  /\b(?:no|not|nor|neither|without|den(?:y|ies|ied|ying)|never|none|negative for|absence of|absent|free of|rules? out|ruled out|r\/o|lacks?|(?:does|did|do|was|were|is|are|has|have|had|could|would|can)n't|cannot|unable to (?:identify|find))\b(?!\s+(?:only|change|just|necessarily|further))/g;

const FUTURE =
  /\b(?:will|would|shall|may|might|could|should|plan(?:s|ned|ning)?|recommend(?:s|ed|ing)?|consider(?:ing|ed)?|advised?|order(?:ed|ing)?|refer(?:red|ral)?|schedule[ds]?|begin|start(?:ing)?|pending|anticipat\w+|goals?|expect\w*|hop(?:e|es|ing)|if|unless|encourage[ds]?|discuss(?:ed)?|offered|options?|candidate|request(?:ed|ing)?|obtain|propos\w+|target)\b/g;

/** The breaks of the text that was asked about last, as far as they were needed: a hit in it is asked about again and again. */
let broken = '';
let breaks: { readonly end: number; readonly start: number }[] = [];
let sought = 0;

/** Start of the clause that holds offset `at` of the text. */
export function clauseStart(text: string, at: number): number {
  if (text !== broken) [broken, breaks, sought] = [text, [], 0];
  while (sought <= at) {
    BREAK.lastIndex = sought;
    const hit = BREAK.exec(text);
    sought = hit ? hit.index + hit[0].length : Infinity;
    if (hit) breaks.push({ end: sought, start: hit.index + (/^[,a]/.test(hit[0]) ? 1 : hit[0].length) });
  }
  return breaks.findLast(({ end }) => end <= at)?.start ?? 0;
}

/** End of the clause that holds offset `at`. */
export function clauseEnd(text: string, at: number): number {
  BREAK.lastIndex = at;
  const hit = BREAK.exec(text);
  return hit ? hit.index : text.length;
}

/** True when the words before `at`, in the same clause, deny what stands there. */
export function isDenied(text: string, at: number, reach = 90): boolean {
  return occurs(DENIAL, text.slice(Math.max(clauseStart(text, at), at - reach), at));
}

/** True when the words behind `end` deny it: `cyst: none`, `was not seen`, `has resolved`. */
export function isDeniedAfter(text: string, end: number): boolean {
  return /^(?:(?:\s+[\w-]+){1,3}\s*:\s*(?:none|no|negative|denies|denied|absent)\b)|^[\s,]*(?:(?:is|are|was|were|has been|have been)\s+(?:not|never|denied|absent|negative|ruled out|excluded)|:\s*(?:no|none|negative|denied|denies|absent|n\/a)\b|-\s*(?:none|negative|denied)|not (?:present|seen|noted|identified|reported)|(?:negative|denied|absent|none)\b)/.test(
    text.slice(end, end + 40),
  );
}

/** True when the words before `at`, in the same clause, say that it is wished, planned or only possible. */
export function isFuture(text: string, at: number, reach = 110): boolean {
  return occurs(FUTURE, text.slice(Math.max(clauseStart(text, at), at - reach), at));
}

/** True when the statement is about another person, a risk or a teaching, or hangs on a condition. */
export function isAside(note: ProcedureNote, start: number, end: number, text: string): boolean {
  if (/^(?:[\d.)\s-]*)(?:if|unless|should (?:the|he|she|pain|symptoms)|in case)\b/.test(text)) return true;
  for (const scope of note.scopes) {
    if (scope.start >= end) break;
    if (scope.end <= start) continue;
    if (scope.kind === 'other-person' || scope.kind === 'boilerplate') return true;
  }
  return false;
}

function occurs(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
