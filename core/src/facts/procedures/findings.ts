import type { Evidence } from '../../model/evidence.ts';
import type { Finding } from '../../model/finding.ts';

const finding = (
  id: string,
  severity: Finding['severity'],
  what: string,
  why: string,
  todo: string,
  evidence: readonly Evidence[],
): Finding => ({
  id,
  severity,
  what,
  why,
  do: todo,
  evidence: [...evidence],
});

const WHY = 'The title and the description of one procedure must agree before a claim can rest on the note.';
const DO = 'Ask the author which is right and have the note corrected by a dated addendum.';

/** What the reader tells staff about a note that contradicts itself or leaves something open. */
export const findings = {
  side: (title: Evidence, body: Evidence, severity: Finding['severity'] = 'block'): Finding =>
    finding(
      'note/title-body-side',
      severity,
      `The title says "${title.quote}", the description says "${body.quote}": the sides differ.`,
      WHY,
      DO,
      [title, body],
    ),
  bodyOneSide: (title: Evidence, body: Evidence): Finding =>
    finding(
      'note/body-one-side',
      'warn',
      `The title says both sides, the description names one side only: "${body.quote}".`,
      'A second side that is not described may be read as not done.',
      'Check whether the other side was treated; if it was, the description should say so.',
      [title, body],
    ),
  level: (title: Evidence, body: Evidence): Finding =>
    finding(
      'note/title-body-level',
      'block',
      `The title says "${title.quote}", the description says "${body.quote}": the levels differ.`,
      WHY,
      DO,
      [title, body],
    ),
  guidance: (title: Evidence, body: Evidence): Finding =>
    finding(
      'note/title-body-guidance',
      'block',
      `The title says "${title.quote}", the description says "${body.quote}": the imaging differs.`,
      WHY,
      DO,
      [title, body],
    ),
  approach: (title: Evidence, body: Evidence): Finding =>
    finding(
      'note/title-body-approach',
      'block',
      `The title says "${title.quote}", the description says "${body.quote}": the approach differs.`,
      WHY,
      DO,
      [title, body],
    ),
  target: (title: Evidence, body: Evidence, read: string): Finding =>
    finding(
      'note/title-body-target',
      'warn',
      `The title says "${title.quote}", the description says "${body.quote}": it was read as ${read}.`,
      WHY,
      DO,
      [title, body],
    ),
  aspiratedOnly: (named: Evidence): Finding =>
    finding(
      'note/joint-aspirated-only',
      'note',
      `"${named.quote}" tells an aspiration; no injection is described.`,
      'Taking fluid out of a joint is not read as an injection, and no line is proposed for it.',
      'Let a coder look at the note.',
      [named],
    ),
  attempted: (named: Evidence): Finding =>
    finding(
      'note/level-attempted',
      'warn',
      `"${named.quote}" was attempted; it is not counted as done.`,
      'A level that was not reached is not a level treated.',
      'Check what was injected at that level, if anything.',
      [named],
    ),
  abandoned: (named: Evidence): Finding =>
    finding(
      'note/procedure-abandoned',
      'warn',
      `"${named.quote}" was begun and given up; it is not counted as done.`,
      'A procedure that was stopped is reported differently, if at all.',
      'Check how far the procedure went and why it was stopped.',
      [named],
    ),
  undescribed: (named: Evidence): Finding =>
    finding(
      'note/procedure-not-described',
      'warn',
      `"${named.quote}" is named, but the note tells nothing of its performance.`,
      'A title alone does not show that the procedure was done.',
      'Look for the procedure report, or ask the author to complete the note.',
      [named],
    ),
  noRecord: (described: Evidence): Finding =>
    finding(
      'note/not-a-record',
      'warn',
      `"${described.quote}" is described, but the paper does not read as the record of a procedure of its day and author: no line was made of it.`,
      'Letters, requests, teaching, studies, quoted reports and visits in which nothing was done tell of procedures too.',
      'If it is the record, add what a record has: date of service, procedure performed, who did it.',
      [described],
    ),
  levelOpen: (named: Evidence): Finding =>
    finding(
      'note/level-open',
      'block',
      `The note does not say at which level "${named.quote}" was done.`,
      'The number of levels, and often the code, depends on it.',
      'Hold the claim until the author has completed the level.',
      [named],
    ),
  loneNerves: (named: Evidence, nerves: readonly string[]): Finding =>
    finding(
      'note/nerves-without-joint',
      'warn',
      `${nerves.join(', ')} alone do not feed a facet joint.`,
      'Facet procedures are counted by joints; a joint is treated when both of its nerves are.',
      'Check which joint was meant and whether its other nerve was treated.',
      [named],
    ),
  jointsAndNerves: (named: Evidence, joints: readonly string[], fromNerves: readonly string[]): Finding =>
    finding(
      'note/joints-nerves-differ',
      'warn',
      `The joints named (${joints.join(', ')}) are not those that the nerves named feed (${fromNerves.join(', ')}).`,
      'Facet procedures are counted by joints.',
      'Ask the author which joints were treated.',
      [named],
    ),
  rangeOpen: (named: Evidence, read: string): Finding =>
    finding(
      'note/levels-ambiguous',
      'warn',
      `"${named.quote}" can be read in more than one way; it was read as ${read}.`,
      'The number of levels depends on it.',
      'Check which levels were treated.',
      [named],
    ),
  blockForOperation: (named: Evidence): Finding =>
    finding(
      'note/block-for-operation',
      'warn',
      `"${named.quote}": the block serves the pain of an operation.`,
      'A block by the operating clinician is part of the operation. By an anesthesia clinician it stands apart only when the surgeon asked for it and the operation had general, spinal or epidural anesthesia.',
      'Check who did the block, who asked for it and which anesthesia the operation had.',
      [named],
    ),
  besideOperation: (named: Evidence): Finding =>
    finding(
      'note/beside-operation',
      'warn',
      `"${named.quote}" stands beside an open operation; it is not counted.`,
      'What belongs to the operation is reported with it.',
      'Let a coder of the operation look at the note.',
      [named],
    ),
  nerveUnspecified: (named: Evidence, read: string): Finding =>
    finding(
      'note/nerve-unspecified',
      'warn',
      `"${named.quote}" does not say which nerve; it was read as ${read}.`,
      'Nerves of one region have different codes.',
      'Ask the author which nerve was treated.',
      [named],
    ),
  otherDate: (named: Evidence, date: string, encounter: string): Finding =>
    finding(
      'note/other-date',
      'note',
      `A note of ${date} tells "${named.quote}"; it is not counted for ${encounter}.`,
      'Each date of service stands on its own note.',
      'Give earlier sessions as history.',
      [named],
    ),
  formDiffers: (evidence: readonly Evidence[]): Finding =>
    finding(
      'note/form-differs',
      'warn',
      'The note tells a procedure of the same family that differs from the one on the form; the form was used.',
      'The claim must rest on the note.',
      'Correct the form, or check that the note belongs to this encounter.',
      evidence,
    ),
};
