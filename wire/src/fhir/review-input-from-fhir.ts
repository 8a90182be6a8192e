import type { IsoDate } from '@interspace/core/model/date';
import { failed, ok, type Result } from '@interspace/core/model/result';
import type { Context, EngineInput, StatedFacts } from '@interspace/core/model/review-input';
import { fhirIssue } from '../issues.ts';
import { readAnswers } from './answers-from-fhir.ts';
import { readFhirClaim, type ClaimRead } from './claim-from-fhir.ts';
import { firstCoverage, payerWord, readCoverage, type CoverageRead } from './coverage-from-fhir.ts';
import { readDiagnoses } from './diagnoses-from-fhir.ts';
import { readDocuments } from './documents-from-fhir.ts';
import { ageOn, readObservations, type FactRead } from './facts-from-fhir.ts';
import { ORDER_TYPES, readOrder, type OrderRead } from './order-from-fhir.ts';
import { readPlace, type PlaceRead } from './parties-from-fhir.ts';
import { ownerOf, patientOf, type Ownership } from './patient-of.ts';
import { readPatient, type PatientRead } from './patient-from-fhir.ts';
import { readAdministration, readProcedure, type ProcedureRead } from './procedures-from-fhir.ts';
import type { FhirReadOptions } from './read-options.ts';
import { Reading, type Unused } from './reading.ts';
import { Shelf, type Shelved } from './shelf.ts';

/** Everything that was read: what the engine takes, what a door needs beside it, and what was left aside. */
export interface FhirRead {
  readonly input: EngineInput;
  readonly patient: PatientRead | undefined;
  readonly coverages: readonly CoverageRead[];
  readonly coverage: CoverageRead | undefined;
  readonly orders: readonly OrderRead[];
  readonly claim: ClaimRead | undefined;
  /** Procedures of earlier days: sessions once somebody says which family a code belongs to. */
  readonly past: readonly ProcedureRead[];
  /** Where each stated fact comes from. */
  readonly stated: readonly FactRead[];
  readonly unused: readonly Unused[];
}

/** Types that say nothing about one encounter that is judged here, and why they are left aside whole. */
const ASIDE: Readonly<Record<string, string>> = {
  ExplanationOfBenefit: 'an answer of a payer, not part of the encounter',
  ClaimResponse: 'an answer of a payer, not part of the encounter',
};

/**
 * A Bundle (or a list, or one resource) around one encounter as what the engine takes. Never throws, whatever JSON it is given;
 * what it did not use is in `unused`, by path.
 */
export function readReviewInput(json: unknown, options: FhirReadOptions = {}): Result<FhirRead> {
  const reading = new Reading();
  const shelf = new Shelf(reading);
  const root = rootName(json);
  shelf.add(json, root);
  return readShelf(shelf, options, (read) => ({
    ...read,
    unused: typeof json === 'object' && json !== null && !Array.isArray(json) ? reading.unused(json, root) : [],
  }));
}

/** The same for resources that were collected from several places, as a hook request has them. */
export function readShelf(
  shelf: Shelf,
  options: FhirReadOptions,
  finish: (read: FhirRead) => FhirRead,
): Result<FhirRead> {
  const { reading } = shelf;
  const owner = patientOf(shelf, options);
  if (shelf.all.length === 0) {
    const broken = reading.issues.filter(({ level }) => level !== 'warning');
    return failed(...(broken.length > 0 ? broken : [fhirIssue('wire/fhir/not-a-resource')]));
  }
  if (owner === 'many') return failed(...reading.issues, fhirIssue('wire/fhir/patients-many'));
  const mine = (shelved: Shelved): boolean => ownerOf(shelf, shelved, owner);
  const read = finish(readAll(shelf, options, owner, mine));
  const broken = reading.issues.filter(({ level }) => level !== 'warning');
  return broken.length > 0 ? failed(...reading.issues) : ok(read, reading.issues);
}

function readAll(
  shelf: Shelf,
  options: FhirReadOptions,
  owner: Ownership,
  mine: (shelved: Shelved) => boolean,
): FhirRead {
  for (const shelved of shelf.all) {
    const why = ASIDE[shelved.type];
    if (why !== undefined) shelved.node.leave(why);
  }
  const patient = owner.patient ? readPatient(owner.patient) : undefined;
  const encounter = encounterOf(shelf, options.encounter, mine);
  const orders = shelf
    .of(...ORDER_TYPES)
    .filter(mine)
    .flatMap((shelved) => readOrder(shelf, shelved) ?? []);
  const done = [
    ...shelf
      .of('Procedure')
      .filter(mine)
      .flatMap((shelved) => readProcedure(shelf, shelved) ?? []),
    ...shelf
      .of('MedicationAdministration')
      .filter(mine)
      .flatMap((shelved) => readAdministration(shelf, shelved) ?? []),
  ];
  const claim = claimOf(shelf, mine);
  const met = encounter?.node.child('period')?.day('start');
  const on = serviceDay(claim, orders, met, done, options.today);
  const own = done.filter(({ on: day, encounter: ref }) => day === undefined || day === on || isSame(ref, encounter));
  const past = done.filter((one) => !own.includes(one) && one.on !== undefined && (on === undefined || one.on < on));
  const coverages = shelf
    .of('Coverage')
    .filter(mine)
    .map((shelved) => readCoverage(shelf, shelved));
  const coverage = claim?.coverages[0] ?? firstCoverage(named(coverages, orders), on);
  const place = placeOf(shelf, encounter, orders);
  const stated = [...readObservations(shelf, on, mine), ...readAnswers(shelf, mine)];
  const side = [...orders, ...own].map((one) => one.side).find(Boolean);
  const facts: StatedFacts = {
    ...(patient?.birthDate && on ? { 'patient.age': ageOn(patient.birthDate, on) } : {}),
    ...(side === undefined ? {} : { 'procedure.side': side }),
    ...Object.fromEntries(stated.map(({ fact, value }) => [fact, value])),
  };
  const reasons = [...orders.flatMap((order) => order.reasons), ...own.flatMap((one) => one.reasons)];
  const diagnoses = readDiagnoses(shelf, encounter, reasons, mine);
  const billed = claim?.use === 'claim' ? claim.claim : undefined;
  const requested = claim && !billed ? claim.claim.lines.map(({ code }) => code).filter(Boolean) : [];
  const planned = [
    ...new Set([...requested, ...orders.flatMap(({ codes }) => codes), ...own.flatMap(({ codes }) => codes)]),
  ];
  const chosen = diagnoses.length > 0 ? diagnoses : (claim?.claim.diagnoses ?? []);
  readRest(shelf);
  const context: Context = {
    ...word('payer', coverage && payerWord(coverage)),
    ...word('plan', coverage?.plan),
    ...word('state', place.state),
    ...word('placeOfService', place.placeOfService),
    ...(on === undefined ? {} : { dateOfService: on }),
  };
  const input: EngineInput = {
    context,
    documents: readDocuments(shelf, mine),
    ...(chosen.length > 0 ? { diagnoses: chosen } : {}),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    ...(billed ? { claim: billed } : {}),
    ...(planned.length > 0 && !billed ? { planned } : {}),
  };
  return { input, patient, coverages, coverage, orders, claim, past, stated, unused: [] };
}

function word<K extends string>(key: K, value: string | undefined): { [key in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: string });
}

/** The encounter that is meant: named, the only one, or the latest; the others are named as left aside. */
function encounterOf(
  shelf: Shelf,
  wanted: string | undefined,
  mine: (shelved: Shelved) => boolean,
): Shelved | undefined {
  const all = shelf.of('Encounter').filter(mine);
  const id = wanted?.split('/').at(-1);
  const start = (one: Shelved): string => one.node.child('period')?.day('start') ?? '';
  const chosen =
    all.find((one) => id !== undefined && one.id === id) ??
    all.toSorted((one, other) => (start(one) < start(other) ? 1 : -1))[0];
  for (const one of all) if (one !== chosen) one.node.leave('another encounter');
  chosen?.node.text('status');
  return chosen;
}

function claimOf(shelf: Shelf, mine: (shelved: Shelved) => boolean): ClaimRead | undefined {
  const claims = shelf.of('Claim').filter(mine);
  let read: ClaimRead | undefined;
  for (const shelved of claims) {
    if (read) shelved.node.leave('one claim is judged at a time');
    else read = readFhirClaim(shelf, shelved);
  }
  return read;
}

function serviceDay(
  claim: ClaimRead | undefined,
  orders: readonly OrderRead[],
  met: IsoDate | undefined,
  done: readonly ProcedureRead[],
  today: IsoDate | undefined,
): IsoDate | undefined {
  const billed = claim?.claim.lines.map(({ from }) => from).find((day) => day !== undefined);
  const ordered = orders.map(({ on }) => on).find((day) => day !== undefined);
  const performed = done
    .map(({ on }) => on)
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  // An order has not happened: without a date of its own it is judged on the caller's day.
  return billed ?? ordered ?? (orders.length > 0 ? (today ?? met) : (met ?? performed)) ?? today;
}

function named(coverages: readonly CoverageRead[], orders: readonly OrderRead[]): readonly CoverageRead[] {
  const wanted = orders.flatMap((order) => order.coverages);
  const own = coverages.filter(({ reference }) => wanted.some((one) => one.endsWith(reference)));
  return own.length > 0 ? own : coverages;
}

function placeOf(shelf: Shelf, encounter: Shelved | undefined, orders: readonly OrderRead[]): PlaceRead {
  const ordered = orders.map(({ place }) => place).find(({ state, placeOfService }) => state ?? placeOfService);
  if (ordered?.state !== undefined || !encounter) return ordered ?? {};
  const { node } = encounter;
  const located = node
    .list('location')
    .map((one) => readPlace(shelf, shelf.resolve(one.child('location'), encounter)))
    .find(({ state, placeOfService }) => state ?? placeOfService);
  const provider = readPlace(shelf, shelf.resolve(node.child('serviceProvider'), encounter));
  return { ...provider, ...drop(located), ...drop(ordered) };
}

function drop(place: PlaceRead | undefined): PlaceRead {
  return Object.fromEntries(Object.entries(place ?? {}).filter(([, value]) => value !== undefined));
}

function isSame(reference: string | undefined, encounter: Shelved | undefined): boolean {
  return reference !== undefined && encounter?.id !== undefined && reference.endsWith(`Encounter/${encounter.id}`);
}

/** Types that are only read through references: parties, places, codes of devices. The rest is named whole. */
const BY_REFERENCE = ['Practitioner', 'PractitionerRole', 'Organization', 'Location', 'Device', 'Medication', 'Binary'];
const READ = [
  ...BY_REFERENCE,
  ...ORDER_TYPES,
  'Patient',
  'Coverage',
  'Encounter',
  'Procedure',
  'Condition',
  'Observation',
  'DocumentReference',
  'DiagnosticReport',
  'MedicationAdministration',
  'Claim',
  'QuestionnaireResponse',
];

function readRest(shelf: Shelf): void {
  for (const { node, type } of shelf.all)
    if (!READ.includes(type) && !shelf.reading.isLeft(node))
      node.leave(`${/^[A-Za-z]{1,40}$/.test(type) ? type : 'this type'} is not read`);
}

function rootName(json: unknown): string {
  const type =
    typeof json === 'object' && json !== null ? (json as { resourceType?: unknown }).resourceType : undefined;
  return typeof type === 'string' && /^[A-Za-z]{1,40}$/.test(type) ? type : 'input';
}
