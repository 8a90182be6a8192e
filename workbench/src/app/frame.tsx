import { ActionIcon, Menu, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconKeyboard, IconLogout, IconMoon, IconSearch, IconSun, IconUserCircle } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Kbd } from '../ui/kbd.tsx';
import { AccountNotices } from './account-notices.tsx';
import { useCommands } from './commands.tsx';
import classes from './frame.module.css';
import { Hints } from './hints.tsx';
import { NAVIGATION } from './navigation.ts';
import { Later } from './later.tsx';
import { useSession } from './session.tsx';

const Overlays = lazy(() => import('./overlays.tsx').then(({ Overlays: all }) => ({ default: all })));
/** Asked for before it is there, it opens as soon as it is. */
const openPalette = () => void import('./palette.tsx').then(({ spotlight }) => spotlight.open());
const ACTIVE = { 'data-active': true };

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
    { id: 'palette', label: 'Find a command', group: 'Page', keys: 'mod+k', run: openPalette },
    { id: 'shortcuts', label: 'List of shortcuts', group: 'Page', keys: '?', run: () => setShortcuts(true) },
    { id: 'colours', label: dark ? 'Light colors' : 'Dark colors', group: 'Page', keys: 'mod+j', run: turn },
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
              <Link to={path} className={classes['item']} activeProps={ACTIVE} data-hint={label} data-hint-keys={keys}>
                <Icon size={22} stroke={1.6} />
                <span className={classes['word']}>{label}</span>
              </Link>
            </li>
          ))}
        </ul>
        <div className={classes['foot']}>
          <UnstyledButton
            className={classes['item']}
            onClick={openPalette}
            data-hint="Find a command"
            data-hint-keys="mod+k"
          >
            <IconSearch size={22} stroke={1.6} />
            <span className={classes['word']}>Find</span>
            <span className={classes['keys']}>
              <Kbd keys="mod+k" />
            </span>
          </UnstyledButton>

          <div className={classes['tools']}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label="Shortcuts"
              data-hint="Shortcuts"
              data-hint-keys="?"
              onClick={() => setShortcuts(true)}
            >
              <IconKeyboard size={22} stroke={1.6} />
            </ActionIcon>

            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={dark ? 'Light colors' : 'Dark colors'}
              data-hint={dark ? 'Light colors' : 'Dark colors'}
              data-hint-keys="mod+j"
              onClick={turn}
            >
              {dark ? <IconSun size={22} stroke={1.6} /> : <IconMoon size={22} stroke={1.6} />}
            </ActionIcon>
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
        <AccountNotices />
        {children}
      </main>
      <Later>
        <Suspense>
          <Overlays shortcuts={shortcuts} onCloseShortcuts={() => setShortcuts(false)} />
        </Suspense>
        <Hints />
      </Later>
    </div>
  );
}
