import type { ClaimType } from './claim.ts';
import type { IsoDate } from './date.ts';

/**
 * The Context after everything that can be derived has been derived (state and date → contractor,
 * place of service ↔ claim type). Absent means unknown.
 */
export interface ResolvedContext {
  readonly payer?: string | undefined;
  readonly plan?: string | undefined;
  readonly state?: string | undefined;
  /** Contractor and jurisdiction of the library, such as `noridian` and `JF`. */
  readonly contractor?: string | undefined;
  readonly jurisdiction?: string | undefined;
  readonly placeOfService?: string | undefined;
  readonly claimType?: ClaimType | undefined;
  readonly dateOfService?: IsoDate | undefined;
}
