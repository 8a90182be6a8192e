/** Invented 837P files of any size: visibly invented names, seeded, realistic segment mix of a pain practice. */

const HEADER = [
  'ISA*00*          *00*          *ZZ*SUBMITTERID    *ZZ*RECEIVERID     *260716*1015*^*00501*000000001*0*T*:~',
  'GS*HC*SUBMITTERID*RECEIVERID*20260716*1015*1*X*005010X222A1~',
].join('\n');
const CODES = [
  '64483:RT',
  '64484:RT',
  '62323',
  '64493:50:KX',
  '64494:50:KX',
  '20552',
  '99213:25',
  '64635:LT',
  '64636:LT',
  '27096:50',
];
const DIAGNOSES = ['M47816', 'M5416', 'M5417', 'M48062', 'M961', 'M533', 'G894', 'M7918'];

/** Numbers from a small linear generator: the same seed gives the same file everywhere. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

export function inventedClaims(size: number, seed = 1): { bytes: Buffer; claims: number } {
  const next = numbers(seed);
  const parts: Buffer[] = [Buffer.from(`${HEADER}\n`)];
  let total = parts[0]!.length;
  let claims = 0;
  let transactions = 0;
  while (total < size) {
    const control = String(++transactions).padStart(4, '0');
    const lines = [
      `ST*837*${control}*005010X222A1`,
      `BHT*0019*00*REF${control}*20260716*1015*CH`,
      'NM1*41*2*EXAMPLE PAIN CLINIC*****46*SUBMITTERID',
      'PER*IC*BILLING OFFICE*TE*5555550100',
      'NM1*40*2*EXAMPLE PAYER*****46*RECEIVERID',
      'HL*1**20*1',
      'PRV*BI*PXC*208VP0014X',
      'NM1*85*2*EXAMPLE PAIN CLINIC*****XX*1234567893',
      'N3*100 SAMPLE ST',
      'N4*HOUSTON*TX*770010001',
      'REF*EI*990000001',
    ];
    for (let i = 0; i < 500; i++) {
      const id = ++claims;
      lines.push(
        `HL*${i + 2}*1*22*0`,
        'SBR*P*18*******MB',
        `NM1*IL*1*SAMPLE*PAT${next(9999)}****MI*1EG4TE5MK${next(90) + 10}`,
        'N3*1 TEST LN',
        'N4*HOUSTON*TX*770020002',
        `DMG*D8*19${next(50) + 30}0${next(9) + 1}1${next(9)}*F`,
        'NM1*PR*2*EXAMPLE PAYER*****PI*12345',
      );
      const count = next(3) + 1;
      lines.push(
        `CLM*T${id}*${count * 350}***11:B:1*Y*A*Y*Y`,
        `HI*ABK:${DIAGNOSES[next(8)]}*ABF:${DIAGNOSES[next(8)]}`,
        'NM1*82*1*DOE*JO****XX*1999999992',
        'PRV*PE*PXC*208VP0014X',
      );
      for (let line = 1; line <= count; line++) {
        lines.push(
          `LX*${line}`,
          `SV1*HC:${CODES[next(10)]}*350*UN*1***1:2`,
          `DTP*472*D8*20260${next(6) + 1}${next(18) + 10}`,
          `REF*6R*T${id}L${line}`,
        );
      }
    }
    lines.push(`SE*${lines.length + 1}*${control}`);
    const part = Buffer.from(`${lines.join('~\n')}~\n`);
    parts.push(part);
    total += part.length;
  }
  parts.push(Buffer.from(`GE*${transactions}*1~\nIEA*1*000000001~\n`));
  return { bytes: Buffer.concat(parts), claims };
}
