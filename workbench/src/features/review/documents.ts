import type { ChartDocument } from '@interspace/core/model/review-input';

/** The first text is called `note`, as when there is only one; further ones are counted. */
export function withNewText(documents: readonly ChartDocument[], text: string): readonly ChartDocument[] {
  const taken = new Set(documents.map(({ id }) => id));
  let id = 'note';
  for (let number = 2; taken.has(id); number++) id = `note-${number}`;
  return [...documents, { id, text }];
}

/** A text that was emptied is gone. */
export function withText(documents: readonly ChartDocument[], id: string, text: string): readonly ChartDocument[] {
  if (text.trim() === '') return without(documents, id);
  return documents.map((document) => (document.id === id ? { ...document, text } : document));
}

export function without(documents: readonly ChartDocument[], id: string): readonly ChartDocument[] {
  return documents.filter((document) => document.id !== id);
}
