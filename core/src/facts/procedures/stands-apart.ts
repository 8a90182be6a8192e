import { holds, may, type ProcedureNote } from '../text/note.ts';
import { tellsManyDays } from './papers/dated-acts.ts';
import { saysNothingDone } from './papers/nothing-done.ts';
import { outweighs, paperSigns } from './papers/papers.ts';

/** Papers that speak of procedures and are the record of none. */
const APART =
  /\btele-?phone (?:encounter|call|note|visit|contact)|\bphone (?:call|encounter|note|contact|message)\b|\bvoice-?mail\b|\bmed(?:ication)? hold\b|\bon-?call (?:note|message)\b|\bafter-?hours\b|\bno[- ]show\b|\bin-?service\b|\btraining\b(?! (?:in|for|at) )|\blog summary\b|\bfellow (?:case )?log\b|\binfection (?:prevention|control)\b|\bsimulation\b|\bdraft as of\b|\b(?:pre|post)-?(?:procedure|op\w*)(?: \w+)? call\b|\bcaller\s*:|\bportal message|\bcounsel+ing (?:note|visit)|\b(?:utilization|peer|adviser|advisor)\b[^.]{0,30}\breview|\butilization management|\bpeer[- ]to[- ]peer\b|\brequest under review\b|\brequest(?:ing)? (?:for )?(?:prior )?authori[sz]ation|\bprior authori[sz]ation (?:letter|request)|\bletter of medical necessity\b|\bindependent medical (?:exam\w*|evaluation)|\bmedico-?legal\b|\b(?:medical )?records? review\b|\b(?:internal )?memo(?:randum)?\b|\b(?:coding|chart|compliance|documentation|billing) audit\b|\baudit (?:summary|report|letter|findings)\b|\b(?:standing|admission|protocol) orders?\b|\border sets?\b|\bend of rotation\b|\b(?:fellow|resident|trainee|competency|performance) evaluation\b|\b(?:tumou?r|spine) (?:board|conference)\b|\bcase conference\b|\bto whom it may concern\b|\binstructions for use\b|\bpackage insert\b|\btray contents\b|\b(?:ref|lot) ?_{2,}|\bcoding (?:query|question|clarification)|\b(?:billing|documentation|physician|provider) query\b|\bjournal club\b|\babstract (?:for|of)\b|\bposter\b|\brandomi[sz]ed\b|\b(?:double|single)-blind|\bscheduling (?:form|sheet|request|note)|\border requisition\b|\bphysical therapy (?:progress|daily|treatment|evaluation)|\bpsycholog\w+ evaluation|\bpatient (?:leaflet|handout|information|education)|\b(?:information|advice|instructions) for (?:the )?patients?\b|\b(?:macro|template|dot ?phrase|smart ?phrase) library\b|\bnot part of (?:any|the|a) (?:patient|medical|chart)\b|\bwhat to expect\b|\b(?:tele-?(?:health|visit|medicine)|(?:video|virtual) visit)\b(?! ?[?:]? ?(?:n|no)\b)|\bconsent form\b[^.]{0,40}\bunsigned/;
/** `LUMBAR EPIDURAL - ORDER`: a paper whose first line ends as an order. */
const ORDER = /^\s*[^\n]{0,70}\borders?(?: (?:form|sheet|entry|details))?\W{0,3}\n/;
/** What a patient signs before a procedure tells what is to be done. */
const CONSENT_TITLE = /\bconsent (?:for|to)\b|\binformed consent[ \t]*(?:\n|$)/;
const PERMITS =
  /\bi,? (?:\w+ ){0,3}?(?:hereby )?(?:authori[sz]e|give (?:my )?(?:permission|consent)|consent to|request and|(?:have )?asked)\b|\bexplained to me\b|\bsignature of (?:the )?(?:patient|witness|guardian)\b/;
/** A paper that explains speaks to its reader, or of what the physician does in general. */
const TO_READER =
  /\byou(?:r)? (?:will|may|might|can|should|could|must|doctor|physician|pain|nerves?|spine|back|leg|arm|skin|provider|procedure|injection)\b|\b(?:call us|tell us|bring someone|your own)\b/g;
const IN_GENERAL =
  /\b(?:is|are) (?:usually|typically|generally|commonly|often|normally) (?:performed|done|given|injected|used|carried out|placed|inserted)\b|\b(?:most|many|some) (?:patients|people)\b|\bpatients (?:are|who|with|may|can|will|should|lie|often|usually)\b|\b(?:is|are) (?:an?|the) (?:\w+ ){0,4}(?:procedure|injection|technique|treatment) (?:that|in which|used|which|where|for)\b/g;
/** One of these is enough. */
const EXPLAINS =
  /\bin (?:this|such an?) (?:procedure|technique|treatment|injection|block),? (?:the|an?|your) \w+|\bthe (?:physician|doctor|practitioner|provider|clinician|surgeon|specialist|operator) (?:then |first |next |also |carefully |slowly |gently |usually )*(?:inserts?|injects?|places?|advances?|guides?|directs?|uses|watches|numbs|passes|heats|withdraws|cleans)\b|\bhow (?:it|this|the (?:procedure|injection|block)) is (?:done|performed|given)\b|\bwhat (?:is|happens during|to expect)\b[^.\n]{0,60}\?/;
/** What only the record of one patient tells. */
const HAPPENED =
  /\b(?:was|were) (?:\w+ ){0,3}?(?:injected|advanced|inserted|placed|prepped|administered|instilled|identified|obtained|draped|withdrawn|removed|brought|taken|positioned|lesioned|guided)\b|\b(?:i|we) (?:\w+ )?(?:injected|advanced|inserted|placed|gave)\b|\btolerated\b|\bcomplications?\s?:? ?none\b|\bebl\b|\bmrn\b|\bdob\b/;
/** A template that nobody filled in: no amount of anything that went in. */
const BLANK_AMOUNT = /(?:\*{3}|_{2,}|\{[^}\n]*\}) ?(?:ml|cc|mg|gauge|g\b|units)/;
const AMOUNT = /\d ?(?:ml|cc|mg|mcg|units)\b/;

/** True where the paper by its own heading, or by whom it speaks to, is no record of a procedure, whatever it names. */
export function standsApart(note: ProcedureNote): boolean {
  const { lower } = note;
  const head = lower.slice(0, HEADING);
  if ((may(note, APART) && APART.test(head)) || ORDER.test(head)) return true;
  if (may(note, CONSENT_TITLE) && CONSENT_TITLE.test(head) && PERMITS.test(lower)) return true;
  if (BLANK_AMOUNT.test(lower) && !AMOUNT.test(lower)) return true;
  if (saysNothingDone(note)) return true;
  const signs = paperSigns(note);
  if (outweighs(signs)) return true;
  if (signs.record < RECORD && tellsManyDays(note)) return true;
  return explains(note);
}

/** With fewer signs than these a text does not have the shape of a record. */
const RECORD = 3;

function explains(note: ProcedureNote): boolean {
  const { index, lower } = note;
  const spoken = index.all(TO_READER, lower).length;
  const general = index.all(IN_GENERAL, lower).length;
  if (spoken < 3 && general < 2 && spoken + general < 3 && !holds(note, EXPLAINS)) return false;
  return !holds(note, HAPPENED);
}

const HEADING = 200;
