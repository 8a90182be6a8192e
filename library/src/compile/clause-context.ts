import type { LawIssueCode } from '../issues.ts';
import type { FactDeclaration } from '@interspace/core/model/fact';
import type { ParamValue } from '@interspace/core/model/law/criterion';
import type { Issue } from '@interspace/core/model/result';
import type { Path, SourceFile } from '../yaml/source-file.ts';

/** What a clause may refer to, and where its mistakes go. */
export interface ClauseContext {
  readonly file: SourceFile;
  readonly issues: Issue[];
  readonly facts: ReadonlyMap<string, FactDeclaration>;
  readonly sets: ReadonlySet<string>;
  /** Params of the criterion with an example of their values. */
  readonly params: ReadonlyMap<string, ParamValue>;
}

export function say(context: ClauseContext, code: LawIssueCode, message: string, path: Path, hint?: string): void {
  context.issues.push({ code, message, at: context.file.at(path), ...(hint !== undefined && { hint }) });
}

/** The declaration of a fact; `family.*` declares every name that begins so. */
export function declarationOf(facts: ReadonlyMap<string, FactDeclaration>, name: string): FactDeclaration | undefined {
  const exact = facts.get(name);
  if (exact) return exact;
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const family = facts.get(`${name.slice(0, dot)}.*`);
    if (family) return family;
  }
  return undefined;
}
