import { createReadStream } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { readTable } from '@interspace/core/edits/agency/layout';
import type { EngineInput } from '@interspace/core/model/review-input';
import { compareReviews, type ReviewDifference } from '@interspace/core/review/compare-reviews';
import { prepareLibrary } from '@interspace/core/review/prepare';
import { review } from '@interspace/core/review/review';
import { diffLibraries } from '@interspace/library/diff/diff-libraries';
import { lawOfDay } from '@interspace/library/diff/law-of-day';
import { readClaims } from '@interspace/wire/x12/read-claims';
import type { LawAsked, TouchedClaim, TouchedInput, TouchedTold } from './law.ts';

const asked = workerData as LawAsked;
if (asked.what === 'diff')
  parentPort?.postMessage(
    diffLibraries({ library: asked.library, on: asked.from }, { library: asked.library, on: asked.to }),
  );
else parentPort?.postMessage(await touched(asked));

/** Each input and claim is judged by the law of both days, whatever its own date of service. */
async function touched(of: Extract<LawAsked, { what: 'touched' }>): Promise<TouchedTold> {
  const { library, tables, from, to, inputs, files, most, ids } = of;
  const opened = tables.map(readTable).filter((file) => typeof file !== 'string');
  const [before, after] = [from, to].map((day) => prepareLibrary(lawOfDay(library, day), opened));
  const wanted = ids && new Set(ids);
  const judged = (input: EngineInput): { before: string; after: string } | undefined => {
    const found = before && after && compareReviews(review(input, before), review(input, after));
    const [was, is] = found ? inWords(found, wanted) : [[], []];
    return was.length + is.length === 0 ? undefined : { before: was.join('; '), after: is.join('; ') };
  };
  const turned = inputs.flatMap((input, index): TouchedInput[] => {
    const found = judged(input);
    return found ? [{ index, ...found }] : [];
  });
  const until = Date.now() + most.ms;
  const claims: TouchedClaim[] = [];
  let examined = 0;
  for (const [file, path] of files.entries()) {
    let number = 0;
    for await (const { read } of readClaims(createReadStream(path))) {
      if (!read) continue;
      if (examined >= most.claims || Date.now() > until) return { inputs: turned, claims, claimsExamined: examined };
      const { claim } = read;
      examined += 1;
      number += 1;
      const found = judged({ context: {}, documents: [], claim });
      if (!found) continue;
      const date = claim.lines.find((line) => line.from !== undefined)?.from;
      claims.push({ file, number, id: claim.id, date, codes: claim.lines.map(({ code }) => code), ...found });
    }
  }
  return { inputs: turned, claims, claimsExamined: examined };
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
