import { describe, expect, it } from 'vitest';
import { findingsOf, testReader } from '../../testing.ts';
import { readNote } from '../../text/read-note.ts';
import { readProcedures } from '../read-procedures.ts';

/** Kinds with what decides their codes: `scs-trial 2`, `scs-lead-revision percutaneous`, `stimulator-programming 5`. */
function acts(text: string): string[] {
  return readProcedures(readNote({ id: 'note', text }), testReader).procedures.map(({ kind, attributes }) => {
    const more = [
      attributes['leads.count'],
      kind.includes('removal') || kind.includes('lead-revision') ? attributes['lead.kind'] : undefined,
      attributes['generator.replaced'] === true ? 'replaced' : undefined,
      attributes['programming.parameters'],
      attributes['programming.done'] === false ? 'unchanged' : undefined,
      attributes['programming.by'] === 'representative' ? 'representative' : undefined,
    ].filter((one) => one !== undefined);
    return [kind, ...more].join(' ');
  });
}

const LEADS =
  'The patient was prone. Under fluoroscopy a 14-gauge Tuohy needle was advanced into the epidural space at T12-L1 with loss of resistance. An eight-contact lead was advanced to the top of T8. A second lead was placed in the same fashion on the other side. Intraoperative testing gave paresthesia over the painful area.';
const POCKET =
  'A pocket was made over the left flank. The leads were tunneled and connected to the generator, which was placed in the pocket. Impedances were checked.';

/** Invented notes; no patient is real. */
const DONE: readonly (readonly [style: string, text: string, expected: readonly string[]])[] = [
  [
    'trial with two leads in the title',
    `PROCEDURE: Spinal cord stimulator trial with two percutaneous leads.\nDESCRIPTION: ${LEADS} The leads were taped to the skin and connected to an external generator.`,
    ['scs-trial 2'],
  ],
  [
    'trial, leads counted in the narrative',
    `PROCEDURE PERFORMED: SCS trial\nTECHNIQUE: ${LEADS} The leads were secured to the skin.`,
    ['scs-trial 2'],
  ],
  [
    'trial, the count in a field',
    'PROCEDURE: Spinal cord stimulator trial\nLeads: [ ] 1 [x] 2\nProne, fluoroscopy. Entry at T12-L1 with a 14 gauge needle, lead to the top of T8. Impedances normal. Connected to an external stimulator.',
    ['scs-trial 2'],
  ],
  [
    'trial, leads that bear numbers',
    'PROCEDURE: Spinal cord stimulator trial\nDESCRIPTION: Under fluoroscopy a 14 gauge needle was advanced into the epidural space at L1-2 and lead 1 was driven to T8. Lead #2 was introduced one level above and steered to T9. Both were secured.',
    ['scs-trial 2'],
  ],
  [
    'trial, a number that counts no leads',
    'PROCEDURE: Spinal cord stimulator trial. Leads: [x] 1 [ ] 2\nDESCRIPTION: Under fluoroscopy a Tuohy needle was advanced into the epidural space at L1-2 and the lead was driven to T8. It lay 2 cm from the midline; contacts 2 and 3 covered the leg.',
    ['scs-trial 1'],
  ],
  [
    'trial with one lead',
    'PROCEDURE: Trial of spinal cord stimulation.\nDESCRIPTION: A Tuohy needle was advanced into the epidural space under fluoroscopy. A single octrode lead was threaded to T9. The lead was taped in place.',
    ['scs-trial 1'],
  ],
  [
    'numbered list with times',
    `OPERATION:\n1. Percutaneous placement of spinal cord stimulator trial leads x2.\n2. Intraoperative programming.\n3. Fluoroscopic guidance.\nDETAILS: ${LEADS}`,
    ['scs-trial 2'],
  ],
  [
    'permanent leads and generator',
    `OPERATION: Permanent implantation of spinal cord stimulator with two percutaneous leads and implantable pulse generator.\nINDICATIONS: Successful trial with 70% relief.\nDESCRIPTION: ${LEADS} ${POCKET}`,
    ['scs-leads 2', 'scs-generator'],
  ],
  [
    'permanent system in general words',
    `PROCEDURE: Spinal cord stimulator permanent implant.\nDESCRIPTION: ${LEADS} ${POCKET}`,
    ['scs-leads 2', 'scs-generator'],
  ],
  [
    'paddle and generator',
    'OPERATION: T9 laminectomy for placement of spinal cord stimulator paddle lead and pulse generator.\nDESCRIPTION: An incision was made. A laminectomy was performed at T9. The paddle electrode was advanced under the lamina to T8. The generator was placed in a gluteal pocket and connected.',
    ['scs-paddle', 'scs-generator'],
  ],
  [
    'generator at the end of its life',
    'PROCEDURE: Replacement of spinal cord stimulator generator (battery depleted).\nDESCRIPTION: The pocket was opened. The old generator was removed and disconnected. A new generator was placed in the same pocket and connected to the existing leads.',
    ['scs-generator replaced'],
  ],
  [
    'removal and implantation told as two lines',
    'PROCEDURES:\n1. Removal of old spinal cord stimulator IPG.\n2. Implantation of new rechargeable IPG.\nDESCRIPTION: The old IPG was explanted. The new IPG was implanted in the pocket.',
    ['scs-generator replaced'],
  ],
  [
    'revision of a moved lead',
    'PROCEDURE: Revision of percutaneous spinal cord stimulator lead.\nDESCRIPTION: The incision was opened. The migrated lead was removed and a new lead was placed through a Tuohy needle and advanced to T8 under fluoroscopy.',
    ['scs-lead-revision percutaneous'],
  ],
  [
    'revision of a paddle',
    'OPERATION: Revision of spinal cord stimulator paddle lead via laminotomy.\nDESCRIPTION: The laminotomy was extended. The paddle was repositioned in the midline at T9.',
    ['scs-lead-revision paddle'],
  ],
  [
    'whole system out',
    'PROCEDURE: Explantation of spinal cord stimulator system.\nDESCRIPTION: The pocket was opened and the generator was removed. The percutaneous leads were then removed intact.',
    ['scs-generator-revision', 'scs-lead-removal percutaneous'],
  ],
  [
    'paddle and generator out',
    'OPERATION: Removal of dorsal column stimulator generator and paddle lead.\nDESCRIPTION: The generator was explanted. The laminotomy site was exposed and the paddle was removed.',
    ['scs-lead-removal paddle', 'scs-generator-revision'],
  ],
  [
    'pocket revised',
    'PROCEDURE: Revision of spinal cord stimulator generator pocket.\nDESCRIPTION: The pocket was opened; the generator was freed. The pocket was relocated above the belt line and closed.',
    ['scs-generator-revision'],
  ],
  [
    'trial leads pulled',
    'PROCEDURE: Removal of spinal cord stimulator trial leads.\nDESCRIPTION: The dressing was taken down and both leads were removed intact.',
    ['scs-trial-lead-removal'],
  ],
  [
    'ganglion leads',
    'PROCEDURE: Dorsal root ganglion stimulation trial, left L4 and L5, two leads.\nDESCRIPTION: Through a Tuohy needle a DRG lead was advanced into the left L4 foramen; a second lead was placed at L5. The leads were taped to the skin.',
    ['scs-trial 2'],
  ],
  [
    'dictation without headings',
    'Mr. Example underwent a spinal cord stimulator trial today. He was placed prone. Under fluoroscopy a Tuohy needle was placed in the epidural space and two leads were advanced to T8 and T9. They were secured to the skin.',
    ['scs-trial 2'],
  ],
  [
    'programming, parameters named',
    'PROCEDURE: Complex programming of spinal cord stimulator.\nDESCRIPTION: I interrogated the implanted stimulator. Amplitude, pulse width, frequency and electrode configuration were adjusted and two new programs were created.',
    ['stimulator-programming 5'],
  ],
  [
    'programming, number told',
    'PROCEDURE: SCS reprogramming.\nNOTE: The spinal cord stimulator was reprogrammed by me. Two parameters were changed.',
    ['stimulator-programming 2'],
  ],
  [
    'read and left alone',
    'PROCEDURE: Interrogation of spinal cord stimulator.\nDESCRIPTION: The device was interrogated. Impedances were normal. No programming changes were made.',
    ['stimulator-programming unchanged'],
  ],
  [
    'programmed by the company',
    'PROCEDURE: Spinal cord stimulator reprogramming.\nDESCRIPTION: The device was reprogrammed by the manufacturer representative. Amplitude and pulse width were adjusted.',
    ['stimulator-programming 2 representative'],
  ],
  [
    'programming beside an unrelated visit',
    'HISTORY: He has an implanted spinal cord stimulator.\nASSESSMENT: The stimulator was interrogated and reprogrammed by me today; amplitude, rate, pulse width and electrode polarity were changed.',
    ['stimulator-programming 4'],
  ],
];

const MORE: readonly (readonly [style: string, text: string, expected: readonly string[]])[] = [
  [
    'lines of a form',
    'Procedure: SCS Trial\nLeads: 2 x 8 contact\nEntry: T12-L1\nTechnique: Tuohy needles used with fluoroscopy, loss of resistance, leads placed and tested. Dressed.',
    ['scs-trial 2'],
  ],
  [
    'leads revised and generator swapped',
    'PROCEDURE: 1. Revision of SCS leads (percutaneous). 2. Replacement of SCS generator.\nDESCRIPTION: Leads had migrated; they were repositioned to T8 through the reopened incision. The old generator was removed and a new generator implanted.',
    ['scs-lead-revision percutaneous', 'scs-generator replaced'],
  ],
  [
    'lead pull told as a visit',
    'PROCEDURE: SCS trial lead removal\nShe returns after a six day trial of spinal cord stimulation with 70% relief. The sutures were cut. Both leads were removed with tips intact.',
    ['scs-trial-lead-removal'],
  ],
  [
    'permanent ganglion system',
    'PROCEDURE: Permanent dorsal root ganglion stimulator implant: two DRG leads (left L5, left S1) and IPG.\nDESCRIPTION: Needles were placed. DRG leads were passed to the left L5 and S1 foramina. A pocket was made in the right flank and the IPG was implanted and connected.',
    ['scs-leads 2', 'scs-generator'],
  ],
  [
    'told under the title alone',
    "NAME OF PROCEDURE: Spinal cord stimulator generator change.\nThe patient's old generator in the right buttock was exposed, removed, and replaced with a new rechargeable generator. Wound closed.",
    ['scs-generator replaced'],
  ],
  [
    'second stage',
    'PROCEDURE: Stage II spinal cord stimulator: implantation of IPG, left buttock, and connection to previously placed leads.\nDESCRIPTION: A pocket was created. The IPG was connected to the leads and placed in the pocket.',
    ['scs-generator'],
  ],
  [
    'leads of the trial make way',
    'PROCEDURE: Removal of trial leads and placement of permanent spinal cord stimulator leads x2 with IPG.\nDESCRIPTION: Trial leads were removed. Tuohy needles were advanced at L1-2 and two new leads were advanced to T8. The IPG was placed in a flank pocket and connected.',
    ['scs-leads 2', 'scs-generator'],
  ],
  [
    'trial by its tape',
    'Procedure: Percutaneous lead placement x 2 for dorsal column stimulation.\nThe patient was brought to the fluoroscopy suite. 14 gauge needles were placed at T12/L1. Leads were placed to the top of T8. Leads secured with tape for a trial of 7 days.',
    ['scs-trial 2'],
  ],
  [
    'one parameter',
    'PROCEDURE: Spinal cord stimulator analysis and simple reprogramming\nI interrogated the IPG. Amplitude was increased from 3.2 to 4.0 mA. No other changes.',
    ['stimulator-programming 1'],
  ],
  [
    'array with its own receiver',
    'PROCEDURE: Percutaneous implantation of wireless spinal cord stimulator array with integrated receiver.\nDESCRIPTION: A needle was placed under fluoroscopy into the epidural space and the lead was advanced to T8.',
    ['scs-integrated'],
  ],
  [
    'battery out, leads left',
    'PROCEDURE: Removal of spinal cord stimulator battery; leads left in place.\nDESCRIPTION: The pocket was opened, the battery was removed and the leads were capped.',
    ['scs-generator-revision'],
  ],
];

const NOT_DONE: readonly (readonly [style: string, text: string])[] = [
  [
    'given up',
    'PROCEDURE: Attempted spinal cord stimulator trial.\nDESCRIPTION: A Tuohy needle was advanced, but the epidural space could not be entered because of scar. The procedure was abandoned. No lead was placed.',
  ],
  [
    'peripheral nerve',
    'PROCEDURE: Peripheral nerve stimulator trial, left suprascapular nerve.\nDESCRIPTION: Under ultrasound a lead was placed through the introducer needle next to the nerve.',
  ],
  [
    'planned trial',
    'ASSESSMENT: Post-laminectomy syndrome.\nPLAN: Spinal cord stimulator trial with two leads after psychological evaluation.',
  ],
  [
    'candidate',
    'HISTORY: She is a candidate for a spinal cord stimulator. We discussed the trial and the permanent implant.',
  ],
  ['in the past', 'PAST SURGICAL HISTORY: Spinal cord stimulator implant 2019, generator replacement 2023.'],
  [
    'pacemaker',
    'PROCEDURE: Dual chamber pacemaker generator change.\nDESCRIPTION: The pocket was opened. The old pulse generator was removed. The leads were tested and connected to the new generator.',
  ],
  [
    'defibrillator in a patient with a stimulator',
    'PAST HISTORY: Spinal cord stimulator.\nPROCEDURE: ICD lead revision and generator placement.\nDESCRIPTION: The right ventricular lead was advanced and the generator was placed in the pocket.',
  ],
  [
    'deep brain',
    'OPERATION: Deep brain stimulator placement, left STN.\nDESCRIPTION: The electrode was advanced through the cannula. The pulse generator was placed in a chest pocket.',
  ],
  [
    'vagus',
    'OPERATION: Vagal nerve stimulator implantation.\nDESCRIPTION: The leads were placed around the vagus nerve and the pulse generator was implanted.',
  ],
  [
    'sacral nerve',
    'PROCEDURE: InterStim sacral nerve stimulation trial.\nDESCRIPTION: A lead was placed through the S3 foramen.',
  ],
  [
    'bone growth',
    'OPERATION: Removal of bone growth stimulator.\nDESCRIPTION: The generator and leads of the bone stimulator were removed.',
  ],
  ['skin', 'TREATMENT: TENS trial. Electrodes were placed over the lumbar spine for 20 minutes.'],
  [
    'nerve finder',
    'PROCEDURE: Femoral nerve block.\nDESCRIPTION: A stimulating needle was advanced with a nerve stimulator to a twitch at 0.4 mA. 20 mL of bupivacaine was injected.',
  ],
  [
    'pump',
    'PROCEDURE: Intrathecal pump reprogramming.\nDESCRIPTION: The pump was interrogated and reprogrammed. The reservoir was refilled.',
  ],
  ['programming planned', 'PLAN: Her spinal cord stimulator will be reprogrammed next week by the representative.'],
  ['programming earlier', 'HISTORY: His spinal cord stimulator was reprogrammed two months ago with better coverage.'],
  [
    'epidural injection beside a stimulator',
    'HISTORY: Spinal cord stimulator in place.\nPROCEDURE: L5-S1 interlaminar epidural steroid injection.\nDESCRIPTION: Under fluoroscopy a Tuohy needle was advanced; the leads of the stimulator were seen above. 80 mg of Kenalog was injected.',
  ],
  [
    'monitoring',
    'OPERATION: Lumbar laminectomy L4-5.\nDESCRIPTION: Neuromonitoring electrodes were placed. Stimulation of the spinal cord was not performed. A laminectomy was done.',
  ],
];

describe('spinal stimulators', () => {
  it.each([...DONE, ...MORE])('%s', (_, text, expected) => expect(acts(text)).toEqual(expected));
  it.each(NOT_DONE)('not done: %s', (_, text) =>
    expect(acts(text).filter((one) => /scs|stimulator/.test(one))).toEqual([]),
  );
  it('says that a title alone shows nothing', () => {
    expect(findingsOf('PROCEDURE: Spinal cord stimulator trial.\nCOMPLICATIONS: None.')).toContain(
      'note/procedure-not-described',
    );
  });
  it('finds where the tips lie', () => {
    const [procedure] = readProcedures(readNote({ id: 'note', text: DONE[0]![1] }), testReader).procedures;
    expect(procedure?.targets.map((target) => target.name)).toEqual(['T8']);
    expect(procedure?.attributes['contacts.each']).toBe(8);
  });
});
