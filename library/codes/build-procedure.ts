import type { Agent, AgentRole, Guidance, Procedure, Target, TargetKind } from '@interspace/core/model/procedure';
import type { Laterality } from '@interspace/core/model/laterality';
import type { ServiceLine } from '@interspace/core/model/review';

/** Short ways to write procedures and to read lines in the case tables of this folder. */
export function procedure(
  kind: string,
  targets: string,
  more: Partial<Omit<Procedure, 'kind' | 'targets' | 'guidance'>> & { guidance?: string } = {},
): Procedure {
  const { guidance, ...rest } = more;
  return {
    id: 'p1',
    family: '',
    kind,
    targets: targets === '' ? [] : targets.split(',').map((text) => target(text.trim())),
    guidance: guided(guidance ?? 'fluoroscopy'),
    agents: [],
    attributes: {},
    evidence: [],
    ...rest,
  };
}

/** `L4-L5 left`, `root L5 right`, `nerve L3 both`, `knee`, `? lumbar right` (a level left blank). */
function target(text: string): Target {
  const words = text.split(' ');
  const side = words.map((word) => SIDES[word]).find((found) => found !== undefined);
  const rest = words.filter((word) => SIDES[word] === undefined);
  const kind = (rest.length > 1 && rest[0] !== '?' ? rest.shift() : undefined) as 'root' | 'nerve' | undefined;
  const blank = rest[0] === '?';
  const region = blank ? (rest[1] as Target['region']) : undefined;
  const kinds: Record<string, TargetKind> = { root: 'nerve-root', nerve: 'nerve' };
  return { kind: (kind && kinds[kind]) ?? 'interspace', name: blank ? undefined : rest[0], region, side, evidence: [] };
}

const SIDES: Readonly<Record<string, Laterality>> = {
  left: 'left',
  right: 'right',
  both: 'bilateral',
  midline: 'midline',
};

/** `fluoroscopy`, `ct`, `ultrasound`, `none`, `unknown`; `ultrasound+image` for a kept image. */
function guided(text: string): Guidance {
  const [modality, image] = text.split('+');
  return {
    modality: modality === 'unknown' ? undefined : (modality as NonNullable<Guidance['modality']>),
    contrast: undefined,
    imagesSaved: image === 'image' ? true : undefined,
    evidence: [],
  };
}

export function agent(drug: string, role: AgentRole, amount: Partial<Agent> = {}): Agent {
  return { drug, role, evidence: [], ...amount };
}

/** `64483-RT x1; 64484-RT x1`. */
export function linesInWords(lines: readonly ServiceLine[]): string {
  return lines.map((line) => `${[line.code, ...line.modifiers].join('-')} x${line.units}`).join('; ');
}
