import { memo } from 'react';
import type { Finding } from '@interspace/core/model/finding';
import { SeverityBadge } from '../severity-badge.tsx';
import classes from './answer.module.css';
import { CitationLine } from './citation-line.tsx';
import { useUserProps } from './light.tsx';
import { findingUser } from './quotes.ts';

/** What to fix, what to look at, what is worth knowing: each with what is so, why it matters and what to do. */
export const Findings = memo(function Findings({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className={classes['findings']}>
      {findings.map((finding, index) => (
        <FindingCard
          key={`${finding.id} ${finding.line ?? ''} ${finding.what}`}
          finding={finding}
          user={findingUser(index)}
        />
      ))}
    </ul>
  );
});

const FindingCard = memo(function FindingCard({ finding, user }: { finding: Finding; user: string }) {
  const { severity, line, what, why, do: act, citation, id } = finding;
  const props = useUserProps(user);
  return (
    // It takes the focus to show its passages, and does nothing else.
    <li
      className={classes['finding']}
      data-severity={severity}
      tabIndex={finding.evidence.length > 0 ? 0 : undefined}
      {...props}
    >
      <div className={classes['findingHead']}>
        <SeverityBadge severity={severity} />
        {line !== undefined && <span className={classes['quiet']}>line {line}</span>}
      </div>
      <p className={classes['what']}>{what}</p>
      <p>{why}</p>
      <p>
        <strong>Do: </strong>
        {act}
      </p>
      <CitationLine citation={citation} id={id} />
    </li>
  );
});
