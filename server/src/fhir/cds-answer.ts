import { createHash } from 'node:crypto';
import type { Prompt, Review } from '@interspace/core/model/review';
import type { EngineInput } from '@interspace/core/model/review-input';
import { cardsToCds, noticeCard, type Card } from '@interspace/wire/cds-hooks/cards-to-cds';
import { annotated, coverageInformationToFhir } from '@interspace/wire/cds-hooks/coverage-information-to-fhir';
import { readFeedback } from '@interspace/wire/cds-hooks/feedback-from-cds';
import { hookOfService, type Hook } from '@interspace/wire/cds-hooks/hooks';
import {
  readCdsRequest,
  readCdsResources,
  type CdsRead,
  type CdsRequest,
} from '@interspace/wire/cds-hooks/request-from-cds';
import { servicesToCds } from '@interspace/wire/cds-hooks/services-to-cds';
import type { OrderRead } from '@interspace/wire/fhir/order-from-fhir';
import { fhirIssue } from '@interspace/wire/issues';
import { answered, refused } from './answer.ts';
import type { FhirAnswer, FhirDeps, FhirHandler } from './deps.ts';
import { fetchMissing } from './fetch-missing.ts';
import { formAddress } from './form.ts';
import { inputOfOrder, judgedInput } from './judged-input.ts';

/** Orders of one request that are judged; what is beyond is said, not judged. */
const MOST_ORDERS = 20;
const MOST_CARDS = 10;
/** Types of orders that the extension belongs on. */
const ANNOTATED = ['ServiceRequest', 'DeviceRequest', 'MedicationRequest', 'CommunicationRequest', 'NutritionOrder'];

export const discovery: FhirHandler = async () => answered(servicesToCds());

/** One call of a hook: cards, and for orders the coverage information. Never an error because of what a client left out. */
export const callHook: FhirHandler = async ({ params, body }, deps) => {
  const hook = hookOfService(params['id'] ?? '');
  if (hook === undefined) return refused([fhirIssue('wire/cds-hooks/hook')], 404);
  const asked = readCdsRequest(body, hook);
  if (!asked.ok) return refused(asked.issues);
  const fetched = await fetchMissing(asked.value, deps);
  const read = readCdsResources(asked.value, fetched, deps.today());
  const uuid = uuidFor(asked.value);
  if (!read.ok) {
    // Nothing was sent that could be judged: that is no mistake of the user's.
    const nothing = read.issues.every(({ code }) => code === 'wire/fhir/not-a-resource' || code === 'wire/fhir/entry');
    return nothing ? answered({ cards: [] }) : refused(read.issues);
  }
  return answered(await answerFor(asked.value, read.value, uuid, deps));
};

/** What became of earlier cards. */
export const keepFeedback: FhirHandler = async ({ params, body, caller }, deps) => {
  const id = params['id'] ?? '';
  if (hookOfService(id) === undefined) return refused([fhirIssue('wire/cds-hooks/hook')], 404);
  const read = readFeedback(body);
  if (!read.ok) return refused(read.issues);
  await deps.feedback?.(id, read.value, caller);
  return { status: 200, body: undefined };
};

async function answerFor(
  request: CdsRequest,
  read: CdsRead,
  uuid: (of: string) => string,
  deps: FhirDeps,
): Promise<{ cards: Card[]; systemActions?: object[] }> {
  const { input } = judgedInput(read, deps.law());
  const orders = ordersOf(request.hook, request, read);
  const judged = orders.filter(({ codes }) => codes.length > 0).slice(0, MOST_ORDERS);
  const results = await Promise.all(
    judged.map((order, at) => judge(order, nameOf(orders, order, at), input, read, uuid, deps)),
  );
  const wanted = (code: string): boolean => request.configuration[code] !== false;
  const most = request.configuration['max-cards'];
  const shown = [...results.flatMap((one) => one.cards), ...notices(orders, judged, read, uuid, deps)];
  const cards = shown.filter(({ source }) => wanted(source.topic.code));
  const actions = wanted('coverage-info') ? results.flatMap((one) => one.action ?? []) : [];
  return {
    cards: inOrder(cards).slice(0, typeof most === 'number' && most >= 0 ? Math.min(most, MOST_CARDS) : MOST_CARDS),
    ...(actions.length > 0 ? { systemActions: actions } : {}),
  };
}

/** The orders that the hook is about: the selected ones, the dispatched ones, or all. */
function ordersOf(hook: Hook, request: CdsRequest, read: CdsRead): readonly OrderRead[] {
  const { orders, selections } = read;
  const among = (wanted: readonly string[]): readonly OrderRead[] =>
    orders.filter(({ reference }) => wanted.some((one) => one.endsWith(reference)));
  if (hook === 'order-select' && selections.length > 0) return among(selections);
  const dispatched = request.context['dispatchedOrders'];
  if (hook === 'order-dispatch' && Array.isArray(dispatched))
    return among(dispatched.filter((one) => typeof one === 'string'));
  const path =
    hook === 'appointment-book' ? 'context.appointments' : hook === 'encounter-start' ? '' : 'context.draftOrders';
  return orders.filter((order) => order.path.startsWith(path));
}

interface Judged {
  readonly cards: Card[];
  readonly action?: object | undefined;
}

/** Which of several orders it is, as the user knows it. */
function nameOf(orders: readonly OrderRead[], order: OrderRead, at: number): string | undefined {
  return orders.length < 2 ? undefined : (order.label ?? `order ${at + 1} of ${orders.length}`);
}

async function judge(
  order: OrderRead,
  about: string | undefined,
  whole: EngineInput,
  read: CdsRead,
  uuid: (of: string) => string,
  deps: FhirDeps,
): Promise<Judged> {
  const law = deps.law();
  const input = inputOfOrder(whole, order);
  const review = await (deps.reviewInShort ?? deps.review)(input);
  const prompts = review.prompts;
  const office = (prompt: Prompt): boolean => law.fact(prompt.fact)?.asked === 'office';
  const cards = cardsToCds({
    order: order.reference,
    about,
    prompts,
    determinations: review.determinations,
    uuid,
    label: deps.label,
  });
  const coverage = read.coverage?.reference;
  if (coverage === undefined || !ANNOTATED.includes(order.type)) return { cards };
  const on = order.on ?? input.context.dateOfService ?? deps.today();
  const form = prompts.length === 0 ? undefined : formAddress(order.codes, on, input.context, law);
  const information = coverageInformationToFhir({
    coverage,
    codes: order.codes,
    determinations: review.determinations.filter(({ line }) =>
      order.codes.includes(review.lines[line - 1]?.code ?? ''),
    ),
    authorization: review.authorization,
    clinical: prompts.filter((prompt) => !office(prompt)),
    office: prompts.filter(office),
    affirmed: affirmedNumber(input),
    placeKnown: input.context.state !== undefined || input.context.contractor !== undefined,
    dayKnown: order.on !== undefined,
    form,
    date: deps.today(),
    id: assertionId(review, order),
  });
  const resource = annotated(order.resource, information);
  return {
    cards,
    ...(resource === undefined
      ? {}
      : { action: { type: 'update', description: 'Adds what the published criteria say of the order.', resource } }),
  };
}

/** The number of an affirmation that somebody stated, never one that we would infer. */
function affirmedNumber({ facts }: EngineInput): string | undefined {
  const number = facts?.['encounter.authorization-number'];
  return facts?.['authorization.decision'] === 'affirmed' && typeof number === 'string' ? number : undefined;
}

function assertionId({ trace }: Review, { reference }: OrderRead): string {
  return createHash('sha256').update(`${trace.library} ${trace.input} ${reference}`).digest('hex').slice(0, 32);
}

function notices(
  orders: readonly OrderRead[],
  judged: readonly OrderRead[],
  read: CdsRead,
  uuid: (of: string) => string,
  { label }: FhirDeps,
): Card[] {
  const cards: Card[] = [];
  const silent = orders.filter(({ codes, type }) => codes.length === 0 && type === 'ServiceRequest').length;
  const beyond = orders.filter(({ codes }) => codes.length > 0).length - judged.length;
  if (silent > 0)
    cards.push(
      noticeCard(
        silent === 1
          ? 'One order was not judged: it has no procedure code'
          : `${silent} orders were not judged: they have no procedure code`,
        'Only orders with a procedure or supply code can be compared with published criteria.',
        uuid('no-code'),
        label,
      ),
    );
  if (beyond > 0)
    cards.push(
      noticeCard(
        `${beyond} more orders were not judged`,
        'Too many orders came at once; send fewer.',
        uuid('beyond'),
        label,
      ),
    );
  if (judged.length > 0 && read.coverage === undefined)
    cards.push(
      noticeCard(
        'No active coverage came with the orders: the payer was not known',
        'What is shown assumes the criteria of Original Medicare. Send the coverage to be told about the right payer.',
        uuid('no-coverage'),
        label,
      ),
    );
  return cards;
}

/** What needs a look first. */
function inOrder(cards: readonly Card[]): Card[] {
  const rank = { critical: 0, warning: 1, info: 2 } as const;
  return cards.toSorted((one, other) => rank[one.indicator] - rank[other.indicator]);
}

/** Numbers of cards that are the same for the same call, so that feedback can be joined; they tell nothing of the patient. */
function uuidFor({ hookInstance }: CdsRequest): (of: string) => string {
  return (of) => {
    const hex = createHash('sha256').update(`${hookInstance} ${of}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}

export type { FhirAnswer };
