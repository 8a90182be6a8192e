import type { FactDeclaration } from '@interspace/core/model/fact';
import type { Policy } from '@interspace/core/model/law/policy';
import type { Library } from '@interspace/core/model/library';
import { failed, ok, type Issue, type Result } from '@interspace/core/model/result';
import { compileCodeSets } from './compile/code-sets.ts';
import { compileCoding } from './compile/coding.ts';
import { compileDiagnoses } from './compile/diagnoses.ts';
import { compileEdits } from './compile/edits.ts';
import { compileFacts } from './compile/facts.ts';
import { implicationsOf } from './compile/implications.ts';
import { compilePayers } from './compile/payers.ts';
import { compilePolicy } from './compile/policy.ts';
import { compilePrograms } from './compile/programs.ts';
import { compileSources } from './compile/sources.ts';
import { lawFiles, readText, type TextFile } from './files.ts';
import { revisionOf } from './revision.ts';
import { parseSource, type SourceFile } from './yaml/source-file.ts';

/** The library with what only its own tools need: case files, tables of requirements, the register. */
export interface OpenLibrary {
  readonly library: Library;
  readonly cases: readonly SourceFile[];
  readonly requirements: readonly TextFile[];
  readonly register: readonly TextFile[];
  readonly issues: readonly Issue[];
}

/** Reads and compiles `library/**`. Any Issue of level error means that there is no library. */
export function readLibrary(directory: string): Result<Library> {
  // Cases and tables of requirements do not change how the law judges; reading them is the business of check and test.
  const law = lawFiles(directory).filter((path) => path.endsWith('.yaml') || path.endsWith('.yml'));
  const texts = law.filter((path) => !/\.test\.ya?ml$/.test(path)).map((path) => readText(directory, path));
  const { library, issues } = compileLibrary(texts);
  return issues.some((issue) => issue.level !== 'warning') ? failed(...issues) : ok(library, issues);
}

/** Reads everything and reports everything that is wrong, file by file; what could be compiled is returned beside the Issues. */
export function openLibrary(directory: string): OpenLibrary {
  const texts = lawFiles(directory).map((path) => readText(directory, path));
  return compileLibrary(texts);
}

/** The same from texts that are already in memory. */
export function compileLibrary(texts: readonly TextFile[]): OpenLibrary {
  const issues: Issue[] = [];
  const yaml = texts.filter(({ path }) => /\.ya?ml$/.test(path)).map(({ path, text }) => parseSource(path, text));
  const under = (pattern: RegExp) => yaml.filter(({ path }) => pattern.test(path));
  const facts = compileFacts(under(/^facts\//), issues);
  const sources = compileSources(under(/^sources\//), issues);
  const codeSets = compileCodeSets(under(/^codes\/sets\//), sources, issues);
  const jurisdictions = compilePayers(under(/^payers\//), sources, issues, {
    facts: new Set(facts.map(({ name }) => name)),
  });
  const { coding, drugs } = compileCoding(under(/^codes\/(?!sets\/|diagnoses\/)/), issues);
  const context = {
    issues,
    facts: new Map<string, FactDeclaration>(facts.map((fact) => [fact.name, fact])),
    sets: new Set(codeSets.map((set) => set.name)),
    sources,
    jurisdictions,
  };
  const policies = under(/^policies\/.*\/policy\.ya?ml$/)
    .map((file) => compilePolicy(file, criteriaBeside(file, yaml), context))
    .filter((policy): policy is Policy => policy !== undefined);
  const body: Omit<Library, 'revision'> = {
    facts,
    drugs,
    ...compileDiagnoses(under(/^codes\/diagnoses\//), issues),
    coding: coding ?? (undefined as never),
    edits: compileEdits(under(/^edits\//), issues),
    policies: {
      policies,
      codeSets,
      jurisdictions,
      implications: coding ? implicationsOf(coding.codes, coding.recipes, drugs, coding.sites) : [],
    },
    programs: compilePrograms(under(/^programs\//), new Set(context.facts.keys()), issues),
  };
  return {
    library: { revision: revisionOf(body), ...body },
    cases: under(/^policies\/.*\.test\.ya?ml$/),
    requirements: texts.filter(({ path }) => /^policies\/.*\/requirements\.csv$/.test(path)),
    register: texts.filter(({ path }) => /^register\/.*\.csv$/.test(path)),
    issues,
  };
}

function criteriaBeside(policy: SourceFile, all: readonly SourceFile[]): SourceFile[] {
  const folder = policy.path.replace(/policy\.ya?ml$/, '');
  return all.filter(({ path }) => {
    const name = path.startsWith(folder) ? path.slice(folder.length) : '/';
    return !name.includes('/') && !/^policy\.ya?ml$/.test(name) && !/\.test\.ya?ml$/.test(name);
  });
}
