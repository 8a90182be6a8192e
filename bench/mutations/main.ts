/**
 * `npm run bench:mutations`: clean claims must give nothing, every single fault must be found at its place, and a fault put
 * together with one of the file's text must still be found. Ends with exit 1 when something was missed.
 */
import { CLEAN } from './clean.ts';
import { toX12 } from './draft.ts';
import { faulty } from './fault.ts';
import { FAULTS } from './faults.ts';
import { judge } from './judge.ts';
import { openProbe, probe } from './probe.ts';

const library = openProbe();
const misses: string[] = [];
let clean = 0;
for (const [name, make] of Object.entries(CLEAN)) {
  const said = probe(toX12(make()), library);
  if (said.length === 0) clean++;
  else misses.push(`clean ${name}: ${said.map((one) => one.id).join(', ')}`);
}
let found = 0;
for (const fault of FAULTS) {
  const text = faulty(fault);
  const said = probe(text, library);
  const trouble = judge(fault, text, said);
  if (trouble === undefined) found++;
  else misses.push(`${fault.name}: ${trouble}; said ${said.map((one) => one.id).join(', ') || 'nothing'}`);
}
// What changes the whole file, cuts it or takes all lines leaves no place for another fault.
const byText = FAULTS.filter(
  (fault) =>
    fault.text && !fault.name.startsWith('old') && !fault.name.startsWith('cut') && !fault.name.startsWith('claim'),
);
const byChange = FAULTS.filter((fault) => fault.change);
let pairs = 0;
let both = 0;
for (const [index, one] of byChange.entries()) {
  const single = faulty(one);
  // The next one that finds something to change in this file.
  const turned = [...byText.slice(index % byText.length), ...byText.slice(0, index % byText.length)];
  const other = turned.find((fault) => fault.text!(single) !== single)!;
  pairs++;
  const text = other.text!(single);
  const said = probe(text, library);
  const missed = [one, other].filter((fault) => !said.some((entry) => fault.says.includes(entry.id)));
  if (missed.length === 0) both++;
  else misses.push(`${one.name} + ${other.name}: missed ${missed.map((fault) => fault.name).join(', ')}`);
}
console.log(misses.join('\n'));
console.log(`clean claims without a word: ${clean} of ${Object.keys(CLEAN).length}`);
console.log(`single faults found at their place: ${found} of ${FAULTS.length}`);
console.log(`pairs of faults both found: ${both} of ${pairs}`);
process.exitCode = misses.length === 0 ? 0 : 1;
