import { interspacesBetween, regionOfInterspace } from '../../../model/spine/interspace.ts';
import type { FactValue } from '../../../model/fact.ts';
import type { Target } from '../../../model/procedure.ts';
import { quote, sentencesIn, type ProcedureNote } from '../../text/note.ts';
import { findings as say } from '../findings.ts';
import { NOTHING, type Detected, type Recognizer } from '../recognizer.ts';
import { titleSpans } from '../title-spans.ts';
import type { NoteTools } from '../tools.ts';

const FAMILY = 'epidural-other';
const ELSEWHERE =
  /laparo|bowel|abdom|intestin|omentum|pelvic adhes|adnexa|uter|knee|shoulder|penile|nasal|pleur|tendon/;
const SEVERAL_DAYS =
  /\b(?:two|three|2|3|multiple|several|second|third|next)[- ]days?\b|\bover (?:two|three|2|3|several) days|\bday (?:two|three|2|3)\b/;

/** Epidural blood patch and percutaneous lysis of epidural adhesions. */
export const epiduralOtherRecognizer: Recognizer = {
  family: FAMILY,
  gate: /blood patch|adhesiolysis|lysis of|neuroplasty|racz/,
  names: [
    {
      kind: 'epidural-blood-patch',
      words: /\b(?:epidural |autologous |caudal )*blood patch(?:es|ing)?\b/g,
      unless: /skin|pleur|pericard/,
    },
    {
      kind: 'epidural-adhesiolysis',
      words:
        /\badhesiolysis|\blysis of (?:\w+ ){0,3}?adhesions?|\b(?:epidural|percutaneous) neuro-?plasty|\bracz (?:procedure|catheter|neuroplasty|technique)/g,
      needs: /epidural|racz|caudal|spin|lumbar|cervical|neuro-?plasty/,
      unless: ELSEWHERE,
    },
  ],
  narrative: /\bepidur|\bblood\b|\badhesi|\bracz|\bcatheter|\btuohy|loss of resistance/,
  detect,
};

function detect(note: ProcedureNote, tools: NoteTools): Detected {
  const all = tools.statements.done.filter((one) => one.family === FAMILY);
  const titled = all.filter((one) => one.place === 'title');
  const done = titled.length > 0 ? titled : tools.titledOtherwise || tools.setting.labor ? [] : all;
  if (done.length === 0 || tools.setting.surgery) return NOTHING;
  if (!tools.performed)
    return titled[0]
      ? { procedures: [], findings: [say.undescribed(quote(note, titled[0].segment.start, titled[0].segment.end))] }
      : NOTHING;
  if (tools.givenUp) return { procedures: [], findings: [say.abandoned(quote(note, done[0]!.start, done[0]!.end))] };
  const procedures = [...new Set(done.map((one) => one.kind))].map((kind) => {
    const statements = done.filter((one) => one.kind === kind);
    const head = titleSpans(tools, statements, FAMILY);
    const evidence = statements.slice(0, 2).map((one) => quote(note, one.segment.start, one.segment.end));
    const heads = head.flatMap((span) => sentencesIn(note, span));
    const attributes: Record<string, FactValue> = {};
    const days = [...head, ...tools.bodyOf(FAMILY)].find((span) => SEVERAL_DAYS.test(tools.says(span)));
    if (kind === 'epidural-adhesiolysis' && days) attributes['catheter.indwelling'] = true;
    return {
      family: 'epidural',
      kind,
      targets: targetsOf(note, tools, [...head, ...tools.bodyOf(FAMILY)]),
      guidance: tools.guidance(FAMILY, heads).guidance,
      agents:
        kind === 'epidural-blood-patch'
          ? []
          : tools.agents(FAMILY, { sites: 1, levels: 1, sides: 1, nerves: undefined }, heads),
      attributes,
      evidence,
    };
  });
  return { procedures, findings: [] };
}

/** The interspace of the needle, where one is told; no code depends on it. */
function targetsOf(note: ProcedureNote, tools: NoteTools, spans: readonly { start: number; end: number }[]): Target[] {
  for (const span of spans) {
    for (const mention of tools.levels(span)) {
      for (const level of mention.levels) {
        const [name] = level.shape === 'pair' ? interspacesBetween(level.upper, level.lower) : [];
        if (name && tools.asserted(mention))
          return [
            {
              kind: 'interspace',
              name,
              region: regionOfInterspace(name),
              side: 'midline',
              evidence: [quote(note, level.start, level.end)],
            },
          ];
      }
    }
  }
  return [];
}
