import { interspacesBetween, regionOfInterspace } from '../../../model/spine/interspace.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Target } from '../../../model/procedure.ts';
import type { LevelMention } from '../../spine/level-mentions.ts';
import { quote, sentencesIn, type ProcedureNote, type Span } from '../../text/note.ts';
import { findings as say } from '../findings.ts';
import { NOTHING, type Detected, type Recognizer } from '../recognizer.ts';
import { regionInWords } from '../regions.ts';
import { titleSpans } from '../title-spans.ts';
import type { NoteTools } from '../tools.ts';

const FAMILY = 'disc';
const NEEDLE = /\bneedles?\b|\binject|\bdis[ck]\b|\bnucle|\bannul|\bpressur|\bplaced|\badvanced|\baddressed|\bentered/;
/** Work inside a disc of which a discogram is a part. */
const TREATS =
  /\bdiscectom|\bidet\b|\bannuloplast|\bnucleoplast|\bdecompress|\bchemonucleo|\bnucleotom|\bcoblation|\bbiacuplast|\bfusion|\bfracture|\bkyphoplast/;

/** Discography: how many discs, in which part of the spine. */
export const discRecognizer: Recognizer = {
  family: FAMILY,
  gate: /dis[ck]ogra|diskogra/,
  names: [
    {
      kind: 'discography',
      words:
        /(?<!\b(?:post|prior|previous|earlier)[- ])\b(?:provocat\w+ |provocative |analgesic |functional )?dis[ck]ogra(?:m|ms|phy|phies)\b/g,
      unless: /\bon dis[ck]ogra|dis[ck]ogram (?:positive|showed|revealed|results)/,
    },
  ],
  narrative: /\bdis[ck]ogra|\bdis[ck]\b|\bnucle(?:us|ar)|\bannul|\bprovocat|concordan/,
  detect,
};

function detect(note: ProcedureNote, tools: NoteTools): Detected {
  const all = tools.statements.done.filter((one) => one.family === FAMILY);
  const titled = all.filter((one) => one.place === 'title');
  const done = titled.length > 0 ? titled : tools.titledOtherwise ? [] : all;
  if (done.length === 0 || tools.setting.surgery) return NOTHING;
  if (tools.titles.some((one) => tools.tells(one, TREATS))) return NOTHING;
  if (!tools.performed)
    return titled[0]
      ? { procedures: [], findings: [say.undescribed(quote(note, titled[0].segment.start, titled[0].segment.end))] }
      : NOTHING;
  const head = titleSpans(tools, done, FAMILY);
  const body = tools.bodyOf(FAMILY);
  const ofTitle = discsOf(head.flatMap((span) => tools.levels(span)));
  const ofBody = discsOf(
    body
      .filter((one) => one.section.role !== 'title' && tools.tells(one, NEEDLE))
      .flatMap((one) => tools.levels(one).filter((mention) => isDisc(mention) && tools.asserted(mention))),
  );
  const discs = ofTitle.size > 0 ? ofTitle : ofBody;
  const evidence = done.slice(0, 2).map((one) => quote(note, one.segment.start, one.segment.end));
  const found: Finding[] = [];
  if (discs.size === 0 && evidence[0]) found.push(say.levelOpen(evidence[0]));
  const region = regionInWords(note.lower, [...head, ...body]);
  const targets: Target[] =
    discs.size > 0
      ? [...discs].map(([name, at]) => ({
          kind: 'interspace',
          name,
          region: regionOfInterspace(name),
          side: 'midline',
          evidence: [quote(note, at.start, at.end)],
        }))
      : [{ kind: 'interspace', name: undefined, region, side: 'midline', evidence: evidence.slice(0, 1) }];
  const guidance = tools.guidance(
    FAMILY,
    head.flatMap((span) => sentencesIn(note, span)),
  );
  return {
    procedures: [
      {
        family: FAMILY,
        kind: 'discography',
        targets,
        guidance: guidance.guidance,
        agents: [],
        attributes: {},
        evidence,
      },
    ],
    findings: [...found, ...guidance.findings],
  };
}

function isDisc(mention: LevelMention): boolean {
  return mention.noun === 'disc' || mention.noun === 'epidural' || mention.noun === undefined;
}

function discsOf(mentions: readonly LevelMention[]): Map<string, Span> {
  const discs = new Map<string, Span>();
  for (const mention of mentions) {
    for (const level of mention.levels) {
      if (level.attempted || level.shape === 'single' || level.upper === 'TON') continue;
      for (const name of interspacesBetween(level.upper, level.lower)) if (!discs.has(name)) discs.set(name, level);
    }
  }
  return discs;
}
