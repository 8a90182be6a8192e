import type { Standing } from '../citation.ts';

export type SessionRole = 'diagnostic' | 'therapeutic' | 'ablation';

/** First rule whose conditions all hold gives the role; a condition that cannot be judged leaves it unknown. */
export interface RoleRule {
  readonly role: SessionRole;
  readonly kinds?: readonly string[];
  readonly modifier?: string;
  readonly intent?: 'diagnostic' | 'therapeutic';
}

/** What a policy counts as one occasion. */
export interface SessionRule {
  readonly families: readonly string[];
  /** Group name → anatomical regions. Empty where regions do not matter. */
  readonly regionGroups: Readonly<Record<string, readonly string[]>>;
  /** Does a session exactly one window before the date of service still count? */
  readonly windowStart: 'inclusive' | 'exclusive';
  readonly windowStanding: Standing;
  readonly roles: readonly RoleRule[];
}

/** The group of an anatomical region; undefined when the rule has none for it. */
export function groupOfRegion(rule: SessionRule, region: string): string | undefined {
  return Object.keys(rule.regionGroups).find((group) => rule.regionGroups[group]?.includes(region));
}
