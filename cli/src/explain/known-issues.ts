import { LAW_ISSUES } from '@interspace/library/issues';
import type { IssueTable } from '@interspace/library/explain/issue';
import { SERVER_ISSUES } from '@interspace/server/issues';
import { WIRE_ISSUES } from '@interspace/wire/issues';
import { CLI_ISSUES } from '../issues.ts';

/** Every Issue that a user of the command line can meet. */
export const KNOWN_ISSUES: readonly IssueTable[] = [CLI_ISSUES, LAW_ISSUES, WIRE_ISSUES, SERVER_ISSUES];
