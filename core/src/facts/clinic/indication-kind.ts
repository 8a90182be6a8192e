import type { NoteEvidence } from '../../model/evidence.ts';
import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { evidenceOf, matches, type Chart, type Statement } from './chart.ts';
import { isAside, isDenied, isDeniedAfter } from './clause.ts';
import { isOurs } from './pain-words.ts';

const KINDS: readonly (readonly [kind: string, stems: readonly string[], words: RegExp])[] = [
  [
    'radiculopathy',
    ['radicul'],
    /\b(?:radiculopath(?:y|ies)|radiculitis|(?:disc|disk)\w*(?: \w+){0,3} with radiculopathy)\b/g,
  ],
  [
    'radicular-pain',
    ['radicular', 'sciatica'],
    /\b(?:radicular (?:\w+ ){0,3}?(?:pain|symptoms?|complaints?)|sciatica)\b/g,
  ],
  ['neurogenic-claudication', ['claudication'], /\bneurogen(?:ic|ous) claudication\b/g],
  [
    'post-laminectomy',
    ['laminectomy', 'failed back', 'fbss', 'spinal pain syndrome'],
    /\b(?:post-?\s?laminectomy|failed back(?: surgery)?(?: syndrome)?|fbss|persistent spinal pain syndrome type 2)\b/g,
  ],
  [
    'acute-zoster',
    ['zoster', 'shingles'],
    /\b(?:acute (?:herpes )?zoster|(?:herpes zoster|shingles)(?! vaccin| immuni))\b/g,
  ],
  ['postherpetic-neuralgia', ['herpetic', 'phn'], /\b(?:post-?\s?herpetic(?: neuralgia)?|phn)\b/g],
  ['facet-cyst', ['cyst'], /\b(?:facet|synovial|juxta-?facet)(?: joint)? cysts?\b/g],
  [
    'facet-pain',
    ['facet', 'zygapophys', 'spondylosis'],
    /\b(?:facet(?:s|al)?(?: joint)?[ -](?:mediated|related|syndrome|arthropathy|arthrosis|arthritis|pain|disease|degeneration|dysfunction|hypertrophy|generated|osteoarthritis|arthralgia)(?: \w+)?|facetogenic|zygapophys\w+(?: joint)? (?:pain|arthropathy)|(?:lumbar|cervical|thoracic|lumbosacral) (?:facet (?:joint )?)?spondylosis(?: without (?:myelopathy|radiculopathy)[\w ]*)?)\b/g,
  ],
  ['axial-pain', ['axial'], /\baxial (?:low |lower |neck|back|spine|spinal|lumbar|cervical)*(?:back |neck )?pain\b/g],
  ['non-specific-back-pain', ['specific'], /\bnon-?specific (?:chronic )?(?:low )?back pain\b/g],
  ['discogenic-pain', ['discogenic'], /\bdiscogenic\b/g],
  [
    'sacroiliac-pain',
    ['sacroili', 'si joint', 'si pain', 'si dys', 'si arth', 'si '],
    /\b(?:sacroiliitis|(?:sacroiliac|si)(?: joints?)? (?:joint )?(?:dysfunction|pain|disorder|arthropathy|arthritis|mediated|syndrome|disease|sprain|inflammation))\b/g,
  ],
  [
    'myofascial-pain',
    ['myofascial', 'myalgia', 'spasm', 'trigger'],
    /\b(?:myofascial(?: pain)?(?: syndrome)?|myalgia|muscle spasms?|trigger points?(?= (?:pain|syndrome)))\b/g,
  ],
  [
    'post-operative-pain',
    ['post'],
    /\b(?:(?:post-?\s?(?:operative|surgical)) (?:pain|analgesia)(?: (?:control|management|relief))?|acute post-?(?:procedural|operative|thoracotomy) pain)\b/g,
  ],
  ['labor-pain', ['labor'], /\b(?:labor (?:pain|analgesia|epidural)|analgesia for labor)\b/g],
  [
    'pump-trial',
    ['trial'],
    /\b(?:(?:intrathecal|baclofen|pump|morphine|ziconotide|spinal) (?:\w+ ){0,3}?trial|trial (?:of|for) (?:an? )?intrathecal)\b/g,
  ],
  ['spasticity', ['spasticity'], /\bspasticity\b/g],
  ['cisternography', ['cisternogra'], /\bcisternogra\w+\b/g],
  [
    'crps',
    ['crps', 'complex regional', 'sympathetic', 'rsd', 'causalgia'],
    /\b(?:crps|complex regional pain|reflex sympathetic|rsd|causalgia)\b/g,
  ],
  [
    'widespread-pain',
    ['fibromyalgia', 'widespread', 'diffuse body'],
    /\b(?:fibromyalgia|widespread pain|diffuse body pain)\b/g,
  ],
  [
    'peripheral-neuropathy',
    ['neuropath'],
    /\b(?:(?:peripheral|diabetic|poly|sensory) ?(?:peripheral )?(?:poly)?neuropath\w+|polyneuropathy)\b/g,
  ],
  ['cervicogenic-headache', ['cervicogenic'], /\bcervicogenic (?:headaches?|cephalgia)\b/g],
  ['occipital-neuralgia', ['occipital'], /\boccipital neuralgia\b/g],
  ['migraine', ['migraine'], /\bmigraines?\b/g],
  [
    'cancer-pain',
    ['cancer', 'malignancy', 'neoplasm', 'tumor'],
    /\b(?:cancer|malignancy|neoplasm|tumor)[ -]?(?:related )?pain\b/g,
  ],
  [
    'post-dural-headache',
    ['dural', 'pdph', 'spinal headache'],
    /\b(?:post-?\s?dural(?: puncture)? headache|pdph|spinal headache)\b/g,
  ],
];

const FIRST: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'preop-diagnosis',
  'postop-diagnosis',
  'diagnosis',
  'indications',
  'assessment',
]);
const SECOND: ReadonlySet<SectionRole> = new Set<SectionRole>(['history', 'title', 'other', 'header', 'description']);

/** `indication.kind`: the conditions that diagnoses, indications and assessment name; the history only when those are silent. */
export function readIndicationKind(chart: Chart): Fact[] {
  const first = chart.statements.filter((statement) => FIRST.has(statement.section.role));
  const found = collect(chart, first);
  const all =
    found.size > 0
      ? found
      : collect(
          chart,
          chart.statements.filter(
            (statement) =>
              SECOND.has(statement.section.role) &&
              !/^(?:procedure|operation)/.test(statement.section.heading?.toLowerCase() ?? ''),
          ),
        );
  if (all.size === 0) return [];
  return [{ name: 'indication.kind', value: [...all.keys()], evidence: [...all.values()] }];
}

function collect(chart: Chart, statements: readonly Statement[]): Map<string, NoteEvidence> {
  const found = new Map<string, NoteEvidence>();
  const words = statements.map((statement) => statement.text).join(' ');
  const mentioned = KINDS.filter(([, stems]) => stems.some((stem) => words.includes(stem)));
  if (mentioned.length === 0) return found;
  for (const statement of statements) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const [kind, , pattern] of mentioned) {
      if (found.has(kind)) continue;
      for (const hit of matches(statement, pattern)) {
        const end = hit.index + hit[0].length;
        if (isDenied(text, hit.index) || isDeniedAfter(text, end) || !isOurs(text, hit.index, end, chart.wanted))
          continue;
        if (
          /\b(?:rule out|r\/o|possible|probable|questionable|suspected|versus|vs\.?|history of|h\/o|(?:past|prior|previous|old|remote|resolved)(?: history of)?|risk of|differential)\s+(?:\w+\s+){0,2}$/.test(
            text.slice(Math.max(0, hit.index - 50), hit.index),
          )
        )
          continue;
        if (
          kind === 'acute-zoster' &&
          /post|neuralgia/.test(text.slice(Math.max(0, hit.index - 6), end + 12)) &&
          !/acute/.test(hit[0])
        )
          continue;
        found.set(kind, evidenceOf(chart, statement, hit.index, end));
        break;
      }
    }
  }
  return found;
}
