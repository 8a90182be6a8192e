import { describe, expect, it } from 'vitest';
import { told } from '../testing.ts';
import { levelsInWords } from '../spine/levels-in-words.ts';
import { rewriteAll } from './rewritten.ts';
import { misheard } from './sound-alikes.ts';

const read = (text: string) => rewriteAll(text, [misheard, levelsInWords]).text;

describe('what speech recognition misheard', () => {
  it.each([
    ['at see seven tee one today', 'at C7-T1 today'],
    ['between sea six and sea seven, see six see seven', 'between sea six and sea seven, C6-C7'],
    ['the see five six joint', 'the C5-C6 joint'],
    ['tee eleven tee twelve', 'T11-T12'],
    ['ell three four', 'L3-L4'],
    ['el five ess one', 'L5-S1'],
    ['the see arm was tilted', 'the C-arm was tilted'],
    ['under flora scopy', 'under fluoroscopy'],
    ['under floor a scopy', 'under fluoroscopy'],
    ['two cc of omni pak', 'two cc of Omnipaque'],
    ['one cc of eye so view', 'one cc of Isovue'],
    ['no see s f', 'no CSF'],
    ['a too he needle', 'a Tuohy needle'],
    ['the fast set joints', 'the facet joints'],
    ['a trans for eminal injection', 'a transforaminal injection'],
    ['the sacral iliac joint', 'the sacroiliac joint'],
    ['medical branch blocks', 'medial branch blocks'],
    ['dep oh med roll', 'dep oh med roll'],
    ['depot med roll', 'Depo-Medrol'],
    ['ken a log', 'Kenalog'],
    ['mar cane', 'Marcaine'],
    ['lido cane', 'lidocaine'],
    ['dexa meth a zone', 'dexamethasone'],
    ['try am cin a lone', 'triamcinolone'],
  ])('%s', (given, expected) => expect(read(given)).toBe(expected));

  // Words that mean themselves.
  it.each([
    'We see seven patients and drink tea two times.',
    'She could see two needles.',
    'I will see one of them',
    'see arm pain below',
    'The floor was dry and the flora normal.',
    'He took two tablets; the second row of seats.',
    'They sat down to eat.',
    'Triamcinolone, Kenalog, Marcaine and Omnipaque by fluoroscopy.',
    'The medical branch of the office, the media branch library.',
    'Ell, a fast setting cement.',
  ])('%s stays', (text) => expect(read(text)).toBe(text));

  it('a dictated epidural is the one that was done', () =>
    expect(
      told(
        'Procedure thoracic epidural steroid injection at tee eight tee nine with floor oscopy. She was prone. An eighteen gauge two e needle was advanced and loss of resistance was met. One cc of omni pack spread in the epidural space. Ken a log 40 mg was injected. No see ess eff.',
      ),
    ).toEqual(['epidural-interlaminar T8-T9; fluoroscopy']));
});
