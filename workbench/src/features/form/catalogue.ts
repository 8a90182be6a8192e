import type { StatedProcedure } from '@interspace/core/model/review-input';

/** How places are told: on the spine, on the body, or from a list of names. */
export type Picker = 'interspace' | 'joint' | 'nerve' | 'root' | 'vertebra' | 'body' | 'list' | 'none';

/** One procedure as the form offers it. `kind` and `family` are words of the library. */
export interface Offer {
  readonly kind: string;
  readonly family: string;
  readonly title: string;
  readonly group: string;
  /** Ways to say where; the first is the usual one. */
  readonly pickers: readonly Picker[];
  readonly sided: boolean;
  readonly intent?: 'diagnostic' | 'therapeutic';
  readonly ablation?: boolean;
  /** Kind of the targets that come from the body or a list. */
  readonly targetKind?: StatedProcedure['targets'][number]['kind'];
  /** The only place there is. */
  readonly place?: string;
}

export const OFFERS: readonly Offer[] = [
  {
    kind: 'epidural-interlaminar',
    family: 'epidural',
    title: 'Interlaminar epidural',
    group: 'Epidural',
    pickers: ['interspace'],
    sided: false,
    intent: 'therapeutic',
  },
  {
    kind: 'epidural-transforaminal',
    family: 'epidural',
    title: 'Transforaminal epidural',
    group: 'Epidural',
    pickers: ['joint', 'root'],
    sided: true,
    intent: 'therapeutic',
  },
  {
    kind: 'epidural-caudal',
    family: 'epidural',
    title: 'Caudal epidural',
    group: 'Epidural',
    pickers: ['none'],
    sided: false,
    intent: 'therapeutic',
  },
  {
    kind: 'selective-nerve-root-block',
    family: 'epidural',
    title: 'Selective root block',
    group: 'Epidural',
    pickers: ['root'],
    sided: true,
    intent: 'diagnostic',
  },
  {
    kind: 'medial-branch-block',
    family: 'facet',
    title: 'Medial branch block',
    group: 'Facet',
    pickers: ['joint', 'nerve'],
    sided: true,
    intent: 'diagnostic',
  },
  {
    kind: 'facet-injection',
    family: 'facet',
    title: 'Facet joint injection',
    group: 'Facet',
    pickers: ['joint'],
    sided: true,
    intent: 'therapeutic',
  },
  {
    kind: 'facet-ablation',
    family: 'facet',
    title: 'Medial branch ablation',
    group: 'Facet',
    pickers: ['joint', 'nerve'],
    sided: true,
    intent: 'therapeutic',
    ablation: true,
  },
  {
    kind: 'si-joint-injection',
    family: 'si-joint',
    title: 'Sacroiliac joint injection',
    group: 'Sacroiliac',
    pickers: ['body'],
    sided: true,
    targetKind: 'joint',
    place: 'sacroiliac',
  },
  {
    kind: 'sacral-lateral-branch-block',
    family: 'si-joint',
    title: 'Sacral lateral branch block',
    group: 'Sacroiliac',
    pickers: ['body'],
    sided: true,
    intent: 'diagnostic',
    targetKind: 'joint',
    place: 'sacroiliac',
  },
  {
    kind: 'sacral-lateral-branch-ablation',
    family: 'si-joint',
    title: 'Sacral lateral branch ablation',
    group: 'Sacroiliac',
    pickers: ['body'],
    sided: true,
    intent: 'therapeutic',
    ablation: true,
    targetKind: 'joint',
    place: 'sacroiliac',
  },
  {
    kind: 'joint-injection',
    family: 'joint',
    title: 'Joint or bursa injection',
    group: 'Joints and muscles',
    pickers: ['body'],
    sided: true,
    intent: 'therapeutic',
    targetKind: 'joint',
  },
  {
    kind: 'trigger-point-injection',
    family: 'trigger-point',
    title: 'Trigger points',
    group: 'Joints and muscles',
    pickers: ['list'],
    sided: true,
    intent: 'therapeutic',
    targetKind: 'muscle',
  },
  {
    kind: 'genicular-nerve-block',
    family: 'peripheral-nerve',
    title: 'Genicular nerve block',
    group: 'Nerves',
    pickers: ['body'],
    sided: true,
    intent: 'diagnostic',
    targetKind: 'nerve',
    place: 'genicular',
  },
  {
    kind: 'genicular-nerve-ablation',
    family: 'peripheral-nerve',
    title: 'Genicular nerve ablation',
    group: 'Nerves',
    pickers: ['body'],
    sided: true,
    intent: 'therapeutic',
    ablation: true,
    targetKind: 'nerve',
    place: 'genicular',
  },
  {
    kind: 'peripheral-nerve-block',
    family: 'peripheral-nerve',
    title: 'Peripheral nerve block',
    group: 'Nerves',
    pickers: ['list'],
    sided: true,
    targetKind: 'nerve',
  },
  {
    kind: 'sympathetic-block',
    family: 'sympathetic',
    title: 'Sympathetic block',
    group: 'Nerves',
    pickers: ['list'],
    sided: true,
    targetKind: 'nerve',
  },
  {
    kind: 'basivertebral-ablation',
    family: 'basivertebral',
    title: 'Basivertebral ablation',
    group: 'Vertebra',
    pickers: ['vertebra'],
    sided: false,
    intent: 'therapeutic',
  },
  {
    kind: 'vertebroplasty',
    family: 'vertebral-augmentation',
    title: 'Vertebroplasty',
    group: 'Vertebra',
    pickers: ['vertebra'],
    sided: false,
    intent: 'therapeutic',
  },
  {
    kind: 'kyphoplasty',
    family: 'vertebral-augmentation',
    title: 'Kyphoplasty',
    group: 'Vertebra',
    pickers: ['vertebra'],
    sided: false,
    intent: 'therapeutic',
  },
];

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

/** Muscles that are usually treated for trigger points; any other can be typed. */
export const MUSCLES: readonly string[] = [
  'trapezius',
  'levator-scapulae',
  'rhomboid',
  'splenius',
  'semispinalis',
  'sternocleidomastoid',
  'scalene',
  'supraspinatus',
  'infraspinatus',
  'latissimus-dorsi',
  'paraspinal',
  'quadratus-lumborum',
  'gluteus-maximus',
  'gluteus-medius',
  'gluteus-minimus',
  'piriformis',
  'tensor-fasciae-latae',
  'iliopsoas',
];
