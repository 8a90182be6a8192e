import type { Act } from './acts/act.ts';
import { interlaminar, transforaminal } from './acts/epidural.ts';
import { BRANCH_BLOCK, FACET_ABLATION } from './acts/facet.ts';
import {
  GENICULAR_ABLATION,
  GENICULAR_BLOCK,
  KNEE,
  OCCIPITAL,
  SI_JOINT,
  STIMULATOR_TRIAL,
  TOXIN,
  TRIGGER_POINTS,
  visit,
} from './acts/others.ts';

/** An encounter of a course: so many days after the first one. */
export interface Step {
  readonly after: number;
  readonly act: Act;
}

const LEG = 'low back and leg pain (M54.16)';
const BACK = 'axial low back pain (M47.816)';

function course(...steps: readonly (readonly [number, Act])[]): Step[] {
  return steps.map(([after, act]) => ({ after, act }));
}

/** A year with one kind of complaint; patients take these in turn. */
export const COURSES: readonly (readonly Step[])[] = [
  course(
    [0, visit(LEG, 'Left L4-L5 transforaminal epidural steroid injection will be scheduled.')],
    [15, transforaminal('L4-L5')],
    [38, visit(LEG, 'Continue exercises, return when the pain is back.')],
    [118, transforaminal('L4-L5')],
    [146, visit(LEG, 'Home program, call when worse.')],
    [225, transforaminal('L4-L5')],
    [250, visit(LEG, 'Continue, another injection when needed.')],
    [340, transforaminal('L4-L5')],
  ),
  course(
    [0, visit(BACK, 'Diagnostic medial branch blocks L4-L5 and L5-S1 are planned.')],
    [16, BRANCH_BLOCK],
    [33, BRANCH_BLOCK],
    [58, FACET_ABLATION],
    [100, visit(BACK, 'Exercises, recheck in three months.')],
    [190, visit(BACK, 'Doing well, return as needed.')],
    [300, visit(BACK, 'Pain returns; repeat ablation will be planned.')],
    [330, FACET_ABLATION],
  ),
  course(
    [0, visit('walking limited by leg pain (M48.062)', 'Interlaminar epidural injection L5-S1 is planned.')],
    [20, interlaminar('L5-S1')],
    [45, visit('walking limited by leg pain (M48.062)', 'Continue the walking program.')],
    [140, interlaminar('L5-S1')],
    [170, visit('walking limited by leg pain (M48.062)', 'Walking program.')],
    [260, interlaminar('L5-S1')],
    [350, interlaminar('L5-S1')],
  ),
  course(
    [0, visit('neck and shoulder girdle pain (M79.18)', 'Trigger point injections next week.')],
    [8, TRIGGER_POINTS],
    [95, visit('neck and shoulder girdle pain (M79.18)', 'Stretching and heat.')],
    [190, TRIGGER_POINTS],
    [335, TRIGGER_POINTS],
    [352, visit('neck and shoulder girdle pain (M79.18)', 'Continue the home program.')],
  ),
  course(
    [0, visit('chronic migraine (G43.709)', 'Botulinum toxin every 12 weeks; authorization to be asked for.')],
    [21, TOXIN],
    [106, TOXIN],
    [192, TOXIN],
    [230, visit('chronic migraine (G43.709)', 'Diary goes on.')],
    [278, TOXIN],
    [357, TOXIN],
  ),
  course(
    [0, visit('knee osteoarthritis (M17.0)', 'Knee injection with ultrasound.')],
    [10, KNEE],
    [70, visit('knee osteoarthritis (M17.0)', 'Relief was short; genicular nerve block is planned.')],
    [95, GENICULAR_BLOCK],
    [130, GENICULAR_ABLATION],
    [175, visit('knee osteoarthritis (M17.0)', 'Walking better; return as needed.')],
    [320, KNEE],
    [340, GENICULAR_BLOCK],
  ),
  course(
    [0, visit('buttock pain below L5 (M53.3)', 'Sacroiliac joint injection is planned.')],
    [18, SI_JOINT],
    [44, visit('buttock pain below L5 (M53.3)', 'Belt and exercises.')],
    [120, SI_JOINT],
    [220, SI_JOINT],
    [250, visit('buttock pain below L5 (M53.3)', 'Return as needed.')],
    [335, SI_JOINT],
  ),
  course(
    [0, visit('neck pain into the arm (M54.12)', 'Cervical epidural injection is planned.')],
    [24, interlaminar('C7-T1')],
    [52, visit('neck pain into the arm (M54.12)', 'Exercises for the neck.')],
    [160, interlaminar('C7-T1')],
    [190, visit('neck pain into the arm (M54.12)', 'Return as needed.')],
    [345, interlaminar('C7-T1')],
  ),
  course(
    [0, visit('occipital neuralgia (M54.81)', 'Occipital nerve block today or next week.')],
    [6, OCCIPITAL],
    [98, OCCIPITAL],
    [130, visit('occipital neuralgia (M54.81)', 'Diary.')],
    [200, OCCIPITAL],
    [295, OCCIPITAL],
    [355, visit('occipital neuralgia (M54.81)', 'Diary shows fewer attacks.')],
  ),
  course(
    [0, visit('back and leg pain after surgery (M96.1)', 'Medication, physical therapy, psychological evaluation.')],
    [60, visit('back and leg pain after surgery (M96.1)', 'Stimulator trial was explained.')],
    [130, transforaminal('L5-S1')],
    [
      160,
      visit('back and leg pain after surgery (M96.1)', 'No lasting relief; trial of stimulation is being prepared.'),
    ],
    [240, visit('back and leg pain after surgery (M96.1)', 'Psychological evaluation is back, no contraindication.')],
    [336, STIMULATOR_TRIAL],
    [343, visit('back and leg pain after surgery (M96.1)', 'Leads removed; relief of 70% during the trial.')],
  ),
  // Too often: the limit of the year is reached.
  course(
    [0, visit(LEG, 'Transforaminal injection is planned.')],
    [12, transforaminal('L4-L5')],
    [80, transforaminal('L4-L5')],
    [110, visit(LEG, 'Exercises.')],
    [150, transforaminal('L4-L5')],
    [230, transforaminal('L4-L5')],
    [325, transforaminal('L4-L5')],
    [358, visit(LEG, 'Exercises.')],
  ),
  course(
    [0, visit('neck and shoulder girdle pain (M79.18)', 'Trigger point injections.')],
    [30, TRIGGER_POINTS],
    [110, TRIGGER_POINTS],
    [200, TRIGGER_POINTS],
    [270, TRIGGER_POINTS],
    [330, TRIGGER_POINTS],
  ),
];

/** Epidurals and facets are the bulk of such a practice; the numbers are places in COURSES. */
export const SHARES = [0, 1, 2, 0, 3, 1, 6, 10, 5, 2, 4, 1, 7, 8, 0, 9, 2, 1, 11, 6] as const;
