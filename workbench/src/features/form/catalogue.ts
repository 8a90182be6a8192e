import type { Offer, Picker } from './offer.ts';
import { BODY } from './offers/body.ts';
import { DEVICES } from './offers/devices.ts';
import { SPINE } from './offers/spine.ts';
import { TOXIN } from './offers/toxin.ts';

/** Everything that the form can enter, in the order of its list. */
export const OFFERS: readonly Offer[] = [...SPINE, ...BODY, ...DEVICES, ...TOXIN];

export const PICKER_WORDS: Readonly<Record<Picker, string>> = {
  interspace: 'by interspace',
  joint: 'by level',
  nerve: 'by nerve',
  root: 'by root',
  vertebra: 'by vertebra',
  body: 'on the body',
  list: 'from the list',
  none: '',
};
