import type { Packet, Program, ProgramLaw } from '@interspace/core/model/law/program';
import type { Issue } from '@interspace/core/model/result';
import { PacketFile, ProgramFile } from '../schema/programs.ts';
import { readShape } from '../yaml/read-shape.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import { dangling } from './citations.ts';

/** library/programs/*.yaml: programs, and the packets that they ask for. Every name used must be declared. */
export function compilePrograms(files: readonly SourceFile[], facts: ReadonlySet<string>, issues: Issue[]): ProgramLaw {
  const programs: Program[] = [];
  const packets: Packet[] = [];
  for (const file of files) {
    const holdsPackets = typeof file.data === 'object' && file.data !== null && 'packets' in file.data;
    const read = holdsPackets ? readShape(PacketFile, file) : readShape(ProgramFile, file);
    issues.push(...read.issues);
    if (!read.ok) continue;
    const named = new Set<string>();
    for (const one of read.value) {
      if ('packet' in one && 'items' in one) {
        packets.push(one);
        for (const { facts: own, when } of one.items)
          for (const name of [...own, ...(when ? [when.fact] : [])]) named.add(name);
      } else {
        programs.push(one);
        for (const { fact } of one.unless ?? []) if (fact !== undefined) named.add(fact);
      }
    }
    for (const name of named) if (!facts.has(name)) issues.push(dangling('fact', name, facts, file.path));
  }
  const known = new Set(packets.map(({ packet }) => packet));
  const used = [
    ...programs.flatMap((program) => [program.packet, ...program.lists.map((list) => list.packet)]),
    ...packets.flatMap((packet) => packet.also),
  ];
  for (const name of new Set(used))
    if (name !== undefined && !known.has(name)) issues.push(dangling('packet', name, known, 'programs'));
  const seen = new Set<string>();
  for (const { program } of programs) {
    if (seen.has(program))
      issues.push({
        code: 'library/declared-twice',
        message: `The program "${program}" is written twice.`,
        at: 'programs',
      });
    seen.add(program);
  }
  return { programs, packets };
}
