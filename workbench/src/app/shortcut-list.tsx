import { Modal, Stack, Switch, Table, Title } from '@mantine/core';
import { Kbd } from '../ui/kbd.tsx';
import { useRegister } from './commands.tsx';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** What has keys on this screen; letters can be switched off. */
export function ShortcutList({ opened, onClose }: Props) {
  const { commands, singleKeys, setSingleKeys } = useRegister();
  const withKeys = commands.filter(({ keys }) => keys !== undefined);
  const groups = [...new Set(withKeys.map(({ group }) => group))];
  return (
    <Modal opened={opened} onClose={onClose} title="Shortcuts" size="lg">
      <Stack>
        <Switch
          checked={singleKeys}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
          label="Single letters act when no field has the focus"
          description="Switch this off when you speak your text or press keys by accident. Ctrl and ⌘ keys always act."
        />
        {groups.map((group) => (
          <section key={group}>
            <Title order={3}>{group}</Title>
            <Table>
              <Table.Tbody>
                {withKeys
                  .filter((one) => one.group === group)
                  .map(({ id, label, keys }) => (
                    <Table.Tr key={id}>
                      <Table.Td>{label}</Table.Td>
                      <Table.Td ta="right">
                        <Kbd keys={keys ?? ''} />
                      </Table.Td>
                    </Table.Tr>
                  ))}
              </Table.Tbody>
            </Table>
          </section>
        ))}
      </Stack>
    </Modal>
  );
}
