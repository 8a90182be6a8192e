import type { Finding } from '../../../model/finding.ts';
import type { Target } from '../../../model/procedure.ts';
import { joinSides } from '../../spine/sides.ts';
import { quote, type ProcedureNote, type Span } from '../../text/note.ts';
import { findings as say } from '../findings.ts';
import { namesOf, SAYS_DESTROY } from '../named-sites/block-names.ts';
import { buildProcedure, siteTarget, type Built } from '../named-sites/build-procedure.ts';
import { otherWork, withinOperation } from '../named-sites/operation.ts';
import { actsOn, performed, readSites, type SiteReading, type TreatedSite } from '../named-sites/read-sites.ts';
import { siteMentions } from '../named-sites/site-name.ts';
import { NOTHING, type Detected, type ProcedureDraft, type Recognizer } from '../recognizer.ts';
import type { Statement } from '../statements.ts';
import type { NoteTools } from '../tools.ts';
import { chestLevels } from './chest-levels.ts';
import { GENICULAR_BRANCHES, NERVES, NERVE_GATE, NERVE_NARRATIVE } from './nerve-names.ts';

const FAMILY = 'peripheral-nerve';
/** A nerve block whose nerve the name leaves to the narrative. */
const GENERAL =
  /\b(?:peripheral|perineural) nerve (?:blocks?|injections?)|(?:^|[\n:.;]|\d[.)]|left|right|bilateral|guided)\s*(?:diagnostic |therapeutic |single[- ]shot |ultrasound[- ]guided )*nerve blocks?\b|\bperi-?capsular nerve group|\bpeng blocks?/g;
const DIRECT =
  /\b(?:inject\w*|block\w*|infiltrat\w*|an(?:a)?esthetized|hydro-?dissect\w*|deposit\w*)\b|\bneuroma\b[^.]*\b(?:locali[sz]ed|palpat\w+|identified|found)/;

/** Blocks and ablations of named peripheral nerves and plexuses, of intercostal levels, genicular branches and plantar nerves. */
export const nerveRecognizer: Recognizer = {
  family: FAMILY,
  gate: NERVE_GATE,
  names: [
    ...namesOf(NERVES.any, 'nerve-block', 'nerve-ablation').map((name) => ({
      ...name,
      unless:
        /\bnerve (?:conduction|stud|graft|repair|sheath tumor)|\bsplanchnic|\bneurostimulat|\bnerve stimulat(?:or (?:trial|implant|lead)|ion trial)|\bstimulator (?:lead|trial|implant)|\bbotox|\bbotulinum|onabotulinum/,
    })),
    { kind: 'nerve-block', words: /\b(?:gonb|lonb|ssnb|lfcnb)s?\b/g },
    { kind: 'nerve-block', words: GENERAL, unless: /\broot|facet|medial branch|sympathetic|digital nerve|ganglion/ },
  ],
  narrative: NERVE_NARRATIVE,
  detect,
};

function detect(note: ProcedureNote, tools: NoteTools): Detected {
  const all = tools.statements.done.filter((one) => one.family === FAMILY);
  if (withinOperation(note, tools, all)) return inOperation(note, tools, all);
  const titled = all.filter((one) => one.place === 'title');
  const done = titled.length > 0 ? titled : otherWork(note) ? [] : all;
  if (done.length === 0) return fromNarrative(note, tools);
  if (!performed(note, tools)) {
    const named = done.find((one) => one.place === 'title');
    return named
      ? { procedures: [], findings: [say.undescribed(quote(note, named.segment.start, named.segment.end))] }
      : NOTHING;
  }
  if (tools.givenUp && tools.drugs(tools.bodyOf(FAMILY)).every((drug) => drug.name.drug.role === 'contrast'))
    return { procedures: [], findings: [say.abandoned(quote(note, done[0]!.start, done[0]!.end))] };
  const procedures: ProcedureDraft[] = [];
  const found: Finding[] = [];
  const ablated = new Set<string>();
  for (const kind of ['nerve-ablation', 'nerve-block'] as const) {
    const statements = done.filter((one) => kindDone(tools, one) === kind);
    if (statements.length === 0) continue;
    const reading = readSites(note, tools, FAMILY, statements, NERVES);
    const built = kindsOf(note, tools, reading, kind === 'nerve-ablation', ablated);
    for (const one of built) {
      procedures.push(one.procedure);
      found.push(...one.findings);
    }
    if (built.length > 0) found.push(...reading.findings);
    if (kind === 'nerve-ablation') for (const one of reading.sites) ablated.add(`${one.site} ${one.side ?? ''}`);
  }
  return { procedures, findings: found };
}

/** `I blocked the genicular nerves as a trial for ablation`: the nerves are named with what may come later. */
function kindDone(tools: NoteTools, one: Statement): string {
  const meant = one.kind === 'nerve-ablation' && !tools.asserted({ start: one.end - 1, end: one.end });
  return meant ? 'nerve-block' : one.kind;
}

/** A block named among the procedures of an operation is told to staff, never counted. */
function inOperation(note: ProcedureNote, tools: NoteTools, all: readonly Statement[]): Detected {
  const named = all.find((one) => one.place === 'title');
  if (!named || tools.setting.labor) return NOTHING;
  return { procedures: [], findings: [say.blockForOperation(quote(note, named.segment.start, named.segment.end))] };
}

/** No name of a procedure anywhere: a needle led to a nerve, and a drug given there. */
function fromNarrative(note: ProcedureNote, tools: NoteTools): Detected {
  if (tools.statements.done.length > 0 || tools.titledOtherwise || otherWork(note)) return NOTHING;
  const acts = actsOn(note, tools, NERVES, DIRECT);
  if (acts.length === 0) return NOTHING;
  const reading = readSites(note, tools, FAMILY, [], NERVES);
  const sites = reading.sites.filter((one) =>
    acts.some((act) => act.mentions.some((mention) => mention.site === one.site)),
  );
  const destroys = acts.some((act) => destroysIn(tools, act.sentence));
  const built = kindsOf(note, tools, { ...reading, sites }, destroys, new Set());
  return {
    procedures: built.map((one) => one.procedure),
    findings: [...reading.findings, ...built.flatMap((one) => one.findings)],
  };
}

/** `I blocked the nerves as a trial for ablation` destroys nothing. */
function destroysIn(tools: NoteTools, sentence: Span): boolean {
  const found = SAYS_DESTROY.exec(tools.says(sentence));
  if (!found) return false;
  const start = sentence.start + found.index;
  return tools.asserted({ start, end: start + found[0].length });
}

/** One Procedure for each way of counting: named nerves, intercostal levels, a knee, a foot. */
function kindsOf(
  note: ProcedureNote,
  tools: NoteTools,
  reading: SiteReading,
  destroyed: boolean,
  ablated: ReadonlySet<string>,
): Built[] {
  const neurolytic = tools
    .drugs(reading.body)
    .some((drug) => drug.name.drug.role === 'neurolytic' && drug.quantities.length > 0);
  const ablation = destroyed || neurolytic;
  const built: Built[] = [];
  const found: Finding[] = [];
  // Beside the median nerve lies the injection of the carpal tunnel, which has its own family.
  const tunnel = tools.statements.done.some((one) => one.kind === 'carpal-tunnel-injection');
  const sites = specific(note, tools, reading, found).filter(
    (one) => !ablated.has(`${one.site} ${one.side ?? ''}`) && !(tunnel && one.site === 'median'),
  );
  const of = (names: (site: string) => boolean) => sites.filter((one) => names(one.site));
  const build = (kind: string, targets: readonly Target[]) =>
    buildProcedure(note, tools, reading, {
      share: FAMILY,
      family: FAMILY,
      kind,
      targets,
      ablation,
      ...(ablation ? {} : { catheter: 'catheter.indwelling' }),
    });

  const knee = of((site) => site.startsWith('genicular'));
  if (knee.length > 0)
    built.push(
      build(ablation ? 'genicular-nerve-ablation' : 'genicular-nerve-block', kneeTargets(note, tools, reading, knee)),
    );
  const foot = of((site) => site === 'plantar-digital');
  if (foot.length > 0)
    built.push(
      build(ablation ? 'peripheral-nerve-ablation' : 'plantar-digital-nerve-injection', targetsOf(note, reading, foot)),
    );
  const chest = of((site) => site === 'intercostal');
  if (chest.length > 0) {
    const levels = levelsOf(note, tools, reading);
    if (levels.length === 0 && reading.evidence[0]) found.push(say.levelOpen(reading.evidence[0]));
    const side = joinSides(chest.map((one) => one.side)) ?? reading.side;
    const targets: Target[] =
      levels.length > 0
        ? levels.map(({ name, at }) => ({ ...siteTarget(note, reading, 'nerve', name, side, at), region: 'thoracic' }))
        : [
            {
              ...siteTarget(note, reading, 'nerve', ablation ? 'intercostal' : undefined, side, chest[0]!.at),
              region: 'thoracic',
            },
          ];
    built.push(build(ablation ? 'intercostal-nerve-ablation' : 'intercostal-nerve-block', targets));
  }
  const rest = of((site) => !site.startsWith('genicular') && site !== 'plantar-digital' && site !== 'intercostal');
  if (rest.length > 0)
    built.push(
      build(ablation ? 'peripheral-nerve-ablation' : 'peripheral-nerve-block', targetsOf(note, reading, rest)),
    );
  if (sites.length === 0 && reading.sites.length === 0 && reading.evidence.length > 0)
    built.push(
      build(ablation ? 'peripheral-nerve-ablation' : 'peripheral-nerve-block', [
        siteTarget(note, reading, 'nerve', undefined, reading.side, undefined),
      ]),
    );
  const [first, ...others] = built;
  return first ? [{ ...first, findings: [...found, ...first.findings] }, ...others] : [];
}

function targetsOf(note: ProcedureNote, reading: SiteReading, sites: readonly TreatedSite[]): Target[] {
  return sites.map((one) => siteTarget(note, reading, 'nerve', one.site, one.side ?? reading.side, one.at));
}

/** `Occipital nerve block` without more: the narrative says which; silent, it is read as the greater one, and said so. */
function specific(
  note: ProcedureNote,
  tools: NoteTools,
  reading: SiteReading,
  found: Finding[],
): readonly TreatedSite[] {
  const general = reading.sites.find((one) => one.site === 'occipital');
  if (!general) return reading.sites;
  const rest = reading.sites.filter((one) => one !== general);
  if (rest.some((one) => one.site.endsWith('-occipital'))) return rest;
  const told = reading.body.flatMap((one) =>
    siteMentions(note, one, NERVES).filter((mention) => mention.site.endsWith('-occipital') && tools.asserted(mention)),
  );
  const sites = [...new Map(told.map((mention) => [mention.site, mention])).values()];
  if (sites.length > 0)
    return [
      ...rest,
      ...sites.map((mention) => ({ site: mention.site, side: general.side ?? mention.side, at: mention })),
    ];
  found.push(say.nerveUnspecified(quote(note, general.at.start, general.at.end), 'the greater occipital nerve'));
  return [...rest, { ...general, site: 'greater-occipital' }];
}

/** The branches that the note names; the knee as a whole when it names none. */
function kneeTargets(
  note: ProcedureNote,
  tools: NoteTools,
  reading: SiteReading,
  knee: readonly TreatedSite[],
): Target[] {
  const side = joinSides(knee.map((one) => one.side)) ?? reading.side;
  const places: readonly Span[] = [
    ...reading.head,
    ...reading.body.filter((one) =>
      /genicular|\bnerve|needle|inject|lesion|ablat|cannula|probe|electrode|target|condyle|epicondyl|tibia|femur/.test(
        tools.says(one),
      ),
    ),
  ];
  const targets: Target[] = [];
  for (const [name, pattern] of GENICULAR_BRANCHES) {
    const at = places.find((span) => {
      const found = pattern.exec(tools.says(span));
      if (!found) return false;
      const start = span.start + found.index;
      return tools.asserted(span) && tools.asserted({ start, end: start + found[0].length });
    });
    if (at) targets.push(siteTarget(note, reading, 'nerve', name, side, at));
  }
  return targets.length > 0 ? targets : [siteTarget(note, reading, 'nerve', 'genicular', side, knee[0]!.at)];
}

function levelsOf(note: ProcedureNote, tools: NoteTools, reading: SiteReading) {
  const ofTitle = reading.head.flatMap((span) => chestLevels(note, tools, span));
  if (ofTitle.length > 0) return [...new Map(ofTitle.map((one) => [one.name, one])).values()];
  const told = reading.body
    .filter((one) => /costal|\bribs?\b|\bt\d/.test(tools.says(one)) && tools.asserted(one))
    .flatMap((one) => chestLevels(note, tools, one));
  return [...new Map(told.map((one) => [one.name, one])).values()];
}
