import { printed } from '../app/keys.ts';
import classes from './ui.module.css';

/** Keys as they are printed on the keyboard: `mod+k`, `g r`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={classes['kbd']}>
      {printed(keys).map((press, index) => (
        // Presses have no other name than their place.
        <span key={`${index} ${press.join('')}`} className={classes['kbd']}>
          {press.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
