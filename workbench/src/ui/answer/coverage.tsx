import { memo } from 'react';
import type { Determination } from '@interspace/core/model/determination';
import type { Review } from '@interspace/core/model/review';
import { DayText } from '../day-text.tsx';
import { OutcomeSign } from '../status-sign.tsx';
import { listed } from '../words.ts';
import classes from './answer.module.css';
import { CriterionList } from './criterion-list.tsx';

interface Group {
  readonly lines: readonly number[];
  readonly determination: Determination;
}

/** Lines that are judged alike by one document are told together. */
export function alike(determinations: readonly Determination[]): Group[] {
  const groups = new Map<string, { lines: number[]; determination: Determination }>();
  for (const determination of determinations) {
    const { line, policy, document, outcome, criteria, nextEligible } = determination;
    const key = JSON.stringify([
      policy,
      document,
      outcome,
      nextEligible,
      criteria.map(({ criterion, status }) => [criterion, status]),
    ]);
    const group = groups.get(key);
    if (group) group.lines.push(line);
    else groups.set(key, { lines: [line], determination });
  }
  return [...groups.values()];
}

interface Props {
  readonly determinations: readonly Determination[];
  readonly lines: Review['lines'];
}

/** Each document with its criteria: what is not met, what is open, and what is met, folded. */
export const Coverage = memo(function Coverage({ determinations, lines: judged }: Props) {
  const groups = alike(determinations);
  if (groups.length === 0) return <p className={classes['quiet']}>No line is judged by a coverage document.</p>;
  return (
    <div className={classes['stack']}>
      {groups.map(({ lines, determination }) => {
        const { policy, document, article, contractor, outcome, because, criteria, nextEligible } = determination;
        const codes = lines.map((line) => judged[line - 1]?.code ?? '');
        return (
          <section key={`${lines.join(' ')} ${policy ?? ''}`} className={classes['determination']}>
            <div className={classes['determinationHead']}>
              <h3>
                {lines.length === 1 ? 'Line' : 'Lines'} {listed(lines)}: {listed([...new Set(codes)])}
              </h3>
              <OutcomeSign outcome={outcome} />
            </div>
            <p className={classes['quiet']}>
              {[document, article, contractor, policy].filter((part) => part !== undefined).join(' · ')}
            </p>
            <p>{because}</p>
            {nextEligible && (
              <p>
                Next eligible date:{' '}
                <strong>
                  <DayText day={nextEligible} />
                </strong>
              </p>
            )}
            <CriterionList criteria={criteria} lines={lines} />
          </section>
        );
      })}
      <p className={classes['quiet']}>
        “Meets” is said of the criteria as published. The payer decides what is covered.
      </p>
    </div>
  );
});
