import type { Claim } from '../model/claim.ts';
import type { Finding } from '../model/finding.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';
import { checkAddOns } from './checks/add-ons.ts';
import { checkAttestation } from './checks/attestation.ts';
import { checkCharges } from './checks/charges.ts';
import { checkCodes, checkSacroiliac } from './checks/codes.ts';
import { checkCombinations, checkOutliers } from './checks/combinations.ts';
import { checkConsequences } from './checks/consequences.ts';
import { checkDates } from './checks/dates.ts';
import { checkDiagnoses } from './checks/diagnoses.ts';
import { checkDiagnosisTables } from './checks/diagnosis-tables.ts';
import { checkDrugs } from './checks/drugs.ts';
import { checkDuplicates } from './checks/duplicates.ts';
import { checkFiling } from './checks/filing.ts';
import { checkGuidance } from './checks/guidance.ts';
import { checkIdentifiers } from './checks/identifiers.ts';
import { checkModifiers } from './checks/modifiers.ts';
import { checkNeedling } from './checks/needling.ts';
import { checkPairs } from './checks/pairs.ts';
import { checkParties } from './checks/parties.ts';
import { checkFacility, checkPlaces } from './checks/places.ts';
import { checkRanges } from './checks/ranges.ts';
import { checkSedation } from './checks/sedation.ts';
import { checkServices } from './checks/services.ts';
import { checkSides } from './checks/sides.ts';
import { checkDevices } from './checks/devices.ts';
import { checkSessionOnce } from './checks/session-once.ts';
import { checkStudies } from './checks/studies.ts';
import { checkToldWords } from './checks/told-words.ts';
import { checkToxin } from './checks/toxin.ts';
import { checkUnits } from './checks/units.ts';
import { checkVisits } from './checks/visits.ts';
import { isStay, isVoid } from './kind-of-claim.ts';
import type { PreparedEdits } from './prepare-edits.ts';
import { scopeOf, type Scope } from './scope.ts';

const CHECKS: readonly ((scope: Scope) => void)[] = [
  checkDates,
  checkCodes,
  checkSacroiliac,
  checkRanges,
  checkToldWords,
  checkAddOns,
  checkSides,
  checkModifiers,
  checkAttestation,
  checkUnits,
  checkSessionOnce,
  checkPairs,
  checkGuidance,
  checkCombinations,
  checkVisits,
  checkServices,
  checkSedation,
  checkPlaces,
  checkFacility,
  checkDrugs,
  checkToxin,
  checkNeedling,
  checkDiagnoses,
  checkDiagnosisTables,
  checkStudies,
  checkDevices,
  checkDuplicates,
  checkCharges,
  checkIdentifiers,
  checkParties,
  checkFiling,
  checkOutliers,
  checkConsequences,
];

const OF_STAYS: typeof CHECKS = [
  checkDates,
  checkDiagnoses,
  checkDiagnosisTables,
  checkStudies,
  checkCharges,
  checkIdentifiers,
  checkParties,
  checkFiling,
];

/**
 * The edits by what they look at besides services and parties. Whoever keeps answers keeps those of a part for as long
 * as nothing changes that the part looks at.
 */
const PARTS = {
  diagnoses: [checkSacroiliac, checkDiagnoses, checkDiagnosisTables, checkStudies],
  parties: [checkFacility, checkIdentifiers, checkParties],
  sending: [checkFiling],
  charges: [checkCharges],
} as const satisfies Record<string, readonly ((scope: Scope) => void)[]>;
const SERVICES = CHECKS.filter((check) => !Object.values(PARTS).some((part) => part.includes(check)));

export type ScrubPart = 'services' | keyof typeof PARTS;

/** What the edits of one part say of a claim; all parts together say what `scrub` says. */
export function scrubPart(part: ScrubPart, claim: Claim, context: ResolvedContext, law: PreparedEdits): Finding[] {
  const scope = scopeOf(claim, context, law, []);
  for (const check of part === 'services' ? SERVICES : PARTS[part]) check(scope);
  return saidOf(scope);
}

/**
 * Edits that look at lines of other claims too; the others have said all they can of the claim alone. Those of one group
 * see what the ones before them said.
 */
export const SEEING_OTHERS: readonly (readonly ((scope: Scope) => void)[])[] = [
  [checkSides],
  [checkUnits],
  [checkPairs, checkGuidance, checkCombinations],
  [checkVisits],
  [checkServices],
  [checkDuplicates],
  [checkOutliers],
];

/**
 * Claim (and the patient's earlier claims, when there are any) → Findings. The claim is never changed. A Finding that
 * rests on a table says which edition, and says so when the edition is not that of the date of service.
 */
export function scrub(
  claim: Claim,
  context: ResolvedContext,
  law: PreparedEdits,
  history: readonly Claim[] = [],
): Finding[] {
  const scope = scopeOf(claim, context, law, history);
  for (const check of isStay(claim, law) ? OF_STAYS : CHECKS) check(scope);
  return saidOf(scope);
}

/** A void takes back what was sent, right or wrong: of it is told what a front end refuses, and what speaks of its being one. */
function saidOf({ claim, law, findings }: Scope): Finding[] {
  if (!isVoid(claim)) return findings;
  return findings.filter(
    ({ id, field }) => field === 'frequency' || law.rules.get(id.slice('edit/'.length))?.rule.claimStatus !== undefined,
  );
}
