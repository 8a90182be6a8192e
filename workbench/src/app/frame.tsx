import {
  ActionIcon,
  Menu,
  Tooltip,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconKeyboard, IconLogout, IconMoon, IconSearch, IconSun, IconUserCircle } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Kbd } from '../ui/kbd.tsx';
import { useCommands } from './commands.tsx';
import classes from './frame.module.css';
import { NAVIGATION } from './navigation.ts';
import { Palette } from './palette.tsx';
import { useSession } from './session.tsx';
import { ShortcutList } from './shortcut-list.tsx';
import { SignInAgain } from './sign-in-again.tsx';

/** Navigation at the left, the screen beside it; palette, shortcuts and the account are always one key away. */
export function Frame({ children }: { children: ReactNode }) {
  const { may, user, signOut } = useSession();
  const { setColorScheme } = useMantineColorScheme();
  const colorScheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const navigate = useNavigate();
  const [shortcuts, setShortcuts] = useState(false);
  const items = NAVIGATION.filter(({ needs }) => may(needs));
  const dark = colorScheme === 'dark';
  const turn = () => setColorScheme(dark ? 'light' : 'dark');
  useCommands([
    ...items.map(({ path, label, keys }) => ({
      id: `go${path}`,
      label: `Go to ${label}`,
      group: 'Go to',
      keys,
      run: () => void navigate({ to: path }),
    })),
    { id: 'palette', label: 'Find a command', group: 'Page', keys: 'mod+k', run: spotlight.open },
    { id: 'shortcuts', label: 'List of shortcuts', group: 'Page', keys: '?', run: () => setShortcuts(true) },
    { id: 'colours', label: dark ? 'Light colours' : 'Dark colours', group: 'Page', keys: 'mod+j', run: turn },
    { id: 'sign-out', label: 'Sign out', group: 'Page', run: () => void signOut() },
  ]);
  return (
    <div className={classes['frame']}>
      <a className={classes['skip']} href="#main">
        Skip to the screen
      </a>
      <nav className={`${classes['rail']} is-screen-only`} aria-label="Screens">
        <Link to="/" className={classes['brand']} aria-label="Interspace, first screen">
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span className={classes['word']}>Interspace</span>
        </Link>
        <ul className={classes['items']}>
          {items.map(({ path, label, icon: Icon, keys }) => (
            <li key={path}>
              <Tooltip label={<Hint label={label} keys={keys} />} position="right">
                <Link to={path} className={classes['item']} activeProps={{ 'data-active': true }}>
                  <Icon size={22} stroke={1.6} />
                  <span className={classes['word']}>{label}</span>
                </Link>
              </Tooltip>
            </li>
          ))}
        </ul>
        <div className={classes['foot']}>
          <Tooltip label={<Hint label="Find a command" keys="mod+k" />} position="right">
            <UnstyledButton className={classes['item']} onClick={spotlight.open}>
              <IconSearch size={22} stroke={1.6} />
              <span className={classes['word']}>Find</span>
              <span className={classes['keys']}>
                <Kbd keys="mod+k" />
              </span>
            </UnstyledButton>
          </Tooltip>
          <div className={classes['tools']}>
            <Tooltip label={<Hint label="Shortcuts" keys="?" />} position="right">
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label="Shortcuts"
                onClick={() => setShortcuts(true)}
              >
                <IconKeyboard size={22} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={<Hint label={dark ? 'Light colours' : 'Dark colours'} keys="mod+j" />} position="right">
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={dark ? 'Light colours' : 'Dark colours'}
                onClick={turn}
              >
                {dark ? <IconSun size={22} stroke={1.6} /> : <IconMoon size={22} stroke={1.6} />}
              </ActionIcon>
            </Tooltip>
          </div>
          <Menu position="right-end" withinPortal>
            <Menu.Target>
              <UnstyledButton className={classes['item']}>
                <IconUserCircle size={22} stroke={1.6} />
                <span className={classes['word']}>
                  <span className={classes['who']}>{user?.name}</span>
                  <span className={classes['role']}>{user?.role}</span>
                </span>
              </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>
                {user?.name} · {user?.practice.name}
              </Menu.Label>
              <Menu.Item component={Link} to="/account" leftSection={<IconUserCircle size={18} />}>
                Password and second factor
              </Menu.Item>
              <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => void signOut()}>
                Sign out
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </nav>
      <main id="main" className={classes['main']} tabIndex={-1}>
        {children}
      </main>
      <Palette />
      <ShortcutList opened={shortcuts} onClose={() => setShortcuts(false)} />
      <SignInAgain />
    </div>
  );
}

function Hint({ label, keys }: { label: string; keys: string }) {
  return (
    <span className={classes['hint']}>
      {label} <Kbd keys={keys} />
    </span>
  );
}
