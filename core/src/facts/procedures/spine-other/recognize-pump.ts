import type { FactValue } from '../../../model/fact.ts';
import { quote, sentencesIn, type ProcedureNote } from '../../text/note.ts';
import { NOTHING, type Detected, type ProcedureDraft, type Recognizer } from '../recognizer.ts';
import { titleSpans } from '../title-spans.ts';
import type { NoteTools } from '../tools.ts';

const FAMILY = 'pump';
const PUMP = String.raw`(?:intra-?thecal|baclofen|morphine|spinal|synchromed|itb|drug delivery|analgesic|infusion|medtronic|narcotic|opioid)(?: \w+){0,4}? (?:pump|system|device)|intra-?thecal pump|pain pump|(?:programmable|implantable|drug|infusion) (?:(?:drug|infusion|implantable|delivery) )?pump`;
const REFILLED = /\brefill(?:ed|ing)?\b|\breservoir\b[^.]*\b(?:accessed|aspirat\w+|emptied|filled)|\bfilled with\b/;
const SET =
  /\b(?:re-?programm(?:ed|ing)|rate was (?:increased|decreased|changed|set)|(?:increased|decreased) (?:to|by|from) [\d.]+|new (?:rate|dose))\b/;
const BY_CLINICIAN =
  /\b(?:i|dr\.? \w+|the physician) (?:personally )?(?:refilled|accessed|filled|aspirated)|\b(?:refill(?:ed)?|accessed|performed) (?:\w+ ){0,3}?by (?:the |me\b|myself|dr\.?|physician)/;

/** Refill, reading and placement of pumps that give drugs at the spinal cord. */
export const pumpRecognizer: Recognizer = {
  family: FAMILY,
  gate: /\bpump\b|synchromed|drug delivery|\bitp refill/,
  names: [
    {
      kind: 'pump-refill',
      words: new RegExp(
        String.raw`\b(?:${PUMP}) (?:\w+ ){0,4}?refill\w*|\brefill\w*(?: \w+){0,4}? (?:of )?(?:the |an? |her |his )?(?:${PUMP})|\bpump refill\w*|\bitp refill\w*`,
        'g',
      ),
      unless: /insulin|prescription refill/,
    },
    {
      kind: 'pump-analysis',
      words: new RegExp(
        String.raw`\b(?:${PUMP}) (?:\w+ ){0,3}?(?:interrogat\w+|analysis|re-?programm\w+)|\b(?:interrogat\w+|analysis|re-?programm\w+)(?: and re-?programm\w+)? of (?:the |an? |her |his )?(?:${PUMP}|pump)`,
        'g',
      ),
      unless: /insulin|trial/,
    },
    {
      kind: 'pump-implant',
      words: new RegExp(
        String.raw`\b(?:implant\w*|placement|insertion|replacement|revision) of (?:an? |the |new |permanent |programmable )*(?:${PUMP})|\b(?:${PUMP}) (?:\w+ ){0,2}?(?:implant\w*|placement|insertion|replacement)`,
        'g',
      ),
      unless: /insulin|trial|removal|explant/,
    },
    {
      kind: 'pump-catheter',
      words:
        /\b(?:implant\w*|placement|insertion) of (?:an? |the |new |permanent |tunnel\w+ )*intra-?thecal catheter|\bintra-?thecal catheter (?:implant\w*|placement|insertion)/g,
      unless: /trial|laminect|temporary/,
    },
  ],
  narrative: /\bpump\b|reservoir|intra-?thecal|telemetry/,
  detect,
};

function detect(note: ProcedureNote, tools: NoteTools): Detected {
  const all = tools.statements.done.filter((one) => one.family === FAMILY);
  const titled = all.filter((one) => one.place === 'title');
  const placed = titled.filter((one) => one.kind === 'pump-implant' || one.kind === 'pump-catheter');
  const served = (titled.length > 0 ? titled : tools.titledOtherwise || tools.setting.surgery ? [] : all).filter(
    (one) => one.kind === 'pump-refill' || one.kind === 'pump-analysis',
  );
  const body = tools.body.filter((one) => tools.asserted(one));
  // A reading beside a refill is part of it; a refill beside a new pump is its first filling.
  const refill = served.filter((one) => one.kind === 'pump-refill');
  const kinds = placed.length > 0 ? placed : refill.length > 0 ? refill : served;
  if (kinds.length === 0 || (!tools.performed && !body.some((one) => tools.tells(one, SET)))) return NOTHING;
  const procedures = [...new Set(kinds.map((one) => one.kind))].map((kind): ProcedureDraft => {
    const statements = kinds.filter((one) => one.kind === kind);
    const heads = titleSpans(tools, statements, FAMILY).flatMap((span) => sentencesIn(note, span));
    const attributes: Record<string, FactValue> = {};
    if (body.some((one) => tools.tells(one, SET))) attributes['pump.reprogrammed'] = true;
    if (body.some((one) => tools.tells(one, REFILLED) && tools.tells(one, BY_CLINICIAN)))
      attributes['pump.filled-by'] = 'clinician';
    return {
      family: FAMILY,
      kind,
      targets: [],
      guidance: tools.guidance(FAMILY, heads).guidance,
      agents:
        kind === 'pump-refill' ? tools.agents(FAMILY, { sites: 1, levels: 1, sides: 1, nerves: undefined }, heads) : [],
      attributes,
      evidence: statements.slice(0, 2).map((one) => quote(note, one.segment.start, one.segment.end)),
    };
  });
  return { procedures, findings: [] };
}
