import type { ProcedureName } from '../family-words.ts';
import { MUSCLES } from './muscles.ts';

const POINT = String.raw`\b(?:trigger[- ]?points?|myofascial(?: trigger)?(?: points?)?|tender points?)`;
const ACT = String.raw`(?:inj(?:ect\w*|s?\b\.?)|infiltrat\w+|blocks?\b|deactivation)`;
const TRAIL = String.raw`(?:[\s,()/:-]+(?:muscles?|release|with|and|steroid|local|anesthetic|ultrasound|us|fluoroscop\w+|guided|guidance|x|\d+|[rl]|left|right|bilateral|cervical|thoracic|lumbar|trapezius|paraspinal|gluteal|area|areas|was|were|then|each|identified|marked|isolated|in|of|the|both|upper|middle|lower|mid|quadratus|lumborum|levator|scapulae|rhomboids?|trap|traps|trapezii|splenius|multifidus|gluteus|medius|maximus|minimus|piriformis|paraspinals?|back|neck))*[\s,()/:-]+`;
const LEAD = String.raw`(?:[\s,()/:-]+(?:of|into|to|in|the|a|each|all|these|those|both|multiple|several|various|numerous|active|myofascial|left|right|bilateral|cervical|thoracic|lumbar|identified|palpable|marked|painful|total|one|two|three|four|five|six|seven|eight|nine|ten|\d+|separate|individual|with|ml|cc)){0,12}[\s,()/:-]+`;
const MUSCLE = MUSCLES.filter(
  (muscle) => muscle.site !== 'deltoid' && muscle.site !== 'scalene' && muscle.site !== 'paraspinal',
)
  .map((muscle) => muscle.words.source)
  .join('|');
const ELSEWHERE =
  /\bbotox|botulinum|xeomin|dysport|myobloc|chemodenervation|\bplane block|\bquadratus lumborum blocks?\b|\btap block|nerve block|interscalene|\bplexus|psoas compartment|intramuscular inject/;

/** How notes name injections of trigger points, or of a muscle by its name. */
export const TRIGGER_POINT_NAMES: readonly ProcedureName[] = [
  {
    kind: 'trigger-point-injection',
    words: new RegExp(String.raw`${POINT}${TRAIL}${ACT}|\b${ACT}${LEAD}${POINT}|\btpis?\b`, 'g'),
    unless: /\bbotox|botulinum|xeomin|dysport|myobloc|chemodenervation/,
  },
  {
    kind: 'trigger-point-injection',
    words: new RegExp(
      String.raw`(?:${MUSCLE})(?: (?:muscle|muscles|belly|trigger point|steroid|and|left|right|bilateral|under|fluoroscop\w+|ultrasound|guided))*[\s,]+(?:inject\w*|blocks?\b)|\binject(?:ions?|ed)(?:[\s,]+(?:of|into|to|in|the|her|his|left|right|both|bilateral|steroid|each|tight|tender|painful)){0,8}[\s,]+(?:${MUSCLE})`,
      'g',
    ),
    unless: ELSEWHERE,
  },
];

export const DRY_NEEDLING_NAMES: readonly ProcedureName[] = [
  {
    kind: 'dry-needling',
    words:
      /\bdry[- ]?needl\w+|\bintramuscular (?:manual therapy|stimulation)\b|\bneedle insertion without injection\b/g,
  },
];

export const TRIGGER_POINT_GATE =
  /trigger[- ]?point|\btpis?\b|myofascial|tender point|piriformis|pyriformis|psoas|quadratus|trapezius|levator scap|rhomboid|glute(?:us|al)/;
export const TRIGGER_POINT_NARRATIVE = /trigger[- ]?points?|\btpis?\b|myofascial|taut band|\bmuscle bell/;
export const DRY_NEEDLING_GATE = /dry[- ]?needl|intramuscular (?:manual|stimul)|without injection/;
