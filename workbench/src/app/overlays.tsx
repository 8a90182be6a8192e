import { Palette } from './palette.tsx';
import { ShortcutList } from './shortcut-list.tsx';
import { SignInAgain } from './sign-in-again.tsx';

interface Props {
  readonly shortcuts: boolean;
  readonly onCloseShortcuts: () => void;
}

/** What lies over the screen when it is called. Fetched after the screen stands: nobody calls it before. */
export function Overlays({ shortcuts, onCloseShortcuts }: Props) {
  return (
    <>
      <Palette />
      <ShortcutList opened={shortcuts} onClose={onCloseShortcuts} />
      <SignInAgain />
    </>
  );
}
