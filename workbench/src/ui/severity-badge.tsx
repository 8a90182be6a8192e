import classes from './ui.module.css';

const WORDS = {
  block: { mark: '✗', word: 'Block' },
  warn: { mark: '!', word: 'Warning' },
  note: { mark: 'i', word: 'Note' },
  clean: { mark: '✓', word: 'Clean' },
} as const;

interface Props {
  readonly severity: keyof typeof WORDS;
  /** How many, when it stands for several. */
  readonly count?: number;
}

/** block: fix it before the claim goes out; warn: look at it; note: worth knowing. */
export function SeverityBadge({ severity, count }: Props) {
  const { mark, word } = WORDS[severity];
  return (
    <span className={`${classes['severity']} ${classes[severity]}`}>
      <span aria-hidden>{mark}</span>
      {count === undefined ? word : `${count} ${count === 1 ? word.toLowerCase() : `${word.toLowerCase()}s`}`}
    </span>
  );
}
