import type { Response } from '../../../model/history.ts';
import { reliefDurationsIn, reliefsIn } from '../relief-words.ts';
import { scoresIn } from '../score-words.ts';
import { allMatches } from '../../text/all-matches.ts';

const PERCENT =
  /(?<![\d.])(\d{2,3})\s*(?:%|percent\b)(?!\s*(?:lidocaine|lido|bupivacaine|marcaine|ropivacaine|xylocaine))/g;
const GOOD = /relie|improv|reduc|decreas|better|response|benefit|help/;
const FITS =
  /\b(?:consistent|concordant|appropriate|commensurate|in keeping) (?:with|for) (?:the )?(?:\w+ ){0,5}?(?:an(?:a)?esthetic|lidocaine|bupivacaine|agents?|marcaine)\b/;

/** What each of `parts` of a text says of relief; a statement made of all of them (`both`, `respectively`) is shared out. */
export function responsesIn(
  text: string,
  parts: readonly { readonly start: number; readonly end: number }[],
): Response[] {
  const percents = percentsIn(text);
  const durations = reliefDurationsIn(text).filter((one) => one.days !== undefined);
  const share = <T extends { readonly start: number }>(found: readonly T[]): (T | undefined)[] => {
    if (found.length === parts.length) return [...found];
    const [only] = found;
    if (found.length === 1) return parts.map(() => only);
    return parts.map((part) => {
      const own = found.filter((one) => part.start <= one.start && one.start < part.end);
      return own.length === 1 ? own[0] : undefined;
    });
  };
  const [relief, lasting] = [share(percents), share(durations)];
  const sameScale = /\bsame (?:\w+ )?scale\b/.test(text);
  const scores = scoresIn(text);
  const [pre, post] = [scores.find((one) => one.moment === 'before'), scores.find((one) => one.moment === 'after')];
  const pair = pre && post && pre.value > 0 && parts.length === 1;
  const fromScores = pair ? Math.floor(((pre.value - post.value) / pre.value) * 100) : undefined;
  return parts.map((_part, index): Response => {
    const percent = relief[index]?.percent ?? (fromScores !== undefined && fromScores >= 0 ? fromScores : undefined);
    const gain = reliefsIn(text).find((one) => one.of === 'function');
    const days = lasting[index]?.days;
    return {
      ...(percent === undefined ? {} : { painReliefPercent: percent }),
      ...(gain && parts.length === 1 ? { functionGainPercent: gain.percent } : {}),
      ...(days === undefined ? {} : { durationDays: daysOf(days) }),
      ...(pair || sameScale ? { sameScale: true } : {}),
      ...(FITS.test(text) && !/\bnot (?:consistent|concordant|appropriate)\b/.test(text)
        ? { consistentWithAgent: true }
        : {}),
    };
  });
}

/** A month counts 30 days, as the history has it: `three months` are 90 days. */
function daysOf(days: number): number {
  const months = days / (365 / 12);
  return Math.abs(months - Math.round(months)) < 0.01 && months >= 1 ? Math.round(months) * 30 : Math.floor(days);
}

function percentsIn(text: string): { readonly start: number; readonly percent: number }[] {
  const stated = reliefsIn(text).filter((one) => one.of === 'pain');
  if (!GOOD.test(text)) return stated;
  const all = stated.map(({ start, end, percent }) => ({ start, end, percent }));
  for (const hit of allMatches(text, PERCENT)) {
    const [start, percent] = [hit.index, Number(hit[1])];
    if (percent <= 100 && !all.some((one) => one.start <= start && start < one.end) && !isFunction(text, start))
      all.push({ start, end: start + hit[0].length, percent });
  }
  return all.sort((one, other) => one.start - other.start);
}

function isFunction(text: string, at: number): boolean {
  return (
    /^\S+\s+(?:\w+\s+){0,3}?(?:function|adls?|activit|mobility|odi|ndi)/.test(text.slice(at, at + 60)) ||
    /\b(?:odi|ndi|oswestry|function\w*)\W+(?:\w+\W+){0,3}$/.test(text.slice(Math.max(0, at - 30), at))
  );
}
