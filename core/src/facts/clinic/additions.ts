import { daysBetween, type IsoDate } from '../../model/date.ts';
import type { Fact } from '../../model/fact.ts';
import { quote } from '../text/note.ts';
import { mentions, type Chart } from './chart.ts';
import { datesIn } from './date-words.ts';
import { fact } from './tally.ts';
import { allMatches } from '../text/all-matches.ts';

/** A heading of something that was written later, not a mention of the word. */
const ADDITION =
  /(?:^|[.\n\r]|\s{2})\s*(?:late entry|addend(?:um|a)|amendment|amended note|correction|corrected entry|delayed entry)\b\s*(?=[:(#\d-]|to\b|for\b|dated\b|by\b|on\b|added\b|entered\b|made\b|$)/g;
const SIGNED =
  /\b(?:electronically|digitally|e-?)[ -]?(?:signed|authenticated)\b|\b(?:signed|authenticated|entered|added) by\b|\/s\/|\bsignature\s*:\s*[a-z]/;
const REQUEST =
  /\b(?:in response to|following|after|pursuant to|per|because of|due to)\b[^.;]{0,50}\b(?:records? request|request for (?:records|documentation|additional)|additional documentation request|adr|audit|(?:insurance |payer |claim )?denial|medical review)\b/;
const STAMP = /\b(?:signature stamp|stamped signature|rubber[- ]stamp(?:ed)?(?: signature)?)\b/;
const BY_HAND = /\b(?:wet signature|hand-?written signature|signed by hand)\b/;
const ELECTRONIC = /\b(?:electronically|digitally|e-?)[ -]?(?:signed|authenticated)\b/;
const SIGNING_DATE =
  /\b(?:(?:electronically|digitally|e-)[ -]?(?:signed|authenticated)|authenticated by|signed (?:electronically )?by|date signed|signed on|signature date)\b/g;
const ILLEGIBLE = /\b(?:illegible signature|signature (?:is |was )?illegible)\b/;
const ATTESTED = /\b(?:signature attestation|attestation of (?:the )?(?:author|signature)|signature log)\b/;

/** `documentation.*` of what was written after the note, and of how and when it was signed. */
export function readAdditions(chart: Chart): Fact[] {
  return [...additions(chart), ...signing(chart)];
}

function additions(chart: Chart): Fact[] {
  if (!mentions(chart, 'late entry', 'addend', 'amend', 'correct', 'delayed entry')) return [];
  const { note, flat } = chart;
  const lines = note.lower.replace(/[\u2018\u2019]/g, "'");
  const facts: Fact[] = [];
  const found = [...allMatches(lines, ADDITION)];
  const dated: Fact[] = [];
  const signed: Fact[] = [];
  for (const [at, hit] of found.entries()) {
    const start = hit.index + (/^[.\s]*/.exec(hit[0])?.[0].length ?? 0);
    const end = Math.min(found[at + 1]?.index ?? flat.length, start + 700);
    const body = flat.slice(start, end);
    // `Late entry for 3/2/2026` names the service, not the day of writing.
    const written = datesIn(body, undefined).find(
      (one) =>
        one.day !== undefined &&
        !/\b(?:for|dos|service|of birth|dob|procedure)\s*:?\s*(?:on\s*)?$/.test(
          body.slice(Math.max(0, one.start - 18), one.start),
        ),
    );
    if (written) dated.push(fact('documentation.addition-dated', true, quote(note, start, start + written.end)));
    const sign = SIGNED.exec(body);
    if (sign)
      signed.push(
        fact(
          'documentation.addition-signed',
          true,
          quote(note, start + sign.index, start + sign.index + sign[0].length),
        ),
      );
    const request = REQUEST.exec(body);
    if (request)
      facts.push(
        fact(
          'documentation.added-after-request',
          true,
          quote(note, start + request.index, start + request.index + request[0].length),
        ),
      );
  }
  // Every addition must say it: one that is silent leaves the question open.
  for (const all of [dated, signed]) if (found.length > 0 && all.length === found.length) facts.push(all[0] as Fact);
  return facts.filter((one, at) => facts.findIndex((other) => other.name === one.name) === at);
}

function signing(chart: Chart): Fact[] {
  const { note, flat, dateOfService } = chart;
  if (!mentions(chart, 'sign', 'authenticat')) return [];
  const facts: Fact[] = [];
  const say = (name: string, value: string | boolean, pattern: RegExp): boolean => {
    const hit = pattern.exec(flat);
    if (!hit || /\b(?:no|not|without)\s+(?:\w+\s+)?$/.test(flat.slice(Math.max(0, hit.index - 16), hit.index)))
      return false;
    facts.push(fact(name, value, quote(note, hit.index, hit.index + hit[0].length)));
    return true;
  };
  void (
    say('documentation.signature-kind', 'stamp', STAMP) ||
    say('documentation.signature-kind', 'handwritten', BY_HAND) ||
    say('documentation.signature-kind', 'electronic', ELECTRONIC)
  );
  say('documentation.signature-legible', false, ILLEGIBLE);
  say('documentation.signature-attested', true, ATTESTED);
  const signed = signedOn(chart);
  if (signed) {
    facts.push(fact('documentation.signed-on', signed.day, signed.evidence));
    const days = dateOfService === undefined ? -1 : daysBetween(dateOfService, signed.day);
    if (days >= 0) facts.push(fact('documentation.days-to-signature', days, signed.evidence));
  }
  return facts;
}

/** The day beside the first signature that has one; later ones belong to what was added. */
function signedOn({ note, flat }: Chart): { day: IsoDate; evidence: ReturnType<typeof quote> } | undefined {
  SIGNING_DATE.lastIndex = 0;
  for (let hit = SIGNING_DATE.exec(flat); hit; hit = SIGNING_DATE.exec(flat)) {
    const end = hit.index + hit[0].length;
    if (/\bconsent\b[^.]{0,40}$/.test(flat.slice(Math.max(0, hit.index - 50), hit.index))) continue;
    const near = note.text.slice(end, end + 90).split(/\r?\n\s*\r?\n/)[0] ?? '';
    const date = datesIn(near.toLowerCase().replace(/[\r\n]/g, ' '), undefined)[0];
    if (date?.day && !/[.;]\s+[a-z]{4,}/i.test(near.slice(0, date.start).replace(/\b(?:dr|m\.d|d\.o)\./gi, '')))
      return { day: date.day, evidence: quote(note, hit.index, end + date.end) };
  }
  return undefined;
}
