import { daysBetween } from '../../model/date.ts';
import type { Fact } from '../../model/fact.ts';
import type { ToldHistory } from '../../model/history.ts';
import type { SectionRole } from '../text/note.ts';
import { evidenceOf, matches, mentions, statementsWith, type Chart } from './chart.ts';
import { isAside, isDenied } from './clause.ts';
import { isOurs } from './pain-words.ts';
import { fact, Tally } from './tally.ts';
import { readToldHistory } from './told/told-history.ts';

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'family-history',
  'social-history',
  'consent',
  'medications',
  'allergies',
  'complications',
]);
const SHORTLY =
  /\b(?:(?:because|due to|as|since|reason|exception|owing to|given)\b[^.;]{0,60}\b(?:(?:less|fewer|shorter|earlier|sooner) than (?:two|2) weeks|short(?:er|ened)? interval|early repeat|travel\w*|lives? (?:far|out)|out of (?:town|state))|(?:less than (?:two|2) weeks|short(?:er|ened)? interval|early repeat|exception)\b[^.;]{0,60}\b(?:because|due to|since|owing to|reason|given|justif\w+))\b/g;
const OTHER_LEVELS =
  /\b(?:(?:other|different|adjacent|additional|another|new) (?:facet )?(?:joints?|levels?|side)\b[^.;]{0,60}\b(?:tested|block\w*|examined|evaluated|diagnostic)|(?:block|mbb|diagnostic)\w*\b[^.;]{0,40}\b(?:of|at) (?:the )?(?:other|different|adjacent|additional|another|new) (?:facet )?(?:joints?|levels?)|(?:first|previous|prior|initial|earlier) (?:\w+ ){0,4}?(?:blocks?|mbbs?|levels?)\b[^.;]{0,40}\b(?:negative|did not (?:identify|find|help|relieve)|failed to (?:identify|find)|non-?diagnostic)\b[^.;]{0,60}\b(?:now|today|therefore|so)\b)/g;
const IN_DOUBT =
  /\b(?:(?:pain (?:source|generator)|source of (?:the |her |his )?pain|etiology of (?:the |her |his )?pain)\b[^.;]{0,30}\b(?:in doubt|unclear|uncertain|not clear|questionable|in question|reassess\w*)|(?:different|changed|new) (?:pain )?(?:location|pattern|character|quality|distribution)[^.;]{0,50}\b(?:since|from|than|after)\b[^.;]{0,30}\b(?:ablation|rfa|before)|pain (?:is )?(?:now )?different (?:from|than)[^.;]{0,40}\b(?:ablation|rfa|before|previous)|(?:re-?confirm|re-?establish|re-?evaluate|re-?confirmation of) (?:the )?(?:pain (?:source|generator)|diagnosis|source))\b/g;
const SAME_PAIN =
  /\b(?:same|identical|similar|usual|typical) pain (?:as|to|that|which)\b[^.;]{0,50}\b(?:before|prior to|ablation|rfa|treated|responded)|\b(?:return|recurrence) of (?:the |her |his )?(?:same|identical|usual|typical) (?:\w+ ){0,3}?pain\b/g;
const CYST =
  /\b(?:facet|synovial|juxta-?facet)(?: joint)? cysts?\b[^.;]{0,60}\b(?:aspirat\w+|ruptur\w+)|\b(?:aspirat\w+|ruptur\w+) of (?:the |a )?(?:\w+ ){0,3}?(?:facet|synovial)(?: joint)? cysts?\b/g;
const EARLIER =
  /\b(?:previous(?:ly)?|prior|earlier|ago|last|first|once|twice|already|had|underwent|in (?:19|20)\d\d)\b/;

/** Two weeks and a little more: an interval that a note may have to explain. */
const SHORT = 14;
const CYST_CUE = /\bcysts?\b/g;

/** Why a session comes soon or at other places, whether its source is in doubt, and earlier cyst procedures. */
export function readRepeatReasons(chart: Chart, history = () => readToldHistory(chart)): Fact[] {
  const tell = (name: string, stems: readonly string[], pattern: RegExp, value: boolean): Fact[] => {
    if (!mentions(chart, ...stems)) return [];
    const tally = new Tally(name);
    for (const statement of statementsWith(chart, pattern, SKIP)) {
      const { text } = statement;
      if (isAside(chart.note, statement.start, statement.end, text)) continue;
      for (const hit of matches(statement, pattern)) {
        const end = hit.index + hit[0].length;
        if (isDenied(text, hit.index, 30) || !isOurs(text, hit.index, end, chart.wanted)) continue;
        tally.say(value, evidenceOf(chart, statement, hit.index, end));
      }
    }
    return tally.facts();
  };
  const facet = chart.procedures.some((one) => one.family === 'facet');
  if (!facet) return [];
  return [
    ...intervalException(
      chart,
      tell('repeat.interval-exception-documented', ['week', 'interval', 'exception', 'early', 'travel'], SHORTLY, true),
      history,
    ),
    ...tell('repeat.other-levels-tested', ['level', 'joint', 'block', 'mbb'], OTHER_LEVELS, true),
    ...tell('facet.pain-source-in-doubt', ['pain', 'source', 'diagnosis'], IN_DOUBT, true),
    ...tell('facet.pain-source-in-doubt', ['pain'], SAME_PAIN, false),
    ...cysts(chart),
  ];
}

/** A note that tells of a session some days ago and gives no reason has none written down. */
function intervalException(chart: Chart, told: readonly Fact[], history: () => ToldHistory): readonly Fact[] {
  const on = chart.dateOfService;
  if (told.length > 0 || on === undefined) return told;
  const soon = history().sessions.find(
    (one) => one.family === 'facet' && one.latest === undefined && daysBetween(one.date, on) < SHORT,
  );
  if (!soon?.evidence) return told;
  return [{ name: 'repeat.interval-exception-documented', value: false, evidence: [...soon.evidence] }];
}

function cysts(chart: Chart): Fact[] {
  if (!mentions(chart, 'cyst')) return [];
  for (const statement of statementsWith(chart, CYST_CUE, SKIP)) {
    const { text, section } = statement;
    if (section.role === 'title' || section.role === 'description' || section.role === 'plan') continue;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const hit of matches(statement, CYST)) {
      const quote = evidenceOf(chart, statement);
      if (/\b(?:no (?:prior|previous)|never)\b/.test(text.slice(0, hit.index + hit[0].length)))
        return [fact('prior.cyst-procedure-count', 0, quote)];
      if (isDenied(text, hit.index, 30) || !EARLIER.test(text)) continue;
      return [fact('prior.cyst-procedure-count', /\b(?:twice|two|2|second)\b/.test(text) ? 2 : 1, quote)];
    }
    const never = /\bcyst\b[^.;]{0,40}\b(?:has |was )?never (?:been )?(?:aspirat|ruptur|treat)\w+/.exec(text);
    if (never) return [fact('prior.cyst-procedure-count', 0, evidenceOf(chart, statement))];
  }
  return [];
}
