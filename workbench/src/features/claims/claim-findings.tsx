import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Finding, Severity } from '@interspace/core/model/finding';
import { SeverityBadge } from '../../ui/severity-badge.tsx';
import classes from './claims.module.css';

const ORDER: readonly Severity[] = ['block', 'warn', 'note'];
const HEADINGS: Readonly<Record<Severity, string>> = {
  block: 'Why it should not go out yet',
  warn: 'Look at this too',
  note: 'Worth knowing',
};

/** What, why and what to do, the worst first; each with its place in the file and in the rulebook. */
export function ClaimFindings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return <p className={classes['quiet']}>Nothing was found wrong with this claim.</p>;
  return ORDER.map((severity) => {
    const these = findings.filter((finding) => finding.severity === severity);
    if (these.length === 0) return null;
    return (
      <section key={severity} aria-label={HEADINGS[severity]}>
        <h3 className={classes['panelHeading']}>{HEADINGS[severity]}</h3>
        {these.map((finding, index) => (
          // Two findings may be alike but for their place, and have no name of their own.
          <FindingNote key={`${finding.id} ${finding.line ?? 0} ${index}`} finding={finding} />
        ))}
      </section>
    );
  });
}

function FindingNote({ finding: { id, severity, line, what, why, do: remedy, citation, at } }: { finding: Finding }) {
  return (
    <article className={classes['finding']} data-severity={severity}>
      <header>
        <SeverityBadge severity={severity} />
        {line !== undefined && <span>Line {line}</span>}
        <code>{id}</code>
      </header>
      <p className={classes['what']}>{what}</p>
      <p>{why}</p>
      <p>
        <strong>Do:</strong> {remedy}
      </p>
      <p className={classes['quiet']}>
        {at && <span>{placeInWords(at)}. </span>}
        {citation && (
          <span>
            {citation.document}
            {citation.section === undefined ? '' : `, ${citation.section}`}: {citation.gist}{' '}
            {citation.confidence !== 'high' && <em>({citation.confidence} confidence) </em>}
            <Anchor
              component={Link}
              {...({ to: '/rulebook', search: whereInRulebook(id, citation.document) } as object)}
              size="sm"
            >
              in the rulebook
            </Anchor>
          </span>
        )}
      </p>
    </article>
  );
}

/** The place in the rulebook that speaks: a check of claims, a criterion of a policy, or whatever cites the document. */
export function whereInRulebook(id: string, document: string): Readonly<Record<string, string>> {
  if (id.startsWith('edit/')) return { tab: 'edits', search: id.slice('edit/'.length) };
  const policy = /^([a-z-]+\/[a-z0-9-]+)\/[a-z0-9-]+$/.exec(id)?.[1];
  return policy === undefined || id.startsWith('authorization/') ? { search: document } : { policy };
}

/** Where to look in the file with an editor. */
export function placeInWords(at: NonNullable<Finding['at']>): string {
  const element = at.element === undefined ? '' : String(at.element).padStart(2, '0');
  const component = at.component === undefined ? '' : `-${at.component}`;
  const loop = at.loop === undefined ? '' : ` in loop ${at.loop}`;
  return `In the file: ${at.segment}${element}${component}${loop}, segment ${at.ordinal.toLocaleString('en-US')}, byte ${at.offset.toLocaleString('en-US')}`;
}
