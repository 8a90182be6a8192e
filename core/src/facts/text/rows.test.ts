import { describe, expect, test } from 'vitest';
import { asLabels } from './rows.ts';

describe('asLabels', () => {
  test.each([
    ['Nerves ....... T5, T6', 'Nerves:        T5, T6'],
    ['Side..... Right\nDx ... none', 'Side:     Right\nDx ... none'],
    ['| Item | Entry |\n|---|---|\n| Level | L4-L5 |', '  Item:  Entry  \n         \n  Level:  L4-L5  '],
    // Rows of more than two cells keep their lines between the cells.
    ['| Step | Right | Left |', '| Step | Right | Left |'],
    // An unfinished thought is no label.
    ['He waited... and left', 'He waited... and left'],
    ['Plan: MRI | PT', 'Plan: MRI | PT'],
  ])('%j', (given, rows) => {
    expect(asLabels(given)).toBe(rows);
    expect(rows).toHaveLength(given.length);
  });
});
