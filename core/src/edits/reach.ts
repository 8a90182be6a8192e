import { DAYS } from './checks/visits.ts';
import { IN } from './list-bits.ts';
import { BIT } from './modifier-bits.ts';
import type { PreparedEdits } from './prepare-edits.ts';

/** How far a service reaches into the patient's other claims; on its own day every service does. */
export interface Reach {
  /** Days after it on which other services are judged in its light. */
  readonly after: number;
  /** It is judged in the light of services long before it. */
  readonly back: boolean;
}

export function reachOf(code: string, law: PreparedEdits): Reach {
  const after = Math.max(0, ...law.codes.all(code).map(({ record }) => DAYS[record?.global ?? ''] ?? 0));
  return { after, back: (law.codes.get(code).lists & IN['new-patient']) !== 0 };
}

/** Whether a modifier speaks of earlier services. */
export function reachesBack(modifier: string, law: PreparedEdits): boolean {
  return ((law.modifierBits.get(modifier) ?? 0) & BIT['global-period']) !== 0;
}

/** With fewer earlier days of service than this, no edit that counts them can speak. */
export function fewestDays(law: PreparedEdits): number {
  return Math.min(...law.outliers.map(({ limit }) => limit), Number.POSITIVE_INFINITY);
}
