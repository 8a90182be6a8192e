import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconCopy, IconPlus } from '@tabler/icons-react';
import { memo } from 'react';
import { useMemo } from 'react';
import type { Outcome } from '@interspace/core/model/determination';
import type { Finding } from '@interspace/core/model/finding';
import type { Review } from '@interspace/core/model/review';
import { useVocabulary } from '../../app/api/review.ts';
import { useSteady } from '../../app/use-steady.ts';
import classes from './answer.module.css';
import { LineRow } from './line-row.tsx';
import { type StatedLine, statedLines } from './use-case.ts';

interface Props {
  readonly review: Review;
  readonly findings: readonly Finding[];
  /** Lines as changed by hand. */
  readonly edited: readonly StatedLine[] | undefined;
  readonly onChange: (lines: readonly StatedLine[] | undefined) => void;
  readonly onCopy: () => void;
}

const EMPTY: StatedLine = { code: '', modifiers: [], units: 1, diagnoses: [] };

const GRAVITY: readonly Outcome[] = ['fails', 'incomplete', 'meets', 'no-policy'];

function gravest({ determinations }: Review, line: number): Outcome | undefined {
  return GRAVITY.find((outcome) => determinations.some((one) => one.line === line && one.outcome === outcome));
}

function worstOf(findings: readonly Finding[], line: number): 'block' | 'warn' | undefined {
  return (['block', 'warn'] as const).find((severity) =>
    findings.some((one) => one.line === line && one.severity === severity),
  );
}

/** Lines as they stand on the claim. Each field can be changed; the edits answer while one types. */
export const Lines = memo(function Lines({ review, findings, edited, onChange, onCopy }: Props) {
  const proposed = useMemo(() => statedLines(review), [review]);
  const lines = edited ?? proposed;
  const { words } = useVocabulary();
  const set = useSteady((number: number, line: StatedLine) =>
    onChange(lines.map((old, place) => (place === number - 1 ? line : old))),
  );
  const remove = useSteady((number: number) => onChange(lines.filter((_, place) => place !== number - 1)));
  return (
    <div>
      <div className={classes['scroller']}>
        <table className={classes['lines']}>
          <thead>
            <tr>
              <th scope="col">
                <span className="is-spoken">Line</span>
              </th>
              <th scope="col">Code</th>
              <th scope="col">Modifiers</th>
              <th scope="col">Side</th>
              <th scope="col">Units</th>
              <th scope="col">Diagnoses</th>
              <th>
                <span className="is-spoken">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <LineRow
                // A line has no other name than its place.
                key={index}
                number={index + 1}
                line={line}
                why={review.lines[index]?.code === line.code ? review.lines[index]?.why : undefined}
                outcome={gravest(review, index + 1)}
                worst={worstOf(findings, index + 1)}
                sides={words?.sides}
                onChange={set}
                onRemove={remove}
              />
            ))}
          </tbody>
        </table>
      </div>
      {lines.length === 0 && (
        <p className={classes['quiet']}>No line follows from what is written. The findings say why.</p>
      )}
      <Group gap="xs" mt="xs" className="is-screen-only">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} />}
          onClick={() => onChange([...lines, EMPTY])}
        >
          Add a line
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconCopy size={16} />}
          onClick={onCopy}
          disabled={lines.length === 0}
        >
          Copy the lines
        </Button>
        {edited && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconArrowBackUp size={16} />}
            onClick={() => onChange(undefined)}
          >
            Back to the proposal
          </Button>
        )}
      </Group>
    </div>
  );
});
