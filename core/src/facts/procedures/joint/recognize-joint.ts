import type { Recognizer } from '../recognizer.ts';
import { detectSited } from './detect-sited.ts';
import { JOINT_GATE, JOINT_NAMES, TENDON_GATE, TENDON_NAMES } from './joint-names.ts';
import { JOINT_SITES, TENDON_SITES } from './site-words.ts';

/** Injections of joints and bursae. */
export const jointRecognizer: Recognizer = {
  family: 'joint',
  gate: JOINT_GATE,
  names: JOINT_NAMES,
  narrative: JOINT_GATE,
  detect: (note, tools) =>
    detectSited(note, tools, { family: 'joint', sites: JOINT_SITES, kindOf: () => 'joint-injection' }),
};

const KINDS = new Map(TENDON_SITES.map((site) => [site.site, site.kind]));

/** Injections of tendon sheaths, ligaments, tendon origins and the carpal tunnel. */
export const tendonRecognizer: Recognizer = {
  family: 'tendon',
  gate: TENDON_GATE,
  names: TENDON_NAMES,
  narrative: TENDON_GATE,
  detect: (note, tools) =>
    detectSited(note, tools, {
      family: 'tendon',
      sites: TENDON_SITES,
      kindOf: (site) => KINDS.get(site.site) ?? 'tendon-injection',
    }),
};
