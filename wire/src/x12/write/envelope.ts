import { quoted, USUAL_STYLE, writeDocument, type TextSegment, type WritingStyle } from '../document.ts';
import { makeIn, moment } from './make.ts';

/** Who sends to whom, and when: the caller's, because nothing here looks at a clock. */
export interface EnvelopeFacts {
  readonly sender: string;
  readonly receiver: string;
  /** Kind of the identifiers: ZZ mutually defined, 30 tax number and so on. Default ZZ. */
  readonly senderKind?: string;
  readonly receiverKind?: string;
  /** `YYYY-MM-DDTHH:MM`. */
  readonly created: string;
  /** Number of the interchange, and of the first group; 1 to 999999999. */
  readonly control: number;
  /** Codes of the groups (GS02, GS03), where they are others than those of the interchange. */
  readonly groupSender?: string;
  readonly groupReceiver?: string;
  /** P for production, T for test. Default T. */
  readonly usage?: 'P' | 'T';
  readonly style?: WritingStyle;
}

/** One functional group: GS01, version, transactions without ST and SE. */
export interface GroupToWrite {
  readonly kind: string;
  readonly version: string;
  readonly transactions: readonly { readonly set: string; readonly body: readonly TextSegment[] }[];
}

/** A whole interchange around finished transactions: counts and control numbers are put in here. */
export function writeInterchange(facts: EnvelopeFacts, groups: readonly GroupToWrite[]): Uint8Array {
  const style = facts.style ?? USUAL_STYLE;
  const make = makeIn(style);
  const { separators } = style;
  const [day, time] = moment(facts.created);
  const control = String(facts.control).padStart(9, '0');
  const fixed = (text: string): string => quoted(text, style).padEnd(15).slice(0, 15);
  const segments: TextSegment[] = [
    {
      ...make('ISA'),
      elements: [
        '00',
        ' '.repeat(10),
        '00',
        ' '.repeat(10),
        facts.senderKind ?? 'ZZ',
        fixed(facts.sender),
        facts.receiverKind ?? 'ZZ',
        fixed(facts.receiver),
        day.slice(2),
        time,
        String.fromCharCode(separators.repetition),
        '00501',
        control,
        '0',
        facts.usage ?? 'T',
        String.fromCharCode(separators.component),
      ],
    },
  ];
  groups.forEach((group, number) => {
    const groupControl = String(facts.control + number);
    const from = quoted(facts.groupSender ?? facts.sender, style);
    const to = quoted(facts.groupReceiver ?? facts.receiver, style);
    segments.push(make('GS', group.kind, from, to, day, time, groupControl, 'X', group.version));
    group.transactions.forEach(({ set, body }, index) => {
      const own = String(index + 1).padStart(4, '0');
      segments.push(make('ST', set, own, group.version), ...body, make('SE', String(body.length + 2), own));
    });
    segments.push(make('GE', String(group.transactions.length), groupControl));
  });
  segments.push(make('IEA', String(groups.length), control));
  return writeDocument({ segments, rest: '' });
}
