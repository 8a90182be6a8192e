import { describe, expect, it } from 'vitest';
import { rewrite } from './rewritten.ts';
import { misspelled } from './spelling.ts';

const read = (text: string) => rewrite(text, misspelled(text)).text;

describe('misspelled key words', () => {
  it.each([
    ['Transforminal', 'Transforaminal'],
    ['TRANFORAMINAL', 'TRANSFORAMINAL'],
    ['interlaminer', 'interlaminar'],
    ['interlamianr', 'interlaminar'],
    ['radiofrequencey', 'radiofrequency'],
    ['medial brach blocks', 'medial branch blocks'],
    ['medial branchs', 'medial branches'],
    ['triamcinalone', 'triamcinolone'],
    ['bupivicaine', 'bupivacaine'],
    ['omnipague', 'omnipaque'],
    ['Flouroscopy', 'Fluoroscopy'],
    ['saccroiliac', 'sacroiliac'],
    ['Touhy', 'Tuohy'],
  ])('%s is read as %s', (given, expected) => expect(read(given)).toBe(expected));

  // Words of their own, names and inflections stay.
  it.each(
    `infection infected perineal peroneal satellite stellate trapezium trapezius scapular rhinotomy branchial simulator
    epidurals injects foraminotomy intralaminar interlaminar subdural peridural kyphoplasties intracostal brachial
    Lumbard auricular testicular particular medial branches brunch`.split(/\s+/),
  )('%s stays', (word) => expect(read(word)).toBe(word));
});
