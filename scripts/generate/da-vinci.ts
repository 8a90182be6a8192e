import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface DaVinciRow {
  readonly id: string;
  readonly says: string;
  readonly fate: 'tested' | 'partly' | 'not-supported' | 'not-ours';
  /** `file: part of the name of a test`. */
  readonly by?: string;
  readonly because?: string;
}

export interface DaVinci {
  readonly tests: Readonly<Record<string, string>>;
  readonly guides: readonly { readonly guide: string; readonly title: string; readonly rows: readonly DaVinciRow[] }[];
}

export function readDaVinci(root: string): DaVinci {
  return parse(readFileSync(join(root, 'docs/da-vinci.yaml'), 'utf8')) as DaVinci;
}

/** The file and the part of a test's name that a row points at. */
export function testOf({ tests }: DaVinci, by: string): { readonly file: string | undefined; readonly name: string } {
  const at = by.indexOf(': ');
  return { file: tests[by.slice(0, at)], name: by.slice(at + 2) };
}

const FATES = {
  tested: 'tested',
  partly: 'in part',
  'not-supported': 'not supported',
  'not-ours': 'not ours',
} as const;

/** docs/da-vinci.md: what the guides demand of a server or payer, and what became of it here. */
export function daVinciPage(root: string): string {
  const data = readDaVinci(root);
  const lines = [
    '<!-- Generated from docs/da-vinci.yaml by `npm run generate`; do not edit. -->',
    '',
    '# Da Vinci: CRD, DTR and PAS',
    '',
    'What the guides demand of the server or payer side, in our own words, and its fate here. We are no payer: we compare orders and',
    'requests with published criteria, say what is open, and never say that something is approved or refused. How to call the',
    'services stands in [fhir.md](fhir.md).',
    '',
    'Basis: the packages 2.0.1 of CRD, DTR and PAS with their profiles, operations and capability statements, and the pages of the',
    'guides on foundation, responses, deviations from CDS Hooks, security, and the DTR and PAS specifications (of PAS and DTR the parts',
    'on submission, answers and forms). Pages that were not read are not in the table. Numbers are those of the guides where they have some.',
    '',
  ];
  for (const { guide, title, rows } of data.guides) {
    const count = (fate: DaVinciRow['fate']): number => rows.filter((row) => row.fate === fate).length;
    lines.push(
      `## ${guide}: ${title}`,
      '',
      `${rows.length} demands: ${count('tested')} tested, ${count('partly')} in part, ${count('not-supported')} not supported, ${count('not-ours')} not ours.`,
      '',
      '| Demand | In our words | Fate |',
      '|---|---|---|',
      ...rows.map((row) => `| ${row.id} | ${cell(row.says)} | ${cell(fateOf(data, row))} |`),
      '',
    );
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function fateOf(data: DaVinci, { fate, by, because }: DaVinciRow): string {
  const test = by === undefined ? undefined : testOf(data, by);
  return [
    `**${FATES[fate]}**`,
    test?.file === undefined ? '' : ` by \`${test.file}\`, “${test.name}”`,
    because === undefined ? '' : `${test === undefined ? ' because: ' : '. '}${because}`,
  ].join('');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
