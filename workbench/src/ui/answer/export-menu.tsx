import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconDownload,
  IconFileTypePdf,
  IconFileTypeTxt,
  IconFileInvoice,
  IconFlame,
  IconPrinter,
} from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../app/api/client.ts';
import type { ReviewRequest } from '../../app/api/review.ts';
import { saveFile } from '../../app/api/save-file.ts';

const FILES = [
  { what: 'claim-837', label: 'Claim as 837P file', icon: IconFileInvoice, of: 'claim' },
  { what: 'claim-cms1500', label: 'Claim as CMS-1500 (PDF)', icon: IconFileTypePdf, of: 'claim' },
  { what: 'claim-fhir', label: 'Claim as FHIR', icon: IconFlame, of: 'claim' },
  { what: 'review-pdf', label: 'Review as PDF', icon: IconFileTypePdf, of: 'review' },
  { what: 'review-markdown', label: 'Review as Markdown', icon: IconFileTypeTxt, of: 'review' },
] as const;

interface Props {
  readonly request: ReviewRequest;
  readonly disabled: boolean;
}

/** The claim and the Review as files, made by the server. */
export function ExportMenu({ request, disabled }: Props) {
  const [busy, setBusy] = useState(false);
  const fetchFile = async (what: string, label: string) => {
    setBusy(true);
    try {
      const { claim } = request.input;
      saveFile(await api.file(`/export/${what}`, { ...request, ...(claim ? { claim } : {}) }));
    } catch (error) {
      const problem = error as Error & { issues?: readonly { message: string; hint?: string }[] };
      const said = (problem.issues ?? [])
        .map(({ message, hint }) => [message, hint].filter(Boolean).join(' '))
        .join(' ');
      notifications.show({
        color: 'red',
        title: `Not made: ${label}`,
        message: said || problem.message,
        autoClose: 12_000,
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button leftSection={<IconDownload size={18} />} loading={busy} disabled={disabled}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Claim</Menu.Label>
        {FILES.filter(({ of }) => of === 'claim').map(({ what, label, icon: Icon }) => (
          <Menu.Item key={what} leftSection={<Icon size={18} />} onClick={() => void fetchFile(what, label)}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Label>Review</Menu.Label>
        {FILES.filter(({ of }) => of === 'review').map(({ what, label, icon: Icon }) => (
          <Menu.Item key={what} leftSection={<Icon size={18} />} onClick={() => void fetchFile(what, label)}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconPrinter size={18} />} onClick={() => print()}>
          Print
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
