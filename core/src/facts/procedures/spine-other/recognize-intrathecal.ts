import { interspacesBetween, regionOfInterspace } from '../../../model/spine/interspace.ts';
import type { Target } from '../../../model/procedure.ts';
import { quote, sentencesIn, type ProcedureNote, type Span } from '../../text/note.ts';
import { findings as say } from '../findings.ts';
import { gaveNothing } from '../head-and-body.ts';
import { NOTHING, type Detected, type Recognizer } from '../recognizer.ts';
import { regionInWords } from '../regions.ts';
import { titleSpans } from '../title-spans.ts';
import type { NoteTools } from '../tools.ts';

const FAMILY = 'intrathecal';
const DRUG = '(?:baclofen|lioresal|gablofen|morphine|duramorph|hydromorphone|fentanyl|ziconotide|prialt|opioid)';
const TRIAL =
  '(?:trial|test(?:ing)?(?: dose| injection)?|screening(?: dose| trial| injection)?|injections?|bolus|dose)';
const GIVEN = /\b(?:inject\w*|administered|instilled|given|gave|delivered|introduced)\b/;
const DURA =
  /\bintra-?thecal|\bcsf\b|\bcerebrospinal|\bsubarachnoid|\blumbar puncture|\bspinal tap|\bdural? (?:was )?(?:punctured|entered)/;

/** A drug given once into the spinal fluid through a needle, to learn what a pump would do: coded as the epidural of its region. */
export const intrathecalRecognizer: Recognizer = {
  family: FAMILY,
  gate: /intra-?thecal|baclofen|lioresal|\bitb\b/,
  names: [
    {
      kind: 'intrathecal-trial',
      words: new RegExp(
        String.raw`\b(?:intra-?thecal|itb|spinal|it) (?:\w+ ){0,2}?(?:${DRUG} )?(?:\w+ ){0,2}?${TRIAL}\b|\b${DRUG} (?:\w+ ){0,2}?${TRIAL}\b|\b(?:${TRIAL}|lumbar puncture) (?:\w+ ){0,3}?(?:of|for|with) (?:an? )?(?:intra-?thecal )?${DRUG}\b`,
        'g',
      ),
      needs: /intra-?thecal|baclofen|\bitb\b|lumbar puncture|ziconotide|prialt/,
      unless: /refill|reservoir|\bcatheter\b|implant(?:ed|ation)|interrogat|re-?program/,
    },
  ],
  narrative: /\bintra-?thecal|\bcsf\b|\blumbar puncture|\bbaclofen/,
  detect,
};

function detect(note: ProcedureNote, tools: NoteTools): Detected {
  const all = tools.statements.done.filter((one) => one.family === FAMILY);
  const titled = all.filter((one) => one.place === 'title');
  const done = titled.length > 0 ? titled : tools.titledOtherwise ? [] : all;
  const [first] = done;
  if (!first || tools.setting.surgery || tools.setting.labor) return NOTHING;
  const body = tools.bodyOf(FAMILY);
  if (tools.givenUp && gaveNothing(tools, body))
    return { procedures: [], findings: [say.abandoned(quote(note, first.start, first.end))] };
  const given = body.some((one) => tools.tells(one, GIVEN) && tools.asserted(one));
  if (!tools.performed || !given || !body.some((one) => tools.tells(one, DURA)))
    return first.place === 'title'
      ? { procedures: [], findings: [say.undescribed(quote(note, first.segment.start, first.segment.end))] }
      : NOTHING;
  const head = titleSpans(tools, done, FAMILY);
  const heads = head.flatMap((span) => sentencesIn(note, span));
  const evidence = done.slice(0, 2).map((one) => quote(note, one.segment.start, one.segment.end));
  const target = targetOf(note, tools, [...head, ...body]);
  const region = regionInWords(note.lower, [...head, ...body]) ?? 'lumbar';
  return {
    procedures: [
      {
        family: 'epidural',
        kind: 'epidural-interlaminar',
        targets: [
          target ?? { kind: 'interspace', name: undefined, region, side: 'midline', evidence: evidence.slice(0, 1) },
        ],
        guidance: tools.guidance(FAMILY, heads).guidance,
        agents: tools.agents(FAMILY, { sites: 1, levels: 1, sides: 1, nerves: undefined }, heads),
        attributes: {},
        evidence,
      },
    ],
    findings: [],
  };
}

/** The interspace of the needle; below the cord it is a lumbar one where the note says nothing. */
function targetOf(note: ProcedureNote, tools: NoteTools, spans: readonly Span[]): Target | undefined {
  for (const span of spans) {
    for (const mention of tools.levels(span)) {
      for (const level of mention.levels) {
        const [name] = level.shape === 'pair' ? interspacesBetween(level.upper, level.lower) : [];
        if (!name || !tools.asserted(mention)) continue;
        const evidence = [quote(note, level.start, level.end)];
        return { kind: 'interspace', name, region: regionOfInterspace(name), side: 'midline', evidence };
      }
    }
  }
  return undefined;
}
