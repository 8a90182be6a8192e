import type { IsoDate } from '@interspace/core/model/date';
import { isoOrThrow, lastDayOfMonth } from './dates.ts';
import { Refusal } from './refusal.ts';

/** What an edition is called and the dates of service it was published for. */
export interface EditionName {
  readonly edition: string;
  readonly from: IsoDate;
  readonly through?: IsoDate;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The quarter that a file name speaks of, in the ways the agencies write it: `v323r0`, `2026q4`, `2026-q4`,
 * `Eff_10-01-2026`, `PPRRVU2026_Oct`, `PPRRVU24_JAN`, `RVU26D`, `HCPC2026_JAN`, `2024-06`.
 */
export function quarterFromName(name: string): EditionName | undefined {
  // NCCI versions: 32.3 is the fourth quarter of 2026 (version 1.0 was the first of 1995).
  const version = /v(\d{2})([0-3])r\d/i.exec(name);
  if (version) return quarter(1994 + Number(version[1]), Number(version[2]) + 1);
  const plain = /(20\d{2})[-_ ]?q([1-4])/i.exec(name);
  if (plain) return quarter(Number(plain[1]), Number(plain[2]));
  // Until 2025 the files of the fee schedule had years of two digits.
  const short = /rvu(\d{2})_?(jan|apr|jul|oct)/i.exec(name);
  if (short) return quarterOfMonth(2000 + Number(short[1]), 1 + MONTHS.indexOf(short[2]!.toLowerCase()));
  // Before any date: a release's archive also carries the date of its last correction.
  const release = /rvu(\d{2})([a-d])/i.exec(name);
  if (release) return quarter(2000 + Number(release[1]), 'abcd'.indexOf(release[2]!.toLowerCase()) + 1);
  const effective = /(\d{2})-(\d{2})-(20\d{2})/.exec(name);
  if (effective) return quarterOfMonth(Number(effective[3]), Number(effective[1]));
  const month = /(20\d{2})[-_ ]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.exec(name);
  if (month) return quarterOfMonth(Number(month[1]), 1 + MONTHS.indexOf(month[2]!.toLowerCase()));
  const turned = /(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-_ ]?(20\d{2})/i.exec(name);
  if (turned) return quarterOfMonth(Number(turned[2]), 1 + MONTHS.indexOf(turned[1]!.toLowerCase()));
  const numbered = /(20\d{2})-(0[1-9]|1[0-2])(?!\d)/.exec(name);
  if (numbered) return quarterOfMonth(Number(numbered[1]), Number(numbered[2]));
  return undefined;
}

export function quarter(year: number, number: number): EditionName {
  const first = number * 3 - 2;
  const from = isoOrThrow(`${year}-${String(first).padStart(2, '0')}-01`);
  return { edition: `${year}Q${number}`, from, through: lastDayOfMonth(year, first + 2) };
}

function quarterOfMonth(year: number, month: number): EditionName | undefined {
  return month >= 1 && month <= 12 ? quarter(year, Math.ceil(month / 3)) : undefined;
}

export function calendarYear(year: number): EditionName {
  return { edition: String(year), from: isoOrThrow(`${year}-01-01`), through: isoOrThrow(`${year}-12-31`) };
}

/** Diagnosis codes change on 1 October: fiscal year 2026 begins on 2025-10-01. */
export function fiscalYear(year: number): EditionName {
  return { edition: `FY${year}`, from: isoOrThrow(`${year - 1}-10-01`), through: isoOrThrow(`${year}-09-30`) };
}

/** A four-digit year anywhere in a name. */
export function yearFromName(name: string): number | undefined {
  const found = /(?<!\d)(20\d{2})(?!\d)/.exec(name) ?? /(?<!\d)(20\d{2})(?=\d{4}(?!\d))/.exec(name);
  return found ? Number(found[1]) : undefined;
}

const SAFE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,40}$/;

/** What the user said wins over what the name says; when neither says it, the import stops and asks. */
export function nameEdition(
  said: { readonly edition?: string | undefined; readonly effective?: IsoDate | undefined },
  names: readonly string[],
  fromName: (name: string) => EditionName | undefined,
): EditionName {
  if (said.edition !== undefined && !SAFE.test(said.edition))
    throw new Refusal({
      code: 'library/import/edition-unusable',
      message: `"${said.edition}" cannot be the name of an edition.`,
      hint: 'Use letters, digits, point, dash: 2026Q4, FY2027, 2026.',
    });
  const known = (said.edition === undefined ? undefined : periodOf(said.edition)) ?? first(names, fromName);
  if (said.effective !== undefined) {
    const edition = said.edition ?? known?.edition ?? said.effective;
    const through = known?.through !== undefined && known.through >= said.effective ? known.through : undefined;
    return { edition, from: said.effective, ...(through === undefined ? {} : { through }) };
  }
  if (known) return said.edition === undefined ? known : { ...known, edition: said.edition };
  throw new Refusal({
    code: 'library/import/edition-unknown',
    message:
      'Neither the file name nor the file says which edition this is, and the date of service decides which edition is used.',
    at: names[0] ?? '',
    hint: 'Keep the agency’s file name, or say it: --edition 2026Q4 (or FY2027, 2026); a name of another form also needs the first date of service, --effective 2026-10-01.',
  });
}

function periodOf(edition: string): EditionName | undefined {
  const quarterly = /^(20\d{2})Q([1-4])/i.exec(edition);
  if (quarterly) return quarter(Number(quarterly[1]), Number(quarterly[2]));
  const fiscal = /^FY(20\d{2})$/i.exec(edition);
  if (fiscal) return fiscalYear(Number(fiscal[1]));
  return /^20\d{2}$/.test(edition) ? calendarYear(Number(edition)) : undefined;
}

function first(names: readonly string[], fromName: (name: string) => EditionName | undefined): EditionName | undefined {
  for (const name of names) {
    const found = fromName(name);
    if (found) return found;
  }
  return undefined;
}
