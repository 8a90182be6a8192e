import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { Kbd } from '../ui/kbd.tsx';
import { useRegister } from './commands.tsx';

export { spotlight };

/** Every command of the page by name. */
export function Palette() {
  const { commands } = useRegister();
  const groups = [...new Set(commands.map(({ group }) => group))];
  return (
    <Spotlight
      shortcut={null}
      attributes={{ content: { 'aria-label': 'Commands' } }}
      nothingFound="No command has this in its name."
      highlightQuery
      scrollable
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch size={20} stroke={1.6} />,
        placeholder: 'What do you want to do?',
        'aria-label': 'Find a command',
      }}
      actions={groups.map((group) => ({
        group,
        actions: commands
          .filter((one) => one.group === group)
          .map(({ id, label, keys, run }) => ({
            id,
            label,
            onClick: run,
            rightSection: keys ? <Kbd keys={keys} /> : undefined,
          })),
      }))}
    />
  );
}
