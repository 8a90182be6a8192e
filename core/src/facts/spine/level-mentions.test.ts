import { describe, expect, it } from 'vitest';
import { readNote } from '../text/read-note.ts';
import { levelMentions } from './level-mentions.ts';
import { scanLevels } from './scan-levels.ts';

const levels = (text: string) =>
  scanLevels(text, text.toLowerCase()).map((list) =>
    list.levels
      .map((one) =>
        one.shape === 'single' ? one.upper : `${one.upper}${one.shape === 'range' ? '..' : '-'}${one.lower}`,
      )
      .join(' '),
  );
const mentions = (text: string) =>
  levelMentions(readNote({ id: 'note', text }), 0, text.length).map(
    (one) =>
      `${one.levels.map((level) => (level.shape === 'single' ? level.upper : `${level.upper}-${level.lower}`)).join(' ')} ${one.noun ?? '?'} ${one.side ?? '?'}`,
  );

describe('levels as notes write them', () => {
  it.each([
    ['L4-5', ['L4-L5']],
    ['L4/5', ['L4-L5']],
    ['L4/L5', ['L4-L5']],
    ['L4–L5', ['L4-L5']],
    ['L 4-5', ['L4-L5']],
    ['L45', ['L4-L5']],
    ['L5S1', ['L5-S1']],
    ['L5-1', ['L5-S1']],
    ['C7-T1', ['C7-T1']],
    ['C7-1', ['C7-T1']],
    ['T12-L1', ['T12-L1']],
    ['T1112', ['T11-T12']],
    ['T910', ['T9-T10']],
    ['T11-12', ['T11-T12']],
    ['C5 to 6', ['C5-C6']],
    ['L3-L5', ['L3..L5']],
    ['C4 through C7', ['C4..C7']],
    ['L4-L5-S1', ['L4..S1']],
    ['L-4, L-5', ['L4 L5']],
    ['L3,4,5', ['L3 L4 L5']],
    ['L3, 4, and 5 medial branches', ['L3 L4 L5']],
    ['L4-5 and L5-S1', ['L4-L5 L5-S1']],
    ['L34, L45, L5S1', ['L3-L4 L4-L5 L5-S1']],
    ['L3-4, 4-5 and 5-1 facets', ['L3-L4 L4-L5 L5-S1']],
    ['L345', ['L3 L4 L5']],
    ['fourth lumbar', ['L4']],
    ['5th lumbar root', ['L5']],
    ['lumbar 4-5', ['L4-L5']],
    ['L4L5', ['L4-L5']],
    ['T1-weighted image', []],
    ['T2 signal', []],
    ['L4-5 2 mL', ['L4-L5']],
    ['L5 - 10 mg', ['L5']],
    ['L4 and 5 mL', ['L4']],
    ['C# foramen', []],
    ['L***', []],
    ['L__-__', []],
    ['L9', []],
    ['C19', []],
    ['second lumbar injection', []],
    ['BL4 room', []],
  ])('%s', (text, expected) => expect(levels(text)).toEqual(expected));
});

describe('what levels name, and on which side', () => {
  it.each([
    ['L4-5 facet joint', ['L4-L5 facet ?']],
    ['the L4 nerve root on the left', ['L4 root left']],
    ['medial branches of L3 and L4', ['L3 L4 medial-branch ?']],
    ['right L3, L4 medial branches and L5 dorsal ramus', ['L3 L4 medial-branch right', 'L5 medial-branch right']],
    ['the transverse process of L4', ['L4 landmark ?']],
    ['left L4-5 and right L5-S1 facet joints', ['L4-L5 facet left', 'L5-S1 facet right']],
    ['L4-5 on the left and L5-S1 on the right', ['L4-L5 ? left', 'L5-S1 ? right']],
    ['facet joints at L4-5 and L5-S1 bilaterally', ['L4-L5 L5-S1 facet bilateral']],
    ['R L4/5 TFESI', ['L4-L5 foramen right']],
    ['Rt L5 and S1 foramina', ['L5 S1 foramen right']],
    ['B/L L5 TFESI', ['L5 foramen bilateral']],
    ['left and right L5 foramen', ['L5 foramen bilateral']],
    ['left L5 radiculopathy', ['L5 condition left']],
    ['L4-5 disc herniation', ['L4-L5 disc ?']],
    ['S1, S2 and S3 lateral branches', ['S1 S2 S3 lateral-branch ?']],
    ['right third occipital nerve', ['TON medial-branch right']],
    ['left arm pain, C5-6 interspace', ['C5-C6 epidural ?']],
    ['the left side down, right C3 medial branch', ['C3 medial-branch right']],
  ])('%s', (text, expected) => expect(mentions(text)).toEqual(expected));
});
