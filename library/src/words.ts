import type { Citation } from '@interspace/core/model/citation';
import { durationInWords, isDuration } from '@interspace/core/model/duration';
import type { Clause, Limit, Selector } from '@interspace/core/model/law/clause';
import type { LawCitation, ParamValue } from '@interspace/core/model/law/criterion';
import type { Reference } from '@interspace/core/model/law/reference';
import type { EffectivePeriod } from '@interspace/core/model/period';

/** `2021-12-05 to 2026-04-15`, `from 2021-12-05`, `until 2026-04-15`, `always`. */
export function periodInWords({ from, through }: EffectivePeriod): string {
  if (from === undefined) return through === undefined ? 'always' : `until ${through}`;
  return through === undefined ? `from ${from}` : `${from} to ${through}`;
}

export function valueInWords(value: ParamValue): string {
  return isDuration(value) ? durationInWords(value) : String(value);
}

/** Document, section, gist and how sure it is. */
export function citationInWords(citation: Citation | LawCitation): string {
  const place = citation.section === undefined ? citation.document : `${citation.document}, ${citation.section}`;
  const sure = [
    citation.confidence && `confidence ${citation.confidence}`,
    citation.standing,
    citation.read && `read ${citation.read}`,
  ].filter(Boolean);
  return `${place}: ${citation.gist}${sure.length === 0 ? '' : ` (${sure.join(', ')})`}${citation.url === undefined ? '' : ` ${citation.url}`}`;
}

/** Title, issuer and date, gist and link. */
export function referenceInWords({ title, issuer, dated, gist, url, read }: Reference): string {
  const by = [issuer, dated].filter(Boolean).join(', ');
  return `${title}${by === '' ? '' : ` (${by})`}: ${gist}${read === undefined ? '' : ` Read ${read}.`}${url === undefined ? '' : ` ${url}`}`;
}

/** A clause as indented lines; params stay names, because their values depend on the date. */
export function clauseLines(clause: Clause, indent = ''): string[] {
  if (clause.says !== undefined) return [`${indent}- ${clause.says}`];
  const inner = (heading: string, parts: readonly Clause[]): string[] => [
    `${indent}- ${heading}`,
    ...parts.flatMap((part) => clauseLines(part, `${indent}  `)),
  ];
  switch (clause.operator) {
    case 'all-of':
      return inner('all of:', clause.of);
    case 'any-of':
      return inner('any of:', clause.of);
    case 'none-of':
      return inner('none of:', clause.of);
    case 'n-of':
      return inner(`at least ${limit(clause.count)} of:`, clause.of);
    case 'last-session':
      return inner(`the last of ${selector(clause.selector)} (none: ${clause.ifNone}):`, [clause.where]);
    case 'sessions-at-least':
      return inner(
        `at least ${limit(clause.count)} ${selector(clause.selector)}${clause.where ? ' with:' : ''}`,
        clause.where ? [clause.where] : [],
      );
    default:
      return [`${indent}- ${leafInWords(clause)}`];
  }
}

function leafInWords(clause: Clause): string {
  switch (clause.operator) {
    case 'is':
      return `${clause.fact} is ${clause.values.map(String).join(' or ')}`;
    case 'includes':
      return `${clause.fact} includes ${clause.words.join(' or ')}`;
    case 'at-least':
    case 'at-most':
    case 'more-than':
    case 'less-than':
      return `${clause.fact} is ${clause.operator.replace('-', ' ')} ${limit(clause.limit)}`;
    case 'documented':
      return `${clause.fact} is documented`;
    case 'in-code-set':
      return `one of ${clause.fact} is in the code set ${clause.set}`;
    case 'only-in-code-set':
      return `all of ${clause.fact} are in the code set ${clause.set}`;
    case 'overlaps':
      return `${clause.fact} shares something with ${clause.other}`;
    case 'same-as':
      return `${clause.fact} is the same as ${clause.other}`;
    case 'count-at-most':
      return `at most ${limit(clause.limit)} ${selector(clause.selector)}, this one included`;
    default:
      return clause.operator;
  }
}

function limit(of: Limit): string {
  return 'param' in of ? `{${of.param}}` : valueInWords(of.value);
}

function selector({ families, kinds, roles, same, within }: Selector): string {
  const what = [...(roles ?? []), ...(kinds ?? families ?? [])].join(' or ');
  const where = same.length === 0 ? '' : ` of the same ${same.map((key) => key.replace('-', ' ')).join(' and ')}`;
  return `${what === '' ? '' : `${what} `}sessions${where}${within === undefined ? '' : ` within {${within}}`}`;
}
