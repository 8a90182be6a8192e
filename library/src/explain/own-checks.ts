import { explanation, type Explanation } from './explanation.ts';

/** Findings that no law file states, because they compare what we were given with itself. */
export const OWN_CHECKS: Readonly<Record<string, string>> = {
  'note/title-body-side': 'Title and description of one procedure name different sides.',
  'note/body-one-side': 'The title names both sides, the description only one.',
  'note/title-body-level': 'Title and description of one procedure name different levels.',
  'note/title-body-guidance': 'Title and description of one procedure name different imaging.',
  'note/title-body-approach': 'Title and description of one procedure name different approaches.',
  'note/title-body-target': 'Title and description name the target differently; the note says how it was read.',
  'note/joint-aspirated-only': 'Fluid was taken from a joint and no injection is described: no line is proposed.',
  'note/level-attempted': 'A level was attempted and not reached: it is not counted.',
  'note/not-a-record':
    'A paper describes a procedure and does not read as the record of one: a letter, a request, teaching, a study, a quoted report, a visit in which nothing was done. No line is made of it.',
  'note/procedure-abandoned': 'A procedure was begun and given up: it is not counted as done.',
  'note/procedure-not-described': 'A procedure is named and nothing is told of its performance.',
  'note/level-open': 'A procedure is described without its level.',
  'note/nerves-without-joint':
    'The nerves named feed no facet joint by themselves; facet procedures are counted by joints.',
  'note/joints-nerves-differ': 'The joints named are not those that the nerves named feed.',
  'note/levels-ambiguous': 'A list of levels can be read in more than one way.',
  'note/other-date': 'The procedure is told of another date than that of the note.',
  'note/toxin-units-differ': 'The note tells different numbers of units of the same toxin.',
  'note/toxin-vial-sum': 'Units given and units discarded do not add up to the vials that the note names.',
  'note/block-for-operation': 'A block serves an operation of the same day.',
  'note/beside-operation': 'A procedure is described beside an operation of the same day.',
  'note/nerve-unspecified': 'The nerve is not told exactly enough: several are possible.',
  'note/form-differs': 'The form and the note say different things about the same procedure.',
  'review/date-differs': 'Claim and note have different dates of service.',
  'review/history-differs': 'The history given and the chart differ about an earlier session.',
  'review/history-shorter': 'The chart tells of a session that a history given as complete does not hold.',
  'review/line-without-note': 'The claim has a line for which the note shows no procedure.',
  'review/note-without-line': 'The note shows a procedure for which the claim has no line.',
  'review/units-differ': 'The claim bills other units than the note supports.',
  'review/modifiers-differ': 'The claim has other modifiers than the note supports.',
  'coverage/incomplete':
    'Criteria of a policy could not be judged because the chart does not say enough. Unknown is neither met nor failed.',
};

export function explainOwnCheck(id: string): Explanation | undefined {
  const means = OWN_CHECKS[id];
  if (means === undefined) return undefined;
  const source = id.startsWith('coverage/')
    ? 'It follows from the criteria table of the same Review; explain a criterion to see its source.'
    : 'No rulebook: it compares the documents given with each other.';
  return explanation(id, 'check', means, { Source: source });
}
