import { COMMON } from './common-passwords.ts';

const LEAST = 12;
const FEW = 5;

export interface PasswordStrength {
  /** False: the server refuses it. */
  readonly accepted: boolean;
  /** 0 refused, 1 just enough, 2 good, 3 very good. */
  readonly level: 0 | 1 | 2 | 3;
  /** What is wrong with it, or what would make it better. */
  readonly advice: string;
}

/**
 * How well a password withstands guessing, the same on the server and on the page where one is chosen. No rule about kinds of
 * characters: length is what helps, and what everybody tries first is refused at any length.
 */
export function passwordStrength(password: string, login: string): PasswordStrength {
  const plain = password.toLowerCase();
  const word = plain.replace(/[\d!.?*#$]+$/, '');
  const refused = (advice: string): PasswordStrength => ({ accepted: false, level: 0, advice });
  if (password.length < LEAST) return refused(`${LEAST - password.length} more characters are needed.`);
  if (new Set(plain).size < FEW) return refused('It repeats very few characters.');
  if (isRun(plain)) return refused('It is a run of neighbouring characters.');
  if (COMMON.has(plain) || COMMON.has(word) || COMMON.has(repeated(plain)))
    return refused('It is one of those that are tried first.');
  if (login.length >= 4 && plain.includes(login.toLowerCase())) return refused('It contains the account’s name.');
  const words = plain.split(/[^a-z0-9]+/).filter((one) => one.length > 2).length;
  if (password.length >= 24 || (words >= 4 && password.length >= 20))
    return { accepted: true, level: 3, advice: 'Very good.' };
  if (password.length >= 16) return { accepted: true, level: 2, advice: 'Good. Another word would make it very good.' };
  return { accepted: true, level: 1, advice: 'Enough. A few more words would make it much harder to guess.' };
}

/** `sunshine` of `sunshinesunshine`. */
function repeated(text: string): string {
  const at = (text + text).indexOf(text, 1);
  return at < text.length ? text.slice(0, at) : text;
}

/** 123456789012, abcdefghijkl, and the same backwards. */
function isRun(text: string): boolean {
  const steps = Array.from({ length: text.length - 1 }, (_, at) => text.charCodeAt(at + 1) - text.charCodeAt(at));
  const regular = steps.filter((step) => Math.abs(step) === 1 || step === 0 || Math.abs(step) === 9).length;
  return regular >= steps.length * 0.9;
}
