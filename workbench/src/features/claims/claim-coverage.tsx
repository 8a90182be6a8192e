import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Outcome } from '@interspace/core/model/determination';
import type { ClaimView } from '@interspace/server/contract/batches';
import { OutcomeSign } from '../../ui/status-sign.tsx';
import classes from './claims.module.css';

const OUTCOMES: ReadonlySet<string> = new Set<Outcome>(['meets', 'fails', 'incomplete', 'no-policy']);

interface Props {
  readonly coverage: ClaimView['coverage'];
  readonly lines: ClaimView['lines'];
  readonly on: string | undefined;
}

/** What the policy in force on the day says of each line, as far as a claim alone can tell. */
export function ClaimCoverage({ coverage, lines, on }: Props) {
  if (coverage.length === 0) return null;
  return (
    <section aria-label="Coverage">
      <h3 className={classes['panelHeading']}>Coverage, from the claim alone</h3>
      <ul className={classes['coverage']}>
        {coverage.map(({ line, policy, document, outcome, unknown, because }) => (
          <li key={`${line} ${policy ?? ''}`}>
            <span className={classes['coverageHead']}>
              <span>
                Line {line} {lines.find(({ number }) => number === line)?.code}
              </span>
              {OUTCOMES.has(outcome) ? <OutcomeSign outcome={outcome as Outcome} /> : <span>{outcome}</span>}
              {policy !== undefined && (
                <Anchor component={Link} {...({ to: '/rulebook', search: { policy, on } } as object)} size="sm">
                  {document ?? policy}
                </Anchor>
              )}
            </span>
            {because !== undefined && <span className={classes['quiet']}>{because}</span>}
            {unknown !== undefined && unknown > 0 && (
              <span className={classes['quiet']}>
                {unknown} {unknown === 1 ? 'criterion needs' : 'criteria need'} the chart.
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
