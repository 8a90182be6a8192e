import type { ClauseResult } from '../model/determination.ts';
import { visitClauses, type Clause } from '../model/law/clause.ts';
import { silent, type PreparedClause, type Scene } from './scene.ts';

/** The conditions of a `where` as one phrase: `relief percent at least 80 % and levels cover is yes`. */
export function whereInWords(where: Clause, prepared: PreparedClause): (scene: Scene) => string {
  let known: string | undefined;
  // Clauses about sessions tell the sessions that there are; those about facts say the same of every chart.
  let steady = true;
  visitClauses(where, (clause) => (steady &&= !('selector' in clause)));
  return (scene) => {
    if (known !== undefined) return known;
    // Judged for its words only.
    const words = ` with ${phrase(prepared.judge(silent(scene)))}`;
    if (steady) known = words;
    return words;
  };
}

function phrase(result: ClauseResult): string {
  if (result.parts.length === 0) return result.says.replace(/^earlier /, '');
  const parts = result.parts.map((part) => (part.parts.length > 1 ? `(${phrase(part)})` : phrase(part)));
  if (result.operator === 'none-of') return `not ${parts.join(' or ')}`;
  return parts.join(result.operator === 'any-of' ? ' or ' : ' and ');
}
