export interface Practice {
  readonly state: string;
  readonly city: string;
  readonly zip: string;
  readonly npi: string;
  readonly rendering: readonly string[];
  readonly facility: string;
}

/** Invented practices with numbers whose check digits are right. */
export const PRACTICES: readonly Practice[] = [
  ['TX', 'HOUSTON', '770010001'],
  ['OH', 'COLUMBUS', '432150001'],
  ['AZ', 'PHOENIX', '850030001'],
  ['FL', 'TAMPA', '336020001'],
  ['PA', 'HARRISBURG', '171010001'],
  ['NC', 'RALEIGH', '276010001'],
  ['IL', 'SPRINGFIELD', '627010001'],
  ['IN', 'INDIANAPOLIS', '462040001'],
].map(([state = '', city = '', zip = ''], at) => ({
  state,
  city,
  zip,
  npi: npi(100_000_000 + at * 1000),
  rendering: [1, 2, 3].map((who) => npi(150_000_000 + at * 1000 + who)),
  facility: npi(170_000_000 + at * 1000),
}));

/** Nine digits with their check digit. */
export function npi(nine: number): string {
  const digits = String(nine);
  let sum = 24;
  for (let at = 0; at < 9; at++) {
    const digit = digits.charCodeAt(at) - 48;
    const doubled = at % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits + String((10 - (sum % 10)) % 10);
}

export function practiceSegments(practice: Practice, control: string, month: number): string[] {
  const made = new Date(Date.UTC(2025, 10 + month, 15)).toISOString().slice(0, 10).replaceAll('-', '');
  return [
    `ST*837*${control}*005010X222A1`,
    `BHT*0019*00*REF${control}*${made}*1015*CH`,
    'NM1*41*2*EXAMPLE PAIN CLINIC*****46*SUBMITTERID',
    'PER*IC*BILLING OFFICE*TE*5555550100',
    'NM1*40*2*EXAMPLE PAYER*****46*RECEIVERID',
    'HL*1**20*1',
    'PRV*BI*PXC*208VP0014X',
    `NM1*85*2*EXAMPLE PAIN CLINIC*****XX*${practice.npi}`,
    'N3*100 SAMPLE ST',
    `N4*${practice.city}*${practice.state}*${practice.zip}`,
    'REF*EI*990000001',
  ];
}
