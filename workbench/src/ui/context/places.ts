/** Places of service that matter to a pain practice, in our words; any other number can be typed. */
export const PLACES: readonly { value: string; label: string }[] = [
  { value: '11', label: '11 · Office' },
  { value: '24', label: '24 · Surgery center' },
  { value: '22', label: '22 · Hospital outpatient, on campus' },
  { value: '19', label: '19 · Hospital outpatient, off campus' },
  { value: '21', label: '21 · Hospital inpatient' },
  { value: '23', label: '23 · Emergency room' },
  { value: '02', label: '02 · Telehealth, not at home' },
  { value: '10', label: '10 · Telehealth, at home' },
  { value: '12', label: '12 · Home' },
  { value: '31', label: '31 · Skilled nursing facility' },
  { value: '32', label: '32 · Nursing facility' },
  { value: '61', label: '61 · Inpatient rehabilitation' },
];

export const CLAIM_TYPES: readonly { value: string; label: string }[] = [
  { value: 'professional', label: 'Professional' },
  { value: 'asc', label: 'Surgery center' },
  { value: 'hospital-opd', label: 'Hospital outpatient' },
];
