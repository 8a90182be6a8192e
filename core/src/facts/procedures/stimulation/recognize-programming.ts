import type { FactValue } from '../../../model/fact.ts';
import type { NoteEvidence } from '../../../model/evidence.ts';
import { quote, type ProcedureNote, type SectionRole, type Sentence } from '../../text/note.ts';
import { NOTHING, type Detected, type Recognizer } from '../recognizer.ts';
import type { NoteTools } from '../tools.ts';
import { parametersSaid } from './parameters.ts';
import { isOtherOrgan, isSpinal } from './told.ts';

const FAMILY = 'neurostimulator-analysis';
/** Sections that tell of the day; in the others the word "today" must stand. */
const NOW: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'title',
  'description',
  'other',
  'findings',
  'guidance',
  'equipment',
]);
const LATER: ReadonlySet<SectionRole> = new Set<SectionRole>(['history', 'assessment', 'plan', 'exam', 'indications']);

const DONE =
  /\b(?:was|were|is|has been|been) (?:then |also |today |successfully |carefully )?(?:re-?program\w*|interrogat\w*|analy[sz]ed|re-?adjusted|adjusted|checked|performed|completed|carried out|done|optimi[sz]ed)\b|\b(?:i|we|dr\.? \w+|the (?:physician|provider|nurse practitioner)|pa-c|np) (?:personally |then |also |today )?(?:re-?programm?ed|interrogat\w+|analy[sz]ed|adjusted|performed)\b|\b(?:re-?programmed|interrogated|analy[sz]ed) today\b|\b(?:re-?programming|programming session|interrogation|analysis)\b[^.]{0,60}\b(?:performed|completed|done|today|consisted|included|shows?|showed|reveal\w+)\b/;
/** `SCS reprogrammed today`, `reprogramming: amplitude and rate changed`: the verb without its auxiliary. */
const IN_SHORT =
  /\b(?:scs|drg|stimulators?|neurostimulators?|ipg|system|device|generator)(?: \w+)? (?:re-?programmed|interrogated|analy[sz]ed)\b|\b(?:re-?programming|interrogation)\b[^.]{0,140}\b(?:changed|adjusted|modified|increased|decreased|optimi[sz]ed)\b/;
const PROGRAM = /\b(?:re-?)?program(?:m(?:ed|ing)|s)?\b|\bre-?program\b/;
const CHECK = /\binterrogat\w*|\banaly[sz](?:ed|is)\b|\bimpedances?\b/;
const DEVICE = /\b(?:stimulators?|neurostimulators?|stimulation|scs|dcs|drg|ipg|pulse generator|system|device|unit)\b/;
const PUMP = /\bpumps?\b|\bintrathecal\b|\bbaclofen\b|\breservoir\b/;
const UNCHANGED =
  /\b(?:no|without) (?:re-?)?programming\b|\bno (?:(?:re-?programming|programming|parameter|setting)s? )?(?:changes?|adjustments?)\b[^.]{0,30}(?:made|needed|required|necessary)?|\b(?:re-?programming|settings) (?:was|were) (?:not|unchanged|left)|\bwithout (?:any )?(?:re-?programming|change)/;
const REPRESENTATIVE =
  /\b(?:representatives?|reps?|company|manufacturer'?s?|field (?:clinical )?engineer|clinical specialist|vendor|technician)\b[^.]{0,70}\b(?:(?:re-?)?program|interrogat|adjust|analy[sz])\w*|\b(?:(?:re-?)?program\w*|interrogat\w*|adjust\w*|analysis)\b[^.]{0,70}\bby (?:the |a |our )?(?:[\w']+ ){0,4}(?:representative|rep\b|company|manufacturer|engineer|specialist|vendor|technician)/;
const CLINICIAN =
  /\b(?:i|we) (?:personally |then |also )?(?:re-?program|interrogat|adjust|perform|analy[sz])\w*|\bpersonally\b|\bby (?:me\b|myself|dr\.?|the (?:physician|provider|nurse practitioner|undersigned))/;

/** Reading and programming of an implanted spinal stimulator on the day of the note. */
export const programmingRecognizer: Recognizer = {
  family: FAMILY,
  gate: /\bprogramm|\breprogram|\bre-program|interrogat|impedance|electronic analysis/,
  names: [],
  narrative: /\b(?:re-?)?program\w*|\binterrogat\w*|\bimpedance|\bamplitude|\bpulse width/,
  detect,
};

function detect(note: ProcedureNote, tools: NoteTools): Detected {
  if (!isSpinal(note)) return NOTHING;
  const told = note.sentences.filter((sentence) => tells(tools, sentence));
  if (told.length === 0) return NOTHING;
  const titled = tools.titles.some(
    (one) => tools.tells(one, PROGRAM) || /\binterrogat|\belectronic analysis/.test(tools.says(one)),
  );
  // Stimulation during a placement or a revision tests it; programming then needs its own title.
  const implanted = tools.statements.done.some(
    (one) =>
      one.family === 'spinal-cord-stimulation' &&
      one.place === 'title' &&
      !titleOfProgramming(tools.says(one.sentence)),
  );
  if (implanted && !titled) return NOTHING;
  if (!titled && tools.performed && tools.titles.length > 0) return NOTHING;
  const near = note.sentences.filter(
    (sentence) =>
      told.includes(sentence) ||
      (told.some((one) => Math.abs(one.index - sentence.index) <= 6) && NOW_OR_LATER.has(sentence.section.role)),
  );
  const words = near.filter((one) => tools.asserted(one) || told.includes(one)).map((one) => tools.says(one));
  const changed = told.find((one) => tools.tells(one, PROGRAM));
  const unchanged = near.find((one) => tools.tells(one, UNCHANGED));
  const count = unchanged ? undefined : parametersSaid(words);
  if (implanted && count === undefined) return NOTHING;
  const attributes: Record<string, FactValue> = {};
  const quotes: Record<string, readonly NoteEvidence[]> = {};
  const set = (name: string, value: FactValue, at: Sentence | undefined) => {
    attributes[name] = value;
    if (at) quotes[name] = [quote(note, at.start, at.end)];
  };
  if (count !== undefined) set('programming.parameters', count, changed ?? told[0]);
  else if (unchanged || (!changed && told.some((one) => tools.tells(one, CHECK))))
    set('programming.done', false, unchanged ?? told[0]);
  const rep = near.find((one) => tools.tells(one, REPRESENTATIVE) && tools.asserted(one));
  const own = near.some((one) => tools.tells(one, CLINICIAN));
  if (rep && !own) set('programming.by', 'representative', rep);
  else if (own) set('programming.by', 'clinician', undefined);
  return {
    procedures: [
      {
        family: FAMILY,
        kind: 'stimulator-programming',
        targets: [],
        guidance: { modality: undefined, contrast: undefined, imagesSaved: undefined, evidence: [] },
        agents: [],
        attributes,
        evidence: told.slice(0, 3).map((one) => quote(note, one.start, one.end)),
        attributeEvidence: quotes,
      },
    ],
    findings: [],
  };
}

const NOW_OR_LATER: ReadonlySet<SectionRole> = new Set<SectionRole>([...NOW, ...LATER]);

function titleOfProgramming(words: string): boolean {
  return PROGRAM.test(words) || /\binterrogat|\belectronic analysis/.test(words);
}

function isOfToday(words: string): boolean {
  return !/\b(?:will|plan\w*|next|last|previous\w*|prior|schedul\w+|recommend\w*|ago|should|would|needs?)\b/.test(
    words,
  );
}

/** The sentence says that a stimulator of the spine was read or programmed today. */
function tells(tools: NoteTools, sentence: Sentence): boolean {
  const { role } = sentence.section;
  const words = tools.says(sentence);
  if (!PROGRAM.test(words) && !CHECK.test(words)) return false;
  if (PUMP.test(words) || isOtherOrgan(words) || !tools.asserted(sentence)) return false;
  if (/\bhome (?:exercise )?program|\b(?:exercise|rehab\w*|therapy|weight|treatment|residency) programs?\b/.test(words))
    return false;
  if (role === 'title') return DEVICE.test(words) && titleOfProgramming(words);
  if (!DEVICE.test(words) && !/\bamplitude|\bpulse width|\bparameters?\b/.test(words)) return false;
  const opens = role === 'header' && sentence.section.heading === undefined;
  if (NOW.has(role) || opens) return DONE.test(words) || (isOfToday(words) && IN_SHORT.test(words));
  return LATER.has(role) && DONE.test(words) && /\btoday|this (?:visit|encounter|morning|afternoon)\b/.test(words);
}
