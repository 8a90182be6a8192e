import { ActionIcon, NativeSelect, NumberInput, TextInput, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Outcome } from '@interspace/core/model/determination';
import type { Finding } from '@interspace/core/model/finding';
import type { Review } from '@interspace/core/model/review';
import { useVocabulary } from '../../app/api/review.ts';
import { SeverityBadge } from '../severity-badge.tsx';
import { OutcomeSign, StatusSign } from '../status-sign.tsx';
import classes from './answer.module.css';
import { useUserProps } from './light.tsx';
import { lineUser } from './quotes.ts';
import { sideOf, type SideWords, withSide } from './side.ts';
import { SplitField } from './split-field.tsx';
import type { StatedLine } from './use-case.ts';

interface Props {
  readonly number: number;
  readonly line: StatedLine;
  readonly review: Review;
  readonly findings: readonly Finding[];
  readonly onChange: (line: StatedLine) => void;
  readonly onRemove: () => void;
}

const GRAVITY: readonly Outcome[] = ['fails', 'incomplete', 'meets', 'no-policy'];

/** One line of the claim with its verdict; below it why it stands there. */
export function LineRow({ number, line, review, findings, onChange, onRemove }: Props) {
  const { words } = useVocabulary();
  const user = useUserProps(lineUser(number));
  const proposed = review.lines[number - 1];
  const outcomes = review.determinations.filter((one) => one.line === number).map(({ outcome }) => outcome);
  const outcome = GRAVITY.find((one) => outcomes.includes(one));
  const worst = (['block', 'warn'] as const).find((severity) => findings.some((one) => one.severity === severity));
  const sides: SideWords | undefined = words?.sides;
  return (
    <>
      <tr className={classes['line']} {...user}>
        <td className={classes['lineNumber']}>{number}</td>
        <td>
          <TextInput
            aria-label={`Code of line ${number}`}
            value={line.code}
            onChange={(event) =>
              onChange({ ...line, code: event.currentTarget.value.toUpperCase().trim().slice(0, 5) })
            }
            error={line.code !== '' && line.code.length < 5}
            classNames={{ input: classes['code'] }}
            w="4.5rem"
          />
        </td>
        <td>
          <SplitField
            label={`Modifiers of line ${number}`}
            values={line.modifiers}
            size={2}
            onChange={(modifiers) => onChange({ ...line, modifiers })}
          />
        </td>
        <td>
          <NativeSelect
            aria-label={`Side of line ${number}`}
            value={sides ? sideOf(line.modifiers, sides) : ''}
            disabled={!sides}
            onChange={(event) =>
              sides && onChange({ ...line, modifiers: withSide(line.modifiers, event.currentTarget.value, sides) })
            }
            data={[
              { value: '', label: 'none' },
              { value: 'left', label: 'left' },
              { value: 'right', label: 'right' },
              { value: 'both', label: 'both' },
            ]}
            w="5.5rem"
          />
        </td>
        <td>
          <NumberInput
            aria-label={`Units of line ${number}`}
            value={line.units}
            onChange={(units) => typeof units === 'number' && units > 0 && onChange({ ...line, units })}
            min={1}
            hideControls
            w="3rem"
          />
        </td>
        <td>
          <SplitField
            label={`Diagnoses of line ${number}`}
            values={line.diagnoses}
            onChange={(diagnoses) => onChange({ ...line, diagnoses })}
            wide
          />
        </td>
        <td>
          <Tooltip label="Remove the line">
            <ActionIcon variant="subtle" color="gray" aria-label={`Remove line ${number}`} onClick={onRemove}>
              <IconX size={18} />
            </ActionIcon>
          </Tooltip>
        </td>
      </tr>
      <tr className={classes['lineWhy']} {...user}>
        <td />
        <td colSpan={6}>
          <span className={classes['verdictCell']}>
            {outcome ? (
              <OutcomeSign outcome={outcome} />
            ) : (
              <StatusSign status="not-applicable" word="Nothing to judge" />
            )}
            {worst && <SeverityBadge severity={worst} />}
          </span>
          {proposed && proposed.code === line.code && <span>{proposed.why}</span>}
        </td>
      </tr>
    </>
  );
}
