import type { Guidance, Modality } from '../../model/procedure.ts';
import { assertionOf } from '../text/assertion.ts';
import { holds, may, quote, type ProcedureNote, type Sentence, type Span } from '../text/note.ts';

/** What a set of sentences says about imaging; contradictory modalities are kept apart for the caller to judge. */
export interface GuidanceReading {
  readonly guidance: Guidance;
  /** Where contrast was said to be seen in the right place. */
  readonly spread: Span | undefined;
  /** How many kept views are told. */
  readonly savedCount: { readonly count: number; readonly at: Span } | undefined;
  /** First mention of each modality. */
  readonly modalities: ReadonlyMap<Modality, Span>;
  /** Imaging is denied of a part of what was done only; which one, the title may tell. */
  readonly deniedInPart: boolean;
}

const MODALITIES: readonly (readonly [Modality, RegExp])[] = [
  [
    'fluoroscopy',
    /\bfl[uo]+r[oa]?s?c?op\w*|\bfluoro\b|\bc-? ?arm\b|\bimage intensif\w+|\bx-?ray (?:guid\w+|visuali\w+|control|view\w*)|\bradiographic (?:guid\w+|control|visuali\w+)|\bradiologic(?:al)? (?:guid\w+|control)|\b(?:ap|anteroposterior|anterior[- ]posterior|pa) ?(?:and|&|\/) ?lat(?:eral)?\b|\bunder (?:direct )?x-?rays?\b|\bx-?ray (?:from|in) the (?:oblique|lateral|ap|side)\b|\bthe (?:x-?ray )?beam was\b|\bcontra-?lateral oblique\b|\bdsa\b|\b(?:lateral|live|ap) screening\b|\bon (?:the |a )?(?:true )?lateral(?= ?[,.;)])|\bdigital subtraction\b|\bunder (?:intermittent|live|continuous|direct) imaging\b/g,
  ],
  [
    'ct',
    /\bct[- ](?:guid\w+|fluoro\w*|control|scan guid\w+)|\bcomputed tomograph\w+[- ]guid\w+|\bunder ct\b|\bct (?:acquisitions?|slices?|cuts?|gantry|table)\b|\bcat scan guid\w+/g,
  ],
  [
    'ultrasound',
    /\bultraso(?:und|nograph\w+|nic)[- ]?(?:guid\w+|visuali\w+|control|probe|transducer|machine|used|was used|imag\w+)?|\bsonograph(?!ers?\b)\w*|\bus[- ]guid\w+|\b(?:under|w\/|via) us\b|, us(?=[,;])|\b(?:curvi-?)?linear (?:array )?(?:probe|transducer)|\bcurvilin\w*|\bus (?:linear|probe|curvilinear)\b|\bdoppler\b(?=[^.]*\b(?:artery|nerve|vessel|needle))/g,
  ],
  ['mri', /\bmr[i]?[- ]guid\w+/g],
];
const VIEW =
  /\b(?:lateral|ap|anteroposterior|oblique|clo)(?: fluoro\w*)? (?:view|picture|image|imaging|projection|film|plane)s?\b/;
const VIEWS = new RegExp(VIEW.source, 'g');
/** A suite or a table alone does not say that the needle was placed by it. */
const PLACE = /^\s*(?:suite|table|room|unit was not|department|tech)/;
/** `miles from the nearest C-arm`. */
const ELSEWHERE = /\b(?:nearest|closest|other|next available) $/;
const BLIND =
  /\b(?:without|no|not?) (?:the )?(?:use of )?(?:any )?(?:fluoroscop\w+|fluoro\b|image|imaging|radiographic|x-?ray|ultrasound)(?: guidance| assistance| control)?|\bblind(?:ly)?(?: technique)?\b|\blandmark(?:s)?[- ](?:guided|based|technique)|\b(?:fluoroscop\w+|imaging|image guidance|guidance)\s?:\s?(?:none|no|n\/a|not used)\b|\b(?:fluoroscop\w+|imaging|image guidance) (?:was |were )?not (?:used|available|performed)|\bfluoro\w*\s?:\s*(?:\[x\]\s?)?no\b|\b(?:c-?arm|fluoroscop\w+|fluoro|x-?rays?(?: machine| unit)?)\b (?:(?:was|is|being|were) )?(?:down|broken|out of (?:order|service)|under repair|unavailable|not (?:available|working|employed|used|functioning))\b|\b(?:done|performed|given|injected|placed|guided) (?:\w+ ){0,3}?by (?:feel|palpation|landmarks?)\b|\bby feel\b/g;
const CONTRAST =
  /\b(?:contrast|dye|omnipaque|omni\b|iohexol|isovue|iopamidol|conray|optiray|iodixanol|visipaque|magnevist|gadolinium|gadavist|radio-?opaque|epidurogram|arthrogram|neurogram|radiculogram|myelogram|epidurograph\w+)/g;
const NO_CONTRAST =
  /\b(?:contrast|dye|omnipaque|isovue)\b[^.;]{0,30}\b(?:not (?:used|given|injected|administered)|(?:was|were) (?:omitted|deferred|withheld|avoided))|\b(?:no|without|without the use of|omitted) (?:any )?(?:iv |intravenous |radiographic |iodinated )?(?:contrast|dye)\b(?! (?:uptake|in|extravas|reaction|flow|spread|pattern))/;
const SPREAD =
  /\b(?:spread\w*|flow(?:ed|ing)?|pattern|outlin\w+|fill(?:ed|ing)|epidurogram|arthrogram|radiculogram|neurogram|uptake|confirm\w*|dispers\w+|delineat\w+|show\w+|reveal\w+|demonstrat\w+)\b/;
const SAVED =
  /\b(?:images?|films?|views?|pictures?|pics?|stills?|fluoroscop\w+ images?|hard cop(?:y|ies)|imgs?|prints?|x-?rays?|spot films?|fluorograms?)\b[^.;]{0,60}\b(?:saved|stored|archived|retained|recorded|kept|printed|sent to pacs|filed|in (?:the )?(?:chart|record|pacs))\b|\b(?:saved|stored|archived|retained|kept) (?:\w+ ){0,3}?(?:images?|films?|views?|hard cop)|\bpermanent(?:ly)? (?:images?|record\w*|cop|stored|film)|\bpacs\b|\bhard cop(?:y|ies)\b/;
const NOT_SAVED =
  /\b(?:no|not)\b[^.;]{0,30}\b(?:images?|films?)\b[^.;]{0,20}\b(?:saved|stored|retained)|\b(?:images?|films?) (?:were |was )?not (?:saved|stored|retained)/;

/** `X-ray was not used` of what ultrasound or CT guided. */
const XRAY = /x-?ray|fluoro|c-?arm/;
const SOUND = /\bultraso|\bsonogra|\btransducer/;
/** `no imaging was used for them`: for a part of what was done. */
const FOR_THEM = /^[^.;]{0,24}\bfor (?:them|these|those|the (?:trigger|burs|knee|hip|shoulder|joint|muscle)\w*)\b/;

/** `no imaging for this portion`: of the rest nothing is denied. */
const FOR_A_PART =
  /^[^.;]{0,24}\b(?:for|during|in|with) (?:this|that|the (?:second|last|latter|other)) (?:portion|part|step|stage|half|procedure|injection)s?\b/;

/** Reads modality, contrast and saved images from the sentences given. What is not said stays undefined. */
export function readGuidance(note: ProcedureNote, sentences: readonly Sentence[]): GuidanceReading {
  const modalities = new Map<Modality, Span>();
  let [contrast, imagesSaved]: (boolean | undefined)[] = [undefined, undefined];
  const evidence: Span[] = [];
  let spread: Span | undefined;
  let savedCount: GuidanceReading['savedCount'];
  let views: Span | undefined;
  let partly = false;
  let inPart = false;
  let noXray = false;
  // What the note holds nowhere need not be looked for in its sentences.
  const machines = MODALITIES.filter(([, words]) => may(note, words));
  const [viewed, blinded] = [may(note, VIEW), may(note, BLIND)];
  const [contrasted, saved] = [may(note, CONTRAST) || may(note, NO_CONTRAST), may(note, SAVED) || may(note, NOT_SAVED)];
  for (const given of sentences) {
    const sentence = withHeading(given);
    const words = note.lower.slice(sentence.start, sentence.end);
    if (viewed && !views && VIEW.test(words)) views = at(sentence, find(VIEWS, words)[0]!);
    const blinds = blinded ? find(BLIND, words) : [];
    for (const blind of blinds) {
      if (!modalities.has('none')) modalities.set('none', at(sentence, blind));
      if (FOR_THEM.test(words.slice(blind.end))) partly = true;
      if (FOR_A_PART.test(words.slice(blind.end))) inPart = true;
      if (XRAY.test(words.slice(blind.start, blind.end)) && !SOUND.test(words)) noXray = true;
    }
    for (const [modality, pattern] of machines) {
      if (modalities.has(modality)) continue;
      for (const found of find(pattern, words)) {
        if (
          PLACE.test(words.slice(found.end)) ||
          ELSEWHERE.test(words.slice(0, found.start)) ||
          blinds.some((blind) => blind.start < found.end && found.start < blind.end)
        )
          continue;
        if (
          /report|reviewed|previous|prior|post-?procedure (?:x-?ray|film)|diagnostic ultraso/.test(words) &&
          modality !== 'fluoroscopy'
        )
          continue;
        const span = at(sentence, found);
        const stands = assertionOf(note, span.start, span.end);
        if (stands !== 'asserted' && stands !== 'abandoned') continue;
        modalities.set(modality, span);
        break;
      }
    }
    if (!contrasted) {
      // Neither given nor denied.
    } else if (contrast === undefined && NO_CONTRAST.test(words)) {
      contrast = false;
      evidence.push(sentence);
    } else if (contrast !== true) {
      const found = find(CONTRAST, words).find(
        (one) =>
          ['asserted'].includes(assertionOf(note, sentence.start + one.start, sentence.start + one.end)) &&
          !/allerg|reaction|anaphyla/.test(words),
      );
      if (found) {
        contrast = true;
        evidence.push(at(sentence, found));
      }
    }
    if (
      contrast &&
      !spread &&
      SPREAD.test(words) &&
      (find(CONTRAST, words).length > 0 || /\bspread|\bpattern|\boutlin|epidurogram|arthrogram/.test(words)) &&
      !/\bno (?:epidural )?spread|did not spread/.test(words)
    )
      spread = sentence;
    if (saved && imagesSaved === undefined) {
      const not = NOT_SAVED.exec(words);
      const found = not ?? SAVED.exec(words);
      if (found) {
        imagesSaved = not === null;
        const count = imagesSaved ? countOf(words) : undefined;
        if (count !== undefined) savedCount = { count, at: sentence };
        evidence.push(at(sentence, { start: found.index, end: found.index + found[0].length }));
      }
    }
  }
  // Contrast looked at in views from the front and the side: x-rays, whatever the machine is called.
  if (views && contrast && modalities.size === 0) modalities.set('fluoroscopy', views);
  const seenOtherwise = noXray && (modalities.has('ultrasound') || modalities.has('ct') || holds(note, SOUND));
  if ((partly && modalities.size > 1) || seenOtherwise) modalities.delete('none');
  const modality = chosen(modalities);
  const where = modality ? modalities.get(modality) : undefined;
  return {
    guidance: {
      modality,
      contrast,
      imagesSaved,
      evidence: [...(where ? [where] : []), ...evidence].map((span) => quote(note, span.start, span.end)),
    },
    spread,
    savedCount,
    modalities,
    deniedInPart: inPart,
  };
}

const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, both: 2 };

function countOf(words: string): number | undefined {
  const number = /\b(\d|two|three|four|both)\b (?:\w+ ){0,2}?(?:views?|images?|films?|pictures?|projections?)/.exec(
    words,
  );
  if (number) return COUNTS[number[1]!] ?? Number(number[1]);
  return /\b(?:ap|anteroposterior|pa)\b[^.;]{0,14}\blat(?:eral)?\b|needle position and contrast|\blat(?:eral)?\b[^.;]{0,8}\bap\b/.test(
    words,
  )
    ? 2
    : undefined;
}

/** One modality; `none` only when nothing else is said; more than one is left to the caller (fluoroscopy beats a second look). */
function chosen(modalities: ReadonlyMap<Modality, Span>): Modality | undefined {
  const used = [...modalities.keys()].filter((modality) => modality !== 'none');
  if (used.length === 0) return modalities.has('none') ? 'none' : undefined;
  if (modalities.has('none')) return undefined;
  if (used.includes('ct')) return 'ct';
  return used[0];
}

/** `Fluoroscopy time: 22 seconds`: the heading of a section about imaging speaks with its first sentence. */
function withHeading(sentence: Sentence): Span {
  const { section } = sentence;
  const first = section.role === 'guidance' && section.heading !== undefined && sentence.start - section.bodyStart < 4;
  return first ? { start: section.start, end: sentence.end } : sentence;
}

function find(pattern: RegExp, words: string): Span[] {
  const found: Span[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(words); match; match = pattern.exec(words))
    found.push({ start: match.index, end: match.index + match[0].length });
  return found;
}

function at(sentence: Span, span: Span): Span {
  return { start: sentence.start + span.start, end: sentence.start + span.end };
}
