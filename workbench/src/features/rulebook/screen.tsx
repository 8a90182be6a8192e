import { Tabs } from '@mantine/core';
import { useAddress } from '../../app/search.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import type { RulebookAddress } from './address.ts';
import { Compare } from './compare.tsx';
import { Edits } from './edits.tsx';
import { Policies } from './policies.tsx';
import classes from './rulebook.module.css';

/** The law that everything here is judged by: policies, edits, and what changes between two days. */
export function Screen() {
  const [address, change] = useAddress<RulebookAddress>();
  return (
    <Tabs
      value={address.tab ?? 'policies'}
      onChange={(tab) => change({ tab: tab === 'edits' || tab === 'compare' ? tab : undefined })}
      keepMounted={false}
      className={classes['screen']}
    >
      <PageHeader
        title="Rulebook"
        about="The published criteria in our own words, each with its source, its dates and how sure we are of it. The payer decides what is covered."
      />
      <Tabs.List px="lg">
        <Tabs.Tab value="policies">Policies</Tabs.Tab>
        <Tabs.Tab value="edits">Claim edits</Tabs.Tab>
        <Tabs.Tab value="compare">Compare two days</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="policies" className={classes['panel']}>
        <Policies address={address} change={change} />
      </Tabs.Panel>
      <Tabs.Panel value="edits" className={classes['panel']}>
        <Edits address={address} change={change} />
      </Tabs.Panel>
      <Tabs.Panel value="compare" className={classes['panel']}>
        <Compare address={address} change={change} />
      </Tabs.Panel>
    </Tabs>
  );
}
