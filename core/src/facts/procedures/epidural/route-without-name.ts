import { holds, type ProcedureNote, type Sentence, type Span } from '../../text/note.ts';
import { gives } from '../technique/deeds.ts';
import type { NoteTools } from '../tools.ts';
import { catheterIndwelling } from './catheter.ts';
import { EPIDURAL_NARRATIVE } from './epidural-names.ts';
import { likelyRoute, type Route } from './route.ts';
import { tellsOf } from './tells-of.ts';

/** A needle, by its name or its size, or a space that was entered. */
const ENTERED =
  /\bneedle|tuohy|\b\d\d\s?(?:g|ga|gauge)\b|\b(?:foram(?:en|ina)|epidural space|inter-?space|sacral hiatus)\b[^.]{0,60}\b(?:was|were) (?:then |successfully |easily )?(?:entered|accessed|cannulated|reached)/;
const RESISTANCE = /\bloss[- ]of[- ]resistance\b|\blor\b/;
/** Other work in the narrative of which an epidural injection may be a step. */
const BESIDE = /blood patch|stimulat|\bleads?\b|discogra|intrathecal pump|sympathetic|stellate|plexus/;
const INJECTED =
  /\b(?:(?:inject|infiltrat|instill|administ|deposit)\w*|given|gave|delivered|introduced|went in(?:to)?)\b/;
const SPACE = /\bepidural space|\bepidurogram|\bspread of (?:the )?(?:dye|contrast)[^.]*epidural|caudal canal/;

/**
 * The route of an epidural injection that no word of the note names: a needle was led to the space by the signs of that
 * route, and a steroid was given or a catheter left.
 */
export function routeWithoutName(
  note: ProcedureNote,
  tools: NoteTools,
  routes: ReadonlyMap<Route, Span>,
  body: readonly Sentence[],
): Route | undefined {
  // A note of telegrams without a heading is head from its first line to its last.
  const plain = body.every((one) => one.section.role === 'header');
  const steroid = tools
    .drugs(body)
    .some((drug) => drug.name.drug.role === 'steroid' && (plain || drug.sentence.section.role !== 'header'));
  const catheter = holds(note, RESISTANCE) && catheterIndwelling(note, tools, body)?.value === true;
  if (tools.statements.denied || !(steroid || catheter) || body.some((one) => tellsOf(tools, one, BESIDE)))
    return undefined;
  const injected = body.some((one) => (tools.tells(one, INJECTED) && tools.asserted(one)) || gives(note, tools, one));
  // The place may be named in the sentence before that of the needle, or behind it.
  const needle = body.some(
    (one, index) =>
      tools.tells(one, ENTERED) &&
      tools.asserted(one) &&
      body.slice(Math.max(0, index - 1), index + 2).some((near) => tools.tells(near, EPIDURAL_NARRATIVE)),
  );
  if (!(injected || catheter) || !needle) return undefined;
  const route = likelyRoute(routes);
  if (!routes.has(route)) return undefined;
  const space = body.some((one) => tools.tells(one, SPACE));
  return space || route !== 'epidural-transforaminal' || holds(note, /nerve root|foram/) ? route : undefined;
}
