import type { Standing } from '../citation.ts';

export type SessionRole = 'diagnostic' | 'therapeutic' | 'ablation';

/** First rule whose conditions all hold gives the role; a condition that cannot be judged leaves it unknown. */
export interface RoleRule {
  readonly role: SessionRole;
  readonly kinds?: readonly string[];
  readonly modifier?: string;
  readonly intent?: 'diagnostic' | 'therapeutic';
  /** `skip`: where a condition cannot be judged the rule does not hold, instead of leaving the role unknown. */
  readonly silent?: 'skip';
}

/** What a policy counts as one occasion. */
export interface SessionRule {
  readonly families: readonly string[];
  /** Group name → anatomical regions. Empty where regions do not matter. */
  readonly regionGroups: Readonly<Record<string, readonly string[]>>;
  /**
   * Does a session exactly one window before the date of service still count? `first-month`: a window of months is no
   * rolling one, but a year that opens with the first session and whose first month counts whole.
   */
  readonly windowStart: 'inclusive' | 'exclusive' | 'first-month';
  readonly windowStanding: Standing;
  readonly roles: readonly RoleRule[];
}

/** The group of an anatomical region; undefined when the rule has none for it. */
export function groupOfRegion(rule: SessionRule, region: string): string | undefined {
  return Object.keys(rule.regionGroups).find((group) => rule.regionGroups[group]?.includes(region));
}

/** What decides a role, as far as it is known; `modifiers` undefined = not known, empty = none. */
export interface RoleClues {
  /** The kind, or the few that it can be. */
  readonly kinds?: readonly string[] | undefined;
  readonly modifiers?: readonly string[] | undefined;
  readonly intent?: string | undefined;
}

/** The role by the first rule that holds; undefined as soon as a rule before it cannot be judged. */
export function roleOf(rule: SessionRule, clues: RoleClues): SessionRole | undefined {
  for (const entry of rule.roles) {
    const conditions: (boolean | undefined)[] = [];
    if (entry.kinds) conditions.push(allOrNone(clues.kinds, entry.kinds));
    if (entry.modifier !== undefined) conditions.push(clues.modifiers?.includes(entry.modifier));
    if (entry.intent !== undefined)
      conditions.push(clues.intent === undefined ? undefined : clues.intent === entry.intent);
    if (conditions.includes(false)) continue;
    if (!conditions.includes(undefined)) return entry.role;
    if (entry.silent !== 'skip') return undefined;
  }
  return undefined;
}

/** True when all the possible words are wanted, false when none is, undefined when it depends. */
function allOrNone(possible: readonly string[] | undefined, wanted: readonly string[]): boolean | undefined {
  if (!possible || possible.length === 0) return undefined;
  const inside = possible.filter((word) => wanted.includes(word)).length;
  return inside === 0 ? false : inside === possible.length ? true : undefined;
}
