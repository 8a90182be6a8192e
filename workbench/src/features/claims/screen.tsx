import { useQuery } from '@tanstack/react-query';
import { IconFileInvoice } from '@tabler/icons-react';
import { useSession } from '../../app/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ScreenBody, Section } from '../../ui/section.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { BatchList } from './batch-list.tsx';
import { DropClaims } from './drop-claims.tsx';
import { batches } from './queries.ts';

/** Claim files: drop one, watch it being judged, open its claims. */
export function Screen() {
  const { may } = useSession();
  const { data, error } = useQuery(batches());
  return (
    <>
      <PageHeader
        title="Claims"
        about="Drop a claim file before it goes to the clearing house. Every claim in it is checked against the edits and the coverage rules of its date of service."
      />
      <ScreenBody>
        {may('claims:write') && <DropClaims />}
        <Section title="Files">
          {error && <ProblemNote error={error} title="The files could not be listed" />}
          {!error && data === undefined && <Waiting what="Looking for files" />}
          {data?.items.length === 0 && (
            <EmptyState
              icon={IconFileInvoice}
              title="No claim file yet"
              text="A file stays on this server. When one has been judged, its claims stand here with what to mend, sorted by the money at risk."
            />
          )}
          {data !== undefined && data.items.length > 0 && <BatchList items={data.items} />}
        </Section>
      </ScreenBody>
    </>
  );
}
