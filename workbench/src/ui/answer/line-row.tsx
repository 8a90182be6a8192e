import { ActionIcon, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { memo } from 'react';
import type { Outcome } from '@interspace/core/model/determination';
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
  /** Why the line was proposed, as long as its code is the proposed one. */
  readonly why: string | undefined;
  readonly outcome: Outcome | undefined;
  readonly worst: 'block' | 'warn' | undefined;
  readonly sides: SideWords | undefined;
  readonly onChange: (number: number, line: StatedLine) => void;
  readonly onRemove: (number: number) => void;
}

/** One line of the claim with its verdict; below it why it stands there. */
export const LineRow = memo(function LineRow({ number, line, why, outcome, worst, sides, onChange, onRemove }: Props) {
  const user = useUserProps(lineUser(number));
  const change = (part: Partial<StatedLine>) => onChange(number, { ...line, ...part });
  return (
    <>
      <tr className={classes['line']} {...user}>
        <td className={classes['lineNumber']}>{number}</td>
        <td>
          <TextInput
            aria-label={`Code of line ${number}`}
            value={line.code}
            onChange={(event) => change({ code: event.currentTarget.value.toUpperCase().trim().slice(0, 5) })}
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
            onChange={(modifiers) => change({ modifiers })}
          />
        </td>
        <td>
          <NativeSelect
            aria-label={`Side of line ${number}`}
            value={sides ? sideOf(line.modifiers, sides) : ''}
            disabled={!sides}
            onChange={(event) =>
              sides && change({ modifiers: withSide(line.modifiers, event.currentTarget.value, sides) })
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
            onChange={(units) => typeof units === 'number' && units > 0 && change({ units })}
            min={1}
            hideControls
            w="3rem"
          />
        </td>
        <td>
          <SplitField
            label={`Diagnoses of line ${number}`}
            values={line.diagnoses}
            onChange={(diagnoses) => change({ diagnoses })}
            wide
          />
        </td>
        <td>
          <ActionIcon
            variant="subtle"
            color="gray"
            data-hint="Remove the line"
            aria-label={`Remove line ${number}`}
            onClick={() => onRemove(number)}
          >
            <IconX size={18} />
          </ActionIcon>
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
          {why !== undefined && <span>{why}</span>}
        </td>
      </tr>
    </>
  );
});
