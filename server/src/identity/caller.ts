import type { Permission, Role } from '../contract/roles.ts';
import type { Actor } from '../store/actor.ts';

/** Who asks: a person with an account, or another program. Made by identity, read by every route. */
export interface Caller extends Actor {
  readonly kind: 'account' | 'client';
  readonly role: Role;
  readonly login: string;
  readonly practiceName: string;
  /** Present when a cookie brought it: then changes need the CSRF header. */
  readonly session?: {
    readonly id: string;
    readonly handle: string;
    readonly csrf: string;
    readonly expires: string;
    /** A provider signed the person in and asked for its own second factor. */
    readonly byProvider: boolean;
  };
  readonly totp?: boolean;
  /** What the token was given for, when that is less than the role. */
  readonly only?: ReadonlySet<Permission>;
}
