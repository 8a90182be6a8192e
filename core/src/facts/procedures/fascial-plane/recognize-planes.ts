import type { Finding } from '../../../model/finding.ts';
import type { Target } from '../../../model/procedure.ts';
import { joinSides } from '../../spine/sides.ts';
import { quote, type ProcedureNote } from '../../text/note.ts';
import { findings as say } from '../findings.ts';
import { namesOf } from '../named-sites/block-names.ts';
import { buildProcedure, siteTarget } from '../named-sites/build-procedure.ts';
import { withinOperation } from '../named-sites/operation.ts';
import { readSites } from '../named-sites/read-sites.ts';
import { lexicon, type SiteName } from '../named-sites/site-name.ts';
import { chestLevels } from '../nerve-block/chest-levels.ts';
import { NOTHING, type Detected, type ProcedureDraft, type Recognizer } from '../recognizer.ts';
import type { NoteTools } from '../tools.ts';

const FAMILY = 'fascial-plane';
const NAMES: readonly SiteName[] = [
  {
    site: 'erector-spinae',
    words: String.raw`erector spinae(?: plane| muscle plane| fascial plane)*|espb?(?= (?:blocks?|catheter|inject|plane|at|t\d))|espb`,
  },
  { site: 'serratus', words: String.raw`serratus(?: anterior)?(?: muscle)?(?: plane)?|sapb` },
  {
    site: 'pectoral',
    words: String.raw`pecs?(?:[- ]?(?:1|2|i{1,2}|one|two))?(?= (?:and|&|\+|blocks?|inject|plane|i{1,2}\b|\d\b))|pectoral(?:is)?(?: nerve)? (?:plane|fascial|interfascial)?|inter-?pectoral(?: plane)?|pecto-?serratus(?: plane)?`,
  },
  {
    site: 'transversus-abdominis',
    words: String.raw`transvers(?:us|e|alis) abdomin(?:is|us|al)(?: muscle)?(?: plane)?|taps?(?= (?:blocks?|catheter|inject|plane))`,
  },
  { site: 'rectus-sheath', words: String.raw`rectus sheath|rectus abdominis sheath` },
  {
    site: 'quadratus-lumborum',
    words: String.raw`quadratus lumborum(?: plane|(?= blocks?\b))|ql[123]?(?= blocks?\b)|qlb`,
  },
  {
    site: 'fascia-iliaca',
    words: String.raw`fascia iliaca(?: compartment| plane)*|supra-?inguinal fascia(?: iliaca)?|ficb|fib(?= block)`,
  },
  { site: 'ipack', words: 'ipack' },
  {
    site: 'thoracic-paravertebral',
    words: String.raw`(?:thoracic )?para-?vertebral(?! (?:muscle|region|area|muscul|spasm|tender|sympath|facet|joint|soft|space narrow))(?: nerves?| space)?|tpvb|pvb`,
  },
];
const PLANES = lexicon(NAMES);
/** Initials that hold the word block already. */
const INITIALS = /\b(?:espb|sapb|ficb|t?pvb|qlb)s?\b/g;

/** Fascial-plane blocks of trunk and thigh, and thoracic paravertebral blocks. */
export const planeRecognizer: Recognizer = {
  family: FAMILY,
  gate: /erector spinae|\besp|serratus|\bpec|pectoral|pecto-?serrat|transvers|\btaps? |rectus|quadratus lumborum|\bql|fascia iliaca|inguinal fascia|\bfic?b|ipack|para-?vertebral|\bt?pvb/,
  names: [{ kind: 'plane-block', words: INITIALS }, ...namesOf(PLANES.any, 'plane-block', 'plane-ablation')].map(
    (name) => ({
      ...name,
      unless: /\bfacet|medial branch|sympathetic|trigger point|muscle (?:was|were) (?:inject|needl)|\bmbb/,
    }),
  ),
  narrative:
    /erector spinae|serratus|pectoral|\bpecs|transvers\w+ abdom|\btap\b|rectus sheath|quadratus lumborum|fascia iliaca|ipack|paravertebral|fascial plane/,
  detect,
};

function detect(note: ProcedureNote, tools: NoteTools): Detected {
  const all = tools.statements.done.filter((one) => one.family === FAMILY && one.kind === 'plane-block');
  const titled = all.filter((one) => one.place === 'title');
  const done = titled.length > 0 ? titled : all;
  if (done.length === 0) return NOTHING;
  if (withinOperation(note, tools, done)) {
    const named = titled[0];
    return named && !tools.setting.labor
      ? { procedures: [], findings: [say.blockForOperation(quote(note, named.segment.start, named.segment.end))] }
      : NOTHING;
  }
  if (!tools.performed) {
    const named = titled[0];
    return named
      ? { procedures: [], findings: [say.undescribed(quote(note, named.segment.start, named.segment.end))] }
      : NOTHING;
  }
  const reading = readSites(note, tools, FAMILY, done, PLANES);
  const procedures: ProcedureDraft[] = [];
  const found: Finding[] = [...reading.findings];
  const planes = reading.sites.filter((one) => one.site !== 'thoracic-paravertebral');
  const beside = reading.sites.find((one) => one.site === 'thoracic-paravertebral');
  const push = (kind: string, targets: readonly Target[], catheter: string) => {
    const built = buildProcedure(note, tools, reading, { share: FAMILY, family: FAMILY, kind, targets, catheter });
    procedures.push(built.procedure);
    found.push(...built.findings);
  };
  if (planes.length > 0)
    push(
      'fascial-plane-block',
      planes.map((one) => siteTarget(note, reading, 'site', one.site, one.side ?? reading.side, one.at)),
      'fascial.catheter',
    );
  if (beside) {
    const side = joinSides([beside.side ?? reading.side]);
    const title = reading.head.flatMap((span) => chestLevels(note, tools, span));
    const levels = title.length > 0 ? title : reading.body.flatMap((one) => chestLevels(note, tools, one));
    const names = [...new Map(levels.map((one) => [one.name, one])).values()];
    if (names.length === 0 && reading.evidence[0]) found.push(say.levelOpen(reading.evidence[0]));
    push(
      'paravertebral-block',
      names.length > 0
        ? names.map(({ name, at }) => ({ ...siteTarget(note, reading, 'site', name, side, at), region: 'thoracic' }))
        : [{ ...siteTarget(note, reading, 'site', undefined, side, beside.at), region: 'thoracic' }],
      'catheter.indwelling',
    );
  }
  return { procedures, findings: found };
}
