import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { isTyping, stroke } from './keys.ts';

/** Something one can do: it stands in the command palette, and in the list of shortcuts when it has keys. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  /** `mod+K`, `?`, or a sequence of two keys such as `g r`. `mod` is Ctrl, or ⌘ on a Mac. */
  readonly keys?: string | undefined;
  readonly run: () => void;
}

interface Register {
  readonly commands: readonly Command[];
  /** Keys without Ctrl or ⌘ can be switched off: some people speak their text, and every letter would act. */
  readonly singleKeys: boolean;
  readonly setSingleKeys: (on: boolean) => void;
}

type Add = (commands: readonly Command[]) => () => void;

const Commands = createContext<Register | undefined>(undefined);
/** Apart from the list, so that a screen which offers commands is not drawn again when another does. */
const AddCommands = createContext<Add | undefined>(undefined);
const KEPT = 'interspace.single-keys';

/** Holds the commands of the whole page and listens for their keys. */
export function CommandProvider({ children }: { children: ReactNode }) {
  const [lists, setLists] = useState<ReadonlySet<readonly Command[]>>(new Set());
  const [singleKeys, keepSingleKeys] = useState(() => localStorage.getItem(KEPT) !== 'off');
  const commands = useMemo(() => [...lists].flat(), [lists]);
  const register = useMemo<Register>(
    () => ({
      commands,
      singleKeys,
      setSingleKeys(on) {
        localStorage.setItem(KEPT, on ? 'on' : 'off');
        keepSingleKeys(on);
      },
    }),
    [commands, singleKeys],
  );
  const add = useCallback<Add>((list) => {
    setLists((old) => new Set([...old, list]));
    return () => setLists((old) => new Set([...old].filter((one) => one !== list)));
  }, []);
  useKeyListener(commands, singleKeys);
  return (
    <AddCommands value={add}>
      <Commands value={register}>{children}</Commands>
    </AddCommands>
  );
}

function useKeyListener(commands: readonly Command[], singleKeys: boolean): void {
  const before = useRef({ key: '', at: 0 });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = stroke(event);
      const plain = !key.startsWith('mod+');
      if (plain && (!singleKeys || isTyping(event.target))) return;
      const recent = event.timeStamp - before.current.at < 1_200 ? `${before.current.key} ${key}` : undefined;
      before.current = { key, at: event.timeStamp };
      const found =
        commands.find((one) => one.keys === recent && recent !== undefined) ?? commands.find((one) => one.keys === key);
      if (!found) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [commands, singleKeys]);
}

export function useRegister(): Register {
  const register = useContext(Commands);
  if (!register) throw new Error('useRegister stands outside CommandProvider');
  return register;
}

/** Offers commands as long as the caller is on the page. `list` may be new on every render: what it holds is compared. */
export function useCommands(list: readonly Command[]): void {
  const add = useContext(AddCommands);
  if (!add) throw new Error('useCommands stands outside CommandProvider');
  const latest = useRef(list);
  useEffect(() => {
    latest.current = list;
  });
  const shape = list.map(({ id, label, keys }) => `${id}|${label}|${keys ?? ''}`).join('\n');
  useEffect(
    () =>
      add(latest.current.map((one) => ({ ...one, run: () => latest.current.find(({ id }) => id === one.id)?.run() }))),
    [add, shape],
  );
}
