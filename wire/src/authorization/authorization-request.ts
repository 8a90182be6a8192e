import type { Party } from '@interspace/core/model/claim';
import type { IsoDate } from '@interspace/core/model/date';
import type { ChartDocument } from '@interspace/core/model/review-input';
import type { Authorization, Review } from '@interspace/core/model/review';
import { wireIssue, type WireIssue } from '../issues.ts';
import type { PersonToWrite } from '../x12/write/claim-to-write.ts';

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

/** Items of the packet that the record does not show: the request is written, and the sender is told. */
export function openItems({ packet }: AuthorizationRequest): WireIssue[] {
  return packet
    .filter(({ status }) => status === 'missing')
    .map(({ item, title }) => ({
      ...wireIssue('wire/authorization/item-open', undefined, `${title}.`),
      at: `packet.${item}`,
    }));
}

/** What the packet shows, in one sentence for whoever reads the request. */
export function shownInWords({ packet }: AuthorizationRequest): string | undefined {
  const shown = packet.filter(({ status }) => status === 'shown').map(({ title }) => title);
  return shown.length === 0 ? undefined : `The record shows: ${shown.join('; ')}.`;
}

/** Who asks whom for whom: what a Review does not hold. */
export type RequestParties = Pick<
  AuthorizationRequest,
  | 'id'
  | 'created'
  | 'urgency'
  | 'patient'
  | 'payer'
  | 'requester'
  | 'rendering'
  | 'facility'
  | 'placeOfService'
  | 'documents'
> & { readonly from?: IsoDate | undefined; readonly through?: IsoDate | undefined };

/**
 * The request that a Review asks for under one program: the lines that the program names (all codes of the service in one request),
 * their diagnoses, and the packet. Undefined when the Review says nothing of the program.
 */
export function requestFromReview(
  { lines, authorization }: Pick<Review, 'lines' | 'authorization'>,
  program: string,
  { from, through, ...parties }: RequestParties,
): AuthorizationRequest | undefined {
  const answers = authorization.filter((one) => one.program === program && one.status !== 'not-required');
  if (answers.length === 0) return undefined;
  const named = new Set(answers.flatMap(({ codes, line }) => codes ?? lines[(line ?? 0) - 1]?.code ?? []));
  const own = lines.filter(({ code }) => named.has(code));
  const packet = new Map(answers.flatMap((one) => (one.packet ?? []).map((entry) => [entry.item, entry] as const)));
  return {
    ...parties,
    diagnoses: [...new Set(own.flatMap(({ diagnoses }) => diagnoses))],
    lines: own.map(({ code, modifiers, units }) => ({ code, modifiers, units, from, through })),
    packet: [...packet.values()],
  };
}
