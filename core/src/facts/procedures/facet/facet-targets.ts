import type { NoteEvidence } from '../../../model/evidence.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Target } from '../../../model/procedure.ts';
import { regionOfLetter } from '../../../model/spine/vertebra.ts';
import { quote, type ProcedureNote } from '../../text/note.ts';
import { findings as say } from '../findings.ts';
import { regionOfJoint, type JointReading } from './nerve-joints.ts';

/** The joints that were reached; one without a name where none is told. */
export function targetsFrom(
  note: ProcedureNote,
  reading: JointReading,
  side: Target['side'],
  contradicted: boolean,
  region: () => Target['region'],
  whole: NoteEvidence,
): Target[] {
  if (reading.joints.length > 0) {
    return reading.joints.map((joint) => ({
      kind: 'facet-joint',
      name: joint.name,
      region: regionOfJoint(joint.name),
      side: contradicted ? undefined : (joint.side ?? side),
      evidence: [quote(note, joint.at.start, joint.at.end)],
      ...(joint.derivation === undefined ? {} : { derivation: joint.derivation }),
    }));
  }
  const at = reading.nerves[0]?.at;
  const evidence = at ? [quote(note, at.start, at.end)] : [whole];
  return [
    {
      kind: 'facet-joint',
      name: undefined,
      region: regionOfNerve(reading.nerves[0]?.name) ?? region(),
      side: contradicted ? undefined : side,
      evidence,
    },
  ];
}

function regionOfNerve(name: string | undefined): Target['region'] {
  if (!name) return undefined;
  return name === 'TON' ? 'cervical' : regionOfLetter(name);
}

/** What levels of title and narrative leave open or say differently. */
export function levelFindings(
  note: ProcedureNote,
  reading: JointReading,
  title: JointReading,
  body: JointReading,
  titleHas: boolean,
  whole: NoteEvidence,
): Finding[] {
  const found: Finding[] = [];
  if (reading.joints.length === 0 && reading.nerves.length === 0) found.push(say.levelOpen(whole));
  if (reading.lone.length > 0) found.push(say.loneNerves(whole, reading.lone));
  if (reading.disagree) found.push(say.jointsAndNerves(whole, reading.disagree.joints, reading.disagree.fed));
  if (reading.ambiguous)
    found.push(
      say.rangeOpen(quote(note, reading.ambiguous.at.start, reading.ambiguous.at.end), reading.ambiguous.read),
    );
  if (titleHas && title.joints.length > 0) {
    const names = new Set(title.joints.map((joint) => joint.name));
    const outside =
      body.nerves.length === 0 || body.joints.length > 1
        ? body.joints.find((joint) => !names.has(joint.name))
        : undefined;
    const first = title.joints[0]!;
    if (outside)
      found.push(say.level(quote(note, first.at.start, first.at.end), quote(note, outside.at.start, outside.at.end)));
  }
  return found;
}
