import type { ChartDocument } from '../../model/review-input.ts';
import { levelsInWords } from '../spine/levels-in-words.ts';
import { findScopes } from './assertion.ts';
import { entriesOfOtherDays } from './dated-entries.ts';
import { withLineBreaks } from './lost-breaks.ts';
import type { ProcedureNote, Scope } from './note.ts';
import { maskUnchecked } from './mask-unchecked.ts';
import { plainSpaces } from './plain-spaces.ts';
import { correctedSides, picked, ringed } from './filled-in.ts';
import { recordTable } from './record-table.ts';
import { rewriteAll } from './rewritten.ts';
import { asLabels } from './rows.ts';
import { misheard } from './sound-alikes.ts';
import { SentenceIndex } from './sentence-index.ts';
import { sideBlocks } from './side-blocks.ts';
import { sideColumns } from './side-columns.ts';
import { misspelled } from './spelling.ts';
import { splitSections } from './split-sections.ts';
import { splitSentences } from './split-sentences.ts';
import { TextIndex } from './text-index.ts';
import { lowerSameLength, tokenize } from './tokens.ts';

/**
 * Reads the shape of a text: sections, sentences, tokens and the stretches that are negated, past, planned and so on.
 * Any text is accepted; every offset points into `document.text` as given.
 */
export function readNote(document: ChartDocument): ProcedureNote {
  const spaced = plainSpaces(asLabels(withLineBreaks(document.text)));
  const plain = rewriteAll(spaced.text, [
    picked,
    ringed,
    correctedSides,
    misheard,
    misspelled,
    levelsInWords,
    sideColumns,
    recordTable,
    sideBlocks,
  ]);
  const text = maskUnchecked(plain.text);
  const lower = lowerSameLength(text);
  const index = text === plain.text ? plain.index : new TextIndex(lower);
  const sections = splitSections(text);
  const sentences = splitSentences(text, sections);
  return {
    document: document.id,
    kind: document.kind ?? 'unknown',
    date: document.date,
    text,
    given: document.text,
    givenAt: (offset) => spaced.given(plain.given(offset)),
    lower,
    sections,
    sentences,
    tokens: tokenize(lower),
    index,
    sentenceIndex: new SentenceIndex(index, sentences),
    scopes: inOrder(findScopes(lower, sentences, index), entriesOfOtherDays(text, sentences)),
  };
}

function inOrder(scopes: readonly Scope[], added: readonly Scope[]): readonly Scope[] {
  return added.length === 0 ? scopes : [...scopes, ...added].toSorted((one, other) => one.start - other.start);
}
