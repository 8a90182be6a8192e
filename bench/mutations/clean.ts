import { claim, line, type DraftClaim } from './draft.ts';

/** Claims that a careful biller would send: nothing may be said of them but what their coverage waits for. */
export const CLEAN: Readonly<Record<string, () => DraftClaim>> = {
  interlaminar: () => claim('M48.062', [line('62323')]),
  transforaminal: () => claim('M54.16 M51.16', [line('64483', 'LT', { pointers: '1:2' }), line('64484', 'LT')]),
  bilateral: () => claim('M54.17', [line('64483', '50')]),
  cervical: () => claim('M54.12', [line('62321')]),
  medialBranch: () =>
    claim('M47.816 M47.817', [
      line('64493', '50 KX', { pointers: '1:2' }),
      line('64494', '50 KX', { pointers: '1:2' }),
    ]),
  ablation: () => claim('M47.816', [line('64635', 'RT'), line('64636', 'RT')]),
  visit: () => claim('M54.50', [line('99213')]),
  visitWithBlock: () => claim('M54.16', [line('99213', '25'), line('64483', 'RT')]),
  sacroiliac: () => claim('M53.3', [line('27096', 'LT')]),
  triggerPoints: () => claim('M79.18', [line('20553')]),
  knee: () => claim('M17.11', [line('20611', 'RT')]),
  stellate: () => claim('G90.511', [line('64510', 'RT'), line('77003')]),
  facility: () =>
    claim('M54.17', [line('64483', 'RT')], { place: '24', facility: { street: '9 EXAMPLE ST', zip: '400030003' } }),
  hospital: () =>
    claim('M54.16 M54.17', [line('64483', 'RT')], {
      taxonomy: '282N00000X',
      filing: 'MA',
      hospital: { billType: '131', from: '20260302', through: '20260302', attendingNpi: '1999999992' },
    }),
  acupuncture: () => claim('M54.59', [line('97810'), line('97811')]),
  toxin: () =>
    claim('G43.709', [line('64615'), line('J0585', '', { units: '155' }), line('J0585', 'JW', { units: '45' })]),
  stimulatorTrial: () => claim('M96.1 G89.4', [line('63650', '', { units: '2', pointers: '1:2' })]),
  surgeryCenter: () =>
    claim('M54.17', [line('64483', 'RT'), line('64483', 'LT')], { place: '24', taxonomy: '261QA1903X' }),
};
