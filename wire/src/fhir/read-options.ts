import type { IsoDate } from '@interspace/core/model/date';

export interface FhirReadOptions {
  /** Reference or id of the patient that is meant, when the input holds several. */
  readonly patient?: string | undefined;
  /** Reference or id of the encounter that is meant. */
  readonly encounter?: string | undefined;
  /** Day on which an order without a date is judged: the caller's, because nothing here looks at a clock. */
  readonly today?: IsoDate | undefined;
}
