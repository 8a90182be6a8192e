import type { Citation } from '@interspace/core/model/citation';
import type { CriterionResult } from '@interspace/core/model/determination';
import type { Review } from '@interspace/core/model/review';

/** Said with every judgement, because readers of an answer tend to fill in what is missing. */
export const HONESTY =
  'Unknown is not no: what is listed as unknown was not found in the record and must not be inferred. `meets` means: meets the criteria as published; the payer decides what is covered. Document only what happened.';

/** A Review short enough for a conversation: every judgement with its source, every unknown by name, and the whole only when asked. */
export function briefReview(review: Review, details: boolean): object {
  return {
    lines: review.lines.map(({ code, modifiers, units, diagnoses, why, evidence }, at) => ({
      line: at + 1,
      code,
      modifiers,
      units,
      diagnoses,
      why,
      evidence: evidence.map(({ quote }) => quote).slice(0, 5),
    })),
    findings: review.findings.map(({ id, severity, line, what, why, do: advice, citation }) => ({
      id,
      severity,
      ...(line === undefined ? {} : { line }),
      what,
      why,
      do: advice,
      ...(citation === undefined ? {} : { citation: cite(citation) }),
    })),
    coverage: review.determinations.map(({ criteria, ...one }) => ({
      ...one,
      notMet: criteria.filter(({ status }) => status === 'not-met').map(briefCriterion),
      unknown: criteria.filter(({ status }) => status === 'unknown').map(briefCriterion),
      met: details
        ? criteria.filter(({ status }) => status === 'met').map(briefCriterion)
        : criteria.filter(({ status }) => status === 'met').length,
    })),
    questions: review.prompts,
    authorization: review.authorization.map(({ packet, citation, ...one }) => ({
      ...one,
      ...(citation === undefined ? {} : { citation: cite(citation) }),
      packet: (packet ?? []).map(({ item, title, status, facts }) => ({ item, title, status, facts })),
    })),
    notEvaluated: review.trace.notEvaluated,
    trace: { library: review.trace.library, engine: review.trace.engine, input: review.trace.input },
    ...(details ? { procedures: review.procedures } : {}),
    readThis: HONESTY,
  };
}

function briefCriterion({ criterion, title, severity, missing, citation, tree }: CriterionResult): object {
  return {
    criterion,
    title,
    ...(missing.length > 0 ? { missing } : { severity, found: tree.found ?? tree.says }),
    citation: cite(citation),
  };
}

/** `L39015, Indications (high): gist`. */
export function cite({ document, section, gist, confidence, standing, url }: Citation): string {
  const where = section === undefined ? document : `${document}, ${section}`;
  const sure = standing === undefined || standing === 'settled' ? confidence : `${confidence}, ${standing}`;
  return `${where} (${sure}): ${gist}${url === undefined ? '' : ` ${url}`}`;
}
