import type { SegmentSpec } from '../maps/map-language.ts';
import type { SegmentView } from '../segment-view.ts';
import type { Tell } from './tell.ts';

/** What guides of claims say of single values beyond lengths and lists of their own: diagnoses, places, revenue codes. */
export function checkClaimValues({ id, loop, qualifiers }: SegmentSpec, view: SegmentView, tell: Tell): void {
  if (id === 'HI' && qualifiers.some((each) => DIAGNOSES.has(each))) checkPoints(view, tell);
  else if (id === 'N4' && !view.has(4)) checkPlace(loop.id, view, tell);
  else if (id === 'SV2' && view.has(1) && !/^\d{4}$/.test(view.text(1)))
    tell('wire/x12/element-characters', 1, 'A revenue code has four digits.');
}

const DIAGNOSES: ReadonlySet<string> = new Set(['ABK', 'ABF', 'ABJ', 'APR', 'ABN', 'BK', 'BF', 'BJ', 'PR', 'BN']);

function checkPoints(view: SegmentView, tell: Tell): void {
  for (let element = 1; element < view.count; element++) {
    const code = view.component(element, 2);
    if (code.includes('.')) tell('wire/x12/element-characters', element, 'A diagnosis is sent without its point.', 2);
    const kind = view.component(element, 1);
    if (NINTH.has(kind) && /^[A-DF-UW-Z]/.test(code))
      tell('wire/x12/element-code', element, `${kind} announces ICD-9-CM, which has no such code.`, 1);
  }
}

/** Announce codes of ICD-9-CM: digits, or V or E and digits. */
const NINTH: ReadonlySet<string> = new Set(['BK', 'BF', 'BJ', 'PR', 'BN']);

/** A place in the United States. That of the billing provider is judged with the claim. */
function checkPlace(loop: string, view: SegmentView, tell: Tell): void {
  if (loop === '2010AA') return;
  if (view.has(2) && !STATES.has(view.text(2)))
    tell('wire/x12/element-code', 2, 'It is no state or territory, and no country is named.');
  if (!view.has(3)) return;
  const zip = view.text(3);
  if (!/^\d+$/.test(zip)) tell('wire/x12/element-characters', 3, 'A postal code has digits alone.');
  else if (zip.length !== 5 && zip.length !== 9)
    tell('wire/x12/element-length', 3, 'A postal code has five or nine digits.');
}

/** States, the capital, territories and freely associated states, mail of the armed forces. */
const STATES: ReadonlySet<string> = new Set(
  `AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA
RI SC SD TN TX UT VT VA WA WV WI WY AS FM GU MH MP PW PR VI AA AE AP`.split(/\s+/),
);
