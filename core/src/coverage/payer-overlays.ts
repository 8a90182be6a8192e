import type { FactSheet } from '../model/fact.ts';
import { factValue } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import { payerLine, type JurisdictionLaw } from '../model/law/jurisdiction.ts';
import type { PayerOverlay } from '../model/law/overlay.ts';
import type { LineView } from '../model/line-view.ts';
import { isInForce } from '../model/period.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';
import { implicationOf, type Implications } from './code-facts.ts';

export interface OverlayRequest {
  readonly lines: readonly LineView[];
  readonly sheet: FactSheet;
  readonly context: ResolvedContext;
}

/**
 * What the payer is known to say about these lines, as Findings. Never a block: the statements are restated from public
 * pages, and the payer's own document decides. A payer that delegates is spoken for by whom it delegates to.
 */
export function payerOverlays(
  { lines, sheet, context }: OverlayRequest,
  law: { readonly jurisdictions: JurisdictionLaw; readonly implications: Implications },
): Finding[] {
  const { jurisdictions } = law;
  const payer = payerLine(jurisdictions, context.payer);
  const on = context.dateOfService;
  if (!payer || on === undefined) return [];
  const own = jurisdictions.overlays.filter((overlay) => overlay.payer === payer.id);
  // What a payer says itself goes before what its reviewer says about the same topic.
  const topics = new Set(own.map((overlay) => topicOf(overlay)));
  const delegated = jurisdictions.overlays.filter(
    (overlay) => overlay.payer === payer.follows && !topics.has(topicOf(overlay)),
  );
  return [...own, ...delegated]
    .filter((overlay) => isInForce(overlay, on))
    .flatMap((overlay) => {
      const line = lines.find((one) => concerns(overlay, one, on, law.implications) && holds(overlay, one, sheet));
      return line ? [findingOf(overlay, line, jurisdictions, payer.title)] : [];
    });
}

function topicOf(overlay: PayerOverlay): string {
  return overlay.id.slice(overlay.id.lastIndexOf('/') + 1);
}

/** A statement about a use of the service speaks only when the chart says that it is this use. */
function holds({ appliesTo: { when } }: PayerOverlay, line: LineView, sheet: FactSheet): boolean {
  if (!when) return true;
  const own = when.fact.startsWith('procedure.')
    ? line.procedure?.attributes[when.fact.slice('procedure.'.length)]
    : undefined;
  const value = own ?? factValue(sheet, when.fact);
  if (value === undefined) return false;
  return Array.isArray(value)
    ? value.some((one) => when.is.includes(one))
    : when.is.includes(value as string | boolean);
}

function concerns(
  { appliesTo }: PayerOverlay,
  line: LineView,
  on: NonNullable<ResolvedContext['dateOfService']>,
  implications: Implications,
): boolean {
  if (appliesTo.codes.includes(line.code)) return true;
  const implied = implicationOf(implications, line.code, on);
  if ((line.kind ?? implied?.lineKind ?? 'procedure') !== 'procedure') return false;
  const family = line.procedure?.family ?? implied?.family;
  const kinds = line.procedure ? [line.procedure.kind] : (implied?.kinds ?? []);
  return (
    (family !== undefined && appliesTo.families.includes(family)) ||
    (kinds.length > 0 && kinds.every((kind) => appliesTo.kinds.includes(kind)))
  );
}

function findingOf(overlay: PayerOverlay, line: LineView, law: JurisdictionLaw, payer: string): Finding {
  const citation = law.citations[overlay.cite];
  const speaker = law.payers.find((one) => one.id === overlay.payer)?.title ?? overlay.payer;
  const conditions = overlay.conditions.length === 0 ? '' : ` It asks for: ${overlay.conditions.join('; ')}.`;
  return {
    id: overlay.id,
    severity: severityOf(overlay),
    line: line.number,
    what: `${overlay.says}${conditions}`,
    why: `${WHY[overlay.state]} ${speaker === payer ? '' : `${speaker} reviews for ${payer}.`}`.trim(),
    do: overlay.do,
    ...(citation && {
      citation: {
        document: citation.document,
        ...(citation.section === undefined ? {} : { section: citation.section }),
        gist: citation.gist,
        ...(citation.url === undefined ? {} : { url: citation.url }),
        ...(citation.read === undefined ? {} : { read: citation.read }),
        confidence: overlay.confidence,
        ...(overlay.standing === 'settled' ? {} : { standing: overlay.standing }),
        ...(overlay.from === undefined ? {} : { effective: overlay.from }),
      },
    }),
    evidence: [],
  };
}

/** Only what is known and speaks against payment is something to look at. */
function severityOf({ state, position, confidence }: PayerOverlay): Finding['severity'] {
  return state === 'known' && position === 'unproven' && confidence !== 'low' ? 'warn' : 'note';
}

const WHY: Readonly<Record<PayerOverlay['state'], string>> = {
  known: "Restated from a public copy; the payer's own document decides.",
  verify: 'Known only in part: it must be verified with the payer.',
  licensed: 'The criteria are licensed and are not in the library.',
};
