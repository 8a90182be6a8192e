import { readFile } from 'node:fs/promises';
import { isIsoDate } from '@interspace/core/model/date';
import { failed, ok, type Issue, type Result } from '@interspace/core/model/result';
import type { Context, EngineInput } from '@interspace/core/model/review-input';
import { issue } from '../issues.ts';
import { suggestion } from './did-you-mean.ts';
import { fileIssue } from './source.ts';
import { STATES } from './states.ts';

/** The flags that say what the document does not. */
export interface ContextFlags {
  readonly payer?: string;
  readonly state?: string;
  readonly mac?: string;
  readonly pos?: string;
  readonly claimType?: string;
  readonly on?: string;
  readonly history?: string;
  readonly context?: string;
}

/** Everything known from outside the document. What the document itself says goes before it, except that flags win. */
export interface Surroundings {
  readonly context: Context;
  readonly rest: Partial<Pick<EngineInput, 'history' | 'diagnoses' | 'facts' | 'procedures' | 'claim'>>;
}

const CLAIM_TYPES = ['professional', 'asc', 'hospital-opd'] as const;

/** What flags and files say, apart, because a document's own words stand between the two. */
export interface GivenContext {
  /** Context of the flags: wins over everything. */
  readonly flags: Context;
  /** What `--history` named: wins too. */
  readonly own: Pick<Surroundings['rest'], 'history'>;
  /** Of the context file: fills what the document leaves open. */
  readonly file: Surroundings;
}

/** All that a document is read with. */
export interface Around extends GivenContext {
  /** Names of the facts that the library declares. */
  readonly facts: ReadonlySet<string>;
}

export async function surroundingsOf(flags: ContextFlags): Promise<Result<GivenContext>> {
  const given = contextOfFlags(flags);
  const file =
    flags.context === undefined ? ok<Surroundings>({ context: {}, rest: {} }) : await contextFile(flags.context);
  const history = flags.history === undefined ? ok(undefined) : await historyFile(flags.history);
  const issues = [given, file, history].flatMap((part) => (part.ok ? [] : part.issues));
  if (!given.ok || !file.ok || !history.ok) return failed(...issues);
  return ok({ flags: given.value, own: compact({ history: history.value }), file: file.value });
}

function contextOfFlags(flags: ContextFlags): Result<Context> {
  const issues: Issue[] = [];
  const refuse = (flag: string, value: string, must: string): void =>
    void issues.push(issue('cli/option/invalid', `--${flag} ${value}: ${must}`, { at: `--${flag}` }));
  const { payer, mac, on, pos } = flags;
  const state = flags.state?.toUpperCase();
  const claimType = CLAIM_TYPES.find((type) => type === flags.claimType);
  if (state !== undefined && !STATES.has(state))
    refuse('state', flags.state!, 'not a US state or territory in two letters.');
  if (on !== undefined && !isIsoDate(on)) refuse('on', on, 'a date is written YYYY-MM-DD and must be on the calendar.');
  if (pos !== undefined && !/^\d{1,2}$/.test(pos))
    refuse('pos', pos, 'a place of service has two digits, such as 11 or 24.');
  if (flags.claimType !== undefined && claimType === undefined)
    refuse(
      'claim-type',
      flags.claimType,
      `must be one of ${CLAIM_TYPES.join(', ')}.${suggestion(flags.claimType, CLAIM_TYPES)}`,
    );
  if (issues.length > 0) return failed(...issues);
  return ok(
    compact({
      payer: payer
        ?.trim()
        .toLowerCase()
        .replaceAll(/[\s_]+/g, '-'),
      state,
      contractor: mac
        ?.trim()
        .toLowerCase()
        .replaceAll(/[\s_]+/g, '-'),
      placeOfService: pos?.padStart(2, '0'),
      claimType,
      dateOfService: on !== undefined && isIsoDate(on) ? on : undefined,
    }),
  );
}

async function contextFile(path: string): Promise<Result<Surroundings>> {
  const text = await textOf(path);
  if (!text.ok) return text;
  const [{ Context, ReviewInput }, { readStructured }] = await Promise.all([
    import('@interspace/core/model/review-input'),
    import('./structured.ts'),
  ]);
  // Either a bare context (`state: OH`) or a whole encounter without its documents (`context: {state: OH}` …).
  if (!/^\s*"?(context|history|diagnoses|facts|procedures|claim)"?\s*:/m.test(text.value)) {
    const bare = readStructured(text.value, Context, path);
    return bare.ok ? ok({ context: bare.value, rest: {} }) : bare;
  }
  const Parts = ReviewInput.pick({
    context: true,
    history: true,
    diagnoses: true,
    facts: true,
    procedures: true,
    claim: true,
  }).strict();
  const whole = readStructured(text.value, Parts, path);
  if (!whole.ok) return whole;
  const { context, claim, ...rest } = whole.value;
  const { claimFromForm } = await import('@interspace/core/review/claim-from-form');
  return ok({ context, rest: compact({ ...rest, claim: claim && claimFromForm(claim, context) }) });
}

async function historyFile(path: string): Promise<Result<EngineInput['history']>> {
  const text = await textOf(path);
  if (!text.ok) return text;
  const [{ History, Session }, { readStructured }, { z }] = await Promise.all([
    import('@interspace/core/model/history'),
    import('./structured.ts'),
    import('zod'),
  ]);
  const isList = /^(?:\s|#[^\n]*\n)*(?:-\s|\[)/.test(text.value);
  if (!isList) return readStructured(text.value, History, path);
  const sessions = readStructured(text.value, z.array(Session), path);
  return sessions.ok ? ok({ sessions: sessions.value }) : sessions;
}

async function textOf(path: string): Promise<Result<string>> {
  try {
    return ok(await readFile(path, 'utf8'));
  } catch (error) {
    const found = fileIssue(path, error);
    if (!found) throw error;
    return failed(found);
  }
}

/** Flags before the document's own words before the context file. */
export function withContext(own: Context, around: Around): { context: Context } & Surroundings['rest'] {
  return { ...around.file.rest, ...around.own, context: { ...around.file.context, ...own, ...around.flags } };
}

/** The same without the entries that hold nothing: an explicit `undefined` would hide what stands behind it. */
export function compact<T extends object>(of: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as never;
}
