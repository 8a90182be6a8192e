import type { ClaimField, Party } from '../../model/claim.ts';
import { report, type Scope } from '../scope.ts';
import { isListed } from './listed.ts';

const TAXONOMY = /^[0-9A-Z]{9}X$/;
const BOX = /^\s*(?:p\.?\s*o\.?\s*|post\s+office\s+)box\b/i;

/** Is everybody named as payers ask: billing provider, rendering provider, patient, first payer, earlier claim, note? */
export function checkParties(scope: Scope): void {
  const { claim } = scope;
  checkTaxonomy(scope, claim.billing, 'billing', 'billing-taxonomy');
  checkTaxonomy(scope, claim.rendering, 'rendering', 'rendering-taxonomy');
  checkBilling(scope);
  checkFacilityZip(scope);
  const replaces = claim.frequency === '7' || claim.frequency === '8';
  if (replaces && claim.originalReference === undefined)
    report(scope, 'frequency/original-missing', { field: 'frequency' }, { frequency: claim.frequency ?? '' });
  const { filing } = claim.payer ?? {};
  const again = replaces && claim.billType === undefined && filing !== undefined;
  if (again && scope.law.lists['unreplaced-filings']?.has(filing))
    report(scope, 'frequency/not-taken', { field: 'frequency' }, { frequency: claim.frequency ?? '' });
  const unusual = claim.frequency !== undefined && claim.frequency !== '' && !/^[1678]$/.test(claim.frequency);
  if (unusual && claim.billType === undefined)
    report(scope, 'frequency/unusual', { field: 'frequency' }, { frequency: claim.frequency ?? '' });
  if (claim.subscriber?.patientApart) report(scope, 'patient/apart', { field: 'patient' }, {});
  // A note that came from a chart or a form is not in a file whose limit it could break.
  if (
    claim.note !== undefined &&
    claim.chargeTotal !== undefined &&
    isTooLong(claim.note, claim.billType !== undefined)
  )
    report(scope, 'note/too-long', { field: 'note' }, {});
  if (filing === undefined || !scope.law.lists['medicare-filings']?.has(filing)) return;
  const on = scope.lines[0]?.raw.from;
  const member = claim.subscriber?.memberId;
  if (member !== undefined && !isMedicareNumber(member)) report(scope, 'identifier/mbi', { field: 'patient', on }, {});
  checkStanding(scope);
}

/** Medicare behind another payer: who that is and, on the professional form, why. */
function checkStanding(scope: Scope): void {
  const { subscriber, otherPayers, billType } = scope.claim;
  const { secondaryReason: reason, sequence } = subscriber ?? {};
  const behind = sequence !== undefined && sequence !== 'P';
  if (!behind && reason === undefined) return;
  if ((otherPayers?.length ?? 0) === 0) report(scope, 'payer/primary-missing', { field: 'payer' }, {});
  if (reason === undefined && billType === undefined) report(scope, 'payer/reason-missing', { field: 'standing' }, {});
}

/** One note of 80 characters; an institutional claim has several of them, one a line. */
function isTooLong(note: string, several: boolean): boolean {
  if (!note.includes('\n')) return note.length > 80;
  return !several || note.split('\n').some((one) => one.length > 80);
}

function checkTaxonomy(scope: Scope, party: Party | undefined, role: string, field: ClaimField): void {
  if (party?.taxonomy === undefined) return;
  if (!TAXONOMY.test(party.taxonomy)) return report(scope, 'identifier/taxonomy', { field }, { role });
  const list = scope.law.agency.taxonomy.on(scope.lines[0]?.day ?? -1);
  if (list && !isListed(list, party.taxonomy))
    report(scope, 'identifier/taxonomy-unlisted', { field }, { role, edition: list.file.header.edition });
}

function checkBilling(scope: Scope): void {
  const { claim } = scope;
  const { billing } = claim;
  if (!billing) return;
  if (billing.street !== undefined && BOX.test(billing.street))
    report(scope, 'billing/box', { field: 'billing-street' }, {});
  if (billing.zip !== undefined && !nineDigits(billing.zip)) report(scope, 'billing/zip', { field: 'billing-zip' }, {});
  // A claim from a note or a form is addressed by hand.
  if (claim.chargeTotal !== undefined) {
    const { states } = scope.law.lists;
    if (billing.state !== undefined && states?.has(billing.state) === false)
      report(scope, 'billing/state', { field: 'billing-state' }, { state: billing.state });
    if (billing.taxId !== undefined && !/^\d{9}$/.test(billing.taxId))
      report(scope, 'billing/tax-number', { field: 'billing-tax-number' }, {});
  }
  const named = claim.rendering !== undefined || claim.lines.some((line) => line.rendering !== undefined);
  if (claim.type === 'professional' && billing.organization === true && !named)
    report(scope, 'rendering/missing', { field: 'rendering-npi' }, {});
  // A claim from a note or a form does not tell an organization from a person.
  const told = claim.type === 'professional' && claim.chargeTotal !== undefined && billing.organization !== true;
  if (told && billing.npi !== undefined && claim.rendering?.npi === billing.npi)
    report(scope, 'rendering/same', { field: 'rendering-npi' }, {});
}

function checkFacilityZip(scope: Scope): void {
  const zip = scope.claim.facility?.zip;
  // Another country has other codes.
  if (zip !== undefined && /^\d{5}$/.test(zip)) report(scope, 'place/facility-zip', { field: 'facility-zip' }, {});
}

function nineDigits(zip: string): boolean {
  return /^\d{5}-?\d{4}$/.test(zip);
}

const [DIGIT, LETTER] = [1, 2];
/** Places of digits (9), letters without S, L, O, I, B, Z (A) and either (E); the first digit is not 0. */
const FORM = Uint8Array.from('9AE9AE9AA99', (place) =>
  place === '9' ? DIGIT : place === 'A' ? LETTER : DIGIT | LETTER,
);
/** What a character can stand for; nothing else stands in such a number. */
const KINDS = new Uint8Array(128);
for (const digit of '0123456789') KINDS[digit.charCodeAt(0)] = DIGIT;
for (const letter of 'ACDEFGHJKMNPQRTUVWXY') KINDS[letter.charCodeAt(0)] = LETTER;

export function isMedicareNumber(text: string): boolean {
  if (text.length !== FORM.length || text.charCodeAt(0) === 48) return false;
  for (let at = 0; at < FORM.length; at++) {
    if (((KINDS[text.charCodeAt(at)] ?? 0) & FORM[at]!) === 0) return false;
  }
  return true;
}
