import { z } from 'zod';
import { Session as LedgerSession } from '@interspace/core/model/history';
import { Review } from '@interspace/core/model/review';
import { Context } from '@interspace/core/model/review-input';
import { Cents, Cut, Day, Id, Moment, pageOf } from './common.ts';
import { Forecast } from './review-verbs.ts';
import { Role } from './roles.ts';

export const Coverage = z.object({
  id: Id,
  payer: z.string(),
  plan: z.string().optional(),
  memberId: z.string().optional(),
  sequence: z.enum(['primary', 'secondary', 'tertiary']),
  from: Day.optional(),
  through: Day.optional(),
});

/** `GET /api/patients?search=`, `GET /api/patients/:id`. */
export const PatientRow = z.object({
  id: Id,
  name: z.string(),
  birthDate: Day,
  mrn: z.string(),
  state: z.string().optional(),
  payer: z.string().optional(),
  physician: z.string().optional(),
  lastVisit: Day.optional(),
  openItems: z.int(),
});
export type PatientRow = z.infer<typeof PatientRow>;
export const Patient = PatientRow.extend({ sex: z.string().optional(), coverages: z.array(Coverage) });
export const NewPatient = z
  .object({
    firstName: z.string().min(1),
    lastName: z.string().min(1),
    birthDate: Day,
    sex: z.enum(['F', 'M', 'U']).optional(),
    mrn: z.string().min(1),
    state: z.string().length(2).optional(),
    physician: Id.optional().describe('Account of who sees the patient; a physician adds own patients.'),
    coverages: z.array(Coverage.omit({ id: true })).default([]),
  })
  .strict();
export const PatientQuery = Cut.extend({
  search: z.string().max(200).optional().describe('Name or record number begins so.'),
});

export const PatientAuthorization = z.object({
  id: Id,
  patient: Id,
  patientName: z.string().optional(),
  program: z.string(),
  number: z.string().optional(),
  status: z.enum(['needed', 'requested', 'approved', 'denied', 'expired']),
  codes: z.array(z.string()),
  requested: Day.optional(),
  decided: Day.optional(),
  validThrough: Day.optional(),
  daysLeft: z.int().optional(),
});
export type PatientAuthorization = z.infer<typeof PatientAuthorization>;

export const EncounterRow = z.object({
  id: Id,
  patient: Id,
  date: Day,
  placeOfService: z.string().optional(),
  physician: z.string().optional(),
  title: z.string().describe('What it was, in words.'),
  status: z.enum(['open', 'held', 'ready', 'billed', 'paid', 'denied']),
  outcome: z.string().optional(),
  record: Id.optional().describe('Its latest DecisionRecord.'),
});

/** `GET /api/encounters/:id`. */
export const Encounter = EncounterRow.extend({
  patientName: z.string(),
  documents: z.array(z.object({ id: z.string(), kind: z.string(), date: Day.optional(), text: z.string() })),
  context: z.record(z.string(), z.unknown()),
});

export const EncounterStatus = EncounterRow.shape.status;
export const EncounterQuery = Cut.extend({
  patient: Id.optional(),
  status: EncounterStatus.optional(),
  from: Day.optional(),
  through: Day.optional(),
});
const NewDocument = z
  .object({
    id: z.string().min(1).max(200).default('note').describe('Name by which Evidence points at it.'),
    kind: z.enum(['procedure-note', 'clinic-note', 'unknown']).default('unknown'),
    date: Day.optional(),
    text: z.string().max(2_000_000),
  })
  .strict();
/** `POST /api/encounters`. */
export const NewEncounter = z
  .object({
    patient: Id,
    date: Day,
    placeOfService: z.string().length(2).optional(),
    title: z.string().min(1).max(300),
    documents: z.array(NewDocument).default([]),
    context: Context.default({}),
    externalId: z.string().max(300).optional().describe("The sender's own id; a second one is refused."),
  })
  .strict();
/** `POST /api/encounters/:id/documents`. */
export const AddDocument = NewDocument;
/** `PATCH /api/encounters/:id`. Billed: what was done goes into the ledger. */
export const EncounterChange = z.object({ status: EncounterStatus }).strict();
/** `POST /api/encounters/:id/review`: judges what the chart holds now and keeps the record. */
export const EncounterReview = z.object({ record: Id, review: Review });

/** `GET /api/patients/:id/ledger`: what was done, how it helped, what is left. */
export const PatientLedger = z.object({
  on: Day,
  sessions: z.array(LedgerSession.extend({ id: Id, encounter: Id.optional() })),
  forecasts: z.array(Forecast),
  notEvaluated: z.array(z.string()),
  authorizations: z.array(PatientAuthorization),
  encounters: z.array(EncounterRow),
});
export type PatientLedger = z.infer<typeof PatientLedger>;
export const NewSession = LedgerSession;

/** `GET /api/authorizations`, `POST`, `PATCH /api/authorizations/:id`. */
export const AuthorizationQuery = Cut.extend({
  patient: Id.optional(),
  status: PatientAuthorization.shape.status.optional(),
  within: z.coerce.number().int().min(0).max(400).optional().describe('Ends within so many days.'),
});
export const NewAuthorization = z
  .object({
    patient: Id,
    encounter: Id.optional(),
    program: z.string().min(1).max(200),
    number: z.string().max(100).optional(),
    status: PatientAuthorization.shape.status.default('needed'),
    codes: z.array(z.string()).default([]),
    requested: Day.optional(),
    decided: Day.optional(),
    validThrough: Day.optional(),
  })
  .strict();
export const AuthorizationChange = z
  .object({
    number: z.string().max(100).optional(),
    status: PatientAuthorization.shape.status.optional(),
    codes: z.array(z.string()).optional(),
    requested: Day.optional(),
    decided: Day.optional(),
    validThrough: Day.optional(),
  })
  .strict();

/** `GET /api/records`, `GET /api/records/:id`, `POST /api/records/:id/replay`. */
export const RecordRow = z.object({
  id: Id,
  at: Moment,
  patient: Id.optional(),
  encounter: Id.optional(),
  by: z.string(),
  inputDigest: z.string(),
  reviewDigest: z.string(),
  library: z.string(),
  engine: z.string(),
  blocks: z.int(),
  warnings: z.int(),
  lines: z.array(z.string()),
});
export const RecordQuery = Cut.extend({
  patient: Id.optional(),
  encounter: Id.optional(),
  library: z.string().max(200).optional().describe('Revision of the library that judged.'),
});
export const DecisionRecord = RecordRow.extend({ input: z.unknown(), review: z.unknown() });
export const Replay = z.object({
  same: z.boolean(),
  reason: z.string().describe('same bytes | another library | another engine'),
  differences: z.array(z.object({ what: z.string(), before: z.string().optional(), after: z.string().optional() })),
});

/** `GET /api/work-items?kind=&state=&assignee=`; counts by kind come with the page. */
export const WorkKind = z.enum(['hold', 'question', 'authorization', 'stale-rule', 're-judged', 'denial']);
export const WorkItem = z.object({
  id: Id,
  kind: WorkKind,
  title: z.string(),
  detail: z.string().optional(),
  state: z.enum(['open', 'waiting', 'resolved']),
  priority: z.enum(['high', 'normal', 'low']),
  role: z.string().describe('For whom it is.'),
  assignee: z.object({ id: Id, name: z.string() }).optional(),
  patient: z.object({ id: Id, name: z.string() }).optional(),
  encounter: Id.optional(),
  record: Id.optional(),
  finding: z.string().optional().describe('Id of the finding or fact it is about.'),
  question: z.object({ fact: z.string(), question: z.string() }).optional(),
  due: Day.optional(),
  amount: Cents.optional(),
  created: Moment,
  comments: z.array(z.object({ at: Moment, by: z.string(), text: z.string() })),
});
export type WorkItem = z.infer<typeof WorkItem>;
/** `PATCH /api/work-items/:id`. Answering a question re-judges its encounter. */
export const WorkChange = z
  .object({
    assignee: Id.nullable().optional(),
    state: z.enum(['open', 'waiting', 'resolved']).optional(),
    comment: z.string().min(1).max(4000).optional(),
    answer: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
  })
  .strict();
/** Open and waiting items by kind, of what the caller may see and whatever the filters. */
export const WorkCounts = z.record(z.string(), z.int());
export const WorkQuery = Cut.extend({
  kind: WorkKind.optional(),
  state: z.enum(['open', 'waiting', 'resolved', 'unresolved']).default('unresolved'),
  assignee: z.string().optional().describe('`me`, `nobody` or the id of an account.'),
});
/** Most urgent first: priority, then due, then age. */
export const WorkPage = pageOf(WorkItem).extend({ counts: WorkCounts });
export type WorkPage = z.infer<typeof WorkPage>;
/** `GET /api/colleagues`: to whom work can be given. */
export const Colleague = z.object({ id: Id, name: z.string(), role: Role });
export type Colleague = z.infer<typeof Colleague>;
