import type { Ask } from '../offer.ts';

/** What decides the code of an ablation. */
export const ABLATION: readonly Ask[] = [
  {
    name: 'ablation.method',
    label: 'Method',
    type: 'word',
    words: {
      thermal: 'thermal',
      cooled: 'cooled',
      pulsed: 'pulsed',
      cryo: 'cryo',
      chemical: 'chemical',
      laser: 'laser',
    },
  },
  { name: 'ablation.temperature-c', label: 'Temperature, °C', type: 'number', most: 120 },
];
