import { expect, it } from 'vitest';
import { cents } from '@interspace/core/model/money';
import { changed, standingOf, type Alone } from './alone.ts';

const lines = [
  { number: 1, charge: cents(100) },
  { number: 2, charge: cents(40) },
];
const clean: Alone = { whole: 0, elsewhere: false, warnings: 0, lines: [0, 0] };
const block = (line?: number) => ({ severity: 'block' as const, ...(line === undefined ? {} : { line }) });
const warn = { severity: 'warn' as const, line: 1 };

it.each<{
  readonly said: string;
  readonly alone?: Partial<Alone>;
  readonly added?: readonly (typeof warn | ReturnType<typeof block>)[];
  readonly withdrawn?: readonly (typeof warn | ReturnType<typeof block>)[];
  readonly now: ReturnType<typeof standingOf>;
}>([
  { said: 'blocks a clean line', added: [block(2)], now: { blocked: true, warned: false, atRisk: 40 } },
  { said: 'blocks the claim', added: [block()], now: { blocked: true, warned: false, atRisk: 140 } },
  { said: 'warns', added: [warn], now: { blocked: false, warned: true, atRisk: 0 } },
  {
    said: 'blocks a line that is blocked',
    alone: { lines: [0, 1] },
    added: [block(2)],
    now: { blocked: true, warned: false, atRisk: 40 },
  },
  {
    said: 'takes one of two blocks of a line back',
    alone: { lines: [2, 0] },
    withdrawn: [block(1)],
    now: { blocked: true, warned: false, atRisk: 100 },
  },
  {
    said: 'takes the only block back, and a warning stays',
    alone: { lines: [1, 0], warnings: 1 },
    withdrawn: [block(1)],
    now: { blocked: false, warned: true, atRisk: 0 },
  },
  {
    said: 'takes the only block back that it sees',
    alone: { lines: [1, 0], elsewhere: true },
    withdrawn: [block(1)],
    now: { blocked: true, warned: false, atRisk: 0 },
  },
  {
    said: 'takes the only warning back',
    alone: { warnings: 1 },
    withdrawn: [warn],
    now: { blocked: false, warned: false, atRisk: 0 },
  },
])('what history makes of a claim: $said', ({ alone, added = [], withdrawn = [], now }) => {
  expect(standingOf(changed({ ...clean, ...alone }, lines, added, withdrawn), lines)).toEqual(now);
});
