import { describe, expect, it } from 'vitest';
import type { Fact, FactValue } from '../model/fact.ts';
import type { Packet, PacketItem } from '../model/law/program.ts';
import type { Procedure, Target } from '../model/procedure.ts';
import { itemsOf, packetEntries } from './packet.ts';

const citation = { document: 'D', gist: 'g', confidence: 'high' as const };
const item = (name: string, facts: string[] = [], more: Partial<PacketItem> = {}): PacketItem => ({
  item: name,
  title: name,
  facts,
  citation,
  ...more,
});
const sheet = (facts: Record<string, FactValue>) =>
  new Map(Object.entries(facts).map(([name, value]): [string, Fact] => [name, { name, value, evidence: [] }]));
const procedure = (...targets: Partial<Target>[]): Procedure => ({
  id: 'p1',
  family: 'topic',
  kind: 'topic-injection',
  targets: targets.map((target) => ({ kind: 'interspace', name: 'L4-L5', side: 'left', evidence: [], ...target })),
  guidance: { modality: undefined, contrast: undefined, imagesSaved: undefined, evidence: [] },
  agents: [],
  attributes: { 'lead.count': 2 },
  evidence: [],
});
const states = (entry: PacketItem, facts: Record<string, FactValue>, ...procedures: Procedure[]) =>
  packetEntries([entry], { facts: sheet(facts), procedures }).map(({ status, facts: open }) =>
    [status, ...open].join(' '),
  );

describe('what the chart shows of a packet', () => {
  const levels = item('levels', ['procedure.levels', 'procedure.side']);
  const either = item('care', ['care.weeks', 'care.intolerant'], { any: true });
  const onlyPermanent = item('trial', ['trial.relief'], { when: { fact: 'phase', is: 'permanent' } });
  it.each<[string, string[], string[]]>([
    ['levels are looked for in the procedures', states(levels, {}, procedure({})), ['shown']],
    [
      'a level that the note left open',
      states(levels, {}, procedure({ name: undefined })),
      ['missing procedure.levels'],
    ],
    [
      'one of two procedures has no side',
      states(levels, {}, procedure({}), procedure({ side: undefined })),
      ['missing procedure.side'],
    ],
    ['no procedure', states(levels, {}), ['missing procedure.levels procedure.side']],
    ['a form states them', states(levels, { 'procedure.levels': ['L4-L5'], 'procedure.side': 'left' }), ['shown']],
    ['an attribute', states(item('leads', ['procedure.lead.count']), {}, procedure({})), ['shown']],
    ['one of two is enough', states(either, { 'care.weeks': 6 }), ['shown']],
    ['neither of two', states(either, {}), ['missing care.weeks care.intolerant']],
    ['a paper', states(item('consent'), {}), ['not-judged']],
    ['does not apply', states(onlyPermanent, { phase: 'trial' }), []],
    ['applies', states(onlyPermanent, { phase: 'permanent' }), ['missing trial.relief']],
    ['may apply', states(onlyPermanent, {}), ['missing trial.relief']],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));
});

it('a packet holds the items of those that it includes, each once', () => {
  const packets: Packet[] = [
    { packet: 'all', title: '', also: [], items: [item('a'), item('b')] },
    { packet: 'one', title: '', also: ['all'], items: [item('b'), item('c')] },
  ];
  const found = itemsOf(new Map(packets.map((packet) => [packet.packet, packet])), 'one');
  expect(found.map((entry) => entry.item)).toEqual(['a', 'b', 'c']);
});
