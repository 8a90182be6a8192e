export interface WallCheck {
  readonly name: string;
  readonly check: (house: readonly { path: string; text: string }[]) => { figures: string; problems: string[] };
}
export const checks: readonly WallCheck[];
