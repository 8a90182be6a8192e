import type { Evidence } from '../model/evidence.ts';
import type { FactSheet } from '../model/fact.ts';
import type { History } from '../model/history.ts';
import type { Finding } from '../model/finding.ts';
import type { Laterality } from '../model/laterality.ts';
import type { CodeRecord, Recipe, RecipeFinding } from '../model/law/coding.ts';
import type { ServiceLine } from '../model/review.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';
import type { PreparedCoding } from './prepare-coding.ts';

/** One thing that becomes a line: a code for one level, site or session, with its side. */
export interface Draft {
  readonly code: string;
  readonly side: Laterality | undefined;
  /** Sides are told for this line at all. */
  readonly sided: boolean;
  readonly units: number;
  readonly modifiers: readonly string[];
  readonly why: string;
  /** What to add to the reason of an equal line that this one joins; absent: the whole reason. */
  readonly also?: string | undefined;
  readonly evidence: readonly Evidence[];
  readonly procedure: string;
  /** All procedures that it stands for, when they are several. */
  readonly procedures?: readonly string[] | undefined;
  /** Lines of one key may be joined when code and modifiers agree; another key of one code is another site. */
  readonly site?: string | undefined;
  readonly kind?: ServiceLine['kind'];
}

/** What the shapes fill. */
export interface Sheet {
  readonly law: PreparedCoding;
  readonly context: ResolvedContext;
  readonly facts?: FactSheet | undefined;
  readonly history?: History | undefined;
  readonly drafts: Draft[];
  readonly findings: FindingDraft[];
  readonly notCoded: string[];
}

/** A Finding whose line is known by its code until the lines are in order. */
export interface FindingDraft {
  readonly finding: Finding;
  readonly code?: string | undefined;
}

/** Asks or says something in the words of a recipe. */
export function say(sheet: Sheet, recipe: Recipe, name: string, evidence: readonly Evidence[], code?: string): void {
  const text = recipe.asks[name];
  if (text) push(sheet, `coding/${recipe.recipe}/${name}`, text, {}, evidence, code, recipe.citation);
}

/** Asks or says something in the words of the habits; `{what}` and `{code}` are filled. */
export function sayHabit(
  sheet: Sheet,
  name: string,
  what: string,
  evidence: readonly Evidence[],
  code?: string,
  citation = sheet.law.habits.citation,
): void {
  const text = sheet.law.habits.asks[name];
  if (text) push(sheet, `coding/${name}`, text, { what, code: code ?? '' }, evidence, code, citation);
}

function push(
  sheet: Sheet,
  id: string,
  text: RecipeFinding,
  words: Readonly<Record<string, string>>,
  evidence: readonly Evidence[],
  code: string | undefined,
  citation: Finding['citation'],
): void {
  const fill = (template: string) => template.replace(/\{([a-z]+)\}/g, (all, name: string) => words[name] ?? all);
  const finding: Finding = {
    id,
    severity: text.severity,
    what: fill(text.what),
    why: fill(text.why),
    do: fill(text.do),
    evidence: [...evidence],
    citation,
  };
  const same = (other: FindingDraft) =>
    other.finding.id === id && other.code === code && other.finding.what === finding.what;
  if (!sheet.findings.some(same)) sheet.findings.push({ finding, code });
}

/** True when a side can be told for this code. */
export function takesSide(record: CodeRecord | undefined): boolean {
  if (!record) return false;
  return record.sides === true || record.bilateral === 1 || record.bilateral === 3;
}
