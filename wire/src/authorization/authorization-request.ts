import type { Party } from '@interspace/core/model/claim';
import type { IsoDate } from '@interspace/core/model/date';
import type { ChartDocument } from '@interspace/core/model/review-input';
import type { Authorization } from '@interspace/core/model/review';
import type { PersonToWrite } from '../x12/write/claims-to-837.ts';

export interface LineToAuthorize {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly from?: IsoDate | undefined;
  readonly through?: IsoDate | undefined;
}

/**
 * A request for authorization, whatever the wire: parties, services, diagnoses, and the packet that the program asks for. What
 * the packet shows travels as documents; what it lacks travels as nothing, and the sender is told before.
 */
export interface AuthorizationRequest {
  /** The sender's number of the request. */
  readonly id: string;
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly created: string;
  readonly urgency: 'standard' | 'expedited';
  readonly institutional?: boolean | undefined;
  readonly patient: PersonToWrite & { readonly memberId: string; readonly group?: string | undefined };
  readonly payer: { readonly name: string; readonly id: string };
  readonly requester: Party;
  readonly rendering?: Party | undefined;
  readonly facility?: Party | undefined;
  readonly placeOfService?: string | undefined;
  readonly diagnoses: readonly string[];
  readonly lines: readonly LineToAuthorize[];
  readonly packet: NonNullable<Authorization['packet']>;
  readonly documents: readonly ChartDocument[];
  /** Number of an earlier request for the same service. */
  readonly earlier?: string | undefined;
}

/** What a request cannot do without, by name; empty when it can be written. */
export function lackingForAuthorization(request: AuthorizationRequest): string[] {
  const needed: readonly (readonly [string, unknown])[] = [
    ['number of the request', request.id],
    ['last name of the patient', request.patient.lastName],
    ['birth date of the patient', request.patient.birthDate],
    ['member number', request.patient.memberId],
    ['payer name', request.payer.name],
    ['payer number', request.payer.id],
    ['name of the requester', request.requester.lastName],
    ['NPI of the requester', request.requester.npi],
    ['a diagnosis', request.diagnoses[0]],
    ['a service', request.lines[0]?.code],
  ];
  return needed.filter(([, value]) => value === undefined || value === '').map(([name]) => name);
}
