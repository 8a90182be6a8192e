import { isIsoDate } from '../model/date.ts';
import { factValue } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { Program, ProgramFindingName } from '../model/law/program.ts';
import type { Authorization } from '../model/review.ts';
import { bearsNumber, malformed, validThrough } from './number.ts';
import { fill, trackingOf, type AuthorizationRequest } from './request.ts';

/**
 * What stands against a claim, or against a request that was answered. Only with something to look at: before the
 * procedure there is nothing to fix, and the answers say what to ask for.
 */
export function programFindings(
  program: Program,
  answers: readonly Authorization[],
  request: AuthorizationRequest,
): Finding[] {
  const asked = answers.filter(({ status }) => status === 'required' || status === 'recommended');
  const found: Finding[] = [];
  const say = (name: ProgramFindingName, answer: Authorization, words: Readonly<Record<string, string>> = {}): void => {
    const text = program.findings[name];
    if (!text) return;
    const codes = (answer.codes ?? []).join(', ');
    found.push({
      id: `authorization/${program.program}/${name}`,
      severity: text.severity,
      line: answer.line,
      field: name === 'answer-late' || name === 'codes-not-asked' ? undefined : 'authorization',
      what: fill(text.what, { codes, ...words }),
      why: text.why,
      do: fill(text.do, { codes, ...words }),
      citation:
        program.number && name !== 'answer-late' ? program.number.citation : (answer.citation ?? program.citation),
      evidence: [],
    });
  };
  for (const answer of asked) aboutNumber(program, answer, request, say);
  for (const answer of answers) {
    const late = answer.clocks?.find((clock) => clock.late === true);
    if (late) say('answer-late', answer, { within: late.within, urgency: late.urgency });
  }
  return found;
}

function aboutNumber(
  program: Program,
  answer: Authorization,
  request: AuthorizationRequest,
  say: (name: ProgramFindingName, answer: Authorization, words?: Readonly<Record<string, string>>) => void,
): void {
  const { context, facts, claim } = request;
  const { number } = program;
  if (!number) return;
  const tracking = trackingOf(request);
  const here = bearsNumber(program, context);
  if (claim && here && tracking === undefined) say('number-missing', answer);
  if (claim && !here && context.placeOfService !== undefined && isOwnNumber(request) && tracking !== undefined)
    if (malformed(number, tracking) === undefined) say('number-misplaced', answer);
  if (tracking !== undefined && here) {
    const wrong = malformed(number, tracking);
    if (wrong !== undefined) say('number-malformed', answer, { wrong });
  }
  const decided = factValue(facts, 'authorization.decided-on');
  const on = context.dateOfService;
  if (typeof decided === 'string' && isIsoDate(decided) && on !== undefined) {
    const through = validThrough(number, decided);
    if (on > through) say('number-expired', answer, { through, decided, on });
  }
  if (factValue(facts, 'authorization.decision') === 'non-affirmed') say('non-affirmed', answer);
  const covered = factValue(facts, 'authorization.codes');
  if (Array.isArray(covered)) {
    const open = (answer.codes ?? []).filter((code) => !covered.includes(code));
    if (open.length > 0) say('codes-not-asked', answer, { open: open.join(', ') });
  }
}

/** The number stands on the claim itself. */
function isOwnNumber({ claim }: AuthorizationRequest): boolean {
  return claim?.authorization !== undefined || claim?.lines.some((line) => line.authorization !== undefined) === true;
}
