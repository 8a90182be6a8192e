import type { Command } from 'commander';
import type { ExitCode } from './exit.ts';
import { formatOption } from './format-option.ts';
import type { Io } from './io.ts';

/** A verb as `program` makes it: help, errors and suggestions are set up there. */
type Verb = (usage: string, about: string, help: string) => Command;

const HELP = `
The server writes down who saw and who changed what, each entry bound to the one before it. This reads the whole log and
says where it was changed, cut or added to, and whether the kept decision records still are what was kept. It works on
a server that runs and on one that is stopped; DATABASE_URL names a database server of your own.

Examples:
  interspace audit-log verify
  interspace audit-log verify --expect 5a40c3ac…    (the hash that an earlier verify printed, when nothing came since)
  interspace audit-log export --from 2026-10-01 --format csv > october.csv

Exit code of verify: 0 intact, 1 not, 2 could not run.`;

/** `audit-log verify` and `audit-log export`. */
export function addAuditVerbs(verb: Verb, io: Io, done: (exit: ExitCode) => void): void {
  const log = verb('audit-log', 'prove who saw and changed what: check the log of the server, or take it out', HELP);
  const common = (name: string, about: string): Command =>
    log
      .command(name)
      .description(about)
      .exitOverride()
      .option('--home <folder>', 'data folder of the server; default is INTERSPACE_HOME, else your own')
      .option('--color', 'colour even when not on a terminal')
      .option('--no-color', 'no colour');
  common('verify', 'whether the log and the decision records still are what was written')
    .option('--expect <hash>', 'the hash of the last entry, as it was noted elsewhere')
    .addOption(formatOption('text', 'json'))
    .action(async (options: object) => {
      const { verifyAudit } = await import('./commands/audit-log.ts');
      done(await verifyAudit(options, io));
    });
  common('export', 'every entry as a line, oldest first')
    .option('--from <date>', 'first day')
    .option('--through <date>', 'last day')
    .addOption(formatOption('jsonl', 'csv'))
    .action(async (options: object) => {
      const { exportAudit } = await import('./commands/audit-log.ts');
      done(await exportAudit(options, io));
    });
}
