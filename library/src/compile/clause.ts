import {
  SAME_KEYS,
  type Clause,
  type IfNone,
  type Limit,
  type SameKey,
  type Selector,
} from '@interspace/core/model/law/clause';
import { isDuration } from '@interspace/core/model/duration';
import type { FactDeclaration } from '@interspace/core/model/fact';
import { didYouMean } from '../yaml/nearest.ts';
import type { Path } from '../yaml/source-file.ts';
import { dangling } from './citations.ts';
import { declarationOf, say, type ClauseContext } from './clause-context.ts';

const LISTS = ['all-of', 'any-of', 'none-of'] as const;
const COMPARISONS = ['at-least', 'at-most', 'more-than', 'less-than'] as const;
const FACT_OPERATORS = [
  'is',
  'includes',
  ...COMPARISONS,
  'documented',
  'in-code-set',
  'only-in-code-set',
  'overlaps',
  'same-as',
] as const;
const OTHERS = ['n-of', 'count-at-most', 'sessions-at-least', 'last-session'] as const;
const ALL: readonly string[] = [...LISTS, ...FACT_OPERATORS, ...OTHERS];
const UNITS: readonly string[] = ['days', 'weeks', 'months', 'years'];

type Plain = Readonly<Record<string, unknown>>;

/** A clause from YAML; what is wrong with it is said once, and the result is then undefined. */
export function compileClause(value: unknown, path: Path, name: string, context: ClauseContext): Clause | undefined {
  const plain = plainObject(value, path, context);
  if (!plain) return undefined;
  const { says, ...rest } = plain;
  if (says !== undefined && typeof says !== 'string')
    say(context, 'library/shape', '"says" must be a text.', [...path, 'says']);
  const operators = Object.keys(rest).filter((key) => key !== 'fact');
  const [operator] = operators;
  if (operator === undefined || operators.length > 1) {
    const message =
      operators.length > 1
        ? `A clause has one operator, not ${operators.join(' and ')}.`
        : 'A clause needs an operator.';
    say(
      context,
      'library/clause',
      message,
      path,
      operators.length > 1 ? 'Put them side by side in all-of.' : `Operators: ${ALL.join(', ')}.`,
    );
    return undefined;
  }
  if (!ALL.includes(operator)) {
    const hint = didYouMean(operator, ALL) ?? `Operators: ${ALL.join(', ')}.`;
    say(context, 'library/unknown-operator', `There is no operator "${operator}".`, [...path, operator], hint);
    return undefined;
  }
  const base = { path: name, ...(typeof says === 'string' && { says }) };
  const body = rest[operator];
  const here = [...path, operator];
  const isFactOperator = (FACT_OPERATORS as readonly string[]).includes(operator);
  if (isFactOperator !== 'fact' in rest) {
    const message = isFactOperator ? `"${operator}" needs a fact.` : `"${operator}" takes no fact.`;
    say(context, 'library/clause', message, path);
    return undefined;
  }
  if (isFactOperator) return factClause(base, operator, rest['fact'], body, path, context);
  switch (operator) {
    case 'all-of':
    case 'any-of':
    case 'none-of':
      return { ...base, operator, of: clauseList(body, here, `${name}.${operator}`, context) };
    case 'n-of': {
      const count = knownKeys(body, ['count', 'of'], here, context);
      if (!count) return undefined;
      return {
        ...base,
        operator,
        count: limit(count['count'], [...here, 'count'], context, true),
        of: clauseList(count['of'], [...here, 'of'], `${name}.n-of`, context),
      };
    }
    default:
      return historyClause(base, operator, body, here, name, context);
  }
}

function clauseList(value: unknown, path: Path, name: string, context: ClauseContext): Clause[] {
  if (!Array.isArray(value) || value.length === 0) {
    say(context, 'library/clause', 'Expected a list of clauses.', path);
    return [];
  }
  const clauses = value.map((part, index) => compileClause(part, [...path, index], `${name}.${index + 1}`, context));
  return clauses.filter((clause): clause is Clause => clause !== undefined);
}

function factClause(
  base: { path: string; says?: string },
  operator: string,
  factName: unknown,
  body: unknown,
  path: Path,
  context: ClauseContext,
): Clause | undefined {
  const fact = knownFact(factName, [...path, 'fact'], context);
  if (!fact) return undefined;
  const { name, declaration } = fact;
  const here = [...path, operator];
  switch (operator) {
    case 'is': {
      const values = (Array.isArray(body) ? body : [body]) as (string | number | boolean)[];
      for (const value of values) checkValue(value, declaration, here, context);
      if (declaration.type === 'words')
        say(context, 'library/clause', `"${name}" is a list; "is" would never hold.`, here, 'Use includes.');
      return { ...base, operator, fact: name, values };
    }
    case 'includes': {
      const words = (Array.isArray(body) ? body : [body]).map(String);
      if (declaration.type !== 'words' && declaration.type !== 'word')
        say(context, 'library/clause', `"${name}" holds no words.`, here);
      for (const word of words) checkWord(word, declaration, here, context);
      return { ...base, operator, fact: name, words };
    }
    case 'at-least':
    case 'at-most':
    case 'more-than':
    case 'less-than': {
      if (declaration.type !== 'number') say(context, 'library/clause', `"${name}" is no number.`, here);
      const compared = limit(body, here, context, false);
      const example = 'param' in compared ? context.params.get(compared.param) : compared.value;
      if (isDuration(example) && !UNITS.includes(declaration.unit ?? '')) {
        say(
          context,
          'library/clause',
          `"${name}" is measured in ${declaration.unit ?? 'nothing'}, the limit is a length of time.`,
          here,
        );
      }
      return { ...base, operator, fact: name, limit: compared };
    }
    case 'documented':
      if (body !== true)
        say(context, 'library/clause', '"documented" takes only true; silence is unknown, never no.', here);
      return { ...base, operator, fact: name };
    case 'in-code-set':
    case 'only-in-code-set':
      if (typeof body !== 'string' || !context.sets.has(body)) {
        context.issues.push(dangling('code-set', String(body), context.sets, context.file.at(here)));
        return undefined;
      }
      return { ...base, operator, fact: name, set: body };
    default: {
      const other = knownFact(body, here, context);
      return other && { ...base, operator: operator as 'overlaps' | 'same-as', fact: name, other: other.name };
    }
  }
}

function historyClause(
  base: { path: string; says?: string },
  operator: string,
  body: unknown,
  here: Path,
  name: string,
  context: ClauseContext,
): Clause | undefined {
  const selectorKeys = ['families', 'kinds', 'roles', 'same', 'within'];
  const own =
    operator === 'count-at-most'
      ? ['limit']
      : operator === 'sessions-at-least'
        ? ['count', 'where']
        : ['where', 'if-none'];
  const plain = knownKeys(body, [...selectorKeys, ...own], here, context);
  if (!plain) return undefined;
  const selector = selectorOf(plain, here, context);
  const where = (key: Path) => compileClause(plain['where'], key, `${name}.where`, context);
  if (operator === 'count-at-most')
    return { ...base, operator, selector, limit: limit(plain['limit'], [...here, 'limit'], context, false) };
  if (operator === 'sessions-at-least') {
    const count = limit(plain['count'], [...here, 'count'], context, true);
    const condition = plain['where'] === undefined ? undefined : where([...here, 'where']);
    return { ...base, operator, selector, count, ...(condition && { where: condition }) };
  }
  const ifNone = plain['if-none'];
  if (ifNone !== 'met' && ifNone !== 'not-met' && ifNone !== 'not-applicable') {
    say(
      context,
      'library/clause',
      '"if-none" must be met, not-met or not-applicable.',
      [...here, 'if-none'],
      'Say what holds when there was no earlier session.',
    );
  }
  const condition = where([...here, 'where']);
  return condition && { ...base, operator: 'last-session', selector, where: condition, ifNone: ifNone as IfNone };
}

function selectorOf(plain: Plain, here: Path, context: ClauseContext): Selector {
  const list = (key: string): string[] | undefined => {
    const value = plain[key];
    return value === undefined ? undefined : (Array.isArray(value) ? value : [value]).map(String);
  };
  const same = list('same') ?? [];
  for (const key of same) {
    if ((SAME_KEYS as readonly string[]).includes(key)) continue;
    say(
      context,
      'library/clause',
      `"same" knows ${SAME_KEYS.join(', ')}, not "${key}".`,
      [...here, 'same'],
      didYouMean(key, SAME_KEYS),
    );
  }
  for (const role of list('roles') ?? []) {
    if (!['diagnostic', 'therapeutic', 'ablation'].includes(role))
      say(context, 'library/clause', `There is no role "${role}".`, [...here, 'roles']);
  }
  const within =
    plain['within'] === undefined ? undefined : limit(plain['within'], [...here, 'within'], context, false);
  const window = within && 'param' in within ? within.param : undefined;
  if (window !== undefined && context.params.has(window) && !isDuration(context.params.get(window))) {
    say(
      context,
      'library/clause',
      `The window "${window}" is no length of time.`,
      [...here, 'within'],
      'Write 12 months, 14 days.',
    );
  }
  const [families, kinds, roles] = [list('families'), list('kinds'), list('roles')];
  return {
    ...(families && { families }),
    ...(kinds && { kinds }),
    ...(roles && { roles }),
    same: same as SameKey[],
    ...(window !== undefined && { within: window }),
  };
}

/** A param by name, or (where `literal` allows it) a small number. Law in numbers belongs in params, dated and cited. */
function limit(value: unknown, path: Path, context: ClauseContext, literal: boolean): Limit {
  if (typeof value === 'number') {
    if (!literal && value > 2) {
      say(
        context,
        'library/value-without-citation',
        `The number ${value} has no citation and no date.`,
        path,
        'Make it a param: { param: name }.',
      );
    }
    return { value };
  }
  const plain = knownKeys(value, ['param'], path, context);
  const name = String(plain?.['param']);
  if (plain && !context.params.has(name))
    context.issues.push(dangling('param', name, context.params.keys(), context.file.at(path)));
  return { param: name };
}

function knownFact(
  value: unknown,
  path: Path,
  context: ClauseContext,
): { name: string; declaration: FactDeclaration } | undefined {
  const name = String(value);
  const declaration = declarationOf(context.facts, name);
  if (declaration) return { name, declaration };
  context.issues.push(dangling('fact', name, context.facts.keys(), context.file.at(path)));
  return undefined;
}

function checkValue(value: unknown, declaration: FactDeclaration, path: Path, context: ClauseContext): void {
  const wanted = declaration.type === 'boolean' ? 'boolean' : declaration.type === 'number' ? 'number' : 'string';
  if (typeof value !== wanted) {
    say(
      context,
      'library/clause',
      `"${declaration.name}" is a ${declaration.type}; ${JSON.stringify(value)} can never be its value.`,
      path,
    );
  } else if (typeof value === 'string') checkWord(value, declaration, path, context);
}

function checkWord(word: string, declaration: FactDeclaration, path: Path, context: ClauseContext): void {
  if (!declaration.words || declaration.words.includes(word)) return;
  const hint = didYouMean(word, declaration.words) ?? `Its words: ${declaration.words.join(', ')}.`;
  say(context, 'library/unknown-word', `"${declaration.name}" never has the value "${word}".`, path, hint);
}

function knownKeys(value: unknown, keys: readonly string[], path: Path, context: ClauseContext): Plain | undefined {
  const plain = plainObject(value, path, context);
  for (const key of Object.keys(plain ?? {})) {
    if (keys.includes(key)) continue;
    const hint = didYouMean(key, keys) ?? `Known keys here: ${keys.join(', ')}.`;
    say(
      context,
      'library/unknown-key',
      `The key "${key}" is not known here and would be ignored.`,
      [...path, key],
      hint,
    );
  }
  return plain;
}

function plainObject(value: unknown, path: Path, context: ClauseContext): Plain | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Plain;
  say(context, 'library/clause', 'Expected a mapping with one operator.', path);
  return undefined;
}
