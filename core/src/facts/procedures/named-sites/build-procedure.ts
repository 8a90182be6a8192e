import type { FactValue } from '../../../model/fact.ts';
import type { Finding } from '../../../model/finding.ts';
import type { NoteEvidence } from '../../../model/evidence.ts';
import type { Target } from '../../../model/procedure.ts';
import { readGuidance } from '../../guidance/read-guidance.ts';
import { quote, sentencesIn, type ProcedureNote, type Sentence, type Span } from '../../text/note.ts';
import { catheterIndwelling } from '../epidural/catheter.ts';
import { readAblation } from '../facet/ablation.ts';
import { findings as say } from '../findings.ts';
import { intentOf } from '../intent.ts';
import type { ProcedureDraft } from '../recognizer.ts';
import type { NoteTools } from '../tools.ts';
import { servesOperation } from './operation.ts';
import type { SiteReading } from './read-sites.ts';

export interface Built {
  readonly procedure: ProcedureDraft;
  readonly findings: readonly Finding[];
}

interface Options {
  /** Family of the recognizer, by which the note is shared out. */
  readonly share: string;
  readonly family: string;
  readonly kind: string;
  readonly targets: readonly Target[];
  readonly ablation?: boolean;
  /** Name of the attribute that says a catheter was left. */
  readonly catheter?: string;
  readonly attributes?: Readonly<Record<string, FactValue>>;
}

const CONTINUOUS =
  /\bcontinuous\b(?! (?:fluoro|monitor|rf|radio|aspirat|pulse|ekg|ecg|ultraso|real|visual))|\b(?:indwelling|perineural|nerve) catheters?|\bcatheter (?:placement|insertion|technique)|\bwith (?:an? )?catheter\b|\bcatheter was (?:\w+ ){0,2}?(?:threaded|placed|inserted|advanced)[^.]{0,80}\b(?:secured|left|dress|infus)/;

/** One Procedure for structures that are treated alike, with what the note says of imaging, drugs, catheter and method. */
export function buildProcedure(note: ProcedureNote, tools: NoteTools, reading: SiteReading, options: Options): Built {
  const { head, body } = reading;
  const heads = head.flatMap((span) => sentencesIn(note, span));
  const guidance = guidanceOf(note, tools, reading, options.share, heads);
  const found: Finding[] = [...guidance.findings];
  const attributes: Record<string, FactValue> = { ...options.attributes };
  const quotes: Record<string, readonly NoteEvidence[]> = {};
  const set = (name: string, value: FactValue | undefined, at: Span | undefined) => {
    if (value === undefined) return;
    attributes[name] = value;
    if (at) quotes[name] = [quote(note, at.start, at.end)];
  };
  const sites = options.targets.reduce((sum, target) => sum + (target.side === 'bilateral' ? 2 : 1), 0);
  const open = options.targets.some((target) => target.name === undefined);
  const agents = tools.agents(
    options.share,
    {
      sites: open ? undefined : sites,
      levels: open ? undefined : options.targets.length,
      sides: options.targets.some((target) => target.side === 'bilateral') ? 2 : 1,
      nerves: open ? undefined : sites,
    },
    heads,
  );
  if (options.ablation) {
    for (const one of readAblation(note, [...heads, ...body])) set(one.name, one.value, one.at);
    if (attributes['ablation.method'] === undefined) {
      const method = methodIn(note, [...heads, ...body]);
      if (method) set('ablation.method', method.value, method.at);
      else if (agents.some((agent) => agent.role === 'neurolytic')) set('ablation.method', 'chemical', undefined);
    }
  }
  if (options.catheter) {
    const left = catheterIndwelling(note, tools, body);
    const named = [...head, ...body].find((span) => CONTINUOUS.test(tools.says(span)) && tools.asserted(span));
    const value = left?.value === false ? undefined : (left ?? (named && { value: true, at: named }));
    if (value?.value) set(options.catheter, true, value.at);
  }
  if (guidance.reading.spread) set('contrast-spread-confirmed', true, guidance.reading.spread);
  if (guidance.reading.savedCount)
    set('images-saved-count', guidance.reading.savedCount.count, guidance.reading.savedCount.at);
  const operation = options.ablation ? undefined : servesOperation(note);
  if (operation) {
    set('block.purpose', 'postoperative-pain', operation);
    found.push(say.blockForOperation(quote(note, operation.start, operation.end)));
  }
  const intent = options.ablation ? undefined : intentOf(note, head);
  const evidence = [...reading.evidence, ...reading.sideEvidence];
  return {
    procedure: {
      family: options.family,
      kind: options.kind,
      targets: options.targets,
      guidance: guidance.guidance,
      agents,
      ...(intent ? { intent: intent.intent } : {}),
      attributes,
      evidence: intent ? [...evidence, quote(note, intent.at.start, intent.at.end)] : evidence,
      attributeEvidence: quotes,
    },
    findings: found,
  };
}

/**
 * Beside procedures of other families the imaging of the whole note may be theirs: then only what is said with the name or
 * with the structure counts.
 */
function guidanceOf(
  note: ProcedureNote,
  tools: NoteTools,
  reading: SiteReading,
  family: string,
  heads: readonly Sentence[],
): ReturnType<NoteTools['guidance']> {
  const told = tools.guidance(family, heads);
  if (told.guidance.modality === undefined || tools.statements.done.every((one) => one.family === family)) return told;
  const named = reading.head.flatMap((span) => sentencesIn(note, span).map((one) => ({ ...one, ...span })));
  const own = readGuidance(note, [...named, ...reading.naming]);
  return { ...told, guidance: { ...told.guidance, modality: own.guidance.modality, evidence: own.guidance.evidence } };
}

const METHODS: readonly (readonly [string, RegExp])[] = [
  ['pulsed', /\bpulsed\b|\bprf\b/],
  ['cryo', /\bcryo\w*|\biovera\b/],
  [
    'chemical',
    /\bphenol\b|\b(?:dehydrated|absolute|\d\d ?%) (?:\w+ )?alcohol\b|\balcohol (?:neurolysis|injection|ablation|sclero)|\bglycer(?:ol|in)\b/,
  ],
  ['cooled', /\bcooled\b|\bcoolief\b/],
  ['thermal', /\bthermal\b|\bthermo|\bconventional rf/],
];

function methodIn(note: ProcedureNote, spans: readonly Span[]): { value: string; at: Span } | undefined {
  for (const [value, pattern] of METHODS) {
    for (const span of spans) {
      const found = pattern.exec(note.lower.slice(span.start, span.end));
      if (found)
        return { value, at: { start: span.start + found.index, end: span.start + found.index + found[0].length } };
    }
  }
  return undefined;
}

/** A Target for one structure; what is midline by anatomy is told so. */
export function siteTarget(
  note: ProcedureNote,
  reading: SiteReading,
  kind: Target['kind'],
  name: string | undefined,
  side: Target['side'],
  at: Span | undefined,
): Target {
  const evidence = at ? [quote(note, at.start, at.end)] : reading.evidence.slice(0, 1);
  const derived = reading.sideDerivation !== undefined && side !== undefined && side !== 'midline';
  return {
    kind,
    name,
    side,
    evidence: derived ? [...evidence, ...reading.sideEvidence] : evidence,
    ...(derived ? { derivation: reading.sideDerivation } : {}),
  };
}
