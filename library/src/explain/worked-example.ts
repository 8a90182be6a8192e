import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Criterion } from '@interspace/core/model/law/criterion';
import type { Library } from '@interspace/core/model/library';
import { setsOf, visitAll } from '@interspace/core/coverage/in-force';
import { examplesOf, type WorkedExample } from '../cases/example-of.ts';
import type { Explanation, Section } from './explanation.ts';

/**
 * The explanation with an example: for a criterion a case from beside it, judged as the law stands now; for a policy, document or
 * code set one of its criteria; for anything else a worked case of the contract shelf that shows it.
 */
export function withExample(found: Explanation, library: Library, root: string): Explanation {
  const criterion = criterionFor(found, library);
  const sections =
    criterion === undefined
      ? []
      : examplesOf(join(root, 'library'), library, criterion).map((one) => ofCase(one, criterion, found.id));
  if (sections.length > 0) return { ...found, sections: [...found.sections, ...sections] };
  const shown = ofShelf(found.id, join(root, 'examples', 'contract'));
  return shown === undefined ? found : { ...found, sections: [...found.sections, shown] };
}

function criterionFor({ id, kind }: Explanation, { policies }: Library): string | undefined {
  const all = policies.policies.flatMap(({ criteria }) => criteria);
  if (kind.startsWith('criterion')) return id;
  if (kind === 'fact') return all.find((one) => looksAt(one, id))?.id;
  if (kind.startsWith('code set')) return all.find((one) => setsOf(one).includes(id))?.id;
  if (kind !== 'policy' && kind !== 'document') return undefined;
  const policy = policies.policies.find(
    (one) => one.id === id || one.documents.some((document) => document.id === id || document.article === id),
  );
  // A limit on sessions shows best what a policy does.
  const own = policy?.criteria ?? [];
  return (own.find((one) => one.id.endsWith('frequency')) ?? own[0])?.id;
}

function looksAt(criterion: Criterion, fact: string): boolean {
  let found = false;
  visitAll(criterion, (clause) => {
    if ('fact' in clause && clause.fact === fact) found = true;
  });
  return found;
}

function ofCase({ stated, status, finding, next }: WorkedExample, criterion: string, id: string): Section {
  const { name, on, document, facts, line, history } = stated;
  const known = Object.entries(facts).map(
    ([fact, value]) => `${fact} = ${Array.isArray(value) ? value.join(', ') : String(value)}`,
  );
  const sessions = history === undefined || history === 'none' ? [] : history.sessions;
  return {
    heading: `Worked example: ${status.replace('-', ' ')}`,
    lines: [
      `${name}${criterion === id ? '' : ` (${criterion})`}: date of service ${on}${document === undefined ? '' : `, ${document}`}.`,
      ...(known.length === 0 ? [] : [`Known: ${known.join('; ')}.`]),
      ...(line === undefined
        ? []
        : [
            `Line: ${[line.code, ...line.modifiers].join(' ')} ×${line.units}${line.diagnoses === undefined ? '' : ` for ${line.diagnoses.join(', ')}`}.`,
          ]),
      ...(history === 'none' ? ['Earlier sessions: none, and none is missing.'] : []),
      ...(sessions.length === 0
        ? []
        : [
            `Earlier sessions: ${sessions.map((one) => [one.date, one.role ?? one.kind, one.region].filter(Boolean).join(' ')).join('; ')}.`,
          ]),
      `Answer: ${status.replace('-', ' ')}.${finding === undefined ? '' : ` ${finding}`}${next === undefined ? '' : ` Next eligible: ${next}.`}`,
    ],
  };
}

/** A case of the shelf that names the id, preferably among what it expects; else a row of a list of worked claims. */
function ofShelf(id: string, folder: string): Section | undefined {
  if (!existsSync(folder)) return undefined;
  const word = new RegExp(`(?<![\\w/.-])${id.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![\\w/-])`);
  let second: Section | undefined;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml') && !name.startsWith('shared'))) {
    const text = readFileSync(join(folder, file), 'utf8');
    if (!word.test(text)) continue;
    const [input = '', expected = ''] = text.split(/^expect:/m);
    const told = (key: string) => new RegExp(`^${key}: (.*)$`, 'm').exec(text)?.[1];
    if (told('case') === undefined) {
      second ??= ofList(text, word, file);
      continue;
    }
    const section: Section = {
      heading: 'Worked example',
      lines: [
        `${told('case')}: ${told('title') ?? ''}.`,
        told('because') ?? '',
        ...expected
          .trim()
          .split('\n')
          .map((line) => line.trim()),
        `examples/contract/${file}`,
      ].filter((line) => line !== ''),
    };
    if (word.test(expected)) return section;
    if (word.test(input)) second ??= section;
  }
  return second;
}

/** A file of many worked claims, a row each. */
function ofList(text: string, word: RegExp, file: string): Section | undefined {
  const { cases = [] } = parse(text) as { cases?: readonly WorkedClaim[] };
  const rows = cases.filter(({ claims, finds }) => claims !== undefined && finds !== undefined);
  const names = (told: readonly unknown[]): boolean => word.test(told.map(String).join(' '));
  const row =
    rows.find(({ finds = [] }) => names(finds)) ??
    rows.find(({ claims = [], diagnoses }) => names([...claims, diagnoses]));
  if (!row) return undefined;
  return {
    heading: 'Worked example',
    lines: [
      `${row.case}: ${row.title}.`,
      row.because ?? '',
      `Claim: ${(row.claims ?? []).join(', then ')}${row.diagnoses === undefined ? '' : ` for ${row.diagnoses}`}.`,
      `Found: ${row.finds?.length ? row.finds.join(', ') : 'nothing'}.`,
      `examples/contract/${file}`,
    ].filter((line) => line !== ''),
  };
}

interface WorkedClaim {
  readonly case: string;
  readonly title: string;
  readonly because?: string;
  readonly claims?: readonly string[];
  readonly diagnoses?: string;
  readonly finds?: readonly string[];
}
