import { claimInstitutional } from '../maps/claim-institutional.ts';
import { claimProfessional } from '../maps/claim-professional.ts';
import { triggerOf, type SegmentSpec, type TransactionMap } from '../maps/map-language.ts';

/** What a segment means for a Claim. Numbers, so that the reader decides with one switch. */
export const Role = {
  None: 0,
  BillingLevel: 1,
  SubscriberLevel: 2,
  PatientLevel: 3,
  BillingSpecialty: 4,
  BillingName: 5,
  PartyStreet: 6,
  PartyCity: 7,
  PartyTaxId: 8,
  PartySpecialty: 9,
  SubscriberInsurance: 10,
  PatientRelation: 11,
  SubscriberName: 12,
  PayerName: 13,
  PatientName: 14,
  Demographics: 15,
  Claim: 16,
  ClaimDate: 17,
  ClaimReference: 18,
  ClaimNote: 19,
  ClaimPaid: 20,
  Attachment: 21,
  Information: 22,
  ClaimParty: 23,
  OtherInsurance: 24,
  OtherAdjustment: 25,
  OtherPaid: 26,
  OtherPayerName: 27,
  OtherPayerDate: 28,
  OtherPayerReference: 29,
  LineNumber: 30,
  Service: 31,
  LineDate: 32,
  LineReference: 33,
  LineNote: 34,
  LineParty: 35,
  Drug: 36,
  DrugQuantity: 37,
  LineDecision: 38,
  LineDecisionAdjustment: 39,
  LineDecisionDate: 40,
  Creation: 41,
} as const;

/** Levels of a claim file, from the outside in; what they hold is that of the claims below. */
export const Level = { Billing: 0, Subscriber: 1, Patient: 2, Claim: 3 } as const;

/** Roles whose places are kept, because a Finding may point there. */
const LOCATED_ROLES: readonly number[] = [
  Role.BillingSpecialty,
  Role.BillingName,
  Role.PartySpecialty,
  Role.SubscriberInsurance,
  Role.SubscriberName,
  Role.PayerName,
  Role.PatientName,
  Role.Demographics,
  Role.Claim,
  Role.ClaimDate,
  Role.ClaimReference,
  Role.ClaimNote,
  Role.Information,
  Role.ClaimParty,
  Role.LineNumber,
  Role.Service,
  Role.LineDate,
  Role.LineReference,
  Role.LineNote,
  Role.LineParty,
  Role.Drug,
  Role.DrugQuantity,
];

const BY_PLACE: Record<string, number> = {
  'ST/BHT': Role.Creation,
  '2000A/HL': Role.BillingLevel,
  '2000A/PRV': Role.BillingSpecialty,
  '2010AA/NM1': Role.BillingName,
  '2010AA/N3': Role.PartyStreet,
  '2010AA/N4': Role.PartyCity,
  '2010AA/REF': Role.PartyTaxId,
  '2000B/HL': Role.SubscriberLevel,
  '2000B/SBR': Role.SubscriberInsurance,
  '2010BA/NM1': Role.SubscriberName,
  '2010BA/DMG': Role.Demographics,
  '2010BB/NM1': Role.PayerName,
  '2000C/HL': Role.PatientLevel,
  '2000C/PAT': Role.PatientRelation,
  '2010CA/NM1': Role.PatientName,
  '2010CA/DMG': Role.Demographics,
  '2300/CLM': Role.Claim,
  '2300/DTP': Role.ClaimDate,
  '2300/REF': Role.ClaimReference,
  '2300/NTE': Role.ClaimNote,
  '2300/AMT': Role.ClaimPaid,
  '2300/PWK': Role.Attachment,
  '2300/HI': Role.Information,
  '2320/SBR': Role.OtherInsurance,
  '2320/CAS': Role.OtherAdjustment,
  '2320/AMT': Role.OtherPaid,
  '2330B/NM1': Role.OtherPayerName,
  '2330B/DTP': Role.OtherPayerDate,
  '2330B/REF': Role.OtherPayerReference,
  '2400/LX': Role.LineNumber,
  '2400/SV1': Role.Service,
  '2400/SV2': Role.Service,
  '2400/DTP': Role.LineDate,
  '2400/REF': Role.LineReference,
  '2400/NTE': Role.LineNote,
  '2400/PWK': Role.Attachment,
  '2410/LIN': Role.Drug,
  '2410/CTP': Role.DrugQuantity,
  '2430/SVD': Role.LineDecision,
  '2430/CAS': Role.LineDecisionAdjustment,
  '2430/DTP': Role.LineDecisionDate,
};

function roleOf(spec: SegmentSpec): number {
  const known = BY_PLACE[`${spec.loop.id}/${spec.id}`];
  if (known !== undefined) return known;
  const party = /^2310/.test(spec.loop.id) ? Role.ClaimParty : /^2420/.test(spec.loop.id) ? Role.LineParty : Role.None;
  if (party === Role.None) return Role.None;
  if (spec.id === 'NM1') return party;
  if (spec.id === 'PRV') return Role.PartySpecialty;
  if (spec.id === 'N3') return Role.PartyStreet;
  return spec.id === 'N4' ? Role.PartyCity : Role.None;
}

const prepared = new Map<TransactionMap, Uint8Array>();

/** Role by segment index of a claim map. */
export function rolesOf(map: TransactionMap): Uint8Array {
  let roles = prepared.get(map);
  if (!roles) prepared.set(map, (roles = Uint8Array.from(map.segments, roleOf)));
  return roles;
}

/** What of a segment is recorded: nothing, its elements, or their components too. */
export const Recorded = { Nothing: 0, Elements: 1, Components: 2 } as const;
const RECORDING = new Uint8Array(64);
for (const role of LOCATED_ROLES) RECORDING[role] = Recorded.Elements;
for (const role of [Role.Service, Role.Information, Role.Claim]) RECORDING[role] = Recorded.Components;

function recordingOfSegment(spec: SegmentSpec): number {
  // Streets and cities of a claim's own parties are not pointed at, except the city of a facility; every claim has some.
  if (spec.id === 'N4' && triggerOf(spec.loop)?.qualifiers.includes('77')) return Recorded.Elements;
  const ofBilling = spec.loop.id === '2010AA' && (spec.id === 'N3' || spec.id === 'N4' || spec.id === 'REF');
  return ofBilling ? Recorded.Elements : RECORDING[roleOf(spec)]!;
}

const recordings = new Map<TransactionMap, Uint8Array>();

/** The same by segment index of a claim map. */
export function recordingOf(map: TransactionMap): Uint8Array {
  let recording = recordings.get(map);
  if (!recording) recordings.set(map, (recording = Uint8Array.from(map.segments, recordingOfSegment)));
  return recording;
}

/** Guides whose claims are read: first ten characters of the version → map. */
const READ: Record<string, TransactionMap> = {
  '005010X222': claimProfessional,
  '005010X223': claimInstitutional,
  // Predetermination and post-adjudication guides carry the same claim.
  '005010X291': claimProfessional,
  '005010X292': claimInstitutional,
  '005010X298': claimProfessional,
  '005010X299': claimInstitutional,
};

export function claimMapFor(version: string): TransactionMap | undefined {
  const guide = version.slice(0, 10);
  // A file may say `constructor`.
  return Object.hasOwn(READ, guide) ? READ[guide] : undefined;
}
