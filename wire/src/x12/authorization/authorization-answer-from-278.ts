import { isoDate, type IsoDate } from '@interspace/core/model/date';
import { failed, ok, type Result } from '@interspace/core/model/result';
import {
  decisionOf,
  overallDecision,
  type AnsweredLine,
  type AuthorizationAnswer,
} from '../../authorization/authorization-answer.ts';
import { wireIssue, type WireIssue } from '../../issues.ts';
import { readDocument, type TextSegment } from '../document.ts';

/** Purposes (BHT02) of a transaction that answers; a request has others. */
const ANSWERS: ReadonlySet<string> = new Set(['11', '12', '18', '28']);

/** A line while it is read. */
type Open = { -readonly [key in keyof AnsweredLine]: AnsweredLine[key] } & { reasons: string[] };

/** Every answer of a file of 278s. Requests and other transactions are passed over; a file without any answer fails. */
export function readAuthorizationAnswers(bytes: Uint8Array): Result<readonly AuthorizationAnswer[]> {
  const { segments, issues } = readDocument(bytes);
  const answers: AuthorizationAnswer[] = [];
  const found: WireIssue[] = [...issues];
  let from = -1;
  segments.forEach((segment, at) => {
    if (segment.id === 'ST') from = segment.elements[0] === '278' ? at + 1 : -1;
    else if (segment.id === 'SE' && from >= 0) {
      const answer = readOne(segments.slice(from, at));
      if (answer) answers.push(answer);
      from = -1;
    }
  });
  if (answers.length > 0) return ok(answers, found);
  return failed(...found, wireIssue('wire/x12/answer-unreadable'));
}

function readOne(segments: readonly TextSegment[]): AuthorizationAnswer | undefined {
  const begin = segments.find(({ id }) => id === 'BHT');
  if (!begin || !ANSWERS.has(begin.elements[1] ?? '')) return undefined;
  const event: Open = { reasons: [] };
  const lines: Open[] = [];
  const errors: { code: string; at?: string }[] = [];
  let level = '';
  let request: string | undefined;
  let decidedOn: IsoDate | undefined;
  for (const { id, elements } of segments) {
    const of = level === 'SS' ? lines.at(-1) : event;
    switch (id) {
      case 'HL':
        level = elements[2] ?? '';
        if (level === 'SS') lines.push({ reasons: [] });
        break;
      case 'TRN':
        // 2 marks a number of ours that comes back.
        if (level !== 'SS' && elements[0] === '2') request = elements[1];
        break;
      case 'AAA':
        errors.push({ code: elements[2] ?? 'unknown', at: level });
        break;
      case 'HCR':
        if (!of) break;
        of.decision = decisionOf(elements[0]);
        if (elements[1]) of.number = elements[1];
        if (elements[2]) of.reasons.push(elements[2]);
        break;
      case 'DTP':
        if (elements[0] === '102') decidedOn = dayOf(elements[2]?.slice(0, 8));
        else if (of && (elements[0] === '007' || elements[0] === '472')) {
          of.from ??= dayOf(elements[2]?.slice(0, 8));
          of.through ??= dayOf(elements[2]?.split('-')[1] ?? elements[2]);
        } else if (of && elements[0] === '036') of.through = dayOf(elements[2]);
        break;
      case 'SV1':
      case 'SV2': {
        const procedure = elements[id === 'SV1' ? 0 : 1]?.split(String.fromCharCode(separatorOf(segments)));
        if (of && procedure?.[1]) of.code = procedure[1];
        break;
      }
      default:
        break;
    }
  }
  const own = lines.map((line) => ({
    ...line,
    decision: line.decision ?? event.decision,
    number: line.number ?? event.number,
  }));
  return {
    request: request ?? begin.elements[2],
    decidedOn,
    decision: event.decision ?? overallDecision(own.map(({ decision }) => decision)),
    number: event.number ?? own.find(({ number }) => number !== undefined)?.number,
    lines: own.length > 0 ? own : event.decision === undefined ? [] : [event],
    errors,
  };
}

function separatorOf(segments: readonly TextSegment[]): number {
  return segments[0]?.separators.component ?? 58;
}

function dayOf(text: string | undefined): IsoDate | undefined {
  return text === undefined ? undefined : isoDate(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
}
