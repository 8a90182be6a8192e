import { Anchor, Badge } from '@mantine/core';
import type { Citation } from '@interspace/core/model/citation';
import type { CriterionView } from '@interspace/server/contract/rulebook';
import { DayText } from '../../ui/day-text.tsx';
import { SeverityBadge } from '../../ui/severity-badge.tsx';
import classes from './rulebook.module.css';
import { clauseOf } from './words.ts';

const SEVERITIES: ReadonlySet<string> = new Set(['block', 'warn', 'note']);

/** One requirement: what it asks in our words, where it is written, since when, and the cases that prove how we read it. */
export function Criterion({ rule }: { rule: CriterionView }) {
  const { id, title, says, severity, confidence, standing, from, through, documents, citations, cases } = rule;
  return (
    <section className={classes['rule']} id={id} aria-label={title}>
      <header>
        <h4>{title}</h4>
        {SEVERITIES.has(severity) && <SeverityBadge severity={severity as 'block' | 'warn' | 'note'} />}
        {confidence !== 'high' && (
          <Badge variant="default" radius="sm">
            {confidence} confidence
          </Badge>
        )}
        {standing !== undefined && standing !== 'settled' && (
          <Badge variant="default" radius="sm">
            {standing}
          </Badge>
        )}
      </header>
      <ul className={classes['citations']}>
        {citations.map((citation) => (
          <li key={`${citation.document} ${citation.section ?? ''} ${citation.gist}`}>
            <Source citation={citation} />
          </li>
        ))}
      </ul>
      <h5>How it is checked</h5>
      <Says lines={says} />
      <p className={classes['quiet']}>
        <code>{id}</code>
        {documents.length > 0 && ` · in ${[...new Set(documents)].join(', ')}`}
        {from && (
          <>
            {' '}
            · since <DayText day={from} />
          </>
        )}
        {through && (
          <>
            {' '}
            · through <DayText day={through} />
          </>
        )}
      </p>
      {cases.length > 0 && (
        <details>
          <summary>
            {cases.length} worked {cases.length === 1 ? 'case' : 'cases'}
          </summary>
          <ul className={classes['cases']}>
            {cases.map(({ title: name, expect }) => (
              <li key={`${name} ${expect}`}>
                {name}: <strong>{expect}</strong>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Says({ lines }: { lines: readonly string[] }) {
  return (
    <ul className={classes['says']}>
      {lines.map(clauseOf).map(({ depth, heading, words }, index) => (
        // Clauses may repeat word for word, and their order is what they mean.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} data-heading={heading || undefined} style={{ marginLeft: `${depth * 1.125}rem` }}>
          {words}
        </li>
      ))}
    </ul>
  );
}

/** Criteria that many documents share cite them by their kind. */
const SHARED: Readonly<Record<string, string>> = { lcd: 'The coverage document (LCD)', article: 'The billing article' };

function Source({ citation: { document, section, gist, url, read } }: { citation: Citation }) {
  const name = [SHARED[document] ?? document, section].filter(Boolean).join(', ');
  return (
    <>
      {gist}{' '}
      {url === undefined ? (
        <cite>{name}</cite>
      ) : (
        <Anchor href={url} target="_blank" rel="noreferrer noopener" inherit>
          {name}
        </Anchor>
      )}
      {read !== undefined && (
        <span className={classes['quiet']}>
          {' '}
          (read <DayText day={read} />)
        </span>
      )}
    </>
  );
}
