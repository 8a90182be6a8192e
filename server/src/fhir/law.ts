import { preparePolicies } from '@interspace/core/coverage/prepare';
import { questionList, type QuestionList } from '@interspace/core/coverage/question-list';
import { openLedger } from '@interspace/core/ledger/open-ledger';
import type { IsoDate } from '@interspace/core/model/date';
import type { FactDeclaration } from '@interspace/core/model/fact';
import type { CodeRecord } from '@interspace/core/model/law/coding';
import { payerLine } from '@interspace/core/model/law/jurisdiction';
import type { Library } from '@interspace/core/model/library';
import type { Context } from '@interspace/core/model/review-input';
import { resolveContext } from '@interspace/core/review/resolve-context';

/** The parts of the law that FHIR needs beside a Review: words of payers and facts, families of codes, questions of a form. */
export interface FhirLaw {
  readonly revision: string;
  readonly fact: (name: string) => FactDeclaration | undefined;
  readonly familyOf: (code: string, on: IsoDate) => string | undefined;
  /** The library's name of a payer, by its own name, its other names or its title. */
  readonly payer: (word: string) => string | undefined;
  readonly questions: (code: string, on: IsoDate, context: Context) => QuestionList | undefined;
}

export function fhirLaw(library: Library): FhirLaw {
  const policies = preparePolicies(library);
  const facts = new Map(library.facts.map((fact) => [fact.name, fact]));
  const codes = new Map<string, CodeRecord[]>();
  for (const record of library.coding.codes) codes.set(record.code, [...(codes.get(record.code) ?? []), record]);
  const titles = new Map(library.policies.jurisdictions.payers.map(({ id, title }) => [kebab(title), id]));
  const kept = new Map<string, QuestionList | undefined>();
  return {
    revision: library.revision,
    fact: (name) => facts.get(name),
    familyOf: (code, on) => {
      const records = codes.get(code) ?? [];
      const record = records.find(
        ({ from, through }) => (from === undefined || from <= on) && (through === undefined || on <= through),
      );
      const { role, family } = record ?? records[0] ?? {};
      return role === 'procedure' ? family : undefined;
    },
    payer: (word) => payerLine(library.policies.jurisdictions, word)?.id ?? titles.get(word),
    questions: (code, on, context) => {
      const key = [code, on, context.payer, context.state, context.contractor].join('|');
      if (kept.has(key)) return kept.get(key);
      if (kept.size > 500) kept.clear();
      const resolved = resolveContext({ context, documents: [] }, on, policies.jurisdictions);
      const list = questionList({ procedure: code, on, context: resolved.context, openLedger }, policies);
      kept.set(key, list);
      return list;
    },
  };
}

function kebab(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
