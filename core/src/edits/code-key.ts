import type { CodeKey } from '../model/law/edits.ts';

/** Five letters or digits as one number below 36^5 (fits in 32 bits); -1 for anything else. Never allocates. */
export function codeKey(code: string): CodeKey {
  if (code.length !== 5) return -1;
  let key = 0;
  for (let at = 0; at < 5; at++) {
    const unit = code.charCodeAt(at);
    const digit = unit >= 48 && unit <= 57 ? unit - 48 : unit >= 65 && unit <= 90 ? unit - 55 : -1;
    if (digit < 0) return -1;
    key = key * 36 + digit;
  }
  return key;
}

/** The code again. */
export function codeOfKey(key: CodeKey): string {
  return key.toString(36).toUpperCase().padStart(5, '0');
}
