import { copiedScopes } from './copied.ts';
import { sentenceAt, type Assertion, type ProcedureNote, type Scope, type Sentence } from './note.ts';
import type { TextIndex } from './text-index.ts';

type Kind = Scope['kind'];
/** Which way from its cue a scope runs inside the sentence. `all` colours the whole sentence. */
type Reach = 'forward' | 'backward' | 'all';

interface Cue {
  readonly kind: Kind;
  readonly reach: Reach;
  readonly words: RegExp;
}

const cue = (kind: Kind, reach: Reach, words: string): Cue => ({
  kind,
  reach,
  words: new RegExp(`\\b(?:${words})(?![a-z])`, 'g'),
});

/** Cues in lower case. Earlier rows win where scopes of the same stretch differ. */
const CUES: readonly Cue[] = [
  cue(
    'other-person',
    'all',
    "(?:his|her|the patient's|patient's) (?:mother|father|brother|sister|wife|husband|son|daughter|aunt|uncle|cousin)\\b(?! (?:was|is) present)|family history|(?:mother|father|sister|brother|grandmother|grandfather) (?:has|had|with|underwent)\\b|runs in the family|(?:per|according to|i have|i read|from) (?:the|their|his|her|that|outside) (?:\\w+ )?reports?\\b|(?:his|her|their) (?:letters?|reports?) (?:says?|states?|tells?|describes?)\\b",
  ),
  cue(
    'boilerplate',
    'all',
    '(?:risks?|benefits?|complications?|side effects|hazards)(?:,| (?:\\w+ ){0,6}?)? ?(?:include|including|such as|were (?:explained|discussed|reviewed)|was (?:explained|discussed|reviewed))\\b|(?:risks|potential (?:risks|complications)|possible (?:risks|complications|side effects))\\b[^.]{0,40}\\b(?:explained|discussed|reviewed|mentioned|outlined|understood|understands)|informed (?:of|about) (?:the )?(?:risks|possible)|alternatives (?:\\w+ ){0,3}?(?:including|include|such as)|(?:procedure|condition|injection|it) (?:was|has been|were) (?:explained|described)(?: to|:| in detail| at length)|instructed (?:to (?:call|report|return|contact)|that|on)|(?:call|return|report) (?:us |the office |immediately )?if\\b|in the (?:rare )?event (?:of|that)|educational|handout',
  ),
  cue(
    'abandoned',
    'all',
    '(?:was|were|is|had to be|has been|therefore|and|subsequently|procedure|injection|case|level) (?:abandoned|aborted|terminated|discontinued|not completed|cancell?ed|postponed|rescheduled|given up)\\b|(?:abandoned|aborted) (?:due|because|after|secondary|the|this)|(?<=[,(;:-] ?)(?:aborted|abandoned|not completed|incomplete|terminated)|(?:decided|elected|decision was made) (?:not to|to abort|to abandon|to stop|to terminate)\\b',
  ),
  cue(
    'abandoned',
    'forward',
    '(?:unable|was not able|were not able|not possible|impossible) to\\b|could not (?:be|gain|get|access|enter|advance|place|pass|identify|inject)|(?:failed|unsuccessful|failure) (?:attempts?|to|at|in|entry|access)\\b|(?:multiple |several |initial(?:ly)? |repeated |two |three |first )?attempts?(?:ed)? [^.;]{0,80}?(?:were|was) unsuccessful|unsuccessfully',
  ),
  cue(
    'planned',
    'forward',
    "as an? (?:trial|test|prelude|work-?up) (?:for|of|before|to)\\b|(?:will|shall|would|may|might|could(?! (?:easily |clearly |then |now )?(?:see|feel|be (?:\\w+ )?(?:seen|felt|identified|visuali[sz]ed|palpated|appreciated|recogni[sz]ed)))) (?:\\w+ ){0,2}?(?:be|need|require|benefit|schedule|set|see|return|consider|proceed|plan|have|like|get|undergo|repeat|perform|do|try|offer|recommend|refer|arrange|come|start|go|obtain|follow|discuss|bring|give|order|pursue|attempt|move|talk|look|decide|think|book)\\b|(?:i|we|he|she|patient|they)(?:'ll|’ll)\\b|going to\\b|plan(?:s|ned|ning)?(?: is| was)? (?:to|for|on|a|an|the)\\b|plan ?[:=]|recommend(?:s|ed|ing|ation|ations)?\\b|candidate for|consider(?:s|ed|ing|ation of|ation for)?\\b(?! to be)|schedul(?:e|ed|ing) (?:\\w+ ){0,3}?(?:for|to|a|an|the)\\b|(?:options?|alternatives?|treatments?|choices?) (?:\\w+ ){0,2}?(?:include|included|including|are|were|would)\\b|(?:wants?|wishes|would like|interested|agree[sd]?|prefers?|opt(?:s|ed)|elect(?:s|ed)) (?:to|in)\\b|(?:return|follow[ -]?up|back|come in|rtc|f/u) (?:\\w+ ){0,4}?for\\b|in the future|next (?:visit|step|time|appointment|procedure|injection)|anticipat(?:e|ed|ing)|propos(?:e|ed|ing)|request(?:ing)? (?:authorization|approval)|(?:pending|awaiting) (?:authorization|approval|insurance)|prior to (?:the )?(?:rf|radiofrequency|ablation|rfa)|possible(?= (?:esi|injection|epidural|facet|rfa|block))|discuss(?:ed|ing|ion of)? (?:\\w+ ){0,4}?(?:option|possibility|doing|performing|proceeding|having|trying)|before considering|if (?:he|she|they|it|this|that|there|the (?:patient|pain|relief|block|effect)|relief|pain|symptoms?|good|only)\\b",
  ),
  cue(
    'planned',
    'all',
    "(?:if|unless|should) (?:\\w+ ){0,4}?(?:no (?:better|improvement|relief)|not (?:better|improve|improved|help|helpful|respond|resolve)|does(?:n't| not)|fails?|persists?|recurs?|returns?|worsens?|continues?|need(?:ed|s)?|positive|successful|(?:gets?|obtains?|has|receives?) (?:\\w+ ){0,3}?relief|approved|indicated|necessary|the pain)\\b|was (?:offered|discussed as)|would be (?:reasonable|appropriate|worth\\w*|an option|of (?:benefit|value|help))|(?:has been|is|are|was|were|be|to be|been) (?:scheduled|set up|booked|referred|recommended|considered|offered)\\b",
  ),
  cue(
    'historical',
    'all',
    '(?:status[ -]post|s/p)\\b|in the year (?:19|20)\\d\\d\\b|(?:outside|old|prior|previous|hospital) (?:medical )?(?:records?|operative (?:note|report)s?|procedure notes?)\\b|records (?:show|indicate|reveal|reviewed|from)\\b|(?:in|on|since|during|back in|around) (?:(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|winter|early|late|mid)(?: of)? ?)?(?:19|20)\\d\\d\\b[^.]*\\b(?:had|underwent|received|was|did|got|injection|esi|surgery|given|performed)|(?:had|underwent|received|has had|has undergone|has received|given|did have|got|tried|failed|completed|received) (?:\\w+ ){0,8}?(?:in (?:19|20)\\d\\d|(?:\\d+|one|two|three|four|five|six|several|a few|few|a couple of|couple of) (?:day|week|month|year)s? (?:ago|prior|earlier|before)|last (?:year|month|week|summer|fall|spring|winter|visit|time)|(?:in|over) the (?:past|last)\\b)',
  ),
  cue(
    'historical',
    'forward',
    "(?:previous(?:ly)?|prior|(?<!\\b(?:slid|slipped|walked|advanced|passed|just|guided|glided|moved|went|eased) )past(?! the (?:\\w+ )?(?:body|bodies|border|edge|rim|wall|lamina|pedicle|foramen|process|capsule|ligament|midline|facet|bone|disc|skin|fascia|muscle|tip|artery|vessel)\\b)|earlier|former(?:ly)?|last)\\b(?! (?:to|joint|level|needle|nerve|foramen|one|of the (?:joints|levels|nerves|needles))\\b)|history of|h/o\\b|hx of|(?:has|have|had|’ve|'ve) (?:already |also |previously |recently |in the past |since )?(?:had|undergone|received|tried|been (?:treated|given|injected)|failed|completed)\\b|(?:patient|she|he|who|and|they|pt|ms?r?s?\\.? \\w+) (?:also |previously |recently |then |initially )?(?:had|underwent|received|failed|responded|got)\\b(?! (?:no|good|excellent|complete|immediate|significant|concordant|some|been (?:placed|positioned)|\\d+(?:\\.\\d+)? ?(?:mg|ml|cc)|an? (?:cc|half|total)|herself|himself|onto?|up|off|down|through|comfortable)\\b)|(?:last|previous|prior|first|second|third|most recent|initial) (?:esi|epidural|injection|block|procedure|rfa|ablation|mbb)",
  ),
  cue(
    'historical',
    'forward',
    '(?:\\d+|one|two|three|four|five|six|several|a few|few|a couple of|a) (?:day|week|month|year)s? (?:after|since|post|following|out from|status[ -]post|s/p)\\b(?! (?:that|this|which|the (?:fall|accident|injury|onset)))',
  ),
  cue(
    'historical',
    'backward',
    '(?:in the past|(?:\\d+|one|two|three|four|five|six|several|a few|few|a couple of) (?:day|week|month|year)s? (?:ago|earlier)|last (?:year|month|week|visit)|years ago|months ago|previously|at (?:that|the) (?:time|last visit))\\b',
  ),
  cue(
    'negated',
    'forward',
    "no(?! (?:change|longer|\\.|\\d))|not|without|den(?:y|ies|ied|ying)|never|none(?!,)|neither|nor|negative for|absence of|free of|rule(?:d|s)? out|r/o|(?:does|did|do|was|were|is|are|has|have|had|could|would)n['’]t|with no|deferred?|declin(?:e|ed|es)|refus(?:ed|es)|held off|instead of|rather than|avoid(?:ed|ing)?\\b",
  ),
  cue(
    'negated',
    'backward',
    '(?:was|were|is|are|has been|have been) (?:not|never|ruled out|deferred|declined|withheld|omitted|absent|unremarkable|avoided|left out|left alone|left untreated|skipped|spared|passed over)|\\? ?(?:no|n|none|n/a|not (?:done|performed|used))\\b|: ?(?:none|no|negative|denies|not applicable|n/a)|not (?:performed|done|used|given|seen|noted|present|obtained|injected|available|touched|treated|entered|approached|attempted|blocked|lesioned)|(?:ramus|branch(?:es)?|nerves?|levels?|joints?) (?:was |were )?not (?:needed|required)',
  ),
];

/** Ends a forward or backward scope. */
const STOP =
  /\b(?:but|however|although|though|except|and (?:then )?(?:chose|opted|instead|went)|whereas|while|(?<!\bin )which|yet|then|subsequently|therefore|thus|so that|so (?=(?:done|it|i|we|this|the|he|she|they|performed|given|injected)\b)|because|since|and (?:i|we|was|were|the patient|she|he|then|subsequently|after|a|an|the needle)|after which|at which|today|now|presents?|returns?|with (?:good|excellent|significant|no)|for which)\b|[;:]/g;
/** Words that look like a cue and are none. */
const PSEUDO =
  /\b(?:no (?:change|increase|further|significant change)|not (?:only|necessarily|certain|just|limited to)|without (?:difficulty|complications?|incident|problems?|any|event|complication)|gram negative|negative aspiration|aspiration (?:was |is )?negative|no (?:complications?|blood|csf|heme|cerebrospinal|paresthesia|intravascular|vascular|evidence of)|with no (?:blood|csf|heme|paresthesia)|not (?:elicit|produce)|prior to (?:the )?(?:inject|procedur|needle|start|skin|admin|each)|could not be more|last (?:dose|name|meal))/g;

/** Coloured stretches of the sentences of a note; found once when it is read. */
export function findScopes(lower: string, sentences: readonly Sentence[], index: TextIndex): Scope[] {
  const scopes: Scope[] = copiedScopes(lower, sentences, index);
  for (const { kind, reach, words } of CUES) {
    const cues = index.search(words, lower);
    let [at, end] = [0, 0];
    for (let found = cues.from(0); found; found = cues.from(end)) {
      const start = found.index;
      end = start + Math.max(1, found[0].length);
      while (at < sentences.length && sentences[at]!.end <= start) at++;
      const sentence = sentences[at];
      if (!sentence) break;
      if (start < sentence.start) continue;
      if (kind === 'negated' && isPseudo(lower, start, sentence)) continue;
      if (kind === 'historical' && isToday(lower, start, end, sentence)) continue;
      const scope = reachOf(lower, sentence, start, Math.min(end, sentence.end), reach, kind);
      scopes.push({ kind, start: scope[0], end: scope[1], cue: { start, end } });
    }
  }
  return scopes.sort((one, other) => one.start - other.start || rank(one.kind) - rank(other.kind));
}

/**
 * How the statement at `start`…`end` stands, by the cues of its sentence. The section's role is not counted here:
 * what a plan or a family history says is for the recognizer to judge by `section.role`.
 */
export function assertionOf(note: ProcedureNote, start: number, end: number, except?: readonly Assertion[]): Assertion {
  return scopeOf(note, start, end, except)?.kind ?? 'asserted';
}

/** The scope that decides, with its cue; undefined when asserted. */
export function scopeOf(
  note: ProcedureNote,
  start: number,
  end: number,
  except?: readonly Assertion[],
): Scope | undefined {
  let best: Scope | undefined;
  const { scopes } = note;
  // Scopes never leave their sentence: begin with the first one of the sentence asked about.
  for (let index = firstFrom(scopes, sentenceAt(note, start)?.start ?? 0); index < scopes.length; index++) {
    const scope = scopes[index]!;
    if (scope.start >= end) break;
    if (scope.end <= start || except?.includes(scope.kind)) continue;
    // A cue is not coloured by itself: "denies" inside the asked span does not negate the whole span.
    if (scope.cue.start >= start && scope.cue.end <= end) continue;
    if (!best || rank(scope.kind) < rank(best.kind)) best = scope;
  }
  return best;
}

function firstFrom(scopes: readonly Scope[], offset: number): number {
  let [low, high] = [0, scopes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (scopes[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const RANK: readonly Kind[] = ['other-person', 'boilerplate', 'abandoned', 'planned', 'historical', 'negated'];

function rank(kind: Kind): number {
  return RANK.indexOf(kind);
}

/** Who "underwent" it today had it today. */
function isToday(lower: string, start: number, end: number, sentence: Sentence): boolean {
  if (!/underwent|received|has had/.test(lower.slice(start, end))) return false;
  return /\btoday\b/.test(lower.slice(sentence.start, sentence.end));
}

const LONGEST_PSEUDO = 120;

function isPseudo(lower: string, start: number, sentence: Sentence): boolean {
  // A stretch of the note, not all of its rest; one character before it keeps the word boundary.
  const from = Math.max(sentence.start, start - 24);
  const base = Math.max(0, from - 1);
  const words = lower.slice(base, start + LONGEST_PSEUDO);
  PSEUDO.lastIndex = from - base;
  for (let found = PSEUDO.exec(words); found && found.index + base <= start; found = PSEUDO.exec(words)) {
    if (found.index + base + found[0].length > start) return true;
  }
  return false;
}

function reachOf(
  lower: string,
  sentence: Sentence,
  start: number,
  end: number,
  reach: Reach,
  kind: Kind,
): [number, number] {
  if (reach === 'all') return [sentence.start, sentence.end];
  // What is denied in brackets is what stands in them: `ablation L4-5 (L5-S1 not done)`.
  const opened = kind === 'negated' ? lower.lastIndexOf('(', start) : -1;
  const inBrackets = opened >= sentence.start && !lower.slice(opened, start).includes(')');
  if (reach === 'forward') {
    const closed = inBrackets ? lower.indexOf(')', end) : -1;
    const last = closed > 0 && closed < sentence.end ? closed : sentence.end;
    STOP.lastIndex = end;
    const stop = STOP.exec(lower);
    return [start, stop && stop.index < last ? Math.max(stop.index, end) : last];
  }
  let from = inBrackets && /\w/.test(lower.slice(opened, start)) ? opened : sentence.start;
  STOP.lastIndex = from;
  for (let stop = STOP.exec(lower); stop && stop.index < start; stop = STOP.exec(lower)) from = stop.index;
  return [from, end];
}
