/** A sentence of the law with its blanks: `Line {line} has no date` as `Line … has no date`. */
export function withBlanks(template: string): string {
  return template.replaceAll(/\{[^{}]*\}/g, '…').replaceAll('….', '…');
}

/** One clause of a criterion: how deep it stands, whether it only names what follows, and its words. */
export interface Clause {
  readonly depth: number;
  readonly heading: boolean;
  readonly words: string;
}

/** Clauses as they come, two blanks a level: marks taken off, names of facts (`prior.relief-days`) as words. */
export function clauseOf(line: string): Clause {
  const depth = Math.floor((line.length - line.trimStart().length) / 2);
  const bare = line.trim().replace(/^-\s+/, '');
  return {
    depth,
    heading: depth === 0 && !line.trim().startsWith('-'),
    words: bare.replaceAll(/\b[a-z][a-z-]*(?:\.[a-z][a-z-]*)+\b/g, (fact) => fact.replaceAll(/[.-]/g, ' ')),
  };
}
