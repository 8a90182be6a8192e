/**
 * `npm run eval:notes [-- --corpus DIR] [--json]`: how often the note reader and the coder are exactly right on real
 * dictated notes that two coders keyed, and how often they see a procedure where there was none.
 */
import { resolve } from 'node:path';
import { loadLibrary } from '../load-library.ts';
import { review } from '../../core/src/review/review.ts';
import { prepareLibrary } from '../../core/src/review/prepare.ts';
import { readCorpus, type KeyedLine } from './corpus.ts';
import { drugLine, falseList, familyTable, missList, type FalseProcedure, type Verdict } from './report.ts';
import { codeCounts, drugCounts, exactlyRight, type DrugCounts } from './score.ts';

const folder = resolve(option('--corpus') ?? '../shared/data/notes');
const corpus = readCorpus(folder);
if (!corpus) {
  console.log(`skipped: no keyed notes in ${folder}`);
  process.exit(0);
}
const library = prepareLibrary(loadLibrary());
const verdicts: Verdict[] = [];
const falseProcedures: FalseProcedure[] = [];
const drugs: DrugCounts[] = [];
const counts = { 'hard-negative': 0, other: 0, clinic: 0, procedure: 0 };

for (const note of corpus.notes) {
  counts[note.kind]++;
  const answer = review({ id: note.id, context: {}, documents: [{ id: 'note', text: note.text }] }, library);
  const proposed = answer.lines.filter((line) => line.kind !== 'drug');
  const key = corpus.keys.get(note.id);
  if (key && (key.drugs?.length || key.drugsB?.length))
    drugs.push(drugCounts(answer.lines.filter(isDrugGiven), key.drugs ?? [], key.drugsB ?? key.drugs));
  if (key && note.kind === 'procedure')
    verdicts.push(judge(key, proposed, statesDiagnosis(note.text), answer.lines[0]?.diagnoses[0]));
  else if (proposed.length > 0)
    falseProcedures.push({ id: note.id, kind: note.kind, codes: proposed.map((line) => line.code) });
}

console.log(familyTable(verdicts));
console.log(`\nmisses\n${missList(verdicts) || 'none'}`);
const total = `${counts['hard-negative']} hard negatives, ${counts.clinic} clinic notes, ${counts.other} other notes`;
console.log(`\nfalse procedures on ${total}: ${falseProcedures.length}\n${falseList(falseProcedures)}`);
console.log(`\n${drugLine(drugs)}`);

/** The key counts what was given; what was thrown away has a line of its own. */
function isDrugGiven(line: { readonly kind: string; readonly modifiers: readonly string[] }): boolean {
  return line.kind === 'drug' && !line.modifiers.includes('JW');
}

function judge(
  key: NonNullable<ReturnType<NonNullable<typeof corpus>['keys']['get']>>,
  proposed: readonly KeyedLine[],
  states: boolean,
  dx?: string,
): Verdict {
  return {
    id: key.id,
    family: key.families[0] ?? 'none',
    right: exactlyRight(proposed, key.accepted),
    ...codeCounts(proposed, key.accepted),
    proposed,
    accepted: key.accepted,
    dxRight: states && key.dx && key.dx.length > 0 ? dx !== undefined && key.dx.includes(dx) : undefined,
    why: key.why,
  };
}

/** A note states a diagnosis when it has a heading for one; what coders inferred from a title alone is not counted. */
function statesDiagnosis(text: string): boolean {
  return /\b(?:diagnos[ei]s|dx|impression|indications?)(?: for [a-z ]+)?\s*:/i.test(text);
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}
