import type { Finding } from '../../../model/finding.ts';
import { quote, sentencesIn, type ProcedureNote, type Sentence } from '../../text/note.ts';
import { findings as say } from '../findings.ts';
import type { LevelMention } from '../../spine/level-mentions.ts';
import { NOTHING, type Detected, type ProcedureDraft, type Recognizer } from '../recognizer.ts';
import { titleSpans } from '../title-spans.ts';
import type { Statement } from '../statements.ts';
import type { NoteTools } from '../tools.ts';
import { bodiesOf, bodyTarget, type Body } from './vertebra-names.ts';

const FAMILY = 'vertebra';
const OPEN =
  /\b(?:laminectom|discectom|corpectom|posterolateral fusion|instrument(?:ed|ation)|pedicle screws?|interbody)/;
const CAVITY =
  /\bballoon|\bbone tamps?|\binflat|\bcavity\b|\bkypho\w*|\bspine-?jack|\bkiva\b|\bmechanical (?:device|tamp)|\bimplant was (?:expanded|deployed)|\bosteo-?introducer|\bcuret/;
const ENTERED =
  /\b(?:introducers?|trocars?|cannulas?|probe|access)\b[^.]*\b(?:plac|advanc|insert|pedicl)\w*|\bpedicles?\b[^.]*\b(?:enter|access|cannulat)/;
const NEEDLE =
  /\bneedle|\bcannula|\btrocar|\bpedicl|\bcement|\bmethyl-?methacrylate|\bpmma|\bballoon|\btamp|\bprobe|\bintroducer|\bablat|\belectrode|\bperformed|\btarget/;

/** Cement in vertebral bodies, with or without a cavity, and heat ablation of the basivertebral nerve. */
export const vertebraRecognizer: Recognizer = {
  family: FAMILY,
  gate: /kypho|\bbkp\b|vertebro|sacroplast|vertebral (?:body )?augment|basi-?vertebral|intracept|intra-?osseous|\bbvn/,
  names: [
    {
      kind: 'basivertebral-ablation',
      words:
        /\bbasi-?vertebral(?: nerve)?(?: \w+){0,3}? (?:ablation|neurotomy|rf\w*|radiofrequency|denervation)|\b(?:ablation|neurotomy|denervation|radiofrequency \w+) of (?:the |\w+ ){0,4}?basi-?vertebral|\bintracept(?: procedure)?|\bbvn ?a\b|\bbvn ablation|\bintra-?osseous (?:basivertebral|nerve|radiofrequency)[^.\n]{0,40}ablation/g,
    },
    { kind: 'kyphoplasty', words: /\bkypho-?plast(?:y|ies)\b|\bbkp\b/g },
    { kind: 'sacroplasty', words: /\bsacro-?plast(?:y|ies)\b/g },
    { kind: 'vertebroplasty', words: /\bvertebro-?plast(?:y|ies)\b/g },
    {
      kind: 'vertebral-augmentation',
      words: /\bvertebral (?:body )?(?:augmentation|cement)|\bcement augmentation of (?:the )?(?:[tl]\d|vertebra)/g,
    },
  ],
  narrative: /kypho|vertebro|\bcement\b|vertebral bod|basi-?vertebral|\bpedicl|bone tamp/,
  detect,
};

function detect(note: ProcedureNote, tools: NoteTools): Detected {
  const all = tools.statements.done.filter((one) => one.family === FAMILY);
  const titled = all.filter((one) => one.place === 'title');
  const done = titled.length > 0 ? titled : tools.titledOtherwise || tools.setting.surgery ? [] : all;
  if (done.length === 0) return NOTHING;
  if (!tools.performed && !tools.body.some((one) => tools.tells(one, ENTERED) && tools.asserted(one)))
    return titled[0]
      ? { procedures: [], findings: [say.undescribed(quote(note, titled[0].segment.start, titled[0].segment.end))] }
      : NOTHING;
  if (tools.givenUp) return { procedures: [], findings: [say.abandoned(quote(note, done[0]!.start, done[0]!.end))] };
  const procedures: ProcedureDraft[] = [];
  const found: Finding[] = [];
  const bone = done.filter((one) => one.kind !== 'basivertebral-ablation' && one.kind !== 'sacroplasty');
  for (const [kind, statements] of [
    [boneKind(tools, bone), bone],
    ['basivertebral-ablation', done.filter((one) => one.kind === 'basivertebral-ablation')],
    ['sacroplasty', done.filter((one) => one.kind === 'sacroplasty')],
  ] as const) {
    if (statements.length === 0) continue;
    const built = build(note, tools, kind, statements);
    procedures.push(built.procedure);
    found.push(...built.findings);
  }
  if (tools.titles.some((one) => tools.tells(one, OPEN))) {
    // Beside an open operation of the spine a coder must look: bodies of the operation are no bodies of their own.
    const named = done[0]!;
    return { procedures: [], findings: [say.besideOperation(quote(note, named.segment.start, named.segment.end))] };
  }
  return { procedures, findings: found };
}

function boneKind(tools: NoteTools, statements: readonly Statement[]): string {
  if (statements.some((one) => one.kind === 'kyphoplasty')) return 'kyphoplasty';
  if (statements.some((one) => one.kind === 'vertebroplasty')) return 'vertebroplasty';
  return tools.body.some((one) => tools.tells(one, CAVITY) && tools.asserted(one)) ? 'kyphoplasty' : 'vertebroplasty';
}

function build(note: ProcedureNote, tools: NoteTools, kind: string, statements: readonly Statement[]) {
  const head = titleSpans(tools, statements, FAMILY);
  const body = tools.bodyOf(FAMILY);
  const ofTitle = bodiesOf(head.flatMap((span) => tools.levels(span)));
  const ofBody = bodiesOf(body.flatMap((one) => mentionsOf(tools, one)));
  const found: Finding[] = [];
  const bodies: readonly Body[] = ofTitle.length > 0 ? ofTitle : ofBody;
  const evidence = statements.slice(0, 2).map((one) => quote(note, one.segment.start, one.segment.end));
  const [title, told] = [ofTitle[0], ofBody[0]];
  if (title && told && !ofBody.some((one) => ofTitle.some((other) => other.name === one.name)))
    found.push(say.level(quote(note, title.at.start, title.at.end), quote(note, told.at.start, told.at.end)));
  if (bodies.length === 0 && kind !== 'sacroplasty' && evidence[0]) found.push(say.levelOpen(evidence[0]));
  const heads = head.flatMap((span) => sentencesIn(note, span));
  const guidance = tools.guidance(FAMILY, heads);
  const procedure: ProcedureDraft = {
    family: kind === 'basivertebral-ablation' ? 'basivertebral' : 'vertebral-augmentation',
    kind,
    targets:
      bodies.length > 0
        ? bodies.map((one) => bodyTarget(note, one))
        : [{ kind: 'vertebra', name: undefined, side: 'midline', evidence: evidence.slice(0, 1) }],
    guidance: guidance.guidance,
    agents: [],
    attributes: { 'vertebrae.count': bodies.length },
    evidence,
  };
  return { procedure, findings: [...found, ...guidance.findings] };
}

/** Bodies that the narrative enters; fractures of history and of films are not treated by being named. */
function mentionsOf(tools: NoteTools, sentence: Sentence): readonly LevelMention[] {
  const words = tools.says(sentence);
  if (sentence.section.role === 'title' || !NEEDLE.test(words)) return [];
  return tools
    .levels(sentence)
    .filter((one) => one.noun !== 'condition' && one.noun !== 'disc' && one.noun !== 'facet' && tools.asserted(one));
}
