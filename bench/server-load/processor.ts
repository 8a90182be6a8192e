import { readdirSync, readFileSync } from 'node:fs';

/** What Linux counts processor time in, a hundredth of a second. */
const TICK_MS = 10;

/** Milliseconds of processor so far, by who spent them. */
export interface Spent {
  /** The thread that answers requests. */
  readonly answering: number;
  /** The server's other threads: they judge, and compile what judges. */
  readonly judging: number;
  /** The embedded database; one elsewhere is not seen. */
  readonly database: number;
  /** This program. */
  readonly asking: number;
}

/** Processor time until now; undefined on systems without /proc. */
export function spentBy(server: number | undefined): Spent | undefined {
  try {
    const [first, ...others] = readdirSync(`/proc/${server}/task`).map((task) => timesOf(`${server}/task/${task}`).own);
    const { user, system } = process.cpuUsage();
    return {
      answering: first ?? 0,
      judging: sum(others),
      database: ofDatabase(server),
      asking: (user + system) / 1000,
    };
  } catch {
    return undefined;
  }
}

/**
 * What each of `count` answers cost. On a machine that does other things as well this is the figure to compare by: answers a
 * second depend on what the others leave.
 */
export function wordsOfSpent(before: Spent | undefined, after: Spent | undefined, count: number): string {
  if (!before || !after || count === 0) return 'processor time unknown';
  const each = (name: keyof Spent): number => (after[name] - before[name]) / count;
  const parts = [each('answering'), each('judging'), each('database'), each('asking')] as const;
  const [answering, judging, database, asking] = parts.map((ms) => ms.toFixed(1));
  return `processor ${sum(parts).toFixed(1)} ms each: ${answering} answering, ${judging} judging and compiling, ${database} database, ${asking} this program`;
}

/** PostgreSQL is a child of the server, and its backends are children of that; those that have ended are in its own count. */
function ofDatabase(server: number | undefined): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [{ name, ...timesOf(name) }];
      } catch {
        return []; // It has ended meanwhile.
      }
    });
  const first = all.find(({ program, parent }) => program === 'postgres' && parent === String(server));
  if (first === undefined) return 0;
  return first.own + first.ended + sum(all.filter(({ parent }) => parent === first.name).map(({ own }) => own));
}

function timesOf(name: string) {
  const text = readFileSync(`/proc/${name}/stat`, 'utf8');
  // The program's name stands in brackets and may hold anything.
  const end = text.lastIndexOf(')');
  const [, parent, ...rest] = text.slice(end + 2).split(' ');
  const ms = (user: number): number => TICK_MS * (Number(rest[user]) + Number(rest[user + 1]));
  return { program: text.slice(text.indexOf('(') + 1, end), parent, own: ms(9), ended: ms(11) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
