const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A key press as commands write it: `mod+k`, `?`, `g`. */
export function stroke(event: KeyboardEvent): string {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const shift = event.shiftKey && event.key.length > 1 ? 'shift+' : '';
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return `${mod ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${shift}${key}`;
}

/** Letters belong to the text then. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Keys as they are printed on this machine's keyboard, one list for each press of a sequence. */
export function printed(keys: string): string[][] {
  const names: Record<string, string> = { mod: isMac ? '⌘' : 'Ctrl', alt: isMac ? '⌥' : 'Alt', shift: '⇧' };
  return keys
    .split(' ')
    .map((press) => press.split(/\+(?=.)/).map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key)));
}
