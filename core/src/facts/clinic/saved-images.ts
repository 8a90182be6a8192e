import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { mentions, evidenceOf, matches, statementsWith, type Chart } from './chart.ts';
import { isAside, isFuture } from './clause.ts';
import { numberOf } from './duration-words.ts';
import { fact } from './tally.ts';
import { allMatches } from '../text/all-matches.ts';

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'family-history',
  'social-history',
  'medications',
  'allergies',
  'imaging',
  'history',
  'past-history',
  'consent',
]);
const IMAGE =
  '(?:images?|films?|views?|pictures?|hard ?cop(?:y|ies)|radiographs?|fluoro(?:scopic)?(?: spot)? (?:images?|films?|views?)|image captures?|print ?outs?|epidurograms?|photographs?|fluorographs?)';
const KEPT =
  '(?:saved|stored|archived|retained|recorded|printed|captured and (?:saved|stored)|kept|placed (?:in|into)|filed|uploaded|maintained|preserved|permanently|scanned into|sent to pacs|transferred to pacs|in pacs|to pacs|available in (?:the )?(?:chart|record|pacs))';
const STATED = new RegExp(
  `\\b${IMAGE}\\b[^.;]{0,80}?\\b${KEPT}\\b|\\b${KEPT}\\b(?:\\s+[\\w-]+){0,6}?\\s+${IMAGE}\\b`,
  'g',
);
const NOT =
  /\b(?:no (?:permanent )?(?:images?|films?|hard ?cop\w+)|not (?:saved|stored|archived|retained|recorded|printed|kept)|without (?:saving|recording))\b/;
const VIEWS =
  /\b(ap|a-p|anterior[- ]?posterior|anteroposterior|antero-posterior|pa|lateral|contralateral oblique|oblique|clo)\b/g;
const NUMBER = new RegExp(
  `\\b(\\d|two|three|four|five|six|multiple|several|both|permanent)\\s+(?:[\\w-]+\\s+){0,3}?${IMAGE}\\b`,
);
const CUE =
  /\b(?:images?|films?|views?|pictures?|hard ?cop(?:y|ies)|radiographs?|captures?|print ?outs?|epidurograms?|photographs?|fluorographs?)\b/g;

/** `procedure.images-saved` and `procedure.images-saved-count`: views kept in the record; views merely taken are no answer. */
export function readSavedImages(chart: Chart): Fact[] {
  if (
    !mentions(
      chart,
      'saved',
      'stored',
      'archived',
      'retained',
      'recorded',
      'printed',
      'kept',
      'placed in',
      'filed',
      'uploaded',
      'maintained',
      'preserved',
      'permanent',
      'scanned',
      'pacs',
    )
  )
    return [];
  for (const statement of statementsWith(chart, CUE, SKIP)) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const hit of matches(statement, STATED)) {
      const end = hit.index + hit[0].length;
      const quote = evidenceOf(chart, statement, hit.index, end);
      if (isFuture(text, hit.index)) continue;
      if (NOT.test(text))
        return [
          fact('procedure.images-saved', false, evidenceOf(chart, statement)),
          fact('procedure.images-saved-count', 0, evidenceOf(chart, statement)),
        ];
      const near = text.slice(Math.max(0, hit.index - 70), end + 50);
      const views = new Set([...allMatches(near, VIEWS)].map((one) => (/^(?:a|pa)/.test(one[1]!) ? 'ap' : one[1]!)));
      const number = NUMBER.exec(near)?.[1];
      // `multiple` and `several` mean at least two.
      const stated =
        number === undefined || number === 'permanent'
          ? 0
          : /^(?:multiple|several|both)$/.test(number)
            ? 2
            : numberOf(number);
      const count = Math.max(views.size, stated);
      const all = evidenceOf(chart, statement);
      return [
        fact('procedure.images-saved', true, quote),
        fact('procedure.images-saved-count', count > 0 ? count : undefined, count > 0 ? all : quote),
      ];
    }
  }
  return [];
}
