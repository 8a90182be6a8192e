import { expect, test } from 'vitest';
import { withNewText, without, withText } from './documents.ts';

test('texts keep names of their own, whatever is removed between', () => {
  const three = withNewText(withNewText(withNewText([], 'a'), 'b'), 'c');
  expect(three.map(({ id }) => id)).toEqual(['note', 'note-2', 'note-3']);
  expect(withNewText(without(three, 'note-2'), 'd').map(({ id, text }) => `${id} ${text}`)).toEqual([
    'note a',
    'note-3 c',
    'note-2 d',
  ]);
});

test('an emptied text is gone', () => expect(withText([{ id: 'note', text: 'a' }], 'note', ' \n')).toEqual([]));
