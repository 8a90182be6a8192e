import type { Role } from '../contract/roles.ts';

/** Who does something: a person, another program, or the server itself. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: Role | 'system';
  /** Id of the practice. */
  readonly practice: string;
  readonly kind: 'account' | 'client' | 'system';
}

/** Entries that belong to no practice (a sign-in with an unknown name, a start) stand in a chain of their own. */
export const NO_PRACTICE = '00000000-0000-0000-0000-000000000000';
const SERVER = '00000000-0000-0000-0000-000000000001';

/** The server itself, in a practice or in none. */
export function systemActor(practice: string = NO_PRACTICE, name = 'server'): Actor {
  return { id: SERVER, name, role: 'system', practice, kind: 'system' };
}
