import type { ProcedureName } from '../family-words.ts';

export const DECOMPRESSION = 'lumbar-decompression';

/** A note without these words has nothing for this family; "mild" alone is an adjective. */
export const DECOMPRESSION_GATE =
  /\bpild\b|\bmild\s?(?:®|\(r\)|™|\(tm\)|procedure|lumbar decompress|decompress|technique|device|kit|at l\d|l\d)|decompress\w*|ligament\w* flav\w+/;
/** The sentences that tell of it: its instruments, its target, its picture. */
export const DECOMPRESSION_NARRATIVE =
  /ligament\w* flav\w+|\bflavum\b|tissue sculpt\w*|bone (?:sculpt\w*|rongeur)|epidurogram|\bportal\b|\btrocar|decompress\w*|debulk\w*|laminotom\w*|\bmild\s?(?:®|\(r\)|procedure|cannula|device|trocar)/;

const WAY = String.raw`(?:percutaneous|image[- ]guided|fluoroscop\w+[- ]guided|minimally[- ]invasive|interlaminar|mild\s?(?:®|\(r\))?|\(mild\)|,|and|\s)`;

export const DECOMPRESSION_NAMES: readonly ProcedureName[] = [
  {
    kind: DECOMPRESSION,
    words: new RegExp(
      String.raw`\b(?:percutaneous|image[- ]guided|minimally[- ]invasive)${WAY}{1,12}(?:lumbar|thoracic|cervical|thoracolumbar|spinal|spine|lumbosacral)(?: (?:spine|spinal|stenosis))?\s*decompress\w+`,
      'g',
    ),
    unless: /microdis[ck]ectom|endoscop|tubular|\bdis[ck] decompress/,
  },
  {
    kind: DECOMPRESSION,
    words:
      /\b(?:percutaneous|image[- ]guided)\s+(?:remodell?ing|debulking|resection|removal) of (?:the )?ligament\w* flav\w+/g,
  },
  {
    kind: DECOMPRESSION,
    words: /\bpild\b|\(mild\)|\bpercutaneous (?:\w+[ /-]){0,3}lamin(?:otomy|ectomy)[ /-](?:and )?decompress\w+/g,
  },
  {
    kind: DECOMPRESSION,
    words:
      /\bmild\s?(?:®|\(r\)|™|\(tm\))|\bm\.i\.l\.d\.|\bmild (?:procedures?|decompress\w+|lumbar decompress\w+|technique)\b/g,
    unless: /mild (?:procedure[- ]related|procedural)|mild decompression (?:of|sickness)/,
  },
  // The name alone, before levels or behind a number: only where flavum, portal or epidurogram are told.
  {
    kind: DECOMPRESSION,
    words: /\bmild\b(?=[\s,:;-]*(?:(?:at|of|bilateral(?:ly)?|right|left|levels?)[\s,:]*){0,3}\(?l\s?\d)/g,
    unless:
      /stenosis at|narrowing|degenerat|spondyl|bulg|arthro|pathy|\bmild (?:at )?l\d[^.]{0,30}(?:stenosis|bulge|narrow)/,
  },
];
