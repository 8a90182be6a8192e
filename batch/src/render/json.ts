import type { Citation } from '@interspace/core/model/citation';
import type { Evidence } from '@interspace/core/model/evidence';
import type { Finding } from '@interspace/core/model/finding';
import type { JudgedClaim } from '../judge/judged-claim.ts';

/** Citations are few and shared: each is written once and kept. */
const citations = new WeakMap<Citation, string>();

/** One claim as one JSON object without a line end. */
export function claimAsJson(judged: JudgedClaim, file: string): string {
  const { coverage, programs } = judged;
  const list = judged.findings.map(findingAsJson).join(',');
  const id = judged.id ?? judged.read.claim.id;
  const more = `${coverage ? `,${coverage.json}` : ''}${programs?.json ?? ''}`;
  return `{"id":${quoted(id)},"file":${file},"findings":[${list}]${more}}`;
}

export function findingAsJson(finding: Finding): string {
  const { citation } = finding;
  let cited = '';
  if (citation) {
    cited = citations.get(citation) ?? '';
    if (cited === '') citations.set(citation, (cited = `,"citation":${JSON.stringify(citation)}`));
  }
  const line = finding.line === undefined ? '' : `,"line":${finding.line}`;
  const field = finding.field === undefined ? '' : `,"field":"${finding.field}"`;
  const nth = finding.nth === undefined ? '' : `,"nth":${finding.nth}`;
  const at = finding.at === undefined ? '' : `,"at":${placeAsJson(finding.at)}`;
  const evidence = evidenceAsJson(finding.evidence);
  return `{"id":"${finding.id}","severity":"${finding.severity}"${line}${field}${nth},"what":${quoted(finding.what)},"why":${quoted(finding.why)},"do":${quoted(finding.do)}${cited},"evidence":${evidence}${at}}`;
}

type Place = NonNullable<Finding['at']>;
let lately: { readonly at: Place; readonly text: string } | undefined;

/** All that the history says of a claim stands at one place. */
function placeAsJson(at: Place): string {
  if (lately?.at !== at) lately = { at, text: JSON.stringify(at) };
  return lately.text;
}

/** Places in structured input are written out, for they are what a batch names; quotes from notes are the engine's. */
function evidenceAsJson(evidence: readonly Evidence[]): string {
  let text = '';
  for (const one of evidence) {
    if (text !== '') text += ',';
    text +=
      one.source === 'note'
        ? JSON.stringify(one)
        : `{"source":"${one.source}","at":${quoted(one.at)},"quote":${quoted(one.quote)}}`;
  }
  return `[${text}]`;
}

const PLAIN = /^[ !#-[\]-~]*$/;

/** JSON of a text; nearly all are plain and need no escapes. */
export function quoted(value: string): string {
  return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
}
