import type { FactDeclaration } from '@interspace/core/model/fact';

/** TypeScript source of the union of declared fact names; `scripts/generate` writes it, nobody edits it. */
export function factNamesSource(facts: readonly FactDeclaration[]): string {
  const names = facts.map((fact) => fact.name).sort();
  const member = (name: string) => (name.endsWith('.*') ? `\`${name.slice(0, -1)}\${string}\`` : `'${name}'`);
  return [
    '// Generated from library/facts by `npm run generate`; do not edit.',
    '',
    '/** Every fact that the library declares. */',
    'export type FactName =',
    ...names.map((name, index) => `  | ${member(name)}${index === names.length - 1 ? ';' : ''}`),
    '',
  ].join('\n');
}
