import type { SectionRole } from './note.ts';

/** Words of a narrative; a name or a list has none. */
export const NARRATIVE =
  /\b(?:was|were|is|are|had|has been|obtained|placed|prepped|injected|using|after|advanced|inserted|performed|taken|brought)\b/i;
/** `Fluoro, 25G x4, 0.5 mL 2% lido each.`: a line of technique in telegrams. */
export function isTelegram(line: string, role: SectionRole): boolean {
  // Who has consented is laid down next: one such word ends that section.
  if (role === 'consent' && LAID_DOWN.test(line)) return true;
  if (
    !/^[\s*-]*(?:under )?(?:fluoro|c-?arm|prone|supine|prepped|sterile|consent|timeout|time-out|\d\d\s?g)/i.test(line)
  )
    return false;
  return techniques(line) >= 2;
}

const BEGINS_DAY =
  /^[\s*-]*(?:consent(?:ed)?\b|time-?out\b|t\/?o\b|pos(?:ition(?:ed)?)?\b|an(?:a)?es(?:th(?:esia)?)?\b|prone\b|supine\b|prep(?:ped)?\b|c-?arm\b|fluoro)/i;
/** `Consent/TO ok.` and then, in telegrams, how it went: the day begins here. */
export function beginsTelegrams(line: string, following: string): boolean {
  return line.length < 80 && BEGINS_DAY.test(line) && techniques(following) >= 4;
}

const LAID_DOWN =
  /^[\s*-]*(?:(?:positioned |placed )?(?:prone|supine)\b|(?:under )?(?:fluoro|c-?arm)\w*\b|\d\d\s?(?:g|ga|gauge)\b)(?![^.]*\b(?:risks?|explained|discussed|understands)\b)/i;

/** How many different words of technique a line has. */
export function techniques(line: string): number {
  return new Set(line.match(TECHNIQUE)?.map((word) => word.toLowerCase())).size;
}

const TODAY = /\btoday\b|\btolerated\b|\b(?:was|were) (?:\w+ )?(?:injected|prepped|advanced|inserted)\b/i;
const TELLING =
  /\b(?:proceeded|performed|consent\w*|time-?out|prepp?ed|prone|supine|sterile|under (?:fluoro|ultrasound)|needle|inject(?:ed|ion)|\d\d[- ]?g(?:a|auge)?\b)/i;

/** An item of a plan that tells what was done in the visit: prepared, needled, given, and not to come. */
export function tellsToday(line: string): boolean {
  return (
    TODAY.test(line) &&
    READY.test(line) &&
    NEEDLED.test(line) &&
    /\d ?(?:mg|ml|cc|%)/i.test(line) &&
    !/\b(?:will (?:be )?(?:inject|plac|advanc|perform|us|do)|would|is (?:then )?(?:advanced|inserted|injected)|schedule|next (?:visit|week|month)|ago|last (?:visit|week|month|year))\w*/i.test(
      line,
    )
  );
}

/** Where the telling begins behind the diagnosis of the item. */
export function firstTelling(line: string): number {
  let from = 0;
  for (const part of line.split(/(?<=[.:;!?] )/)) {
    if (TELLING.test(part)) return from;
    from += part.length;
  }
  return 0;
}

/** A paragraph that prepares the patient and leads a needle, below a history told in a paragraph of its own. */
export function tellsTechnique(text: string, at: number, bodyStart: number, role: SectionRole): boolean {
  if (text.slice(bodyStart, at).trim() === '') return false;
  const stop = /\n[ \t]*\r?\n/g;
  stop.lastIndex = at;
  const paragraph = text.slice(at, Math.min(stop.exec(text)?.index ?? text.length, at + 1600));
  return (
    (role === 'medications' || READY.test(text.slice(bodyStart, at + paragraph.length))) &&
    NEEDLED.test(paragraph) &&
    !/\b(?:ago|last (?:year|month|week|visit|time)|previously|in the past|in (?:19|20)\d\d)\b/i.test(
      paragraph.slice(0, 300),
    )
  );
}

const READY =
  /\b(?:prepp?ed|draped|cleansed|cleaned|sterili[sz]ed|chlorhexidine|chloraprep|duraprep|betadine|povidone|prone|supine|decubitus|fluoro\w*|c-?arm|ultrasound|time-?out|consent)\b/i;
const NEEDLED =
  /\b(?:needles?|tuohy|cannulae?s?|electrodes?)\b[^.]{0,120}\b(?:insert|advanc|plac|introduc|direct|guid|position|pass|enter|us)\w*|\b(?:insert|advanc|plac|introduc|direct|guid|position|pass|enter|us)\w*[^.]{0,60}\b(?:needles?|tuohy|cannulae?s?)\b|\binject(?:ed|ing)\b|\b\d\d[- ]?g(?:a|auge)?\b/i;

const TECHNIQUE =
  /\bfluoro\w*|\bprone\b|\bprep(?:ped)?\b|\b\d\d\s?g(?:a|auge)?\b|\bneedles?\b|\btuohy\b|\binj\w*|\b\d\s?(?:ml|cc|mg)\b|\blor\b|\bcontrast\b|\bomni\w*|\bisovue\b/gi;

/** `Loss of resistance: saline`, `Dressing: bandage`: a field that only the telling of a procedure has. */
const OF_DOING =
  /^[ \t*]*(?:entry(?: point| site)?|(?:skin )?local(?: an(?:a)?esthe\w+)?|loss of resistance|lor|aspiration|(?:number of |no\.? of )?(?:attempts|passes)|(?:needle )?tip(?: position| location)?|final (?:needle )?(?:position|placement)|depth|solution|mixture|dressing|bandage|(?:patient )?tolerance|(?:sensory|motor) (?:stim\w*|test\w*|threshold)|impedances?|lesions?|patient position|muscles? (?:injected|treated))\b[^:\n]{0,16}:[ \t]*\S/i;

/** `Fluoro (X) yes   Contrast (X) 1 cc`: what was used, ticked. */
const TICKED =
  /^[ \t*-]*(?:fluoro\w*|c-?arm|contrast|imaging|needle|position|(?:skin )?prep|time-?out)\b[^\n:.([]{0,16}[([\u2611\u2612] ?[xX]?/i;

export function isFieldOfDoing(line: string): boolean {
  return OF_DOING.test(line) || TICKED.test(line);
}

/** A line that tells, long enough to be no name. */
export function isNarrative(line: string): boolean {
  return line.length >= 60 && NARRATIVE.test(line);
}

/** A line that may be the name of a procedure. */
export function looksLikeTitle(line: string): boolean {
  return (
    line.length <= 160 &&
    /\b(?:inject|inj\b|block|epidural|esi|tfesi|ablation|neurotomy|rhizotomy|denervation|lesioning|rfa?|facet|medial branch|aspiration|stimulat|discogra|plasty|patch|radiofrequency|mbb)/i.test(
      line,
    )
  );
}

/** `Right C2/3 and C3/4 facet denervation.` below a diagnosis: a side and levels, and what was done there. */
export function namesAct(line: string): boolean {
  return (
    ACT_NAMED.test(line) &&
    !/\b(?:s\/p|status post|after|prior|previous|history|hx|failed|relief|ago|last)\b/i.test(line.split('.')[0]!)
  );
}

const ACT_NAMED =
  /^[ \t]*(?:right|left|bilateral|rt|lt)\b[^.\n]{0,60}\b[CTLS]\d[^.\n]{0,60}\b(?:injections?|blocks?|ablations?|denervation|neurotomy|rhizotomy|tfesi|esi|rfa)\b/i;
