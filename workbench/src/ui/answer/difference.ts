import type { Outcome, Status } from '@interspace/core/model/determination';
import type { Review } from '@interspace/core/model/review';

/** One thing that turned between two Reviews of the same case. */
export type Change =
  | { readonly kind: 'outcome'; readonly line: number; readonly before: Outcome; readonly after: Outcome }
  | { readonly kind: 'criterion'; readonly title: string; readonly before: Status; readonly after: Status }
  | { readonly kind: 'line'; readonly before: string | undefined; readonly after: string | undefined }
  | { readonly kind: 'finding'; readonly gone: boolean; readonly what: string };

/** What the last answer or edit changed, the most telling first. A criterion that turned for several lines is told once. */
export function changesBetween(before: Review, after: Review): Change[] {
  const changes = [
    ...outcomes(before, after),
    ...lines(before, after),
    ...criteria(before, after),
    ...findings(before, after),
  ];
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}

function outcomes(before: Review, after: Review): Change[] {
  return after.determinations.flatMap(({ line, policy, outcome }) => {
    const old = before.determinations.find((one) => one.line === line && one.policy === policy);
    const same = before.lines[line - 1]?.code === after.lines[line - 1]?.code;
    if (!old || !same || old.outcome === outcome) return [];
    return [{ kind: 'outcome' as const, line, before: old.outcome, after: outcome }];
  });
}

function lines(before: Review, after: Review): Change[] {
  const words = (review: Review, index: number) => {
    const line = review.lines[index];
    return line && [line.code, ...line.modifiers, `×${line.units}`].join(' ');
  };
  const length = Math.max(before.lines.length, after.lines.length);
  return Array.from({ length }, (_, index) => [words(before, index), words(after, index)] as const)
    .filter(([old, now]) => old !== now)
    .map(([old, now]) => ({ kind: 'line', before: old, after: now }));
}

function criteria(before: Review, after: Review): Change[] {
  const old = new Map(
    before.determinations.flatMap(({ line, criteria: all }) =>
      all.map(({ criterion, status }) => [`${line} ${criterion}`, status] as const),
    ),
  );
  return after.determinations.flatMap(({ line, criteria: all }) =>
    all.flatMap(({ criterion, title, status }) => {
      const was = old.get(`${line} ${criterion}`);
      return was === undefined || was === status
        ? []
        : [{ kind: 'criterion' as const, title, before: was, after: status }];
    }),
  );
}

function findings(before: Review, after: Review): Change[] {
  // Criteria speak for themselves above, and the sentence that counts them is no news.
  const judged = new Set(after.determinations.flatMap(({ criteria: all }) => all.map(({ criterion }) => criterion)));
  const told = ({ findings: all }: Review) =>
    new Set(all.filter(({ id }) => !judged.has(id) && id !== 'coverage/incomplete').map(({ what }) => what));
  const [old, now] = [told(before), told(after)];
  return [
    ...[...old].filter((what) => !now.has(what)).map((what) => ({ kind: 'finding' as const, gone: true, what })),
    ...[...now].filter((what) => !old.has(what)).map((what) => ({ kind: 'finding' as const, gone: false, what })),
  ];
}
