import { addDays, isIsoDate } from '../model/date.ts';
import { factValue } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { AuthorizationStatus, Program, ProgramCodes } from '../model/law/program.ts';
import { isInForce } from '../model/period.ts';
import type { Authorization } from '../model/review.ts';
import { clocksOf } from './clocks-of.ts';
import { codesOf, elsewhere, excuseFor, isBilledOtherwise, listedCodes, undecided } from './listed.ts';
import { malformed, placeOfNumber, validThrough } from './number.ts';
import { packetEntries, type PacketEntry, type Shown } from './packet.ts';
import type { PreparedPrograms } from './prepare-programs.ts';
import { programFindings } from './program-findings.ts';
import { fill, trackingOf, type AskedLine, type AuthorizationRequest } from './request.ts';

export interface Authorized {
  readonly answers: readonly Authorization[];
  readonly findings: readonly Finding[];
}

/**
 * Which program asks for authorization of these lines, by payer, state, place, date and code. What decides but is not
 * known (state, place, date) makes the answer `unknown`, never `not-required`. Silence means: no program of the library
 * names the service.
 */
export function authorize(request: AuthorizationRequest, law: PreparedPrograms): Authorized {
  // Programs answer about services: where there are none, there is nothing to ask for.
  if (request.lines.length === 0) return { answers: [], findings: [] };
  const codes = codesOf(request.lines);
  const answers: Authorization[] = [];
  const findings: Finding[] = [];
  for (const program of law.programsOf(request.context.payer, request.context.dateOfService)) {
    const own = judge(program, codes, request, law);
    if (own.length === 0) continue;
    answers.push(...own);
    findings.push(...programFindings(program, own, request));
  }
  return { answers, findings };
}

/** `codes` are those of the lines, each once. */
function judge(
  program: Program,
  codes: readonly string[],
  request: AuthorizationRequest,
  law: PreparedPrograms,
): Authorization[] {
  const { claim, context, lines } = request;
  const on = context.dateOfService;
  if (on !== undefined && !isInForce(program, on)) return [];
  if (program.lists.length === 0) return unlisted(program, asked(lines), request, law);
  if (elsewhere(program, context) || isBilledOtherwise(program, claim)) return [];
  const named = program.lists.filter((list) => listedCodes(list, codes).length > 0);
  const current = named.filter((list) => on === undefined || isInForce(list, on));
  if (named.length === 0 && !program.partial && !program.outside) return [];
  const statuses = [...new Set(current.map((list) => list.status ?? program.status))];
  const answers = statuses.map((status) => {
    const lists = current.filter((list) => (list.status ?? program.status) === status);
    return answerFor(program, lists, status, codes, request, law);
  });
  const covered = new Set(current.flatMap((list) => listedCodes(list, codes)));
  return [
    ...answers,
    ...(program.outside ? outside(program, codes, request, covered) : []),
    ...(current.length === 0 ? left(program, named, request) : []),
    ...(program.partial
      ? unlisted(
          program,
          asked(lines).filter((code) => !covered.has(code)),
          request,
          law,
        )
      : []),
  ];
}

function answerFor(
  program: Program,
  lists: readonly ProgramCodes[],
  status: AuthorizationStatus,
  asked: readonly string[],
  request: AuthorizationRequest,
  law: PreparedPrograms,
): Authorization {
  const { context, facts, lines, procedures = [], claim } = request;
  const codes = [...new Set(lists.flatMap((list) => listedCodes(list, asked)))];
  const citation = lists[0]?.citation ?? program.citation;
  const { program: name, why } = program;
  const base = { program: name, line: lineOf(request, codes[0]), why, codes, citation };
  const excuse = excuseFor(program, codes, lines, facts, claim);
  if (excuse) return { ...base, status: 'not-required', what: excuse.says, do: 'Nothing to ask for.', missing: [] };
  const said = lists.flatMap((list) => (list.says === undefined ? [] : [list.says]));
  const words = { codes: codes.join(', '), state: context.state ?? 'this state', title: program.title };
  const what = said.length > 0 ? said.map((text) => fill(text, words)).join(' ') : fill(program.what, words);
  if (status === 'not-required')
    return {
      ...base,
      status,
      what,
      why: 'Lists of plans change, and products differ.',
      do: "Check the member's own product before relying on it.",
      missing: [],
    };
  const open = undecided(program, context);
  const packet = packetOf(program, lists, law, { facts, procedures });
  const isOpen = open.length > 0;
  return {
    program: name,
    line: base.line,
    why,
    codes,
    citation,
    missing: [...new Set(packet.flatMap((entry) => entry.facts))],
    packet: packet.length === 0 ? undefined : packet,
    number: numberOf(program, request),
    clocks: clocksOf(program, request, law.kindOf(context.payer)),
    status: isOpen ? 'unknown' : status,
    what: isOpen
      ? `${what} This depends on ${open.join(' and ')}, which is not known.`
      : `${what}${togetherWords(program, codes)}${trackingWords(program, request)}`,
    do: isOpen ? `Say ${open.join(' and ')}.` : program.do,
  };
}

/** What a request under these lists must hold, each item once. */
function packetOf(
  { packet }: Program,
  lists: readonly ProgramCodes[],
  { items }: PreparedPrograms,
  shown: Shown,
): PacketEntry[] {
  const names = [...new Set(lists.map((list) => list.packet ?? packet))].filter((name) => name !== undefined);
  const entries = names.flatMap((name) => packetEntries(items.get(name) ?? [], shown));
  // An item stands once in a packet.
  if (names.length < 2) return entries;
  return entries.filter((entry, at) => entries.findIndex((other) => other.item === entry.item) === at);
}

/** Codes of one service that stand on the claim and belong in one request. */
function togetherWords({ together }: Program, codes: readonly string[]): string {
  const groups = (together ?? []).map((group) => codes.filter((code) => group.includes(code)));
  const found = groups.filter((group) => group.length > 1);
  return found.length === 0 ? '' : ` One request for ${found.map((group) => group.join(' and ')).join('; ')}.`;
}

function numberOf(program: Program, { context, facts }: AuthorizationRequest): Authorization['number'] {
  const { number } = program;
  if (!number) return undefined;
  const decided = factValue(facts, 'authorization.decided-on');
  const through = typeof decided === 'string' && isIsoDate(decided) ? validThrough(number, decided) : undefined;
  return {
    where: placeOfNumber(program, context) ?? number.professional,
    length: number.length,
    validDays: number.validDays,
    validThrough: through,
  };
}

function trackingWords({ number }: Program, request: AuthorizationRequest): string {
  const tracking = trackingOf(request);
  if (tracking === undefined || !number) return '';
  const wrong = malformed(number, tracking);
  return wrong === undefined ? ' A tracking number is on file.' : ` The number on file ${wrong}.`;
}

/** Codes that are often taken for listed ones: the answer is no, with the reason. */
function outside(
  program: Program,
  asked: readonly string[],
  request: AuthorizationRequest,
  covered: ReadonlySet<string>,
): Authorization[] {
  const { context } = request;
  const on = context.dateOfService;
  if (undecided(program, context).length > 0) return [];
  return (program.outside ?? []).flatMap((entry) => {
    const codes = asked.filter((code) => entry.codes.includes(code) && !covered.has(code));
    if (codes.length === 0 || (on !== undefined && !isInForce(entry, on))) return [];
    return [
      {
        program: program.program,
        line: lineOf(request, codes[0]),
        status: 'not-required' as const,
        what: fill(entry.says, { codes: codes.join(', '), state: context.state ?? 'this state' }),
        why: entry.citation.gist,
        do: 'Do not ask for it.',
        missing: [],
        codes,
        citation: entry.citation,
      },
    ];
  });
}

/** The codes were on the list once: say so instead of keeping silent. */
function left(program: Program, named: readonly ProgramCodes[], request: AuthorizationRequest): Authorization[] {
  const on = request.context.dateOfService;
  const ended = named.find((list) => list.through !== undefined && on !== undefined && list.through < on);
  if (!program.formerly || !ended?.through) return [];
  const codes = listedCodes(ended, codesOf(request.lines));
  return [
    {
      program: program.program,
      line: lineOf(request, codes[0]),
      status: 'not-required',
      what: fill(program.formerly, { code: codes.join(', '), left: addDays(ended.through, 1) }),
      why: ended.citation.gist,
      do: 'Do not ask for it.',
      missing: [],
      codes,
      citation: ended.citation,
    },
  ];
}

/** Services; drugs, devices and images are asked for with them, and a revenue code alone is none. */
function asked(lines: readonly AskedLine[]): string[] {
  const services = lines.filter(({ code, kind }) => code !== '' && (kind === undefined || kind === 'procedure'));
  return [...new Set(services.map(({ code }) => code))];
}

function unlisted(
  program: Program,
  codes: readonly string[],
  request: AuthorizationRequest,
  law: PreparedPrograms,
): Authorization[] {
  if (codes.length === 0) return [];
  return [
    {
      program: program.program,
      line: lineOf(request, codes[0]),
      status: 'unknown',
      what: fill(program.partial ? 'Whether {title} asks for {codes} is not known to the library.' : program.what, {
        codes: codes.join(', '),
        title: program.title,
      }),
      why: program.why,
      do: program.do,
      missing: [],
      codes: [...codes],
      clocks: clocksOf(program, request, law.kindOf(request.context.payer)),
      citation: program.citation,
    },
  ];
}

function lineOf(request: AuthorizationRequest, code: string | undefined): number | undefined {
  const at = request.lines.findIndex((line) => line.code === code);
  return at < 0 ? undefined : at + 1;
}
