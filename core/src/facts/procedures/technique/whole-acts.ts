/** A procedure that no single structure tells: several signs together do. */
export interface WholeAct {
  readonly family: string;
  readonly kind: string;
  /** Each must be told on the day; the last one is the act itself. */
  readonly signs: readonly RegExp[];
  readonly about?: RegExp;
  readonly unless?: RegExp;
  /** Kinds that are steps of this act and no procedures beside it. */
  readonly over: readonly string[];
  readonly target: 'interspace' | 'interspaces' | 'vertebrae' | 'nerve' | 'muscles' | 'nostrils' | 'none';
  /** Nothing went in; the title may say otherwise. */
  readonly dry?: boolean;
  /** Attributes that a sign of its own sets. */
  readonly attributes?: readonly (readonly [name: string, value: boolean | string, sign: RegExp])[];
}

const AMOUNT = String.raw`(?:\d+(?:\.\d+)?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|twenty-two|twenty-five)[\s-]?(?:ml|cc|ccs|mls)\b`;
const PUT = String.raw`(?:gave|given|inject\w*|placed|instilled|administered|put|went)`;
const SPINAL_DRUG = String.raw`(?:baclofen|morphine|hydromorphone|ziconotide|prialt)`;

/** The stimulator is worn or connected: no part of the lead. */
const OUTSIDE =
  /\bexternal (?:pulse |trial )?(?:generator|stimulator|transmitter|battery)|\b(?:body-?worn|wearable)\b[^.]{0,30}\b(?:generator|stimulator|battery|pulse)|\b(?:generator|stimulator|battery)\b[^.]{0,40}\b(?:worn|taped|stuck|connected|outside|on the skin)\b/;
/** It is one device with the electrodes under the skin. */
const BUILT_IN =
  /\b(?:integrated|built-?in|self-contained|leadless)\b[^.]{0,40}\b(?:stimulator|generator|receiver|neurostimulator|array|device)|\b(?:array|electrodes?|lead)\b[^.]{0,30}\b(?:with|and) (?:its |an? )?(?:integrated|built-?in)\b/;

export const WHOLE_ACTS: readonly WholeAct[] = [
  {
    family: 'epidural',
    kind: 'epidural-blood-patch',
    signs: [
      /\bepidural space|\btuohy|\bloss of resistance|\binter-?laminar/,
      /\bautologous\b|\bblood\b[^.]{0,80}\b(?:vein|antecubital|drawn|venipuncture|arm)\b|\b(?:vein|drew|drawn|drawing)\b[^.]{0,60}\bblood\b/,
      new RegExp(String.raw`\b${PUT}\b[^.]{0,60}${AMOUNT}|${AMOUNT}[^.]{0,60}\b(?:blood|${PUT})\b`),
    ],
    about: /\bheadache|\bwet tap|\bdural puncture|\bcsf leak|\bhypotension\b[^.]{0,40}\bintracranial/,
    unless: /\btransfus|\bblood culture/,
    over: ['epidural-interlaminar', 'epidural-caudal'],
    target: 'interspace',
  },
  {
    family: 'epidural',
    kind: 'epidural-adhesiolysis',
    signs: [
      /\bcaudal\b|\bhiatus\b|\bepidural\b/,
      /\bcatheter\b/,
      /\bhyaluronidase|\bhypertonic|\b(?:10|ten) ?(?:%|percent) (?:sodium|saline|nacl)/,
    ],
    about: /\bscar|\badhesi|\bfibros|\blysis\b|\bracz\b|\bfilling defect/,
    over: ['epidural-interlaminar', 'epidural-caudal', 'epidural-transforaminal'],
    target: 'interspace',
    attributes: [
      [
        'catheter.indwelling',
        true,
        /\bcatheter\b[^.]{0,60}\b(?:left in|secured|taped|stays|remain\w*)\b|\b(?:second|third|next) (?:day|morning)\b[^.]{0,60}\binject/,
      ],
    ],
  },
  {
    family: 'epidural',
    kind: 'epidural-interlaminar',
    signs: [
      /\bspinal needle|\b(?:2[0-9])[\s-]?(?:g|ga|gauge)\b/,
      /\bthecal sac|\b(?:clear|free) (?:csf|cerebrospinal|spinal fluid)|\bsub-?arachnoid|\bintra-?thecal/,
      new RegExp(String.raw`\b${SPINAL_DRUG}\b[^.]{0,80}\b${PUT}\b|\b${PUT}\b[^.]{0,40}\b${SPINAL_DRUG}\b`),
    ],
    about: /\b(?:test|trial)\b/,
    unless: /\bpocket\b|\bincision|\bhuber\b|\breservoir\b|\btunnel|\bspinal an(?:a)?esthe|\bcesarean|\bdelivery\b/,
    over: [],
    target: 'interspace',
  },
  {
    family: 'peripheral-stimulation',
    kind: 'peripheral-nerve-lead',
    signs: [
      /\bperipheral nerve stimulat|\bpns\b|\bbody-?worn\b|\bwearable\b[^.]{0,30}\b(?:generator|stimulator|battery)|\bexternal pulse (?:generator|transmitter)/,
      /\bstimulat\w*\b[^.]{0,140}\b(?:contraction|paresthesia|buzzing|tingling|twitch\w*|coverage|covering)|\b(?:contraction|tingling|buzzing|paresthesia)\b[^.]{0,60}\bstimulat/,
      /\b(?:introducer|needle)\b[^.]{0,100}\b(?:leads?|array)\b|\b(?:leads?|array)\b[^.]{0,80}\b(?:deployed|placed|inserted|introduced|stayed|left in place|threaded|advanced)\b/,
    ],
    unless: /\bepidural|\bspinal cord stim|\bdorsal root|\bpocket\b|\bincision/,
    over: ['peripheral-nerve-block'],
    target: 'nerve',
    attributes: [
      ['device.built-in', false, OUTSIDE],
      ['device.built-in', true, BUILT_IN],
    ],
  },
  {
    family: 'vertebral-augmentation',
    kind: 'kyphoplasty',
    signs: [
      /\bpedic(?:les?|ular)/,
      /\b(?:cement|pmma|methyl-?\s?methacrylate)\b/,
      /\bballoons?\b|\bbone tamps?\b|\binflat\w+/,
    ],
    unless: /\bscrews?\b|\brods?\b|\binterbody|\blaminectom/,
    over: [],
    target: 'vertebrae',
  },
  {
    family: 'vertebral-augmentation',
    kind: 'vertebroplasty',
    signs: [
      /\bpedic(?:les?|ular)/,
      /\b(?:needles?|cannula\w*|jamshidi)\b/,
      /\b(?:cement|pmma|methyl-?\s?methacrylate)\b/,
    ],
    unless: /\bscrews?\b|\brods?\b|\binterbody|\blaminectom|\bballoons?\b|\btamps?\b|\bcavity\b|\binflat/,
    over: [],
    target: 'vertebrae',
  },
  {
    family: 'disc',
    kind: 'discography',
    signs: [
      /\bneedles?\b[^.]{0,100}\b(?:discs?|nucle(?:us|i))\b|\b(?:discs?|nucle(?:us|i))\b[^.]{0,60}\bneedles?\b/,
      /\b(?:dye|contrast|isovue|omnipaque|iohexol|iopamidol)\b/,
      /\b(?:concordant|discordant|(?:usual|familiar|typical) pain|psi)\b/,
    ],
    unless: /\bbiops|\baspirat\w+ (?:of|from) (?:the )?disc|\bdiscectom|\bepidural\b/,
    over: [],
    target: 'interspaces',
  },
  {
    family: 'sympathetic',
    kind: 'sympathetic-block',
    signs: [
      /\b(?:applicators?|swabs?|intranasal catheter)\b/,
      /\b(?:turbinate|naso-?pharyn\w+|nostrils?|nares?)\b/,
      /\b(?:lidocaine|bupivacaine|ropivacaine|marcaine|xylocaine)\b/,
    ],
    about: /\bheadache|\bmigraine|\bfacial pain|\bneuralgia/,
    unless: /\bepistaxis|\bendoscop|\bpolyp|\bintubat|\bculture|\bcovid|\bsinus surgery/,
    over: [],
    target: 'nostrils',
  },
  {
    family: 'dry-needling',
    kind: 'dry-needling',
    signs: [
      /\b(?:solid|filiform|mono-?filament|acupuncture)\b[^.]{0,30}\bneedles?\b|\bdry[- ]needl\w+/,
      /\btaut\b|\btwitch\w*|\btrigger points?\b|\bpiston\w*/,
      /\bnothing (?:was |is )?(?:drawn up|injected)|\bno (?:drug|medication|medicine|injectate|solution|fluid|anesthetic)s?\b|\bdid it dry\b|\bwithout (?:an )?inject/,
    ],
    // What a therapist does every week is told, not done.
    unless:
      /\bdry[- ]needl\w+ (?:with|by|at|in) (?:the |her |his )?(?:pt\b|physical|therap\w+)|\bdry[- ]needl\w+[^.]{0,20}\b(?:weekly|every week|twice a week)\b|\bde ?qi\b|\bmeridian|\b(?:bl|gb|st|sp|ki|li|lr|gv)\s?\d{1,2}\b/,
    over: ['trigger-point-injection'],
    target: 'muscles',
    dry: true,
  },
  {
    family: 'pump',
    kind: 'pump-refill',
    signs: [
      /\b(?:pump|synchromed|prometra|intrathecal device)\b/,
      /\bhuber\b|\b(?:septum|reservoir|fill port|refill kit|template)\b/,
      /\b(?:re-?)?filled\b[^.]{0,60}\d+ ?(?:ml|cc)|\d+ ?(?:ml|cc)\b[^.]{0,60}\b(?:instilled|injected|put in|placed|into the (?:pump|reservoir))/,
    ],
    unless: /\bincision|\bpocket was|\binsulin pump/,
    over: [],
    target: 'none',
    attributes: [
      [
        'pump.reprogrammed',
        true,
        /\bre-?programm\w+|\btelemetry\b|\bnew (?:rate|dose|alarm)|\bdose (?:up|down|increased|decreased)/,
      ],
      [
        'pump.filled-by',
        'clinician',
        /\b(?:done|filled|refilled|accessed|performed) by (?:me|myself|dr\.?|the (?:physician|doctor|np|pa))\b|\bi (?:\w+ )?(?:accessed|found|entered|filled|refilled|emptied|aspirated|put)\b/,
      ],
    ],
  },
];
