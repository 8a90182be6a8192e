import { holds, type ProcedureNote } from '../../text/note.ts';
import type { Statement } from '../statements.ts';
import type { NoteTools } from '../tools.ts';

const OPERATION =
  /\b(?!neur(?:ec|o)tomy|rhizotomy|kypho|vertebro|sacro|neuroplasty)(?:\w+(?:ectomy|ectomies|ostomy|scopy|scopic|rrhaphy|plasty)|(?!neur)\w*otom(?:y|ies)|orif|open reduction|closed reduction|external fixation|internal fixation|arthrodesis|fusion|(?:tendon|hernia|fracture|rotator|cuff|ligament|laceration|wound|nerve|meniscal|labral|valve|aneurysm) repair|repair of|reconstruction|replacement|excision|resection|release|transposition|debridement|amputation|hernia|cataract|\beus\b|endoscopic|extraction|biopsy|c-section|cesarean|delivery|manipulation under|liposuction|augmentation mamm|bypass|exploration|removal of|circumcision|vasectomy|neurolysis of|decompression of the (?:ulnar|median)|laceration|incision and drainage|i ?& ?d|thoracostomy|chest tube|cardioversion|electroconvulsive|angiogra\w+|cathet\w+ (?:lab|of the heart))\b/;
const KEEPS = /rhizotom|neurotom|kyphoplast|vertebroplast|sacroplast|neuroplast|neurectom/;
const TEETH_AND_EYES =
  /\b(?:tooth|teeth|molars?|bicuspids?|dental (?!technician|hygien|assistant|nurse|office|student)|extracted|mandibular third|vermilion|cataract|phaco\w*|retrobulbar|peribulbar|lid speculum|intraocular|vitre\w+|laceration was|(?:wound|laceration)s? (?:was|were) (?:irrigated|closed|repaired|sutured)|endoscope|echoendoscope|gastroscope|eus\b)/;

/**
 * True when the note tells an operation, a delivery, dental or eye work: a block in it is its anesthesia or part of it, and
 * is not counted. A block that alone stands in the title is a procedure of its own, even in an operating room.
 */
export function withinOperation(note: ProcedureNote, tools: NoteTools, done: readonly Statement[]): boolean {
  if (tools.setting.labor || holds(note, TEETH_AND_EYES)) return true;
  if (tools.titles.some((one) => namesOperation(tools.says(one)))) return true;
  const titled = done.some((one) => one.place === 'title');
  return (tools.setting.surgery && (!titled || tools.titledOtherwise)) || (!titled && tools.titledOtherwise);
}

function namesOperation(title: string): boolean {
  const words = title.replace(
    /\bpost-?\s?\w+|\b(?:pain|neuralgia|neuropathy) (?:after|following|from) [^.,;]*|\S*(?:fluorosc|rhizotom|neurotom|kyphoplast|vertebroplast|sacroplast|epidural neuroplast)\w*/g,
    ' ',
  );
  return OPERATION.test(words) && !KEEPS.test(words);
}

const ANESTHESIA_FOR_WORK =
  /\bincision|\bsutur|\bcauter|\bscalpel|\btourniquet (?:was )?(?:inflated|time)|\bblood loss|\bexcis|\bdissect(?:ed|ion)\b|\bdrill|\bscrews?\b|\bk-wire|\bcast\b|\bsplint\b|\breduction\b|\btrocar|\bintubat|\bgeneral an(?:a)?esthe|\bdeliver(?:y|ed)\b|\bcut ?down\b|\bbiops|\bcatheteri[sz]ation\b|\bsheath was\b/;

/** Stricter, for notes that have no title of ours: any sign of other work means that a local injection served it. */
export function otherWork(note: ProcedureNote): boolean {
  return holds(note, ANESTHESIA_FOR_WORK);
}

const FOR_OPERATION =
  /\b(?:for|provide|assist with|aid in|adjunct to|regarding|manage(?:ment of)?)\b[^.]{0,60}\b(?:post-?\s?operative|post-?\s?surgical|peri-?operative|intra-?operative|surgical) (?:pain|analgesia|an(?:a)?esthesia|block)|\b(?:surgeon|surgical team)\b[^.]{0,40}\brequest|\brequest(?:ed)? (?:of|by) (?:the |dr\.? \w+,? (?:the )?)?(?:surgeon|surgical|orthopedic)|\bpost-?\s?operative (?:pain (?:control|management|relief)|analgesia)\b/;

/** Where the note says that the block serves the pain of an operation. */
export function servesOperation(note: ProcedureNote): { readonly start: number; readonly end: number } | undefined {
  for (const sentence of note.sentences) {
    const { role } = sentence.section;
    if (role === 'plan' || role === 'history' || role === 'past-history' || role === 'consent') continue;
    if (FOR_OPERATION.test(note.lower.slice(sentence.start, sentence.end))) return sentence;
  }
  return undefined;
}
