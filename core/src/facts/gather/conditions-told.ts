import { isDenied, isDeniedAfter, isFuture } from '../clinic/clause.ts';
import { assertionOf } from '../text/assertion.ts';
import { quote, type ProcedureNote, type SectionRole, type Sentence } from '../text/note.ts';
import type { StatedDiagnosis } from '../gathered.ts';

/** Where a note without a list of diagnoses says what the patient has, the reason for the procedure first. */
const PLACES: readonly SectionRole[] = ['indications', 'assessment', 'history', 'title', 'other', 'header', 'imaging'];

const BEFORE =
  '(?:(?:(?:left|right|bilateral|chronic|acute|severe|axial|mechanical|lumbar|cervical|thoracic|lumbosacral|low|lower|upper|mid|back|neck|leg|arm|central|foraminal|canal|spinal|lateral|recess|degenerative|symptomatic|painful|multilevel|[ctls]\\d{1,2}(?:[-/][ctls]?\\d{1,2})?|and|,|-sided)[\\s-]*)*)';
const AFTER =
  '(?:\\s+(?:of|at|in|from|on) (?:the |her |his |both )?(?:(?:left |right )?(?:hips?|knees?|shoulders?|ankles?|wrists?|elbows?|thumbs?)|left|right|lumbar|cervical|thoracic|lumbosacral|[ctls]\\d{1,2}(?:[-/ ]+(?:[ctls]?\\d{1,2}))*|spine|neck|low back|both sides)\\b)*(?:\\s+with(?:out)? (?:myelopathy|radiculopathy|neurogenic claudication|radicular pain|sciatica|myelopathy or radiculopathy|occipital headaches?))?';
/** Names of a disease before complaints: the more definite ones are coded before what they explain. */
const RANKS: readonly RegExp[] = [
  `radiculopath(?:y|ies)|radiculitis|stenosis|neurogenic claudication|spondylosis|facet(?: joint)?[- ](?:arthropathy|arthritis|arthrosis|syndrome|disease|mediated pain|joint pain|pain|cyst)|facetogenic (?:\\w+ )?pain|synovial cyst|(?:sacro-?iliac|si)(?: joint)?[- ](?:dysfunction|pain|arthropathy|arthritis|arthrosis|disorder|syndrome|osteoarthritis|mediated pain)|myofascial pain(?: syndrome)?|(?:trochanteric|subacromial|subdeltoid|ischial|iliopsoas|anserine|prepatellar|olecranon|shoulder|hip) bursitis|(?:(?:hip|knee|shoulder|ankle|wrist|elbow|thumb|cmc|glenohumeral|acromioclavicular)(?: joint)? )?(?:pauciarticular |degenerative )?(?:osteo)?arthritis|adhesive capsulitis|carpal tunnel syndrome|(?:lateral|medial) epicondylitis|trigger (?:finger|thumb)|de quervain\\S* (?:tenosynovitis|disease)|plantar fasciitis|bicipital tendinitis|costochondritis|piriformis syndrome|post-?\\s?laminectomy (?:pain )?syndrome|failed back(?: surgery)? syndrome|(?:disc|disk) (?:herniation|protrusion|displacement|extrusion|degeneration|disease)|herniated (?:disc|disk|nucleus pulposus)|hnp|ddd|degenerative (?:disc|disk) disease|spondylolisthesis|sciatica|post-?\\s?herpetic neuralgia|sacroiliitis`,
  `(?:low back|lower back|neck|back|radicular|thoracic(?: spine)?) pain|cervicalgia|lumbago|occipital headaches?`,
].map((words) => new RegExp(`${BEFORE}\\b(?:${words})\\b${AFTER}`, 'g'));
const UNSURE =
  /\b(?:rule out|r\/o|possible|possibly|probable|probably|questionable|suspected|suspicion of|versus|vs\.?|history of|h\/o|risk of|differential(?: diagnosis)?(?: includes?)?|previous|prior|old|resolved|concern(?:ing)? for|may (?:be|have)|could be|mimic\w*)\s+(?:\w+[\s,]+){0,4}$/;
const DOUBTED =
  /^[\s,]*(?:versus|vs\.?|or\b|is (?:possible|suspected|questionable)|was (?:considered|ruled out|suspected)|\?)/;

/**
 * Conditions that the narrative names, the more definite first, for a note without a list of diagnoses. What is denied,
 * only suspected, past, planned or somebody else's is left out.
 */
export function conditionsTold(note: ProcedureNote): StatedDiagnosis[] {
  const found: StatedDiagnosis[] = [];
  const seen = new Set<string>();
  for (const pattern of RANKS) {
    for (const role of PLACES) {
      for (const sentence of note.sentences) {
        if (sentence.section.role === role) collect(note, sentence, pattern, seen, found);
      }
    }
  }
  return found;
}

const LEVEL_BEHIND = /^,?\s+(?:at |of )?[ctls]\d{1,2}(?:[-/ ]|\b)/;

/** `No disc herniation, facet arthropathy C2-3`: a finding with its level behind a comma is none of what is denied. */
function denied(text: string, start: number, end: number): boolean {
  const comma = text.lastIndexOf(',', start);
  const own = LEVEL_BEHIND.test(text.slice(end)) && comma >= 0 && !/\bor\b/.test(text.slice(comma, start));
  return isDenied(own ? text.slice(comma + 1) : text, own ? end - comma - 2 : end - 1);
}

function collect(
  note: ProcedureNote,
  sentence: Sentence,
  pattern: RegExp,
  seen: Set<string>,
  found: StatedDiagnosis[],
): void {
  const text = note.lower.slice(sentence.start, sentence.end).replace(/[\n\r\t]/g, ' ');
  for (const hit of text.matchAll(pattern)) {
    const lead = /^(?:[\s,-]|and\b)*/.exec(hit[0])![0].length;
    const [start, end] = [hit.index + lead, hit.index + hit[0].length];
    if (denied(text, hit.index, end) || isDeniedAfter(text, end) || isFuture(text, start, 40)) continue;
    if (UNSURE.test(text.slice(Math.max(0, start - 60), start)) || DOUBTED.test(text.slice(end, end + 30))) continue;
    const stands = assertionOf(note, sentence.start + start, sentence.start + end, ['negated']);
    if (stands !== 'asserted' && stands !== 'abandoned') continue;
    const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
    if (seen.has(words)) continue;
    seen.add(words);
    found.push({ words, evidence: [quote(note, sentence.start + start, sentence.start + end)] });
  }
}
