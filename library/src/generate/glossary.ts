import type { FactDeclaration } from '@interspace/core/model/fact';

/** A Markdown table of every declared fact: name, type with its unit or words, meaning, who is asked. */
export function glossaryTable(facts: readonly FactDeclaration[]): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const rows = facts.map((fact) => {
    const type = fact.words
      ? `${fact.type}: ${fact.words.join(', ')}`
      : fact.unit
        ? `${fact.type} (${fact.unit})`
        : fact.type;
    return `| \`${fact.name}\` | ${cell(type)} | ${cell(fact.meaning)} | ${fact.asked ?? ''} |`;
  });
  return ['| Fact | Type | Meaning | Asked |', '|---|---|---|---|', ...rows, ''].join('\n');
}
