import type { FactValue } from '../../../model/fact.ts';
import type { NoteEvidence } from '../../../model/evidence.ts';
import { quote, type ProcedureNote } from '../../text/note.ts';
import { findings as say } from '../findings.ts';
import { evidenceOf, gaveNothing, ownGuidance, sentencesIn } from '../head-and-body.ts';
import { NOTHING, type Detected, type ProcedureDraft, type Recognizer } from '../recognizer.ts';
import type { Statement } from '../statements.ts';
import { titleSpans } from '../title-spans.ts';
import type { NoteTools } from '../tools.ts';
import { musclesStated, musclesTreated } from './muscle-count.ts';
import {
  DRY_NEEDLING_GATE,
  DRY_NEEDLING_NAMES,
  TRIGGER_POINT_GATE,
  TRIGGER_POINT_NAMES,
  TRIGGER_POINT_NARRATIVE,
} from './trigger-point-names.ts';

const ACT = /\b(?:needles?|inject\w*|infiltrat\w*|needl\w*)\b/;

/** Injections of trigger points, counted by muscles. */
export const triggerPointRecognizer: Recognizer = {
  family: 'trigger-point',
  gate: TRIGGER_POINT_GATE,
  names: TRIGGER_POINT_NAMES,
  narrative: TRIGGER_POINT_NARRATIVE,
  detect: (note, tools) => detect(note, tools, 'trigger-point', 'trigger-point-injection'),
};

/** Needling of muscles without a drug; with a drug it is an injection. */
export const dryNeedlingRecognizer: Recognizer = {
  family: 'dry-needling',
  gate: DRY_NEEDLING_GATE,
  names: DRY_NEEDLING_NAMES,
  narrative: DRY_NEEDLING_GATE,
  detect(note, tools) {
    // A needle that gave a drug was not dry: the injection of the trigger points is told instead.
    if (tools.statements.done.some((one) => one.family === 'trigger-point') && !gaveNothing(tools, tools.body))
      return NOTHING;
    return detect(note, tools, 'dry-needling', 'dry-needling');
  },
};

function detect(note: ProcedureNote, tools: NoteTools, family: string, kind: string): Detected {
  if (tools.setting.surgery) return NOTHING;
  const all = tools.statements.done.filter((one) => one.family === family);
  const titles = all.filter((one) => one.place === 'title');
  const done = titles.length > 0 ? titles : all;
  const [first] = done;
  if (!first) {
    const given = tools.statements.abandoned.find((one) => one.family === family && one.place === 'title');
    return given ? { procedures: [], findings: [say.abandoned(quote(note, given.start, given.end))] } : NOTHING;
  }
  if (titles.length === 0 && tools.titledOtherwise) return NOTHING;
  const body = tools.bodyOf(family);
  if (tools.givenUp && gaveNothing(tools, body))
    return { procedures: [], findings: [say.abandoned(quote(note, first.start, first.end))] };
  if (!tools.performed)
    return first.place === 'title'
      ? { procedures: [], findings: [say.undescribed(quote(note, first.segment.start, first.segment.end))] }
      : NOTHING;
  return {
    procedures: [build(note, tools, family, kind, done)],
    findings: guidanceFindings(note, tools, family, done),
  };
}

function guidanceFindings(note: ProcedureNote, tools: NoteTools, family: string, done: readonly Statement[]) {
  return ownGuidance(note, tools, family, sentencesIn(note, titleSpans(tools, done, family))).findings;
}

function build(
  note: ProcedureNote,
  tools: NoteTools,
  family: string,
  kind: string,
  done: readonly Statement[],
): ProcedureDraft {
  const body = tools.bodyOf(family);
  const head = titleSpans(tools, done, family);
  const headSentences = sentencesIn(note, head);
  const evidence = evidenceOf(note, done, body, tools, ACT);
  const treated = musclesTreated(note, tools, head, body);
  const stated = musclesStated(tools, [...head, ...body]);
  const attributes: Record<string, FactValue> = {};
  const quotes: Record<string, readonly NoteEvidence[]> = {};
  if (treated.length > 0) {
    const at = treated.map((one) => quote(note, one.at.start, one.at.end));
    const sided = treated.flatMap((one) =>
      one.side === 'bilateral' ? [`left ${one.name}`, `right ${one.name}`] : [one.name],
    );
    attributes['muscles'] = treated.map((one) => one.name);
    attributes['muscle-count'] = Math.max(sided.length, stated?.count ?? 0);
    attributes['anatomic-group-count'] = new Set(treated.map((one) => one.muscle.group)).size;
    for (const name of ['muscles', 'muscle-count', 'anatomic-group-count']) quotes[name] = at;
  } else if (stated) attributes['muscle-count'] = stated.count;
  if (stated) {
    attributes['muscles.count'] = stated.count;
    quotes['muscles.count'] = [quote(note, stated.at.start, stated.at.end)];
  }
  const guidance = ownGuidance(note, tools, family, headSentences).guidance;
  return {
    family,
    kind,
    targets:
      treated.length > 0
        ? treated.map((one) => ({
            kind: 'muscle',
            name: one.name,
            side: one.side,
            evidence: [quote(note, one.at.start, one.at.end)],
          }))
        : [{ kind: 'muscle', name: undefined, side: undefined, evidence: [evidence[0]] }],
    guidance,
    agents:
      kind === 'dry-needling'
        ? []
        : tools.agents(family, { sites: undefined, levels: undefined, sides: 1, nerves: undefined }, headSentences),
    attributes,
    evidence,
    attributeEvidence: quotes,
  };
}
