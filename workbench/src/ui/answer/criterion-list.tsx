import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { CriterionResult, Status } from '@interspace/core/model/determination';
import { Explain } from '../explain/explain.tsx';
import { StatusSign } from '../status-sign.tsx';
import { counted } from '../words.ts';
import classes from './answer.module.css';
import { CitationLine } from './citation-line.tsx';
import { useUserProps } from './light.tsx';
import { criterionUser } from './quotes.ts';
import { usePrinting } from './use-printing.ts';

const ORDER: readonly Status[] = ['not-met', 'unknown', 'met', 'not-applicable'];
const HEADINGS: Readonly<Record<Status, (count: number) => string>> = {
  'not-met': (count) => `${count} not met`,
  unknown: (count) => `${count} unknown`,
  met: (count) => `${counted(count, 'criterion', 'criteria')} met`,
  'not-applicable': (count) => `${count} ${count === 1 ? 'does' : 'do'} not apply here`,
};

interface Props {
  readonly criteria: readonly CriterionResult[];
  readonly lines: readonly number[];
}

/** Criteria by how they stand: what matters is open, the rest is one click away. An unknown that charts never mention is folded too. */
export function CriterionList({ criteria, lines }: Props) {
  return (
    <>
      {ORDER.map((status) => {
        const of = criteria.filter((one) => one.status === status);
        const isSilent = ({ silence }: CriterionResult) => status === 'unknown' && silence !== undefined;
        const [waiting, silent] = [of.filter((one) => !isSilent(one)), of.filter(isSilent)];
        const open = status === 'not-met' || status === 'unknown';
        return (
          <div key={status}>
            {waiting.length > 0 && (
              <Fold heading={HEADINGS[status](waiting.length)} status={status} open={open}>
                {waiting.map((one) => (
                  <Criterion key={one.criterion} result={one} lines={lines} open={open} />
                ))}
              </Fold>
            )}
            {silent.length > 0 && (
              <Fold
                heading={`${silent.length} not mentioned, as charts name ${silent.length === 1 ? 'it' : 'them'} only when present`}
                status={status}
                open={false}
              >
                {silent.map((one) => (
                  <Criterion key={one.criterion} result={one} lines={lines} open={false} />
                ))}
              </Fold>
            )}
          </div>
        );
      })}
    </>
  );
}

interface FoldProps {
  readonly heading: string;
  readonly status: Status;
  readonly open: boolean;
  readonly children: React.ReactNode;
}

function Fold({ heading, status, open: first, children }: FoldProps) {
  const [open, setOpen] = useState(first);
  const id = useId();
  const printing = usePrinting();
  const shown = open || (printing && status !== 'not-applicable');
  return (
    <div className={classes['fold']}>
      <UnstyledButton
        className={classes['foldHead']}
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <IconChevronRight size={16} data-open={shown || undefined} aria-hidden />
        <StatusSign status={status} word={heading} />
      </UnstyledButton>
      <div id={id} hidden={!shown}>
        {shown && children}
      </div>
    </div>
  );
}

function Criterion({
  result,
  lines,
  open: first,
}: {
  result: CriterionResult;
  lines: readonly number[];
  open: boolean;
}) {
  const { criterion, title, status, severity, tree, citation } = result;
  const [open, setOpen] = useState(first);
  const id = useId();
  const props = useUserProps(...lines.map((line) => criterionUser(line, criterion)));
  const grave = status === 'not-met' || status === 'unknown';
  return (
    <div className={classes['criterion']} data-status={status} {...props}>
      <UnstyledButton
        className={classes['criterionHead']}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <IconChevronRight size={16} data-open={open || undefined} aria-hidden />
        <StatusSign status={status} bare />
        <span>{title}</span>
        {grave && severity !== 'block' && (
          <span className={classes['quiet']}>{severity === 'warn' ? 'only warns' : 'only a note'}</span>
        )}
      </UnstyledButton>
      <div id={id} hidden={!open} className={classes['criterionBody']}>
        {open && (
          <>
            <Explain clause={tree} />
            <CitationLine citation={citation} />
          </>
        )}
      </div>
    </div>
  );
}
