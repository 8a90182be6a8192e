import type { Claim } from '@interspace/core/model/claim';
import type { Cents } from '@interspace/core/model/money';
import { packed } from '../segment-id.ts';
import type { SegmentView } from '../segment-view.ts';
import * as field from './claim-fields.ts';
import {
  emptyLevel,
  emptySubscriber,
  newClaim,
  newLine,
  newParty,
  type ClaimDraft,
  type LevelDraft,
  type LineDraft,
  type PartyDraft,
} from './claim-draft.ts';
import { moneyOf, OtherPayers, type Complain } from './other-payers.ts';
import { Role } from './roles.ts';

/** Health Care Provider Taxonomy code of an ambulatory surgical center. */
const SURGICAL_CENTER = '261QA1903X';
const [SV1, SV2] = [packed('SV1'), packed('SV2')];
const DATES = {
  onset: packed('431'),
  accident: packed('439'),
  admission: packed('435'),
  discharge: packed('096'),
  statement: packed('434'),
};
const SERVICE_DATE = packed('472');
const [TIME, RANGE] = [packed('TM'), packed('RD8')];
const REFERENCES = {
  authorization: packed('G1'),
  referral: packed('9F'),
  original: packed('F8'),
  trial: packed('P4'),
  device: packed('LX'),
  control: packed('6R'),
};
const PARTIES: Record<number, 'rendering' | 'facility' | 'referring' | 'supervising' | 'attending' | 'operating'> = {
  [packed('82')]: 'rendering',
  [packed('77')]: 'facility',
  [packed('DN')]: 'referring',
  [packed('DQ')]: 'supervising',
  [packed('71')]: 'attending',
  [packed('72')]: 'operating',
};
const ORDERING = packed('DK');
/** Between the parts of a patient's name; what ends in it waits for the day of birth. */
const BAR = 124;
/** Relation of a subscriber who is the patient. */
const SELF = '18';
const DRUG_NUMBER = packed('N4');
const [PATIENT_PAID, MINUTES] = [packed('F5'), packed('MJ')];

/** Builds one Claim after another from segments whose Role is known. */
export class ClaimAssembler {
  /** The claim being built. */
  claim: ClaimDraft | undefined;
  /** Number of the service line being built; 0 above the lines. */
  lineNumber = 0;
  private level: LevelDraft = emptyLevel();
  private line: LineDraft | undefined;
  private party: PartyDraft | undefined;
  private readonly others: OtherPayers;
  private readonly complain: Complain;

  constructor(complain: Complain) {
    this.complain = complain;
    this.others = new OtherPayers(complain);
  }

  reset(): void {
    this.level = emptyLevel();
    this.claim = undefined;
    this.line = undefined;
  }

  /** What holds for the claims that come next. */
  get levelInHand(): LevelDraft {
    return this.level;
  }

  /** The finished claim; undefined when none was begun. */
  take(): Claim | undefined {
    const claim = this.claim;
    if (!claim) return undefined;
    this.claim = undefined;
    this.line = undefined;
    this.lineNumber = 0;
    if (claim.billType === undefined) claim.type = isSurgicalCenter(claim) ? 'asc' : 'professional';
    else if (claim.statementFrom && claim.statementFrom === claim.statementThrough) {
      for (const line of claim.lines) line.from ??= claim.statementFrom;
    }
    return claim;
  }

  /** Gives up the claim being built. */
  drop(): void {
    this.claim = this.line = this.party = undefined;
    this.lineNumber = 0;
    this.others.reset();
  }

  /** The party named last is done with: what follows belongs to somebody who is not read. */
  forgetParty(): void {
    this.party = undefined;
  }

  segment(role: number, view: SegmentView): void {
    switch (role) {
      case Role.Service:
        return this.service(view);
      case Role.LineNumber:
        return this.startLine(view);
      case Role.LineDate:
        if (this.line && view.code(1) === SERVICE_DATE) this.lineDate(this.line, view);
        return;
      case Role.LineReference:
        return this.lineReference(view);
      case Role.Claim:
        return this.startClaim(view);
      case Role.Information:
        if (this.claim) field.addInformation(this.claim, view);
        return;
      case Role.ClaimParty:
        return this.claimParty(view);
      case Role.LineParty:
        return this.lineParty(view);
      case Role.BillingSpecialty:
      case Role.PartySpecialty:
        return field.addSpecialty(this.party, view);
      case Role.PartyCity:
        return field.addCity(this.party, view);
      case Role.PartyStreet:
        if (this.party && view.has(1)) this.party.street = view.text(1);
        return;
      case Role.PartyTaxId:
        return field.addTaxId(this.party, view);
      case Role.SubscriberLevel:
        this.level.patient = this.level.birthDate = this.level.sex = undefined;
        this.level.payerId = this.level.payerName = this.level.filing = undefined;
        this.level.subscriber = emptySubscriber();
        return;
      case Role.SubscriberInsurance:
      case Role.PayerName:
        return this.levelSays(role, levelValues(role, view));
      case Role.SubscriberName:
        return this.subscriberName(view);
      case Role.PatientLevel:
        this.level.patient = this.level.birthDate = this.level.sex = undefined;
        if (this.level.subscriber.relation === SELF)
          this.level.subscriber = { ...this.level.subscriber, patientApart: true };
        return;
      case Role.PatientRelation:
        if (view.has(1)) this.level.subscriber = { ...this.level.subscriber, relation: view.text(1) };
        return;
      case Role.PatientName:
        this.level.patient = `${this.level.subscriber.memberId ?? ''}|${view.fresh(3)}|${view.fresh(4)}|`;
        return;
      case Role.Demographics:
        return this.demographics(view);
      case Role.BillingLevel: {
        const submittedOn = this.level.submittedOn;
        this.level = { ...emptyLevel(), submittedOn };
        this.party = this.level.billing = newParty();
        return;
      }
      case Role.BillingName:
        this.party = this.level.billing = withTaxonomy(field.partyFrom(view), this.level.billing?.taxonomy);
        return;
      case Role.Creation:
        this.level.submittedOn = field.dateAt(view, 4);
        return;
      default:
        return this.rarer(role, view);
    }
  }

  private rarer(role: number, view: SegmentView): void {
    const claim = this.claim;
    if (!claim) return;
    const line = this.line;
    switch (role) {
      case Role.ClaimDate:
        return this.claimDate(claim, view);
      case Role.ClaimReference:
        return this.claimReference(claim, view);
      case Role.ClaimNote:
        if (view.has(2)) claim.note = claim.note ? `${claim.note}\n${view.fresh(2)}` : view.fresh(2);
        return;
      case Role.LineNote:
        if (line && view.has(2)) line.note = view.fresh(2);
        return;
      case Role.ClaimPaid: {
        const paid = this.money(view, 2);
        if (view.code(1) === PATIENT_PAID && paid !== undefined) claim.patientPaid = paid;
        return;
      }
      case Role.Attachment: {
        const control = view.fresh(6);
        const attachment = { type: view.text(1), transmission: view.text(2) };
        (claim.attachments ??= []).push(control ? { ...attachment, control } : attachment);
        return;
      }
      case Role.Drug:
        // Other numbers (of devices, of trade) stand here too.
        if (line && view.has(3) && view.code(2) === DRUG_NUMBER) line.ndc = view.text(3);
        return;
      case Role.DrugQuantity:
        if (line && view.has(4)) line.ndcQuantity = field.decimal(view, 4);
        if (line && view.has(5)) line.ndcUnit = view.component(5, 1);
        return;
      default:
        return this.others.segment(role, view, claim, line);
    }
  }

  private startClaim(view: SegmentView): void {
    const claim = (this.claim = newClaim(view.fresh(1), this.level));
    this.line = this.party = undefined;
    this.others.reset();
    this.lineNumber = 0;
    claim.chargeTotal = this.money(view, 2);
    const place = view.component(5, 1);
    const frequency = view.component(5, 3);
    if (frequency) claim.frequency = frequency;
    if (view.component(5, 2) === 'A') {
      claim.type = 'hospital-opd';
      claim.billType = `${place}${frequency}`;
    } else if (place) claim.placeOfService = place;
    if (view.has(7)) claim.assignment = view.text(7);
    if (view.has(11)) {
      const causes = [1, 2, 3].map((part) => view.component(11, part)).filter((each) => each !== '');
      if (causes.length > 0) claim.accident = causes;
    }
    if (view.has(20)) claim.delayReason = view.text(20);
  }

  private startLine(view: SegmentView): void {
    if (!this.claim) return;
    const number = view.integer(1);
    this.openLine(number > 0 ? number : this.claim.lines.length + 1);
  }

  private openLine(number: number): void {
    this.lineNumber = number;
    this.line = newLine(number);
    this.party = undefined;
    this.others.endLine();
    this.claim?.lines.push(this.line);
  }

  private service(view: SegmentView): void {
    if (!this.claim) return;
    // A service without its LX, or a second one under the same LX, is a line all the same.
    if (!this.line || this.line.code !== '' || this.line.charge !== undefined)
      this.openLine(this.claim.lines.length + 1);
    const line = this.line!;
    const institutional = view.id === SV2;
    const shift = institutional ? 1 : 0;
    if (institutional && view.has(1)) line.revenueCode = view.text(1);
    field.addProcedure(line, view, 1 + shift);
    line.charge = this.money(view, 2 + shift);
    if (view.code(3 + shift) === MINUTES) line.unitKind = 'minutes';
    line.units = field.decimal(view, 4 + shift);
    if (Number.isNaN(line.units)) this.complain('wire/x12/number', 4 + shift);
    if (view.id === SV1) {
      if (view.has(5)) line.placeOfService = view.text(5);
      field.addPointers(line, view, 7);
    }
  }

  private lineDate(line: LineDraft, view: SegmentView): void {
    line.from = field.dateAt(view, 3);
    if (!line.from) return this.complain('wire/x12/element-date', 3);
    const through = field.throughAt(view, 3);
    if (through) line.through = through;
    else if (view.code(2) === RANGE) this.complain('wire/x12/element-date', 3);
  }

  private lineReference(view: SegmentView): void {
    if (!this.line || !view.has(2)) return;
    const kind = view.code(1);
    if (kind === REFERENCES.control) this.line.controlNumber = view.fresh(2);
    else if (kind === REFERENCES.authorization) this.line.authorization = view.fresh(2);
  }

  private claimParty(view: SegmentView): void {
    if (!this.claim) return;
    const kind = PARTIES[view.code(1)];
    this.party = field.partyFrom(view);
    if (kind) this.claim[kind] = this.party;
  }

  private lineParty(view: SegmentView): void {
    if (!this.line) return;
    this.party = field.partyFrom(view);
    const kind = view.code(1);
    if (kind === ORDERING) this.line.ordering = this.party;
    else if (PARTIES[kind] === 'rendering') this.line.rendering = this.party;
    else if (PARTIES[kind] === 'supervising') this.line.supervising = this.party;
    else if (PARTIES[kind] === 'facility') this.line.facility = this.party;
  }

  /** What a segment of insurance or payer says of the claims that come next: its `levelValues`. */
  levelSays(role: number, values: LevelValues): void {
    const { level } = this;
    if (role === Role.PayerName) {
      level.payerId = values[0];
      level.payerName = values[1];
      return;
    }
    const { subscriber } = level;
    if (values[0] !== undefined) subscriber.sequence = values[0];
    if (values[1] !== undefined) subscriber.relation = values[1];
    if (values[2] !== undefined) subscriber.group = values[2];
    if (values[3] !== undefined) subscriber.secondaryReason = values[3];
    level.filing = values[4];
  }

  private subscriberName(view: SegmentView): void {
    const memberId = view.has(9) ? view.fresh(9) : undefined;
    this.level.subscriber.memberId = memberId;
    this.level.patient = memberId ?? `|${view.fresh(3)}|${view.fresh(4)}|`;
  }

  private demographics(view: SegmentView): void {
    this.level.birthDate = field.dateAt(view, 2);
    this.level.sex = view.has(3) ? view.text(3) : undefined;
    const { patient } = this.level;
    if (patient !== undefined && patient.charCodeAt(patient.length - 1) === BAR)
      this.level.patient = patient + view.text(2);
  }

  private claimDate(claim: ClaimDraft, view: SegmentView): void {
    if (view.code(2) === TIME) return;
    const date = field.dateAt(view, 3);
    if (!date || (view.code(2) === RANGE && !field.throughAt(view, 3))) this.complain('wire/x12/element-date', 3);
    if (!date) return;
    const kind = view.code(1);
    if (kind === DATES.onset) claim.onsetDate = date;
    else if (kind === DATES.accident) claim.accidentDate = date;
    else if (kind === DATES.admission) claim.admissionDate = date;
    else if (kind === DATES.discharge) claim.dischargeDate = date;
    else if (kind === DATES.statement) {
      claim.statementFrom = date;
      const through = field.throughAt(view, 3);
      claim.statementThrough = through ?? date;
    }
  }

  private claimReference(claim: ClaimDraft, view: SegmentView): void {
    if (!view.has(2)) return;
    const kind = view.code(1);
    if (kind === REFERENCES.authorization) claim.authorization = view.fresh(2);
    else if (kind === REFERENCES.referral) claim.referral = view.fresh(2);
    else if (kind === REFERENCES.original) claim.originalReference = view.fresh(2);
    else if (kind === REFERENCES.trial) claim.trial = view.fresh(2);
    else if (kind === REFERENCES.device) claim.deviceExemption = view.fresh(2);
  }

  private money(view: SegmentView, element: number): Cents | undefined {
    return moneyOf(view, element, this.complain);
  }
}

type LevelValues = readonly (string | undefined)[];

/** What there is of the elements of an insurance or payer segment that a claim takes over. */
export function levelValues(role: number, view: SegmentView): LevelValues {
  const elements = role === Role.PayerName ? [9, 3] : [1, 2, 3, 5, 9];
  return elements.map((element) => (view.has(element) ? view.text(element) : undefined));
}

function withTaxonomy(party: PartyDraft, taxonomy: string | undefined): PartyDraft {
  party.taxonomy = taxonomy;
  return party;
}

/** A facility claim on the professional form: place 24, and the billing provider is a surgical center or a line has SG. */
function isSurgicalCenter(claim: ClaimDraft): boolean {
  if (claim.placeOfService !== '24') return false;
  if (claim.billing?.taxonomy === SURGICAL_CENTER) return true;
  return claim.lines.some((line) => line.modifiers.includes('SG'));
}
