import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../app/session.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ScreenBody, Section } from '../../ui/section.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { Editions } from './editions.tsx';
import { ImportTable } from './import-table.tsx';
import classes from './library.module.css';
import { library } from './queries.ts';
import { Stale } from './stale.tsx';

/** What the law of this server is made of, how old it is, and how a new quarter gets in. */
export function Screen() {
  const { may } = useSession();
  const { data, error } = useQuery(library());
  return (
    <>
      <PageHeader
        title="Library"
        about="The tables and rules that claims are judged with. A table is imported once from the agency's own file and kept beside the earlier editions, because old dates of service are judged by old tables."
      />
      <ScreenBody>
        {error && <ProblemNote error={error} title="The library cannot be shown" />}
        {!error && data === undefined && <Waiting what="Reading the library" />}
        {data !== undefined && (
          <>
            <dl className={classes['figures']}>
              <Figure name="Policies" value={data.policies.toLocaleString('en-US')} />
              <Figure name="Documents" value={data.documents.toLocaleString('en-US')} />
              <Figure name="Criteria" value={data.criteria.toLocaleString('en-US')} />
              <Figure name="Revision" value={data.revision.slice(0, 12)} />
              <Figure name="Engine" value={data.engine} />
            </dl>
            <Stale rows={data.stale} />
            {may('library:write') && <ImportTable kinds={data.kinds} />}
            <Section
              title="Editions loaded"
              about="What came with the program covers the codes of pain medicine only; an imported edition covers all of its agency's."
            >
              <Editions rows={data.editions} />
            </Section>
          </>
        )}
      </ScreenBody>
    </>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
