import type { FactSheet, FactValue } from '../model/fact.ts';
import { factValue } from '../model/fact.ts';
import type { IsoDate } from '../model/date.ts';
import { addDays } from '../model/date.ts';
import type { Library } from '../model/library.ts';
import type { Program, ProgramCodes } from '../model/law/program.ts';
import { isInForce } from '../model/period.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';
import type { Authorization, ServiceLine } from '../model/review.ts';

/** Programs by payer. */
export interface PreparedPrograms {
  readonly programs: readonly Program[];
}

export function preparePrograms(library: Library): PreparedPrograms {
  return { programs: library.programs.programs };
}

export interface AuthorizationRequest {
  readonly lines: readonly Pick<ServiceLine, 'code'>[];
  readonly context: ResolvedContext;
  readonly facts: FactSheet;
  /** Tracking number on the claim, when there is one. */
  readonly tracking?: string | undefined;
}

/**
 * Which program asks for authorization of these lines, by payer, state, place, date and code. What decides but is not
 * known (payer, state, place, date) makes the answer `unknown`, never `not-required`. Silence means: no program of the
 * library names the service.
 */
export function authorize(request: AuthorizationRequest, law: PreparedPrograms): Authorization[] {
  return law.programs.flatMap((program) => {
    const answer = judge(program, request);
    return answer ? [answer] : [];
  });
}

function judge(program: Program, request: AuthorizationRequest): Authorization | undefined {
  const { context, facts } = request;
  // Without a payer the programs whose lists are known answer; a plan's own list would only say `unknown`.
  if (context.payer === undefined ? program.lists.length === 0 : !program.payers.includes(context.payer))
    return undefined;
  const on = context.dateOfService;
  if (on !== undefined && !isInForce(program, on)) return undefined;
  if (program.lists.length === 0) return unknownList(program, request);
  const named = program.lists.filter((list) => listed(list, request).length > 0);
  const current = named.filter((list) => on === undefined || isInForce(list, on));
  if (named.length === 0) return undefined;
  if (elsewhere(program, context)) return undefined;
  if (current.length === 0) return left(program, named, request);
  const excuse = program.unless?.find(
    (one) =>
      says(factValue(facts, one.fact), one.is) &&
      current.every((list) => listed(list, request).every((code) => one.codes?.includes(code) ?? true)),
  );
  const codes = [...new Set(current.flatMap((list) => listed(list, request)))];
  const line = lineOf(request, codes[0]);
  const cite = current[0]?.citation ?? program.citation;
  const base = { program: program.program, ...line, why: program.why, citation: cite };
  if (excuse) return { ...base, status: 'not-required', what: excuse.says, do: 'Nothing to ask for.', missing: [] };
  const open = undecided(program, context);
  const words = { codes: codes.join(', '), state: context.state ?? 'this state' };
  const missing = program.packet.filter((fact) => factValue(facts, fact) === undefined);
  const what = fill(program.what, words);
  if (open.length > 0)
    return {
      ...base,
      status: 'unknown',
      what: `${what} This depends on ${open.join(' and ')}, which is not known.`,
      do: `Say ${open.join(' and ')}.`,
      missing,
    };
  return {
    ...base,
    status: program.status,
    what: `${what}${trackingWords(program, request)}`,
    do: program.do,
    missing,
  };
}

function says(value: FactValue | undefined, word: boolean | string): boolean {
  return Array.isArray(value) ? value.includes(word) : value === word;
}

function listed(list: ProgramCodes, request: AuthorizationRequest): string[] {
  const codes = request.lines.map((line) => line.code);
  if (list.with && !list.with.some((code) => codes.includes(code))) return [];
  return codes.filter((code) => list.codes.includes(code));
}

/** The service is certainly outside the program: another place, another kind of claim, another state. */
function elsewhere(program: Program, context: ResolvedContext): boolean {
  const { placeOfService: place, claimType, state, dateOfService: on } = context;
  if (program.places && place !== undefined && !program.places.includes(place)) return true;
  if (program.claimTypes && claimType !== undefined && !program.claimTypes.includes(claimType)) return true;
  if (!program.states || state === undefined) return false;
  const entry = program.states.find((one) => one.state === state);
  return entry === undefined || (on !== undefined && on < entry.from);
}

function undecided(program: Program, context: ResolvedContext): string[] {
  const open: string[] = [];
  if (context.dateOfService === undefined) open.push('the date of service');
  if (program.states && context.state === undefined) open.push('the state');
  if (program.places && context.placeOfService === undefined) open.push('the place of service');
  return open;
}

/** The codes were on the list once: say so instead of keeping silent. */
function left(
  program: Program,
  named: readonly ProgramCodes[],
  request: AuthorizationRequest,
): Authorization | undefined {
  const on = request.context.dateOfService;
  const ended = named.find((list) => list.through !== undefined && on !== undefined && list.through < on);
  if (!program.formerly || !ended?.through) return undefined;
  const codes = listed(ended, request);
  return {
    program: program.program,
    ...lineOf(request, codes[0]),
    status: 'not-required',
    what: fill(program.formerly, { code: codes.join(', '), left: addDays(ended.through, 1) }),
    why: ended.citation.gist,
    do: 'Do not ask for it.',
    missing: [],
    citation: ended.citation,
  };
}

function unknownList(program: Program, request: AuthorizationRequest): Authorization | undefined {
  const codes = [...new Set(request.lines.map((line) => line.code))];
  if (codes.length === 0) return undefined;
  const what = fill(program.what, { codes: codes.join(', ') });
  return {
    program: program.program,
    status: program.status,
    what,
    why: program.why,
    do: program.do,
    missing: [],
    citation: program.citation,
  };
}

function trackingWords(program: Program, { tracking }: AuthorizationRequest): string {
  if (tracking === undefined) return '';
  const wrong = program.trackingLength !== undefined && tracking.length !== program.trackingLength;
  return wrong
    ? ` The number on the claim has ${tracking.length} characters; ${program.trackingLength ?? 0} are expected.`
    : ' A tracking number is on the claim.';
}

function lineOf(request: AuthorizationRequest, code: string | undefined): { line?: number } {
  const at = request.lines.findIndex((line) => line.code === code);
  return at < 0 ? {} : { line: at + 1 };
}

function fill(template: string, words: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-z]+)\}/g, (all, name: string) => words[name] ?? all);
}

/** Last day on which a decision is valid, the day of the decision being day one. */
export function validThrough(program: Program, decidedOn: IsoDate): IsoDate | undefined {
  return program.validDays === undefined ? undefined : addDays(decidedOn, program.validDays - 1);
}
