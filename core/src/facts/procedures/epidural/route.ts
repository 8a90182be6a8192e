import type { Sentence, Span } from '../../text/note.ts';
import type { NoteTools } from '../tools.ts';

export type Route = 'epidural-caudal' | 'epidural-interlaminar' | 'epidural-transforaminal';

const NEEDLE =
  /\bneedles?\b|tuohy|catheter|\binject|\binsert|\badvanc|\bplac|\bintroduc|\bwheal|\bwalked|\bguided|\d\s?g\b|\bdirected|\bentered|\baccessed|\bcannulated|\breached/;
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
    /\bforam(?:en|ina)\b|\bneuro-?foram\w*|\btransforaminal|\b(?:sub|infra|supra)-?pedicular|\bsafe triangle|\bkambin|\b(?:6|six) o'?clock|\bscott(?:y|ie) dog|\bnerve root\b|\bpars\b/,
  ],
];

/** The routes that the narrative tells of, with the sentence that says so; first come the stronger signs. */
export function routesTold(tools: NoteTools, body: readonly Sentence[]): ReadonlyMap<Route, Span> {
  const routes = new Map<Route, Span>();
  for (const [route, words] of ROUTES) {
    for (const sentence of body) {
      if (sentence.section.role === 'title') continue;
      const text = tools.says(sentence);
      const found = words.exec(text);
      if (!found || !NEEDLE.test(text)) continue;
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

/** The route of an injection that its title calls only "epidural". */
export function likelyRoute(routes: ReadonlyMap<Route, Span>): Route {
  if (routes.has('epidural-caudal')) return 'epidural-caudal';
  if (routes.has('epidural-interlaminar')) return 'epidural-interlaminar';
  return routes.has('epidural-transforaminal') ? 'epidural-transforaminal' : 'epidural-interlaminar';
}
