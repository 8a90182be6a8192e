import { Command, CommanderError } from 'commander';
import { addAuditVerbs } from './audit-verbs.ts';
import { fault } from './commands/review.ts';
import { refuse } from './complain.ts';
import type { CheckOptions } from './commands/x12/check.ts';
import { HELP } from './help.ts';
import { addLawVerbs } from './law-verbs.ts';
import { formatOption } from './format-option.ts';
import type { Io } from './io.ts';
import { addServeVerb } from './serve-verb.ts';
import type { RawOptions } from './options.ts';
import { VERSION } from './version.ts';

/** The command line: what each verb takes. The verbs themselves live in commands/ and load when they are called. */
export async function program(args: readonly string[], io: Io): Promise<number> {
  let exit = 0;
  const top = new Command('interspace')
    .description('Codes, coverage and claim integrity for interventional pain medicine, explained and cited.')
    .version(VERSION, '-V, --version')
    .addHelpText('after', HELP.top)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
    })
    .showSuggestionAfterError()
    .helpCommand(false);
  const verb = (usage: string, about: string, help: string): Command =>
    top.command(usage).description(about).addHelpText('after', help).exitOverride();

  const reviewing = (usage: string, about: string, help: string, mode: 'REVIEW' | 'CODE'): void => {
    const command = contextOptions(verb(usage, about, help)).argument(
      '[files...]',
      'documents; none or - reads standard input',
    );
    command.action(async (files: string[], options: RawOptions) => {
      const { reviewDocuments, REVIEW } = await import('./commands/review.ts');
      const { CODE } = await import('./commands/modes.ts');
      exit = await reviewDocuments(files, options, io, { REVIEW, CODE }[mode]);
    });
  };
  reviewing(
    'review',
    'codes, edits, coverage, questions and authorization for notes, forms and claims',
    HELP.review,
    'REVIEW',
  );
  reviewing('code', 'only the claim lines that a note or form supports', HELP.code, 'CODE');
  contextOptions(verb('scrub', 'claim checks for 837 files of any size, or a form with a claim', HELP.scrub))
    .argument('[files...]', 'claim files; none or - reads standard input')
    .option('--tables <folder>', 'folder of the imported tables; default is your own')
    .option('--workers <n>', 'threads; 0 judges in the main one. Default: 2 for large files')
    .option('--output <file>', 'where to write; standard output without')
    .option('--resume <file>', 'keep a checkpoint there, and go on from it when it is there already')
    .option('--identifiers', 'html: show member number and birth date of the claims on the page')
    .action(async (files: string[], options: RawOptions) => {
      const { scrubFiles } = await import('./commands/scrub.ts');
      exit = await scrubFiles(files, options, io);
    });

  contextOptions(verb('authorize', 'whether anybody must be asked before the procedure, and for what', HELP.authorize))
    .argument('[files...]', 'documents of what is planned; not needed with --code')
    .option(
      '--code <code>',
      'planned code; may be repeated or hold several with commas, the drug with them where there is one',
      (code: string, earlier: string[]) => [...earlier, code],
      [],
    )
    .action(async (files: string[], options: RawOptions & { code?: string[] }) => {
      const { reviewDocuments } = await import('./commands/review.ts');
      const { authorizeMode } = await import('./commands/authorize.ts');
      const { code, ...rest } = options;
      const mode = await authorizeMode(code ?? [], io, options.color);
      exit = mode === undefined ? 2 : await reviewDocuments(files, rest, io, mode);
    });

  verb('explain', 'requirement, dates, citation and confidence behind an id', HELP.explain)
    .argument('<id>', 'criterion, edit, finding, fact, document, code, diagnosis, drug or issue')
    .addOption(formatOption('text', 'json'))
    .option('--color', 'colour even when not on a terminal')
    .option('--no-color', 'no colour')
    .action(async (id: string, options: { format: string; color?: boolean }) => {
      const { explain } = await import('./commands/explain.ts');
      exit = await explain(id, options, io);
    });

  const library = verb('library', 'check the law, or run the cases beside it', HELP.library);
  for (const [name, about] of [
    ['check', 'read everything strictly and report what is wrong, by file and line'],
    ['test', 'run the cases beside the criteria and report clauses that no case reached'],
  ] as const)
    library
      .command(name)
      .description(about)
      .exitOverride()
      .option('--all', 'every warning, every clause')
      .option('--color', 'colour even when not on a terminal')
      .option('--no-color', 'no colour')
      .action(async (options: { color?: boolean; all?: boolean }) => {
        const { libraryCommand } = await import('./commands/library.ts');
        exit = await libraryCommand(name, options, io);
      });

  const x12 = verb('x12', 'look into claim files, remittances and acknowledgments, check them, write claims', HELP.x12);
  x12
    .command('show <file>')
    .description('every segment and element in words, with its place')
    .exitOverride()
    .addOption(formatOption('text', 'jsonl'))
    .option('--color', 'colour even when not on a terminal')
    .option('--no-color', 'no colour')
    .action(async (file: string, options: { format: string; color?: boolean }) => {
      const { showX12 } = await import('./commands/x12/show.ts');
      exit = await showX12(file, options, io);
    });
  x12
    .command('check <file>')
    .description('the seven levels of testing as far as public knowledge goes; answers as a payer would')
    .exitOverride()
    .option('--level <n>', 'highest level to judge: 3 looks at the file only, 7 at its claims too', '7')
    .option('--ack <file>', 'where to write the 999 that answers the file')
    .option('--ack-claims <file>', 'where to write the 277 claim acknowledgment that answers its claims')
    .option('--payer <name>', 'payer, where the claims do not say it')
    .option('--state <XX>', 'state where the service was furnished, where the claims do not say it')
    .option('--tables <folder>', 'folder of the imported tables; default is your own')
    .addOption(formatOption('text', 'json'))
    .option('--color', 'colour even when not on a terminal')
    .option('--no-color', 'no colour')
    .action(async (file: string, options: CheckOptions) => {
      const { checkX12 } = await import('./commands/x12/check.ts');
      exit = await checkX12(file, options, io);
    });
  x12
    .command('write <submission>')
    .description('claims as JSON or YAML become an 837P or 837I file; - reads standard input')
    .exitOverride()
    .option('--out <file>', 'where to write it; standard output without')
    .option('--color', 'colour even when not on a terminal')
    .option('--no-color', 'no colour')
    .action(async (file: string, options: { out?: string; color?: boolean }) => {
      const { writeX12 } = await import('./commands/x12/write.ts');
      exit = await writeX12(file, options, io);
    });

  const tables = (command: Command): Command =>
    command
      .exitOverride()
      .option('--tables <folder>', 'folder of the tables; default is your own')
      .option('--color', 'colour even when not on a terminal')
      .option('--no-color', 'no colour');
  tables(library.command('import <kind> <files...>'))
    .showHelpAfterError('Kinds, files and examples: interspace library import --help')
    .addHelpText('after', HELP.import)
    .description('take over an agency file as a new edition, whole or not at all')
    .option('--edition <name>', 'such as 2026Q4 or FY2027, when the file name does not say it')
    .option('--effective <date>', 'first date of service, when it is not the usual one')
    .option('--setting <setting>', 'practitioner, hospital or dme, when the file name does not say it')
    .option('--accept-smaller', 'take a table that looks cut off, or is much smaller than the one beside it')
    .action(async (kind: string, files: string[], options: object) => {
      const { importTables } = await import('./commands/tables.ts');
      exit = await importTables(kind, files, options, io);
    });
  tables(library.command('tables').alias('list'))
    .addHelpText('after', HELP.tables)
    .description('the editions that are imported')
    .option('--verify', 'read every byte and compare it with its digest')
    .action(async (options: object) => {
      const { listTables } = await import('./commands/tables.ts');
      exit = await listTables(options, io);
    });

  addLawVerbs(verb, library, io, (code) => (exit = code));
  addServeVerb(verb, io, (code) => (exit = code));
  addAuditVerbs(verb, io, (code) => (exit = code));

  verb(
    'mcp',
    'the verbs as tools for AI programs (Model Context Protocol), over standard input and output',
    HELP.mcp,
  ).action(async () => {
    const { mcp } = await import('./commands/mcp.ts');
    exit = await mcp(io);
  });

  verb('schema', 'print the JSON Schema of a document', HELP.schema)
    .argument('<document>', 'review, input or submission')
    .action(async (name: string) => {
      const { schema } = await import('./commands/schema.ts');
      exit = await schema(name, io);
    });

  try {
    await top.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) return refuse([fault(error, 'interspace')], io, undefined);
    // Asking for help or the version is no failure; anything else was a wrong command line.
    return error.exitCode === 0 ? 0 : 2;
  }
  return exit;
}

function contextOptions(command: Command): Command {
  return command
    .option('--payer <name>', 'payer, such as medicare')
    .option('--state <XX>', 'state where the service was furnished')
    .option('--mac <name>', 'Medicare contractor; overrides the state')
    .option('--pos <NN>', 'place of service, such as 11 or 24')
    .option('--claim-type <type>', 'professional, asc or hospital-opd')
    .option('--on <date>', 'date of service where the document has none, YYYY-MM-DD')
    .option('--history <file>', 'earlier sessions with their responses (YAML or JSON)')
    .option('--context <file>', 'the same and more in a file (YAML or JSON)')
    .option('--format <format>', 'text, json, jsonl or markdown; scrub of claim files also csv, html and sarif')
    .option('--fail-on <severity>', 'exit 1 on block only, or on warn too', 'warn')
    .option('--details', 'every clause of the criteria with its quotes')
    .option('--quiet', 'one line a document; of claim files only the summary')
    .option('--color', 'colour even when not on a terminal')
    .option('--no-color', 'no colour');
}
