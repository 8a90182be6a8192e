/**
 * Every match of a pattern (flag `g`) from left to right. `matchAll` makes the pattern anew at each call, which costs
 * more than to look through a sentence.
 */
export function allMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    matches.push(found);
    if (found[0] === '') pattern.lastIndex++;
  }
  return matches;
}
