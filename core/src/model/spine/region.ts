export type SpinalRegion = 'cervical' | 'thoracic' | 'lumbar' | 'sacral';
export const SPINAL_REGIONS: readonly SpinalRegion[] = ['cervical', 'thoracic', 'lumbar', 'sacral'];
