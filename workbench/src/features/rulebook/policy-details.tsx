import { Button, Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { PolicyView } from '@interspace/server/contract/rulebook';
import type { Change } from '../../app/search.ts';
import { DayText } from '../../ui/day-text.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import type { RulebookAddress } from './address.ts';
import { Criterion } from './criterion.tsx';
import { PolicyDocuments } from './policy-documents.tsx';
import { policy } from './queries.ts';
import classes from './rulebook.module.css';

interface Props {
  readonly id: string;
  readonly address: RulebookAddress;
  readonly change: Change<RulebookAddress>;
}

/** One policy as it is in force on a day, for all contractors or by one document. */
export function PolicyDetails({ id, address, change }: Props) {
  const { data, error } = useQuery(policy(id, address.on, address.document));
  if (error) return <ProblemNote error={error} title="This policy cannot be shown" />;
  if (data === undefined) return <Waiting what="Opening the policy" />;
  return (
    <article>
      <header className={classes['policyHead']}>
        <div>
          <h2>{data.title}</h2>
          <p className={classes['quiet']}>
            {data.payer} · <code>{data.id}</code> · as in force on {data.on ? <DayText day={data.on} /> : 'any day'}
          </p>
        </div>
        <div className={`${classes['policyTools']} is-screen-only`}>
          <DateInput
            aria-label="In force on"
            placeholder="Today"
            valueFormat="MM/DD/YYYY"
            value={address.on ?? null}
            onChange={(day) => change({ on: day ?? undefined }, { replace: true })}
            w={130}
          />
          <Select
            aria-label="Document"
            placeholder="All documents"
            data={[...new Set(data.documents.map(({ document }) => document))]}
            value={address.document ?? null}
            onChange={(document) => change({ document: document ?? undefined })}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': 'All documents' }}
            w={175}
          />
          <Button variant="default" leftSection={<IconPrinter size={18} />} onClick={() => print()}>
            Print
          </Button>
        </div>
      </header>
      {data.codes.length > 0 && (
        <p className={classes['codes']}>
          <span className={classes['quiet']}>Codes</span>{' '}
          {data.codes.map((code) => (
            <code key={code}>{code}</code>
          ))}
        </p>
      )}
      <h3>Criteria</h3>
      {data.rules.length === 0 && (
        <p className={classes['quiet']}>
          No criterion is in force on this day{address.document ? ' in this document' : ''}.
        </p>
      )}
      {data.rules.map((rule) => (
        <Criterion key={rule.id} rule={rule} />
      ))}
      <h3>Documents</h3>
      <PolicyDocuments documents={data.documents} chosen={address.document} />
      <NotModelled rows={data.notModelled} />
    </article>
  );
}

/** What the documents say and the engine does not judge: said, not hidden. */
function NotModelled({ rows }: { rows: PolicyView['notModelled'] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3>Said in the documents, and not judged here</h3>
      <dl className={classes['notModelled']}>
        {rows.map(({ gist, because }) => (
          <div key={gist}>
            <dt>{gist}</dt>
            <dd className={classes['quiet']}>{because}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
