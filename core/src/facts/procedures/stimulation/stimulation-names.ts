import type { ProcedureName } from '../family-words.ts';

/** "One of them": `detect` finds out which. */
export const STIMULATION = 'scs';

export const STIMULATION_GATE =
  /stimulat|neurostim|\bscs\b|\bdrg\b|pulse generator|\bipg\b|dorsal column|octrode|octad|\bpaddle\b/;
/** The sentences that tell of it. */
export const STIMULATION_NARRATIVE =
  /stimulat\w*|neurostim\w*|\bscs\b|\bleads?\b|\belectrodes?\b|octrode|octad|paddle|\bgenerator\b|\bipg\b|\bpocket\b|\bbattery\b|impedance|paresthesia|epidural space|tunnel/;

/** Stimulators of the spinal cord and its ganglia, as they are named. */
export const SPINAL =
  /\b(?:spinal[- ]cord|dorsal[- ]column|epidural|spinal|dorsal root ganglion|drg|scs|dcs)(?: \((?:scs|dcs|drg)\))?[- ](?:neuro-?)?stimulat\w+|\bscs\b|\bdcs\b|\b(?:octrode|octad)\b|\b(?:drg|dorsal[- ]root ganglion) (?:leads?|trial|system|stim\w*)|\b(?:spinal cord|epidural) (?:leads?|electrodes?)\b/;
/** Stimulators of other organs and of the skin. */
export const OTHER_ORGAN =
  /\b(?:deep[- ]brain|vag(?:us|al)|sacral (?:nerve |neuro)|interstim|axonics|gastric|phrenic|diaphragm\w*|hypoglossal|inspire|occipital nerve|peripheral[- ](?:nerve|field)|peripheral neuro|subcutaneous|cochlear|bladder|pelvic|tibial|trigeminal|carotid|baroreflex|responsive|cortical|bone[- ]growth|bone|muscle|nerve|transcutaneous|tens|cardiac|external)[- ](?:\w+[- ])?(?:neuro-?)?(?:stimulat\w+|modulat\w+|generator|pacing)|\bdbs\b|\bvns\b|\btens\b|\bpacemakers?\b|\bpacers?\b|\bdefibrillators?\b|\baicd\b|\bicd\b|\bright ventric\w+|\batrial lead/;

const ACTS = String.raw`(?:trial\w*|placement|implant\w*|insertion|inserted|replac\w+|revision|removal|explant\w*|exchange|change|reposition\w*|program\w*|reprogram\w*|interrogat\w*|analysis|leads?|electrodes?|generator|battery|ipg|system|paddle)`;

export const STIMULATION_NAMES: readonly ProcedureName[] = [
  { kind: STIMULATION, words: new RegExp(SPINAL.source, 'g') },
  {
    // Without the word for the cord: only where the note tells of it elsewhere (`detect` looks).
    kind: STIMULATION,
    words: new RegExp(
      String.raw`\b(?:neuro-?)?stimulat(?:or|ion)\b(?=[^.\n]{0,60}\b${ACTS})|\b${ACTS}\b[^.\n]{0,50}?\b(?:neuro-?)?stimulat(?:or|ion)\b|\b(?:implantable |internal |internali[sz]ed )?pulse generator\b|\bipg\b|\bpaddle (?:lead|electrode)s?\b|\bpercutaneous (?:trial )?(?:leads?|electrodes?)\b|\b(?:trial )?(?:leads?|electrodes?) (?:removal|revision|placement|implant\w*|insertion|trial)\b`,
      'g',
    ),
    unless: OTHER_ORGAN,
  },
];
