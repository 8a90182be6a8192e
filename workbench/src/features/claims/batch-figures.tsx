import type { Batch } from '@interspace/server/contract/batches';
import { wholeDollars } from '../../ui/money.tsx';
import classes from './claims.module.css';

/** The file in six figures. */
export function BatchFigures({ batch }: { batch: Batch }) {
  const share = batch.claims > 0 ? ` (${((100 * batch.blocks) / batch.claims).toFixed(1)} %)` : '';
  const figures: [string, string][] = [
    ['Claims', batch.claims.toLocaleString('en-US')],
    ['To fix before sending', `${batch.blocks.toLocaleString('en-US')}${share}`],
    ['To look at', batch.warnings.toLocaleString('en-US')],
    ['Charges', wholeDollars(batch.charges)],
    ['Money at risk', wholeDollars(batch.moneyAtRisk)],
  ];
  return (
    <dl className={classes['figures']}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
