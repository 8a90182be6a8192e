import { parentPort, workerData } from 'node:worker_threads';
import { readTable } from '@interspace/core/edits/agency/layout';
import { compareReviews, type ReviewDifference } from '@interspace/core/review/compare-reviews';
import { prepareLibrary } from '@interspace/core/review/prepare';
import { review } from '@interspace/core/review/review';
import { diffLibraries } from '@interspace/library/diff/diff-libraries';
import { lawOfDay } from '@interspace/library/diff/law-of-day';
import type { LawAsked, TouchedInput, TouchedTold } from './law.ts';

const asked = workerData as LawAsked;
parentPort?.postMessage(
  asked.what === 'diff'
    ? diffLibraries({ library: asked.library, on: asked.from }, { library: asked.library, on: asked.to })
    : touched(asked),
);

/** Each input is judged by the law of both days, whatever its own date of service. */
function touched({ library, tables, from, to, inputs, ids }: Extract<LawAsked, { what: 'touched' }>): TouchedTold {
  const files = tables.map(readTable).filter((file) => typeof file !== 'string');
  const [before, after] = [from, to].map((day) => prepareLibrary(lawOfDay(library, day), files));
  const wanted = ids && new Set(ids);
  return inputs.flatMap((input, index): TouchedInput[] => {
    const found = before && after && compareReviews(review(input, before), review(input, after));
    if (!found) return [];
    const [was, is] = inWords(found, wanted);
    return was.length + is.length === 0 ? [] : [{ index, before: was.join('; '), after: is.join('; ') }];
  });
}

function inWords(found: ReviewDifference, wanted: ReadonlySet<string> | undefined): [string[], string[]] {
  const is = (id: string): boolean => wanted === undefined || wanted.has(id);
  const turned = found.judged.flatMap((one) => one.turned).filter(({ criterion }) => is(criterion));
  const [gone, come] = [found.findings.gone, found.findings.come].map((list) => list.filter(({ id }) => is(id)));
  const outcomes = wanted === undefined ? found.judged.filter(({ outcomes: [a, b] }) => a !== b) : [];
  return [
    [
      ...outcomes.map(({ code, outcomes: [was] }) => `${code}: ${was ?? 'no document'}`),
      ...turned.map(({ title, before }) => `${title}: ${before ?? 'not judged'}`),
      ...(gone ?? []).map(({ what }) => what),
    ],
    [
      ...outcomes.map(({ code, outcomes: [, now] }) => `${code}: ${now ?? 'no document'}`),
      ...turned.map(({ title, after }) => `${title}: ${after ?? 'not judged'}`),
      ...(come ?? []).map(({ what }) => what),
    ],
  ];
}
