import type { Condition } from '../../model/law/diagnosis.ts';
import type { PreparedDiagnoses } from './prepare-diagnoses.ts';
import type { Statement } from './statement.ts';

export interface Heard {
  readonly condition: Condition;
  readonly statement: Statement;
  /** The statement in lower case. */
  readonly words: string;
  readonly at: number;
  readonly end: number;
}

/** Conditions in the order in which a statement names them; inside a longer name a shorter one is not heard again. */
export function hearConditions(statements: readonly Statement[], law: PreparedDiagnoses): Heard[] {
  return statements.flatMap((statement) => {
    const words = statement.words.toLowerCase();
    const found = law
      .find(words)
      .filter((name) => stands(words, name, statement))
      .map(({ of, start, end }): Heard => ({ condition: of, statement, words, at: start, end }));
    return withoutInner(found);
  });
}

function withoutInner(found: readonly Heard[]): Heard[] {
  const longestFirst = found.toSorted((one, other) => other.end - other.at - (one.end - one.at) || one.at - other.at);
  const kept: Heard[] = [];
  for (const entry of longestFirst) {
    const inside = kept.some((other) => entry.at >= other.at && entry.end <= other.end);
    const again = kept.some((other) => other.condition === entry.condition);
    if (!inside && !again) kept.push(entry);
  }
  return kept.toSorted((one, other) => one.at - other.at);
}

function stands(words: string, { start, end }: { start: number; end: number }, { told }: Statement): boolean {
  // A narrative comes without what it denies or doubts, but it names procedures after what they treat.
  if (told !== undefined) return !NAMES_PROCEDURE.test(words.slice(end, end + 30));
  const before = words.slice(0, start);
  return !DENIAL.test(before) && !DOUBT.test(before) && !DOUBTED.test(words.slice(end, end + 40));
}

/** `without neurogenic claudication`, `no evidence of radiculopathy`: what is denied is no reason. */
const DENIAL =
  /(?:\b(?:without|no|not|denies|negative for|absence of)|\bw\/o)\s+(?:(?:any|clear|definite|true|significant|associated|current|evidence|signs?|symptoms?|of)\s+)*(?:[\w-]+\s+(?:or|nor)\s+)?$/;
/** What is only thought of is not coded for an outpatient. */
const DOUBT =
  /\b(?:rule[- ]?out|r\/o|possible|possibly|probable|probably|questionable|suspected|suspicion of|versus|vs\.?|history of|h\/o|status post|s\/p|resolved)\s+(?:[\w/-]+\s+){0,3}$/;
const DOUBTED = /^\s*(?:\?|,?\s*(?:suspected|probable|possible|ruled out|resolved)\b(?!\s+\w))/;
const NAMES_PROCEDURE =
  /^(?:\s+\w+)?\s+(?:injections?|blocks?|release|repair|surgery|clinic|protocol|ablation|decompression|procedure)\b/;
