import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Batch } from '@interspace/server/contract/batches';
import { address } from '../../app/api/client.ts';

const FORMATS = [
  { format: 'csv', label: 'Table of findings (CSV)' },
  { format: 'jsonl', label: 'Every claim with its findings (JSON lines)' },
  { format: 'html', label: 'Report to print (HTML)' },
] as const;

/** Files may be as large as what was dropped: they go from the server to the disk, not through the page. */
export function ExportMenu({ batch }: { batch: Batch }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map(({ format, label }) => (
          <Menu.Item key={format} component="a" href={address(`/batches/${batch.id}/export`, { format })} download>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
