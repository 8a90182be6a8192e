import { z } from 'zod';
import { Cut, Day, Id, Moment } from './common.ts';
import { Permission, Role } from './roles.ts';

/** Something that was changed at somebody's authentication. */
export const Notice = z.object({
  at: Moment,
  what: z.enum(['password', 'second-factor-on', 'second-factor-off', 'unlocked', 'role', 'provider']),
  by: z.string(),
});

/** `GET /api/session`: who is asking, and how one may sign in. */
export const Session = z.object({
  signedIn: z.boolean(),
  user: z
    .object({
      id: Id,
      name: z.string(),
      login: z.string(),
      role: Role,
      permissions: z.array(Permission),
      practice: z.object({ id: Id, name: z.string() }),
      totp: z.boolean().describe('A second factor is set up.'),
      factorNeeded: z.boolean().optional().describe('It must be set up before anything else can be done.'),
    })
    .optional(),
  expires: Moment.optional(),
  csrf: z.string().optional(),
  notices: z
    .array(Notice)
    .optional()
    .describe('What was changed at the way you sign in; `POST /api/account/notices/seen` clears it.'),
  setup: z.boolean().describe('Nobody has an account yet: the first-run link makes the first administrator.'),
  oidc: z.object({ name: z.string() }).optional().describe('A provider through which one may sign in.'),
  demo: z
    .array(z.object({ login: z.string(), password: z.string(), role: Role, name: z.string() }))
    .optional()
    .describe('Accounts of the invented practice, only with --demo.'),
});
export type Session = z.infer<typeof Session>;

/** `POST /api/sign-in`. 401 with code `server/identity/second-factor` asks for `code`. */
export const SignIn = z
  .object({ login: z.string().max(200), password: z.string().max(1000), code: z.string().max(12).optional() })
  .strict();
/** `POST /api/setup`: the first administrator, with the token of the link that the server printed. */
export const Setup = z
  .object({
    token: z.string(),
    practice: z.string().min(1).max(200),
    name: z.string().min(1).max(200),
    login: z.string().min(1).max(200),
    password: z.string().min(12).max(1000),
  })
  .strict();
/** `POST /api/account/password`. */
export const ChangePassword = z.object({ current: z.string(), next: z.string().min(12).max(1000) }).strict();
/** `POST /api/account/totp` answers this; `…/confirm` {code} switches it on; `…/off` {code} switches it off. */
export const TotpOffer = z.object({ secret: z.string(), uri: z.string(), qr: z.string().describe('An SVG.') });
/** `GET /api/account/sessions`: where one is signed in. */
export const OwnSession = z.object({
  id: Id,
  here: z.boolean().describe('The session that asks.'),
  agent: z.string().optional().describe('Browser or program, as it says itself.'),
  opened: Moment,
  seen: Moment,
  expires: Moment,
});
export type OwnSession = z.infer<typeof OwnSession>;
/** `POST /api/break-glass`: see one patient's chart for an hour, with a reason that the audit log keeps. */
export const BreakGlass = z.object({ patient: Id, reason: z.string().min(10).max(1000) }).strict();
export const GlassBroken = z.object({ until: Moment });

/** `GET /api/accounts`, `POST`, `PATCH /api/accounts/:id`. */
export const Account = z.object({
  id: Id,
  name: z.string(),
  login: z.string(),
  role: Role,
  disabled: z.boolean(),
  totp: z.boolean(),
  locked: z.boolean(),
  lastSignIn: Moment.optional(),
  npi: z.string().optional(),
});
export type Account = z.infer<typeof Account>;
export const NewAccount = z
  .object({
    name: z.string().min(1).max(200),
    login: z.string().min(1).max(200),
    role: Role.exclude(['service']),
    password: z.string().min(12).max(1000),
    npi: z.string().optional(),
  })
  .strict();
export const AccountChange = z
  .object({
    name: z.string().min(1).max(200).optional(),
    role: Role.exclude(['service']).optional(),
    disabled: z.boolean().optional(),
    password: z.string().min(12).max(1000).optional(),
    unlock: z.literal(true).optional(),
    totp: z.literal(false).optional().describe('Takes the second factor off, for somebody who lost it.'),
  })
  .strict();
/** `GET /api/clients`, `POST`, `DELETE /api/clients/:id`: other programs. The secret is told once. */
export const Client = z.object({
  id: Id,
  name: z.string(),
  clientId: z.string(),
  created: Moment,
  secret: z.string().optional(),
  jwksUri: z.string().optional(),
  issuer: z.string().optional(),
});
export const NewClient = z
  .object({
    name: z.string().min(1).max(200),
    /** Public keys; without them and without `jwksUri` a secret is made. */
    jwks: z.unknown().optional(),
    /** Where a CDS client publishes its keys, and the name by which it signs (`iss`). */
    jwksUri: z.url({ protocol: /^https$/ }).optional(),
    issuer: z.string().min(1).max(300).optional(),
  })
  .strict();

/** `GET /api/audit-log`: newest first. Names of patients are not in it; their ids are. */
export const AuditEntry = z.object({
  sequence: z.int(),
  at: Moment,
  actor: z.string().describe('Name of the account or client.'),
  role: z.string(),
  action: z.string().describe('Such as `chart.read` or `account.create`.'),
  subject: z.string().optional().describe('What kind of thing and which: `patient 6f0c…`.'),
  detail: z.string().optional(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
export const AuditQuery = Cut.extend({
  action: z.string().max(100).optional().describe('Begins so: `chart` finds `chart.read`.'),
  actor: Id.optional(),
  subject: z.string().max(200).optional(),
  from: Day.optional(),
  through: Day.optional(),
});
/** `GET /api/audit-log/verify`. */
export const AuditVerdict = z.object({
  entries: z.int(),
  intact: z.boolean(),
  broken: z.array(z.object({ sequence: z.int(), why: z.string() })),
  last: z.string().describe('Hash of the last entry: keep it elsewhere to prove later that nothing was cut off.'),
});
