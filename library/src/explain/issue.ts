import { explanation, type Explanation } from './explanation.ts';

/** A package's table of Issues: `{ means, do }` or `[level, message, hint]` by code. */
export type IssueTable = Readonly<
  Record<
    string,
    { readonly means: string; readonly do: string } | readonly [level: string, message: string, hint: string]
  >
>;

/** What an Issue means and what to do about it, from the tables of the packages that can raise one. */
export function explainIssue(tables: readonly IssueTable[], id: string): Explanation | undefined {
  const entry = tables.find((table) => Object.hasOwn(table, id))?.[id];
  if (entry === undefined) return undefined;
  return 'means' in entry
    ? explanation(id, 'issue', entry.means, { Do: entry.do })
    : explanation(id, `issue (${entry[0]})`, entry[1], { Do: entry[2] });
}
