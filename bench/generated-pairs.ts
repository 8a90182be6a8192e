/**
 * A pair file in the published layout, invented: column-1 codes with many or few partners, some pairs with two periods,
 * some that never were edits. The same seed gives the same file.
 */
export function generatedPairs(pairs: number, seed: number): string {
  let state = seed >>> 0;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  // About as many codes for as many pairs as the agency's own file has.
  const codes = Math.min(16_000, Math.max(400, Math.round(Math.sqrt(pairs) * 10)));
  const code = (index: number) =>
    index < codes * 0.9 ? String(10_000 + index) : `G${String(index).padStart(4, '0').slice(-4)}`;
  const rationales = [
    'Misuse of Column Two code with Column One code',
    'Standards of medical/surgical practice',
    'More extensive procedure',
    'Mutually exclusive procedures',
  ];
  const lines = [
    'Column 1/Column 2 Edits (invented)',
    'Column 1\tColumn 2\t*=in existence prior to 1996\tEffective Date\tDeletion Date\tModifier\tPTP Edit Rationale',
  ];
  let made = 0;
  for (let one = 0; made < pairs; one = (one + 1) % codes) {
    // Partners of a code lie scattered over all others, each once.
    const partners = Math.min(pairs - made, Math.max(1, Math.round((pairs / codes) * 1.25)));
    const step = 1 + 2 * random(300);
    for (let index = 0, two = random(codes); index < partners; index++, two = (two + step) % codes) {
      const quarter = 1996 + random(30);
      const period = `${quarter}${['0101', '0401', '0701', '1001'][random(4)]}`;
      const indicator = random(25) === 0 ? 9 : random(10) < 3 ? 0 : 1;
      const end = indicator === 9 ? period : random(3) === 0 ? `${quarter + 1 + random(5)}1231` : '*';
      lines.push(`${code(one)}\t${code(two)}\t\t${period}\t${end}\t${indicator}\t${rationales[random(4)]}`);
      made++;
    }
  }
  return `${lines.join('\r\n')}\r\n`;
}

export const PAIR_HEADER = 'column1,column2,deletion_date,modifier_indicator,rationale';

/** Invented rows in the layout of the shelf's own file, over codes that nobody bills: to fill a table to its full size. */
export function morePairs(count: number): string[] {
  const code = (index: number) => `Y${String(index).padStart(4, '0')}`;
  const rows: string[] = [];
  const partners = 250;
  for (let made = 0; made < count; made++) {
    const one = Math.floor(made / partners);
    rows.push(
      `${code(one % 10_000)},${code((one + 1 + (made % partners) * 7) % 10_000)},,${made % 2},Standards of medical/surgical practice`,
    );
  }
  return rows;
}
