import type { Library } from '../model/library.ts';
import { drugDictionary, type DrugName } from './drugs/drug-dictionary.ts';
import { acupunctureRecognizer } from './procedures/acupuncture/recognize-acupuncture.ts';
import { botulinumRecognizer } from './procedures/botulinum/recognize-botulinum.ts';
import { decompressionRecognizer } from './procedures/decompression/recognize-decompression.ts';
import { epiduralRecognizer } from './procedures/epidural/recognize-epidural.ts';
import { facetRecognizer } from './procedures/facet/recognize-facet.ts';
import { planeRecognizer } from './procedures/fascial-plane/recognize-planes.ts';
import { siJointRecognizer } from './procedures/si-joint/recognize-si-joint.ts';
import { jointRecognizer, tendonRecognizer } from './procedures/joint/recognize-joint.ts';
import { nerveRecognizer } from './procedures/nerve-block/recognize-nerves.ts';
import { discRecognizer } from './procedures/spine-other/recognize-discs.ts';
import { epiduralOtherRecognizer } from './procedures/spine-other/recognize-epidural-other.ts';
import { intrathecalRecognizer } from './procedures/spine-other/recognize-intrathecal.ts';
import { pumpRecognizer } from './procedures/spine-other/recognize-pump.ts';
import { vertebraRecognizer } from './procedures/spine-other/recognize-vertebrae.ts';
import { programmingRecognizer } from './procedures/stimulation/recognize-programming.ts';
import { stimulationRecognizer } from './procedures/stimulation/recognize-stimulation.ts';
import { sympatheticRecognizer } from './procedures/sympathetic/recognize-sympathetic.ts';
import { dryNeedlingRecognizer, triggerPointRecognizer } from './procedures/trigger-point/recognize-trigger-point.ts';
import type { Recognizer } from './procedures/recognizer.ts';
import type { Dictionary } from './text/trie.ts';

/** What the note reader needs beside the note: dictionaries from library data and one recognizer a family. */
export interface PreparedReader {
  readonly drugs: Dictionary<DrugName>;
  readonly recognizers: readonly Recognizer[];
}

/** In the order in which families are reported. */
const RECOGNIZERS: readonly Recognizer[] = [
  epiduralRecognizer,
  facetRecognizer,
  siJointRecognizer,
  triggerPointRecognizer,
  dryNeedlingRecognizer,
  jointRecognizer,
  tendonRecognizer,
  nerveRecognizer,
  planeRecognizer,
  sympatheticRecognizer,
  vertebraRecognizer,
  discRecognizer,
  epiduralOtherRecognizer,
  intrathecalRecognizer,
  pumpRecognizer,
  acupunctureRecognizer,
  botulinumRecognizer,
  decompressionRecognizer,
  stimulationRecognizer,
  programmingRecognizer,
];

export function prepareReader(library: Pick<Library, 'drugs'>): PreparedReader {
  return { drugs: drugDictionary(library.drugs), recognizers: RECOGNIZERS };
}
