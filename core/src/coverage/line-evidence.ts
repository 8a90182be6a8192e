import type { RecordEvidence } from '../model/evidence.ts';
import type { LineView } from '../model/line-view.ts';

/** The line of the claim as its own evidence. */
export function lineEvidence(line: LineView): RecordEvidence {
  const modifiers = line.modifiers.length > 0 ? `-${line.modifiers.join('-')}` : '';
  return { source: 'claim', at: `lines[${line.number - 1}]`, quote: `${line.code}${modifiers} x${line.units}` };
}
