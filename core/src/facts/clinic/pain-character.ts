import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { ASIDE_OR_PLAN, evidenceOf, matches, statementsWith, type Chart } from './chart.ts';
import { isAside, isDenied, isDeniedAfter, isFuture } from './clause.ts';
import { isOurs } from './pain-words.ts';
import { Tally } from './tally.ts';

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([
  ...ASIDE_OR_PLAN,
  'past-history',
  'title',
  'description',
  'complications',
]);
const LIMB =
  '(?:legs?|arms?|thighs?|calf|calves|foot|feet|toes?|fingers?|hands?|forearms?|knees?|(?:lower|upper) (?:extremit(?:y|ies)|limbs?)|shoulders?|buttocks?|groin|rle|lle|rue|lue|dermatom\\w+|(?:the )?[lcst]\\d(?:-[ls]?\\d)? (?:distribution|dermatome)|chest wall|flank)';

const RADICULAR = new RegExp(
  [
    '\\bradicul(?:ar|opath(?:y|ies|ic)|itis)\\b',
    '\\bsciatica\\b',
    `\\b(?:radiat(?:es?|ing|ed|ion)|shoot(?:s|ing)|travel(?:s|ing)?|extend(?:s|ing)?|spread(?:s|ing)?|goes|going|refer(?:s|ring))\\s+(?:\\w+\\s+){0,3}?(?:to|into|down|along|through|from \\w+ to|across|over)\\s+(?:(?:both|the|his|her|their|either|right|left|bilateral|posterior|lateral|posterolateral|anterior|medial|entire|back of|side of|down|of|upper|outer|lower aspect of|aspect of)[\\s,]+){0,6}${LIMB}`,
    `(?<!non-?)\\b(?:radiation|radiating|radiate)\\b(?=[\\s.,;]|$)(?! (?:therapy|exposure|safety|dose|oncolog\\w+|treatment|protection|time|badge))`,
    `\\b(?:leg|arm|lower extremity|upper extremity) (?:pain|symptoms|radiation|numbness|paresthesias?)\\b`,
  ].join('|'),
  'g',
);
const RADICULAR_CUE =
  /\b(?:radicul\w+|sciatica|radiat\w+|shoot\w*|travel\w*|extend\w*|spread\w*|goes|going|refer(?:s|ring)|legs?|arms?|extremity)\b/g;

const AXIAL =
  /\b(?:(?<!-)axial|(?:predominantly|primarily|mainly|mostly|purely|strictly|chiefly) (?:\w+ ){0,2}?(?:axial|in the (?:low(?:er)? )?(?:back|neck)|(?:low(?:er)? )?(?:back|neck) pain)|(?:back|neck) (?:pain )?(?:is )?(?:much |far )?(?:greater|worse|more) than (?:the |his |her )?(?:leg|arm)s?(?: pain)?|(?:back|neck) ?> ?(?:leg|arm)|non-?radiating|non-?radicular|localized to the (?:low(?:er)? )?(?:back|neck))\b/g;
const LIMB_FIRST =
  /\b(?:leg|arm)s? (?:pain )?(?:is )?(?:much |far )?(?:greater|worse|more) than (?:the |his |her )?(?:back|neck)|\b(?:leg|arm) ?> ?(?:back|neck)/g;

const CLAUDICATION =
  /\b(?:neurogenic|neurogenous|spinal|pseudo-?) ?claudication\b|\bclaudication\b(?! (?:vascular|arterial))|\bshopping cart sign\b/g;
const CLAUDICATION_STORY =
  /\b(?:legs?|buttocks?|calf|calves|thighs?|lower extremit(?:y|ies))\b.*\b(?:worse|aggravated|increased|provoked|brought on|exacerbated|comes? on)\b.*\b(?:walking|standing|ambulation)\b.*\b(?:relieved|better|improved|eased|improves|eases|resolves)\b.*\b(?:sitting|bending|leaning|flexion|flexing|stooping|lying)\b/g;
const AXIAL_CUE =
  /\b(?:axial|predominantly|primarily|mainly|mostly|purely|strictly|chiefly|than|non-?radia\w+|non-?radicular|localized)\b|>/g;
const LIMB_CUE = /\bthan\b|>/g;
const CLAUDICATION_CUE = /\bclaudication|shopping cart/g;
const STORY_CUE = /\b(?:walking|standing|ambulation)\b/g;

/** `pain.axial-predominant`, `pain.radicular`, `pain.neurogenic-claudication`: what kind of pain it is. */
export function readPainCharacter(chart: Chart): Fact[] {
  const radicular = new Tally('pain.radicular');
  const axial = new Tally('pain.axial-predominant');
  const claudication = new Tally('pain.neurogenic-claudication');
  read(chart, RADICULAR_CUE, RADICULAR, (hit, denied, quote, whole) => {
    if (/^radiation/.test(hit) && !/\b(?:pain|symptoms|ache|aching)\b/.test(whole)) return;
    // `without myelopathy or radiculopathy` is the name of a diagnosis: it denies as well.
    if (!(denied && /^(?:leg|arm)/.test(hit))) radicular.say(!denied, quote);
  });
  read(chart, AXIAL_CUE, AXIAL, (hit, denied, quote, whole) => {
    if (!/\b(?:pain|ache|symptoms|sciatica)\b/.test(whole) || /\b(?:mri|ct|weighted|images?)\b/.test(whole)) return;
    if (/\baxial (?:load|rotation|compression|image|view|slice|t[12]|ct|plane)/.test(hit)) return;
    axial.say(!denied, quote);
    if (!denied && /^non-?radi/.test(hit)) radicular.say(false, quote);
  });
  read(chart, LIMB_CUE, LIMB_FIRST, (_, denied, quote) => {
    if (!denied) axial.say(false, quote);
  });
  read(chart, CLAUDICATION_CUE, CLAUDICATION, (_, denied, quote) => claudication.say(!denied, quote));
  read(chart, STORY_CUE, CLAUDICATION_STORY, (_, denied, quote) => {
    if (!denied) claudication.say(true, quote);
  });
  return [...radicular.facts(), ...axial.facts(), ...claudication.facts()];
}

type Say = (hit: string, denied: boolean, quote: ReturnType<typeof evidenceOf>, statement: string) => void;

function read(chart: Chart, cue: RegExp, pattern: RegExp, say: Say): void {
  for (const statement of statementsWith(chart, cue, SKIP)) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const hit of matches(statement, pattern)) {
      const end = hit.index + hit[0].length;
      if (isFuture(text, hit.index) || !isOurs(text, hit.index, end, chart.wanted)) continue;
      if (
        /\b(?:rule out|r\/o|evaluat\w+ for|concern for|possible|question of|resolved|history of|risk of)\s+(?:\w+\s+){0,2}$/.test(
          text.slice(0, hit.index),
        )
      )
        continue;
      const denied = isDenied(text, hit.index) || isDeniedAfter(text, end);
      say(
        hit[0] + text.slice(end, end + 14),
        denied,
        evidenceOf(chart, statement, Math.max(0, denied ? beginningOfDenial(text, hit.index) : hit.index), end),
        text,
      );
    }
  }
}

/** The quote of a denial starts with the word that denies. */
function beginningOfDenial(text: string, at: number): number {
  const words =
    /\b(?:no|not|nor|neither|without|den(?:y|ies|ied|ying)|never|negative for|absence of|free of|ruled out|\w+n't)\b(?!.*\b(?:no|not|nor|neither|without|den(?:y|ies|ied|ying)|never|negative for|absence of|free of|ruled out|\w+n't)\b)/.exec(
      text.slice(0, at),
    );
  return words ? words.index : at;
}
