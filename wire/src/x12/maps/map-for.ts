import { applicationAdvice, functionalAcknowledgment, implementationAcknowledgment } from './acknowledgments.ts';
import { authorizationRequest } from './authorization-request.ts';
import { claimInstitutional } from './claim-institutional.ts';
import { claimProfessional } from './claim-professional.ts';
import { claimAcknowledgment, claimStatusRequest, claimStatusResponse } from './claim-status.ts';
import { eligibilityInquiry, eligibilityResponse } from './eligibility.ts';
import type { TransactionMap } from './map-language.ts';
import { claimDental, enrollment, patientInformation, premiumPayment } from './others.ts';
import { remittance } from './remittance.ts';

export interface KnownMap {
  readonly map: TransactionMap;
  /** The map was written for this version; else it is the nearest one, good for showing but not for judging. */
  readonly exact: boolean;
}

/** Transaction, guides (the part of the version after the release; the map was written for the first), map. */
const MAPS: readonly (readonly [set: string, guides: readonly string[], map: TransactionMap])[] = [
  ['837', ['X222', 'X291', 'X298', 'X098'], claimProfessional],
  ['837', ['X223', 'X292', 'X299', 'X096'], claimInstitutional],
  ['837', ['X224', 'X300', 'X097'], claimDental],
  ['835', ['X221', 'X091'], remittance],
  ['277', ['X214', 'X167'], claimAcknowledgment],
  ['277', ['X212', 'X093'], claimStatusResponse],
  ['276', ['X212', 'X093'], claimStatusRequest],
  ['999', ['X231'], implementationAcknowledgment],
  ['997', ['X230'], functionalAcknowledgment],
  ['824', ['X186'], applicationAdvice],
  ['278', ['X217', 'X216', 'X094', 'X059'], authorizationRequest],
  ['270', ['X279', 'X092'], eligibilityInquiry],
  ['271', ['X279', 'X092'], eligibilityResponse],
  ['275', ['X210', 'X151'], patientInformation],
  ['820', ['X218', 'X061'], premiumPayment],
  ['834', ['X220', 'X095'], enrollment],
];

/** The map of a transaction by ST01 and its version (ST03 or GS08). */
export function mapFor(set: string, version: string): KnownMap | undefined {
  const guide = version.slice(6, 10);
  const candidates = MAPS.filter(([known]) => known === set);
  const found = candidates.find(([, guides]) => guides.includes(guide)) ?? candidates[0];
  return found ? { map: found[2], exact: found[1][0] === guide && version.startsWith('005010') } : undefined;
}
