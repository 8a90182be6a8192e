import { may, type ProcedureNote, type Sentence, type Span } from '../../text/note.ts';
import type { NoteTools } from '../tools.ts';

export type Route = 'epidural-caudal' | 'epidural-interlaminar' | 'epidural-transforaminal';

const NEEDLE =
  /\bneedles?\b|tuohy|catheter|\binject|\binsert|\badvanc|\bplac|\bintroduc|\bwheal|\bwalked|\bguided|\d\s?g\b|\bdirected|\bentered|\baccessed|\bcannulated|\breached/;
/** `The C6-7 foramen opened well.` and then the needle, aimed at "it". */
const IN_VIEW = /\bopen(?:ed|s)?\b|\bseen\b|\bin view\b|\bdisplayed\b|\bprofiled?\b|\bvisuali[sz]ed\b/;
const ROUTES: readonly (readonly [Route, RegExp])[] = [
  [
    'epidural-caudal',
    /\b(?:sacral )?hiatus\b|\bcornua? of the sacrum|\b(?:sacro-?coccygeal|sc) (?:ligament|lig|membrane)\b|\bcaudal (?:canal|epidural|space|block)|\bsacral cornu/,
  ],
  [
    'epidural-interlaminar',
    /\bloss[- ]of[- ]resistance|\blor\b|\bhanging[- ]drop|\b(?:inter|intra|trans)-?laminar|\btuohy|\btouhy|\bcrawford|\bhustead|\bligamentum flavum|\bair-negative/,
  ],
  [
    'epidural-transforaminal',
    /\bforam(?:en|ina)\b|\bneuro-?foram\w*|\btransforaminal|\b(?:sub|infra|supra)-?pedicular|\b(?:under|beneath|below|inferior to) (?:the )?(?:(?:left|right|[ctls]?-?\d{1,2}) ){0,2}pedicle|\bsafe triangle|\bkambin|\b(?:6|six) o'?clock|\bscott(?:y|ie) dog|\bnerve root\b|\bpars\b/,
  ],
];

/** The routes that the narrative tells of, with the sentence that says so; first come the stronger signs. */
export function routesTold(note: ProcedureNote, tools: NoteTools, body: readonly Sentence[]): ReadonlyMap<Route, Span> {
  const routes = new Map<Route, Span>();
  for (const [route, words] of ROUTES) {
    if (!may(note, words)) continue;
    for (const [index, sentence] of body.entries()) {
      if (sentence.section.role === 'title') continue;
      const text = tools.says(sentence);
      const found = words.exec(text);
      if (!found) continue;
      const next = body[index + 1];
      if (!NEEDLE.test(text) && !(next && IN_VIEW.test(text) && tools.tells(next, NEEDLE))) continue;
      if (!tools.asserted({ start: sentence.start + found.index, end: sentence.start + found.index + found[0].length }))
        continue;
      routes.set(route, sentence);
      break;
    }
  }
  if (routes.size === 0) {
    const plain = body.find((sentence) => {
      const text = tools.says(sentence);
      return (
        sentence.section.role !== 'title' &&
        /\bneedle/.test(text) &&
        /\bepidural space|\bepidural needle/.test(text) &&
        tools.asserted(sentence)
      );
    });
    if (plain) routes.set('epidural-interlaminar', plain);
  }
  return routes;
}

/** Words with which a way in is given up. */
const GIVEN_UP =
  /\b(?:abandon\w*|abort\w*|gave up|given up)\b|\b(?:could not|couldn't|unable to|not possible to|impossible to|failed to|would not)\b[^.]{0,50}\b(?:enter|access|advance|reach|pass|brought|bring|cannulat|obtain|gain|be entered)\w*|\bno (?:\w+ )?needle (?:was|is) (?:placed|used|passed|advanced)\b|\b(?:elected|chose|decided|opted) (?:to [^.]{0,60}\binstead\b|instead\b)|\bdid not (?:even )?(?:attempt|try)\b|\bno (?:path|way|window)\b[^.]{0,40}\b(?:seen|found|open)|\b(?:no|nothing|neither)\b[^.]{0,40}\b(?:was|were) (?:\w+ )?(?:injected|placed|given)\b[^.]{0,16}\b(?:there|here)\b/;

/** Of two routes told, the one that was given up before anything was injected was not taken. */
export function routesTaken(
  tools: NoteTools,
  body: readonly Sentence[],
  routes: ReadonlyMap<Route, Span>,
): ReadonlyMap<Route, Span> {
  if (routes.size < 2) return routes;
  const order = [...routes].toSorted(([, one], [, other]) => one.start - other.start);
  const kept = order.filter(([, at], index) => {
    const next = order[index + 1]?.[1];
    if (!next) return true;
    const between = body.filter((one) => one.start >= at.start && one.start < next.start);
    const given = tools
      .drugs(between)
      .some((drug) => drug.name.drug.role === 'steroid' && drug.quantities.length > 0 && tools.asserted(drug.sentence));
    return given || !between.some((one) => tools.tells(one, GIVEN_UP));
  });
  return new Map(kept);
}

/** The route of an injection that its title calls only "epidural". */
export function likelyRoute(routes: ReadonlyMap<Route, Span>): Route {
  if (routes.has('epidural-caudal')) return 'epidural-caudal';
  if (routes.has('epidural-interlaminar')) return 'epidural-interlaminar';
  return routes.has('epidural-transforaminal') ? 'epidural-transforaminal' : 'epidural-interlaminar';
}
