import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileImport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api/client.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { ImportPreview } from './import-preview.tsx';
import classes from './library.module.css';
import type { ImportAnswer, LibraryView } from './queries.ts';

/** A new edition of a table: dropped, looked at, and only then taken. Nothing changes before the second press. */
export function ImportTable({ kinds }: { kinds: LibraryView['kinds'] }) {
  const client = useQueryClient();
  const [kind, setKind] = useState<string | null>(null);
  const [file, setFile] = useState<File>();
  const send = (preview: boolean, one: File) =>
    api.upload<ImportAnswer>('/library/import', one, { query: { kind: kind ?? '', preview } });
  const look = useMutation({ mutationFn: (one: File) => send(true, one) });
  const take = useMutation({
    mutationFn: (one: File) => send(false, one),
    onSuccess: () =>
      Promise.all([['library'], ['policies'], ['edits']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  const reset = (): void => {
    setFile(undefined);
    look.reset();
    take.reset();
  };
  const begin = (one: File | undefined): void => {
    if (one === undefined || kind === null) return;
    setFile(one);
    take.reset();
    look.mutate(one);
  };
  const about = kinds.find((one) => one.kind === kind)?.about;
  return (
    <Section
      title="Import a table"
      about="Take the file as the agency publishes it, zipped or not. You see what would change before anything does."
    >
      <Stack gap="sm">
        <Group align="flex-end" gap="md">
          <Select
            label="Which table is it?"
            placeholder="Choose"
            data={kinds.map((one) => one.kind)}
            value={kind}
            onChange={(value) => {
              setKind(value);
              reset();
            }}
            searchable
            w={240}
          />
          {about !== undefined && <Text className={classes['about']}>{about}</Text>}
        </Group>
        <Dropzone
          onDrop={([one]) => begin(one)}
          multiple={false}
          disabled={kind === null}
          loading={look.isPending || take.isPending}
          aria-label="Drop the file, or press to choose one"
          inputProps={{ 'aria-label': 'Table file' }}
          className={kind === null ? (classes['idle'] ?? '') : ''}
          p="md"
        >
          <Group gap="md" wrap="nowrap" justify="center">
            <IconFileImport size={30} stroke={1.4} aria-hidden="true" />
            <div>
              <Text fw={600}>{file?.name ?? 'Drop the file here, or press to choose it'}</Text>
              <Text size="sm" c="dimmed">
                {kind === null ? 'First say which table it is.' : 'It is only read and compared for now.'}
              </Text>
            </div>
          </Group>
        </Dropzone>
        {look.error && <ProblemNote error={look.error} title="The file was not read" />}
        {take.error && <ProblemNote error={take.error} title="The table was not imported" />}
        {look.data !== undefined && take.data === undefined && (
          <ImportPreview
            answer={look.data}
            actions={
              <>
                <Button loading={take.isPending} onClick={() => file && take.mutate(file)}>
                  Import this edition
                </Button>
                <Button variant="default" onClick={reset}>
                  Leave it
                </Button>
              </>
            }
          />
        )}
        {take.data !== undefined && (
          <ImportPreview
            answer={take.data}
            done
            actions={
              <Button variant="default" onClick={reset}>
                Import another
              </Button>
            }
          />
        )}
      </Stack>
    </Section>
  );
}
