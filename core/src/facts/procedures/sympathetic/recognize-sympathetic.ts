import type { Finding } from '../../../model/finding.ts';
import type { Target } from '../../../model/procedure.ts';
import { quote, type ProcedureNote } from '../../text/note.ts';
import { findings as say } from '../findings.ts';
import { namesOf, SAYS_DESTROY } from '../named-sites/block-names.ts';
import { buildProcedure, siteTarget, type Built } from '../named-sites/build-procedure.ts';
import { otherWork, withinOperation } from '../named-sites/operation.ts';
import { actsOn, readSites, type SiteReading } from '../named-sites/read-sites.ts';
import { NOTHING, type Detected, type ProcedureDraft, type Recognizer } from '../recognizer.ts';
import type { NoteTools } from '../tools.ts';
import { GANGLIA, GANGLION_GATE, GANGLION_NARRATIVE, MIDLINE } from './ganglion-names.ts';

const FAMILY = 'sympathetic';
/** A sympathetic block whose chain the name leaves to the narrative. */
const GENERAL =
  /\bsympathetic (?:nerve )?(?:blocks?|blockade|injections?)|\bsympathetic (?:plexus|ganglion|chain) (?:blocks?|injections?)/g;
const DIRECT = /\b(?:inject\w*|block\w*|advanc\w*|deposit\w*|instill\w*|apply|applied|insert\w*|plac\w+)\b/;

/** Blocks and neurolyses of sympathetic ganglia and plexuses. */
export const sympatheticRecognizer: Recognizer = {
  family: FAMILY,
  gate: GANGLION_GATE,
  names: [
    ...namesOf(GANGLIA.any, 'sympathetic-block', 'sympathetic-ablation').map((name) => ({
      ...name,
      unless: /\bsympathectomy (?:clip|thorac)|celiac (?:artery|axis|trunk|disease|sprue)/,
    })),
    { kind: 'sympathetic-block', words: GENERAL },
    { kind: 'sympathetic-block', words: /\bsgbs?\b/g },
    { kind: 'sympathetic-block', words: /\blsbs?\b/g, needs: /\bl-?[1-5]\b|lumbar|sympath|crps/ },
  ],
  narrative: GANGLION_NARRATIVE,
  detect,
};

function detect(note: ProcedureNote, tools: NoteTools): Detected {
  const all = tools.statements.done.filter((one) => one.family === FAMILY);
  if (withinOperation(note, tools, all)) return NOTHING;
  const titled = all.filter((one) => one.place === 'title');
  const done = titled.length > 0 ? titled : otherWork(note) ? [] : all;
  if (done.length === 0) return fromNarrative(note, tools);
  if (!tools.performed) {
    const named = done.find((one) => one.place === 'title');
    return named
      ? { procedures: [], findings: [say.undescribed(quote(note, named.segment.start, named.segment.end))] }
      : NOTHING;
  }
  if (tools.givenUp && tools.drugs(tools.bodyOf(FAMILY)).every((drug) => drug.name.drug.role === 'contrast'))
    return { procedures: [], findings: [say.abandoned(quote(note, done[0]!.start, done[0]!.end))] };
  const procedures: ProcedureDraft[] = [];
  const found: Finding[] = [];
  for (const kind of ['sympathetic-ablation', 'sympathetic-block']) {
    const statements = done.filter((one) => one.kind === kind);
    if (statements.length === 0 || procedures.length > 0) continue;
    const reading = readSites(note, tools, FAMILY, statements, GANGLIA);
    const built = build(note, tools, reading, kind === 'sympathetic-ablation');
    procedures.push(built.procedure);
    found.push(...built.findings);
  }
  return { procedures, findings: found };
}

function fromNarrative(note: ProcedureNote, tools: NoteTools): Detected {
  if (tools.statements.done.length > 0 || tools.titledOtherwise || otherWork(note)) return NOTHING;
  const acts = actsOn(note, tools, GANGLIA, DIRECT);
  if (acts.length === 0) return NOTHING;
  const reading = readSites(note, tools, FAMILY, [], GANGLIA);
  const built = build(
    note,
    tools,
    reading,
    acts.some((act) => tools.tells(act.sentence, SAYS_DESTROY)),
  );
  return { procedures: [built.procedure], findings: built.findings };
}

function build(note: ProcedureNote, tools: NoteTools, reading: SiteReading, destroyed: boolean): Built {
  const neurolytic = tools
    .drugs(reading.body)
    .some(
      (drug) => drug.name.drug.role === 'neurolytic' && drug.quantities.length > 0 && tools.asserted(drug.sentence),
    );
  const ablation = destroyed || neurolytic;
  const targets: Target[] = reading.sites.map((one) =>
    siteTarget(note, reading, 'site', one.site, MIDLINE.has(one.site) ? 'midline' : (one.side ?? reading.side), one.at),
  );
  if (targets.length === 0) targets.push(unnamed(note, tools, reading));
  const built = buildProcedure(note, tools, reading, {
    share: FAMILY,
    family: FAMILY,
    kind: ablation ? 'sympathetic-ablation' : 'sympathetic-block',
    targets,
    ablation,
  });
  // Needles on both sides of a midline plexus are no question of side.
  const sided = targets.some((target) => target.side !== 'midline');
  return sided ? { ...built, findings: [...reading.findings, ...built.findings] } : built;
}

/** `Sympathetic block` at lumbar vertebrae is one of the lumbar chain. */
function unnamed(note: ProcedureNote, tools: NoteTools, reading: SiteReading): Target {
  const levels = [...reading.head, ...reading.body].flatMap((span) => tools.levels(span)).flatMap((one) => one.levels);
  const name = levels.length > 0 && levels.every((one) => one.upper.startsWith('L')) ? 'lumbar-sympathetic' : undefined;
  return siteTarget(note, reading, 'site', name, reading.side, levels[0]);
}
