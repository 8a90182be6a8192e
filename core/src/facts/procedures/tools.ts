import type { Agent, Guidance } from '../../model/procedure.ts';
import type { Finding } from '../../model/finding.ts';
import { agentsFrom, type Places } from '../drugs/agents.ts';
import { listedSteroids } from '../drugs/listed-steroids.ts';
import type { DrugName } from '../drugs/drug-dictionary.ts';
import { drugMentions, type DrugMention } from '../drugs/drug-mentions.ts';
import { readGuidance, type GuidanceReading } from '../guidance/read-guidance.ts';
import { levelMentions, type LevelMention } from '../spine/level-mentions.ts';
import { scanSides, type SideMention } from '../spine/sides.ts';
import { allMatches } from '../text/all-matches.ts';
import { assertionOf } from '../text/assertion.ts';
import { quote, says as saysIn, type ProcedureNote, type Sentence, type Span } from '../text/note.ts';
import type { Dictionary } from '../text/trie.ts';
import { bodyOf, lastBefore, share } from './body-of.ts';
import { findings } from './findings.ts';
import type { FamilyWords } from './family-words.ts';
import { settingOf, type Setting } from './setting.ts';
import { LONGEST_TELEGRAM, toldInShort } from './telegram.ts';
import { showsDoing } from './technique/signs-of-doing.ts';
import { findStatements, type Statements } from './statements.ts';

/** What every recognizer works with; each answer is computed once a note. */
export interface NoteTools {
  readonly statements: Statements;
  /** The sentences that tell what was done, without consent, plans, history and who else. */
  readonly body: readonly Sentence[];
  /** Sentences of the title and of the list of procedures. */
  readonly titles: readonly Sentence[];
  /** True when the body tells of a needle, an injection or a prepared patient. */
  readonly performed: boolean;
  /** True when a few lines are the whole note and tell of a performed procedure: names then stand for acts. */
  readonly terse: boolean;
  readonly setting: Setting;
  /** True when the narrative says that the procedure was given up. */
  readonly givenUp: boolean;
  /** True when a title names a procedure that no recognizer knows: the narrative then tells of that one. */
  readonly titledOtherwise: boolean;
  /** The part of the body that tells of this family, with what is said of all. */
  bodyOf(family: string): readonly Sentence[];
  levels(span: Span): readonly LevelMention[];
  sides(span: Span): readonly SideMention[];
  says(sentence: Span): string;
  /** Whether a pattern matches in what the sentence says. */
  tells(sentence: Sentence, pattern: RegExp): boolean;
  asserted(span: Span): boolean;
  drugs(sentences: readonly Sentence[]): readonly DrugMention[];
  agents(family: string, places: Places, title: readonly Sentence[]): readonly Agent[];
  guidance(
    family: string,
    title: readonly Sentence[],
  ): { readonly guidance: Guidance; readonly reading: GuidanceReading; readonly findings: readonly Finding[] };
}

/** An act told as one. */
const ACT =
  /\b(?:needles?|tuohy|cannulae?s?|electrodes?|probes?|catheter)\b[^.]{0,140}\b(?:insert|advanc|plac|introduc|direct|guid|position|pass|redirect|walk|enter|remov|withdr|push|slid|laid|brought|went|dropp|lower|seat|steer|aim|eas(?:e|ed|ing)\b|slip|thread|driv|drove|tapp|work(?:ed|ing)|sunk|sank)\w*|\b(?:injected|infiltrated|instilled|deposited|blocked|lesioned|ablated)\b|\b(?:inserted|advanced|placed|introduced|directed|guided|positioned|passed|laid|put|slid|brought)\b[^.]{0,80}\b(?:needles?|tuohy|cannulae?s?|electrodes?|probes?|catheter)\b|\b(?:space|inter-?space|foram(?:en|ina)|hiatus|canal|joints?|facets?)\b[^.]{0,40}\b(?:was|were) (?:\w+ ){0,2}?(?:entered|accessed|reached|cannulated)\b|\d\s?(?:mg|ml|cc)\b[^.;]{0,120}\b(?:was|were) (?:\w+ ){0,2}?(?:given|administered|delivered)\b|\bdeposits were made\b|\b(?:was|were) put in\b|\breceived \d/;
/** A note of a line or three. */
const FEW_LINES = 420;
const GAUGE = /\b\d\d?[\s-]?(?:g|ga|gauge)\b/;
/** Weaker signs: of the needle, */
const EQUIPPED = [
  /\bloss of resistance\b|\bhanging drop\b|\blor\b/,
  /\baspirat/,
  GAUGE,
  /\blesion(?:s|ed|ing)?\b/,
  /\bcannula|\brf needle|\belectrode/,
  /\bc-?arm\b|\bfluoroscop\w+ (?:was|guid)/,
];
/** and of a patient who was readied. Two of them tell of a procedure, one of the patient among them. */
const READIED = [
  /\bprepped\b|\bprep\b|\bbetadine\b|\bchlorhexidine|\bchlora-?prep|\bdura-?prep/,
  /\bdraped?\b/,
  /\bsterile(?:ly)?\b/,
  /\bprone\b|\bsupine\b|\bdecubitus\b|\bsitting\b/,
  /\btolerated\b/,
  /\bconsent\b|\btime-?out\b/,
];
const DECLARED = /\b(?:performed|done|completed)\b/i;
const NEEDLED = /\bneedles?\b|\btips?\b|\bcannula/;
/** `I placed 0.3 mL of bupivacaine on each nerve`. */
const GIVEN = /\b(?:i|we) (?:then )?(?:placed|put|left|deposited|gave|injected) (?:in )?(?:\w+ ){0,3}?\d/;
/** Boxes that were ticked: a form of what was used. */
const TICKED = /\[x\]/g;
const GIVEN_UP =
  /\b(?:procedure|injection|attempts?|it|case|block)\b[^.]{0,40}\b(?:abandoned|aborted|terminated|discontinued|not completed|cancell?ed|postponed|rescheduled)|\b(?:decided|elected|decision was made) (?:not to (?:proceed|perform|do|go)|to (?:stop|abort|abandon|terminate))\b/;
const NERVE = /\b(?:mbs?|dr|medial branch(?:es)?|dorsal ram(?:us|i)|third occipital|ton)\b/;
/** `PROCEDURE PERFORMED: None, cancelled.` */
const NONE_DONE =
  /^\W*(?:none\b|cancell?ed\b|aborted\b|abandoned\b|(?:procedure )?(?:was )?not (?:done|performed)\b|no procedure\b)/;
const STATUS = /^\W*(?:status|outcome|result|disposition)\b/i;
/** `Diagnostic Block Flowsheet`: the kind of paper, no name of a procedure. */
const KIND_OF_PAPER =
  /^\W*(?:(?:diagnostic|therapeutic|nerve|pain|spine|spinal) ){0,2}(?:blocks?|injections?|procedures?) (?:flow ?-?sheet|record|notes?|form|report|sheet|log)\W*$|^\W*(?:(?:the|these|two|three|both|several|following|\d) ){0,2}(?:procedures?|injections?|blocks?)(?: (?:was|were))?(?: (?:done|performed|given|today|on|for|as follows|at this visit))*\W*$/;
/** `CT-guided cervical steroid injections`, `Sacral injection`: where and by what light, not what. */
const UNNAMED =
  /^\W*(?:exam\w*\W+|procedure\W+)?(?:(?:ct|image|fluoroscop\w+|x-?ray|guided|cervical|thoracic|lumbar|lumbosacral|sacral|spinal|spine|back|neck|steroid|therapeutic|diagnostic|left|right|bilateral|single|two|level)[\s-]+){1,6}(?:injections?|blocks?|procedures?)\W*$/;
/** `Radiofrequency Ablation Record`: what it records, its rows tell. */
const HEAT_RECORD =
  /\b(?:radio-?frequency|rf) (?:thermal )?(?:ablation |lesion(?:ing)? |neurotomy )?(?:record|log|flow ?-?sheet|(?:and )?operative note|worksheet)/;
/** `Injection suite log`, `Spine Injection Center`: a paper or a place in a title names no procedure. */
const PAPER_OR_PLACE =
  /\b(?:procedures?|injections?|blocks?|implants?|infusion|stimulat(?:ion|or))(?: (?:suite|room|clinic|unit|service|day|visit|nursing|physician)| \([^)\n]{0,30}\))* (?:logs?|sheet|documentation|flow ?-?sheet|work ?-?sheet|record|form|report|notes?|checklist|suite|room|clinic|cent(?:er|re)|unit|department|service|associates|institute)\b(?: \([^)\n]{0,40}\))?/g;
const TITLED =
  /(?<!\bno )\b(?:inject|block|ablat|stimul|puncture|aspirat|discogra|plasty|ectomy|otomy|patch|implant|place|catheter|repair|fusion|removal|biops|excision|arthro|lysis|scopy|pump|trial|graft|drain|release|radiofreq)/;

export function makeTools(
  note: ProcedureNote,
  recognizers: readonly FamilyWords[],
  names: Dictionary<DrugName>,
): NoteTools {
  const statements = findStatements(note, recognizers);
  const titles = note.sentences.filter((sentence) => sentence.section.role === 'title');
  const body = bodyOf(note);
  const families = new Set(statements.done.map((statement) => statement.family));
  const cache = new Map<string, readonly LevelMention[]>();
  const drugCache = new Map<Sentence, readonly DrugMention[]>();
  const parts = new Map<string, readonly Sentence[]>();
  let performed: boolean | undefined;
  let setting: Setting | undefined;

  const told = (signs: readonly RegExp[]): number =>
    signs.filter((sign) => body.some((sentence) => stands(note, sentence, sign))).length;
  const isShort = (): boolean => note.text.length <= FEW_LINES;
  const dosed = (): boolean =>
    tools.drugs(body).some((drug) => drug.quantities.length > 0 && drug.name.drug.role !== 'contrast');
  const isTicked = (): boolean => allMatches(note.lower, TICKED).length > 3;
  const says = (span: Span) => note.lower.slice(span.start, span.end);
  const tools: NoteTools = {
    statements,
    body,
    titles,
    get performed() {
      return (performed ??=
        body.some(
          (sentence) =>
            acts(note, sentence) || (sentence.section.role === 'title' && /\d\s?(?:mg|ml|cc)\b/.test(says(sentence))),
        ) ||
        told(READIED) >= (told(EQUIPPED) > 0 ? 1 : 2) ||
        // A form of boxes and a note of a line or three tell by what was given, or by how hot it was.
        ((isShort() || isTicked()) && (dosed() || body.some((one) => heats(says(one))))) ||
        (isShort() && told([GAUGE]) > 0) ||
        // `PROCEDURE PERFORMED: …` with what was given there.
        (titles.some((one) => DECLARED.test(one.section.heading ?? '')) &&
          statements.done.some((one) => one.place === 'title') &&
          told([GAUGE, NEEDLED]) > 0 &&
          dosed()) ||
        (dosed() && told([GAUGE]) > 0 && body.some((one) => tools.tells(one, GIVEN) && tools.asserted(one))) ||
        // The record of lesions: the nerves, how hot and how long.
        (body.some((one) => heats(says(one)) && tools.asserted(one)) && body.some((one) => tools.tells(one, NERVE))) ||
        toldInShort(note) ||
        showsDoing(note));
    },
    get terse() {
      return note.text.length <= LONGEST_TELEGRAM && tools.performed;
    },
    get givenUp() {
      const standing = note.sentences.filter((one) => STATUS.test(one.section.heading ?? ''));
      if ([...titles, ...standing].some((one) => tools.tells(one, NONE_DONE))) return true;
      return note.scopes.some(
        (scope) =>
          scope.kind === 'abandoned' &&
          GIVEN_UP.test(note.lower.slice(scope.cue.start - 40, scope.cue.end)) &&
          body.some((one) => one.start <= scope.cue.start && scope.cue.end <= one.end),
      );
    },
    get titledOtherwise() {
      return titles.some(
        (sentence) =>
          tools.tells(sentence, TITLED) &&
          TITLED.test(says(sentence).replace(PAPER_OR_PLACE, ' ')) &&
          !tools.tells(sentence, KIND_OF_PAPER) &&
          !tools.tells(sentence, UNNAMED) &&
          !tools.tells(sentence, HEAT_RECORD) &&
          !statements.done.some((one) => one.sentence === sentence),
      );
    },
    get setting() {
      return (setting ??= settingOf(note));
    },
    bodyOf(family) {
      let part = parts.get(family);
      if (!part) {
        part =
          families.size > 1 && families.has(family)
            ? share(
                note,
                body,
                recognizers.filter((one) => families.has(one.family)),
                family,
                statements.done,
              )
            : body;
        parts.set(family, part);
      }
      return part;
    },
    levels(span) {
      const key = `${span.start}-${span.end}`;
      let found = cache.get(key);
      if (!found) {
        found = levelMentions(note, span.start, span.end);
        cache.set(key, found);
      }
      return found;
    },
    sides: (span) => scanSides(note.text, note.lower, span.start, span.end),
    says,
    tells: (sentence, pattern) => saysIn(note, sentence, pattern),
    asserted: (span) => assertionOf(note, span.start, span.end) === 'asserted',
    drugs(sentences) {
      return sentences.flatMap((sentence) => {
        let found = drugCache.get(sentence);
        if (!found) {
          found = drugMentions(note, sentence, names);
          drugCache.set(sentence, found);
        }
        return found;
      });
    },
    agents(family, places, title) {
      const part = tools.bodyOf(family);
      const told = tools.drugs(part);
      const steroid = told.some((mention) => mention.name.drug.role === 'steroid' && mention.quantities.length > 0);
      // The title's amounts stand in only for what the narrative leaves out.
      const extra = tools
        .drugs(title.filter((sentence) => !part.includes(sentence)))
        .filter((mention) => (mention.name.drug.role === 'steroid' ? !steroid : false));
      const listed =
        steroid || extra.some((one) => one.quantities.length > 0)
          ? []
          : listedSteroids(note, told, (list) => tools.drugs(list));
      const own = listed.filter((one) => part.length === body.length || part.includes(lastBefore(body, one.start)!));
      return agentsFrom(note, [...told, ...extra, ...own], part, places);
    },
    guidance(family, title) {
      const part = readPart(
        note,
        tools.bodyOf(family),
        recognizers.find((one) => one.family === family),
      );
      const whole = families.size > 1 ? readGuidance(note, body) : part;
      const head = readGuidance(note, title);
      // Denied of another part, when the title names the machine for this one.
      if (part.deniedInPart && part.guidance.modality === 'none' && (head.guidance.modality ?? 'none') !== 'none') {
        const { modality, evidence } = head.guidance;
        return { guidance: { ...part.guidance, modality, evidence }, reading: part, findings: [] };
      }
      const told = part.guidance.modality ?? (part.modalities.size > 0 ? undefined : whole.guidance.modality);
      const conflict = differ(head, part.modalities.size > 0 ? part : whole);
      const modality = conflict
        ? head.guidance.modality === 'none'
          ? undefined
          : told
        : (told ?? (part.modalities.size > 1 ? undefined : head.guidance.modality));
      const guidance: Guidance = {
        modality,
        contrast: part.guidance.contrast ?? head.guidance.contrast,
        imagesSaved: part.guidance.imagesSaved ?? whole.guidance.imagesSaved ?? head.guidance.imagesSaved,
        evidence: [
          ...part.guidance.evidence,
          ...(part.guidance.modality === undefined
            ? (whole.guidance.modality === undefined ? head : whole).guidance.evidence
            : []),
        ],
      };
      const found = conflict
        ? [
            findings.guidance(
              quote(note, conflict[0].start, conflict[0].end),
              quote(note, conflict[1].start, conflict[1].end),
            ),
          ]
        : [];
      return { guidance, reading: part.spread ? part : whole, findings: found };
    },
  };
  return tools;
}

/** True when the sentence tells an act that is not denied: `no needle was placed` tells none. */
function acts(note: ProcedureNote, sentence: Sentence): boolean {
  if (!note.sentenceIndex.may(sentence, ACT)) return false;
  const words = note.lower.slice(sentence.start, sentence.end);
  const found = ACT.exec(words);
  if (!found) return false;
  const start = sentence.start + found.index;
  return (
    assertionOf(note, start, start + Math.max(1, found[0].length)) !== 'negated' ||
    ACT.test(words.slice(found.index + found[0].length))
  );
}

/** True when the sentence shows a sign that it does not deny. */
function stands(note: ProcedureNote, sentence: Sentence, sign: RegExp): boolean {
  const found = note.sentenceIndex.may(sentence, sign) && sign.exec(note.lower.slice(sentence.start, sentence.end));
  if (!found) return false;
  const start = sentence.start + found.index;
  return assertionOf(note, start, start + found[0].length) !== 'negated';
}

/** `42 degrees C for 120 seconds`: the settings of a lesion that was made. */
export function heats(words: string): boolean {
  if (/\b(?:sixty|seventy|eighty|ninety)(?:[ -](?:two|five))? degrees\b/.test(words) && /\bseconds\b/.test(words))
    return true;
  return /\b\d\d\s?(?:°|º|deg|c\b)/.test(words) && /\b\d{2,3}\s?(?:s\b|sec)|\b\d\s?min/.test(words);
}

/**
 * Imaging of a family's part. Where it is told and denied, and the paragraphs that speak of the family do only one of
 * them, the rest was said of something else: `done by feel` of the bursa two paragraphs below the epidural.
 */
function readPart(note: ProcedureNote, part: readonly Sentence[], family: FamilyWords | undefined): GuidanceReading {
  const reading = readGuidance(note, part);
  if (!family || reading.modalities.size < 2 || !reading.modalities.has('none')) return reading;
  const own = paragraphsOf(note, part).filter((sentences) =>
    sentences.some((one) => family.narrative.test(note.lower.slice(one.start, one.end))),
  );
  const alone = readGuidance(note, own.flat());
  return alone.modalities.size === 1 ? { ...reading, ...alone } : reading;
}

function paragraphsOf(note: ProcedureNote, sentences: readonly Sentence[]): Sentence[][] {
  const paragraphs: Sentence[][] = [];
  for (const [index, sentence] of sentences.entries()) {
    const before = sentences[index - 1];
    const apart = !before || /\n[ \t]*\r?\n/.test(note.text.slice(before.end - 1, sentence.start + 1));
    if (apart) paragraphs.push([sentence]);
    else paragraphs.at(-1)!.push(sentence);
  }
  return paragraphs;
}

function differ(title: GuidanceReading, body: GuidanceReading): [Span, Span] | undefined {
  for (const [modality, where] of title.modalities) {
    for (const [other, there] of body.modalities) {
      if (body.modalities.has(modality)) continue;
      if (modality !== other && !title.modalities.has(other)) return [where, there];
    }
  }
  return undefined;
}
