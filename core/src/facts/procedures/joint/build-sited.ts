import type { Finding } from '../../../model/finding.ts';
import type { FactValue } from '../../../model/fact.ts';
import type { Laterality } from '../../../model/laterality.ts';
import type { NoteEvidence } from '../../../model/evidence.ts';
import type { Target } from '../../../model/procedure.ts';
import { joinSides } from '../../spine/sides.ts';
import { assertionOf } from '../../text/assertion.ts';
import { quote, type ProcedureNote, type Sentence, type Span } from '../../text/note.ts';
import { findings as say } from '../findings.ts';
import { evidenceOf, ownGuidance, sentencesIn } from '../head-and-body.ts';
import { intentOf } from '../intent.ts';
import type { ProcedureDraft } from '../recognizer.ts';
import { around, OTHER_SIDE } from '../side-reading.ts';
import type { Statement } from '../statements.ts';
import { toldToday } from '../technique/told-today.ts';
import { titleSpans } from '../title-spans.ts';
import type { NoteTools } from '../tools.ts';
import { countOfMany } from './count-of-many.ts';
import type { SiteWords } from './site-words.ts';
import { ACT, type SitedFamily } from './sited-family.ts';
import { plainSides, siteMentions, type SiteMention } from './site-mentions.ts';

interface Place {
  readonly mention: SiteMention;
  side: Laterality | undefined;
}

/** One kind of procedure of a family with its places, sides, imaging and drugs. */
export function buildSited(
  note: ProcedureNote,
  tools: NoteTools,
  family: SitedFamily,
  kind: string,
  statements: readonly Statement[],
  body: readonly Sentence[],
): { readonly procedure: ProcedureDraft; readonly findings: readonly Finding[] } {
  const sites = family.sites.filter((site) => family.kindOf(site) === kind);
  const head = titleSpans(tools, statements, family.family);
  const headSentences = sentencesIn(note, head);
  const acts = body.filter(
    (one) =>
      !head.some((span) => span.start < one.end && one.start < span.end) &&
      tools.tells(one, ACT) &&
      assertionOf(note, one.start, one.end, ['negated']) === 'asserted',
  );
  const fromTitle = merge(head.flatMap((span) => siteMentions(note, span, sites)));
  // A line that tells place and dose alone has no verb.
  const spoken = acts.length === 0 && statements.length === 0 ? body : acts;
  const fromBody = merge(spoken.flatMap((one) => siteMentions(note, one, sites)));
  const places = fromTitle.length > 0 ? withToldPlaces(fromTitle, note, tools, statements, sites) : fromBody;
  const found: Finding[] = [];
  const only = places.length === 1 ? places[0] : undefined;
  if (only) {
    // `Side: [x] L` names no place.
    if (fromTitle.length > 0)
      only.side ??= joinSides(head.flatMap((span) => plainSides(note, span).map((one) => one.side)));
    found.push(...settleSide(note, tools, only, acts, head[0]));
    // Told by its act alone, it was done on the side of which the note of the day speaks.
    if (only.side === undefined && statements.length === 0) only.side = sideOfDay(note);
  } else
    for (const place of places)
      place.side ??= joinSides(
        fromBody.filter((one) => one.mention.site === place.mention.site).map((one) => one.side),
      );

  const evidence = evidenceOf(note, statements, body, tools, ACT);
  const targets: Target[] = places.flatMap(({ mention, side }) => {
    const times = mention.site.many ? countOfMany(tools, mention.site, head, acts) : 1;
    const target: Target = {
      kind: family.family === 'joint' ? 'joint' : 'site',
      name: mention.site.site,
      side,
      evidence: [quote(note, mention.start, mention.end)],
    };
    return Array.from({ length: times }, () => target);
  });
  if (targets.length === 0)
    targets.push({
      kind: 'site',
      name: undefined,
      side: joinSides(head.flatMap((span) => plainSides(note, span).map((one) => one.side))),
      evidence: [evidence[0]],
    });
  const guidance = ownGuidance(note, tools, family.family, headSentences);
  found.push(...guidance.findings);
  const attributes: Record<string, FactValue> = {};
  const quotes: Record<string, readonly NoteEvidence[]> = {};
  if (guidance.reading.savedCount) {
    attributes['images-saved-count'] = guidance.reading.savedCount.count;
    quotes['images-saved-count'] = [
      quote(note, guidance.reading.savedCount.at.start, guidance.reading.savedCount.at.end),
    ];
  }
  const intent = intentOf(note, head);
  const treated = targets.reduce((sum, target) => sum + (target.side === 'bilateral' ? 2 : 1), 0);
  return {
    procedure: {
      family: family.family,
      kind,
      targets,
      guidance: guidance.guidance,
      agents: tools.agents(
        family.family,
        {
          sites: treated,
          levels: undefined,
          sides: targets.some((one) => one.side === 'bilateral') ? 2 : 1,
          nerves: undefined,
        },
        headSentences,
      ),
      ...(intent ? { intent: intent.intent } : {}),
      attributes,
      evidence,
      attributeEvidence: quotes,
    },
    findings: found,
  };
}

function sideOfDay(note: ProcedureNote): Laterality | undefined {
  const sides = new Set(toldToday(note).flatMap((one) => plainSides(note, one).map((side) => side.side)));
  return sides.size === 1 ? [...sides][0] : undefined;
}

/** One entry a place: left and right of it are both sides; a mention without a side adds nothing. */
function merge(mentions: readonly SiteMention[]): Place[] {
  const places = new Map<string, Place>();
  for (const mention of mentions) {
    const known = places.get(mention.site.site);
    if (!known) places.set(mention.site.site, { mention, side: mention.side });
    else known.side = joinSides([known.side, mention.side]);
  }
  const inner = new Set([...places.values()].flatMap((place) => place.mention.site.within ?? []));
  return [...places.values()].filter((place) => !inner.has(place.mention.site.site));
}

/** Places that the narrative names with a dose of their own join those of the title: a list may go on below it. */
function withToldPlaces(
  title: readonly Place[],
  note: ProcedureNote,
  tools: NoteTools,
  statements: readonly Statement[],
  sites: readonly SiteWords[],
): Place[] {
  const told = tools.statements.done.filter(
    (one) =>
      one.place === 'body' &&
      statements.some((other) => other.family === one.family && other.kind === one.kind) &&
      tools.drugs([one.sentence]).some((drug) => drug.name.drug.role === 'steroid' && drug.quantities.length > 0),
  );
  const known = new Set(title.flatMap(({ mention }) => [mention.site.site, mention.site.within]));
  const further = merge(told.flatMap((one) => siteMentions(note, one, sites))).filter(
    ({ mention }) => !known.has(mention.site.site) && !known.has(mention.site.within ?? mention.site.site),
  );
  return [...title, ...further];
}

/** The side of the one place: the title's, unless the narrative names only the other one; the narrative's where the title is silent. */
function settleSide(
  note: ProcedureNote,
  tools: NoteTools,
  place: Place,
  acts: readonly Sentence[],
  head: Span | undefined,
): Finding[] {
  const told = acts.flatMap((one) => plainSides(note, one).filter((side) => tools.asserted(side)));
  const again = acts.find((one) => tools.tells(one, OTHER_SIDE));
  const joined = again ? 'bilateral' : joinSides(told.map((one) => one.side));
  const title = place.side;
  const first = told[0] ?? again;
  if (title === undefined) {
    place.side = joined;
    return [];
  }
  if (!joined || joined === title || !first || !head) return [];
  const named = quote(note, head.start, head.end);
  if (title === 'bilateral') return [say.bodyOneSide(named, around(note, first))];
  if (joined === 'bilateral') {
    const opposite = told.find((one) => one.side !== title) ?? first;
    return [say.side(named, around(note, opposite), 'warn')];
  }
  place.side = undefined;
  return [say.side(named, around(note, first))];
}
