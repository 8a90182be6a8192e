import type { Library } from '@interspace/core/model/library';
import type { Program, ProgramFindingName } from '@interspace/core/model/law/program';
import { explanation, type Explanation } from './explanation.ts';
import { citationInWords, periodInWords } from '../words.ts';

/** A program by its name, or one of its findings: `authorization/<program>/<finding>`. */
export function explainProgram({ programs }: Library, id: string): Explanation | undefined {
  const [, owner, name] = /^authorization\/([^/]+)\/([^/]+)$/.exec(id) ?? [];
  const program = programs.programs.find((one) => one.program === (owner ?? id));
  if (!program) return undefined;
  if (name !== undefined) return explainFinding(program, id, name);
  return explanation(id, 'authorization program', program.title, {
    'In force': periodInWords(program),
    Asks: [program.what, program.why, program.do],
    Payers: [...program.payers, ...(program.payerKinds ?? []).map((kind) => `kind: ${kind}`)].join(', '),
    States: program.states?.map(({ state, from }) => `${state} from ${from}`).join(', '),
    'Places of service': program.places?.join(', '),
    Codes: program.lists.map((list) => {
      const codes = [...list.codes, ...(list.ranges ?? []).map((range) => range.join('-'))].join(' ');
      const beside = list.with === undefined ? '' : `, beside ${list.with.join(' or ')}`;
      return `${list.service === undefined ? '' : `${list.service}: `}${codes}${beside} (${periodInWords(list)}, ${list.status ?? program.status})`;
    }),
    'Not on the list': program.outside?.map((entry) => `${entry.codes.join(' ')} (${periodInWords(entry)})`),
    'Outside the program': program.unless?.map((one) => one.says),
    'Number on the claim': program.number && [program.number.professional, program.number.institutional],
    'Time of the answer': program.clocks?.map(
      (clock) =>
        `${clock.urgency}: ${clock.hours ?? clock.days ?? clock.businessDays ?? 0} ${clock.hours !== undefined ? 'hours' : clock.days === undefined ? 'business days' : 'days'} (${periodInWords(clock)})`,
    ),
    'The packet shows': packetInWords(programs.packets, [
      ...new Set(program.lists.map((list) => list.packet ?? program.packet)),
    ]),
    Sources: [...new Set([program.citation, ...program.lists.map((list) => list.citation)].map(citationInWords))],
  });
}

function packetInWords(packets: Library['programs']['packets'], names: readonly (string | undefined)[]): string[] {
  return names.flatMap((name) => {
    const packet = packets.find((one) => one.packet === name);
    return packet ? [`${packet.title}: ${packet.items.map((item) => item.title).join('; ')}`] : [];
  });
}

function explainFinding(program: Program, id: string, name: string): Explanation | undefined {
  const text = program.findings[name as ProgramFindingName];
  if (!text) return undefined;
  return explanation(id, `finding of the program "${program.title}"`, text.what, {
    Severity: text.severity,
    Why: text.why,
    Do: text.do,
    Sources: citationInWords(program.number?.citation ?? program.citation),
  });
}

/** A payer by its name, or one statement of it: `payer/<payer>/<overlay>`. */
export function explainPayer({ policies, programs }: Library, id: string): Explanation | undefined {
  const law = policies.jurisdictions;
  const overlay = law.overlays.find((one) => one.id === id);
  if (overlay) {
    const citation = law.citations[overlay.cite];
    return explanation(id, `statement of the payer "${overlay.payer}"`, overlay.title, {
      'In force': periodInWords(overlay),
      'How sure': STATES[overlay.state],
      Says: overlay.says,
      Conditions: overlay.conditions,
      Do: overlay.do,
      Codes: [...overlay.appliesTo.codes, ...overlay.appliesTo.families, ...overlay.appliesTo.kinds].join(', '),
      Sources: citation && citationInWords({ ...citation, confidence: citation.confidence ?? overlay.confidence }),
    });
  }
  const payer = law.payers.find((one) => one.id === id.replace(/^payer\//, '') || one.knownAs?.includes(id) === true);
  if (!payer) return undefined;
  const own = law.overlays.filter((one) => one.payer === payer.id || one.payer === payer.follows);
  return explanation(payer.id, 'payer', payer.title, {
    Kind: payer.kind,
    'Also written': payer.knownAs?.join(', '),
    'Claims to it say': payer.filings?.map((filing) => {
      const citation = law.citations[filing.cite];
      return `${filing.indicator} (${periodInWords(filing)})${citation ? `: ${citationInWords(citation)}` : ''}`;
    }),
    'Judged like': payer.follows,
    'What it says': own.map((one) => `${one.id}: ${one.says}`),
    'Authorization programs': programs.programs
      .filter(
        (one) =>
          one.payers.includes(payer.id) || (payer.kind !== undefined && one.payerKinds?.includes(payer.kind) === true),
      )
      .map((one) => one.program),
  });
}

const STATES = {
  known: 'known: read, restated in our words',
  verify: 'must be verified with the payer',
  licensed: 'the criteria are licensed: ask the payer for them',
} as const;
