import type { DrugMention } from './drug-mentions.ts';

/** The amount of a drug as one mention states it. */
export interface Amount {
  readonly milligrams: number | undefined;
  readonly units: number | undefined;
  readonly millilitres: number | undefined;
  readonly percent: number | undefined;
  /** The arithmetic, where there was some. */
  readonly says: string | undefined;
}

export function amountOf(mention: DrugMention): Amount {
  const of = (measure: string) => mention.quantities.find((quantity) => quantity.measure === measure);
  const [mg, strengthStated, volume, percent, units] = [of('mg'), of('mg/mL'), of('mL'), of('%'), of('units')];
  const millilitres = volume?.value ?? mg?.per ?? strengthStated?.per;
  const strength = strengthStated?.value ?? mention.name.strength;
  let milligrams = mg?.value;
  let says: string | undefined;
  // `80 mg/2 mL, 1 mL`: a strength in disguise when another volume is given.
  if (mg?.per !== undefined && volume !== undefined && volume.value !== mg.per) {
    milligrams = round((mg.value / mg.per) * volume.value);
    says = `${volume.value} mL of ${mg.value} mg per ${mg.per} mL = ${milligrams} mg`;
  } else if (milligrams === undefined && strength !== undefined && millilitres !== undefined) {
    milligrams = round(strength * millilitres);
    says = `${millilitres} mL of ${strength} mg/mL = ${milligrams} mg`;
  }
  return { milligrams, units: units?.value, millilitres, percent: percent?.value, says };
}

/** Three decimals: what remains of a share is not finer than a syringe. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
