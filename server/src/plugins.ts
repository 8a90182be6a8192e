import type { BatchJobs } from './batches/jobs.ts';
import type { MarkdownOf } from './export/export-what.ts';
import type { Plugin } from './http/app.ts';
import { accountRoutes } from './routes/account.ts';
import { accountSessionRoutes } from './routes/account-sessions.ts';
import { accountsRoutes } from './routes/accounts.ts';
import { auditLogRoutes } from './routes/audit-log.ts';
import { batchRoutes } from './routes/batches.ts';
import { breakGlassRoutes } from './routes/break-glass.ts';
import { clientRoutes } from './routes/clients.ts';
import { exportRoutes } from './routes/export.ts';
import { patientRoutes } from './routes/patients.ts';
import { encounterRoutes } from './routes/encounters.ts';
import { recordRoutes } from './routes/records.ts';
import { authorizationMessageRoutes } from './routes/authorization-messages.ts';
import { authorizationRoutes } from './routes/authorizations.ts';
import { workRoutes } from './routes/work-items.ts';
import { documentRoutes } from './routes/document-text.ts';
import { fhirRoutes } from './routes/fhir.ts';
import { libraryRoutes } from './routes/library.ts';
import { mcpRoutes } from './routes/mcp.ts';
import { oauthRoutes } from './routes/oauth.ts';
import { oidcRoutes } from './routes/oidc.ts';
import { practiceRoutes } from './routes/practice.ts';
import { reviewRoutes } from './routes/review.ts';
import { rulebookRoutes } from './routes/rulebook.ts';
import { sessionRoutes } from './routes/session.ts';
import { vocabularyRoutes } from './routes/vocabulary.ts';

/** Every group of routes. */
export function pluginsOf(parts: {
  readonly jobs: BatchJobs;
  readonly home: string;
  readonly markdown: MarkdownOf;
}): Plugin[] {
  return [
    sessionRoutes,
    oauthRoutes,
    oidcRoutes,
    accountRoutes,
    accountSessionRoutes,
    accountsRoutes,
    clientRoutes,
    auditLogRoutes,
    breakGlassRoutes,
    reviewRoutes,
    documentRoutes,
    rulebookRoutes,
    libraryRoutes,
    vocabularyRoutes,
    practiceRoutes,
    patientRoutes,
    encounterRoutes,
    recordRoutes,
    authorizationRoutes,
    authorizationMessageRoutes,
    workRoutes,
    batchRoutes(parts),
    exportRoutes(parts.markdown),
    fhirRoutes,
    mcpRoutes,
  ];
}
