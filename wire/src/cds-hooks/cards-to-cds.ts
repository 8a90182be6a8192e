import type { Determination } from '@interspace/core/model/determination';
import type { Prompt } from '@interspace/core/model/review';

export interface Card {
  readonly uuid: string;
  readonly summary: string;
  readonly detail?: string | undefined;
  readonly indicator: 'info' | 'warning' | 'critical';
  readonly source: {
    readonly label: string;
    readonly url?: string | undefined;
    readonly topic: { readonly system: string; readonly code: string; readonly display: string };
  };
  readonly links?: readonly { readonly label: string; readonly url: string; readonly type: 'absolute' }[] | undefined;
  readonly overrideReasons?: readonly { readonly code: string; readonly system: string; readonly display: string }[];
  readonly extension?: Readonly<Record<string, unknown>>;
}

const CRD = 'http://hl7.org/fhir/us/davinci-crd/CodeSystem/temp';
const TOPICS = {
  guideline: { system: CRD, code: 'guideline', display: 'Guideline' },
  'off-guideline': { system: CRD, code: 'off-guideline', display: 'Off Guideline' },
  'coverage-info': { system: CRD, code: 'coverage-info', display: 'Coverage Information' },
  limits: { system: CRD, code: 'limits', display: 'Limits' },
} as const;
type Topic = keyof typeof TOPICS;

/** Why somebody may set a card aside. */
const OVERRIDES = [
  ['documented-elsewhere', 'It is documented elsewhere in the record'],
  ['not-applicable', 'It does not apply to this patient'],
  ['will-document', 'It will be documented before the service'],
].map(([code, display]) => ({ code: code ?? '', system: 'urn:interspace:override', display: display ?? '' }));

/** What cards are made from: never lines, charges or codes, so that none can be shown. */
export interface CardMaterial {
  /** The order that it is about; the card points at it without naming what it bills. */
  readonly order?: string | undefined;
  /** What the user calls the order; given when the request holds several, so that each card says which it is about. */
  readonly about?: string | undefined;
  readonly prompts: readonly Prompt[];
  readonly determinations: readonly Pick<Determination, 'outcome' | 'criteria' | 'document' | 'nextEligible'>[];
  /** Makes the number of a card from a word; the same request gives the same numbers. */
  readonly uuid: (of: string) => string;
  readonly label: string;
}

const MOST_QUESTIONS = 12;

/** Cards of one order: what is not met, what is open, and where it is published. */
export function cardsToCds(material: CardMaterial): Card[] {
  return [notMet(material), openQuestions(material), sources(material)].filter((card) => card !== undefined);
}

/** A word to the user when something could not be judged, such as an order without a code. */
export function noticeCard(summary: string, detail: string, uuid: string, label: string): Card {
  return {
    uuid,
    summary: cut(summary),
    detail,
    indicator: 'info',
    source: { label, topic: TOPICS['coverage-info'] },
  };
}

function notMet(material: CardMaterial): Card | undefined {
  const failing = material.determinations.flatMap(({ criteria, document }) =>
    criteria
      .filter(({ status, severity }) => status === 'not-met' && severity !== 'note')
      .map(({ title, citation }) => ({ title, at: citation.section, document })),
  );
  const titles = [...new Set(failing.map(({ title }) => plain(title)))];
  const [first] = titles;
  if (first === undefined) return undefined;
  const next = material.determinations.map(({ nextEligible }) => nextEligible).find((day) => day !== undefined);
  const more = titles.length > 1 ? ` (and ${titles.length - 1} more)` : '';
  return base(material, {
    topic: next === undefined ? 'off-guideline' : 'limits',
    indicator: 'warning',
    summary: `Not met by the record: ${first}${more}`,
    detail: [
      'The published criteria ask for this and the record says otherwise:',
      ...titles.map((title) => `- ${title}`),
      ...(next === undefined ? [] : [`A counted limit would allow the service again from ${next}.`]),
      'The payer decides what is covered.',
    ].join('\n'),
  });
}

function openQuestions(material: CardMaterial): Card | undefined {
  const { prompts } = material;
  if (prompts.length === 0) return undefined;
  const shown = prompts.slice(0, MOST_QUESTIONS);
  const rest = prompts.length - shown.length;
  return base(material, {
    topic: 'guideline',
    indicator: 'info',
    summary:
      prompts.length === 1
        ? `The record leaves one question open: ${plain(prompts[0]!.question)}`
        : `The record leaves ${prompts.length} questions of the published criteria open`,
    detail: [
      'Answer from the record; document only what happened.',
      ...shown.map(({ question, because }) => `- ${plain(question)} _(${plain(because)})_`),
      ...(rest > 0 ? [`- and ${rest} more`] : []),
    ].join('\n'),
  });
}

function sources(material: CardMaterial): Card | undefined {
  const urls = new Map<string, string>();
  for (const { criteria } of material.determinations)
    for (const { citation } of criteria)
      // A page that does not bear the number of the document is another contractor's text of it.
      if (citation.url?.startsWith('https://') && citation.url.includes(citation.document))
        urls.set(citation.document, urls.get(citation.document) ?? citation.url);
  if (urls.size === 0) return undefined;
  return base(material, {
    topic: 'guideline',
    indicator: 'info',
    summary: `Published criteria for this order: ${[...urls.keys()].join(', ')}`,
    links: [...urls].map(([document, url]) => ({ label: `Read ${document}`, url, type: 'absolute' as const })),
  });
}

function base(
  { order, about, uuid, label }: CardMaterial,
  made: { topic: Topic } & Pick<Card, 'summary' | 'detail' | 'indicator' | 'links'>,
): Card {
  const { topic, summary, detail, indicator, links } = made;
  return {
    uuid: uuid(`${topic} ${indicator} ${links ? 'links' : ''} ${order ?? ''}`),
    summary: cut(summary),
    ...(about === undefined && detail === undefined
      ? {}
      : { detail: [about === undefined ? undefined : `For: ${plain(about)}`, detail].filter(Boolean).join('\n\n') }),
    indicator,
    source: { label, topic: TOPICS[topic] },
    ...(links === undefined ? {} : { links }),
    overrideReasons: OVERRIDES,
    ...(order === undefined ? {} : { extension: { 'davinci-crd.associated-resource': [{ reference: order }] } }),
  };
}

/** A card is read by somebody who treats: no code that is billed and no money stands in it, whatever a text says. */
function plain(text: string): string {
  return text
    .replace(/\$\s?[\d,.]+/g, '…')
    .replace(/\b(?:\d{5}|[A-Z]\d{4}|\d{4}[FTU])\b/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
}

/** At most 140 characters, as CDS Hooks wants; cut at a word. */
function cut(text: string): string {
  if (text.length <= 140) return text;
  // Half of a character that takes two places is none.
  const short = text.slice(0, 139).replace(/[\uD800-\uDBFF]$/, '');
  const at = short.lastIndexOf(' ');
  return `${at > 80 ? short.slice(0, at) : short}…`;
}
