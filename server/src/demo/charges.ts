import type { InventedChart } from './invent.ts';

/** Invented prices, cents a unit, of what the invented notes may also hold. */
const FURTHER: Readonly<Record<string, number>> = {
  '20552': 16_500,
  '20610': 21_000,
  '62320': 48_000,
  '62321': 58_000,
  '62322': 47_000,
  '62323': 57_000,
  '64479': 66_000,
  '64480': 33_000,
  '64484': 31_000,
  '64490': 56_000,
  '64491': 32_000,
  '64495': 31_000,
  '64625': 118_000,
  '64633': 132_000,
  '64634': 63_000,
  '95874': 9_000,
  J0585: 900,
  J0702: 1_200,
  J1010: 40,
  J1020: 700,
  J1030: 900,
  J1040: 1_500,
  J1100: 150,
  J3301: 350,
  J3302: 250,
};

/** The fee schedule of the invented practice: what its claims charge, and the further prices. */
export function demoCharges(charts: readonly InventedChart[]): Record<string, number> {
  const charged = charts
    .flatMap(({ visits }) => visits)
    .flatMap(({ lines }) => lines)
    .map(({ code, units, charge }) => [code, Math.round(charge / units)] as const);
  return { ...FURTHER, ...Object.fromEntries(charged) };
}
