import { pathToFileURL } from 'node:url';
import type { Finding } from '@interspace/core/model/finding';
import type { WireIssue } from '@interspace/wire/issues';

/*
 * SARIF 2.1.0, the public interchange format of findings with places: one run, one result for each finding. Offsets are
 * bytes of the file; loop, segment and element stand as logical locations.
 */

const LEVEL = { block: 'error', warn: 'warning', note: 'note' } as const;

export const SARIF_OPENING =
  '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"interspace","semanticVersion":"0.1.0"}},"results":[';

/** Results are complete as they come; what is known only at the end stands behind them. */
export function sarifClosing(library: string): string {
  return `\n],"columnKind":"unicodeCodePoints","properties":{"library":${JSON.stringify(library)}}}]}\n`;
}

/** One finding as a result, with a comma before it. */
export function findingAsSarif(finding: Finding, claim: string, file: string, seen: 'claim' | 'history'): string {
  const { id, severity, line, what, why, do: remedy, at, citation } = finding;
  const text = [what, why, remedy].filter((part) => part !== '').join(' ');
  return result(id, LEVEL[severity], text, file, at, {
    claim,
    ...(line === undefined ? {} : { line }),
    seen,
    ...(citation ? { source: citation.document } : {}),
  });
}

/** A finding that the patient's other claims take back: said, so that nobody works on it. */
export function withdrawnAsSarif({ id, line, at }: Finding, claim: string, file: string): string {
  const text = `No longer so, seen with the patient's other claims: ${id}.`;
  return result(id, 'none', text, file, at, { claim, ...(line === undefined ? {} : { line }), seen: 'history' });
}

export function issueAsSarif({ code, message, hint, level, place }: WireIssue, file: string): string {
  return result(code, level === 'warning' ? 'warning' : 'error', `${message} ${hint ?? ''}`.trim(), file, place, {});
}

function result(
  ruleId: string,
  level: string,
  text: string,
  file: string,
  at: Finding['at'],
  properties: object,
): string {
  const location = {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      ...(at
        ? { region: { byteOffset: at.offset, ...(at.length === undefined ? {} : { byteLength: at.length }) } }
        : {}),
    },
    ...(at ? { logicalLocations: [{ fullyQualifiedName: nameOf(at), kind: 'element' }] } : {}),
  };
  const place = at ? { place: at } : {};
  return `,\n${JSON.stringify({ ruleId, ...(level === 'none' ? { kind: 'notApplicable' } : {}), level, message: { text }, locations: [location], properties: { ...properties, ...place } })}`;
}

/** `2400/SV1-01-2`: loop, segment, element, component. */
function nameOf({ loop, segment, element, component }: NonNullable<Finding['at']>): string {
  const position = element === undefined ? '' : `-${String(element).padStart(2, '0')}`;
  return `${loop === undefined ? '' : `${loop}/`}${segment}${position}${component === undefined ? '' : `-${component}`}`;
}

/** A relative path stays relative; a reader of the results resolves it against its own folder. */
function uriOf(file: string): string {
  if (/^([a-z]:)?[\\/]/i.test(file)) return pathToFileURL(file).href;
  return file.split(/[\\/]/).map(encodeURIComponent).join('/');
}
