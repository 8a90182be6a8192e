import { bodyPartsIn, type BodyPart } from './body-part.ts';
import { clauseEnd, clauseStart } from './clause.ts';

/** Words that name the complaint; alternatives for patterns of the recognizers. */
export const PAIN =
  'pains?|ache|aching|backache|soreness|symptoms?|symptomatology|discomfort|radiculopathy|radiculitis|sciatica|claudication|lumbago|lbp|cervicalgia|lumbalgia|neuralgia|stenosis|spondylosis|stiffness|complaints?|condition|problem';

/** Care words: a duration beside them is that of the care, a relief beside them that of the care. */
export const CARE =
  'physical therapy|physiotherapy|formal therapy|p\\.?t\\.?(?![a-z])|therap(?:y|ies)|home exercises?|exercises?|exercise program|hep|stretching|chiropract\\w+|conservative|non-?operative|non-?surgical|non-?invasive|nonsteroidals?|nsaids?|anti-?inflammator\\w+|ibuprofen|naproxen|meloxicam|celebrex|celecoxib|diclofenac|tylenol|acetaminophen|gabapentin|neurontin|pregabalin|lyrica|duloxetine|cymbalta|amitriptyline|muscle relax\\w+|cyclobenzaprine|flexeril|tizanidine|methocarbamol|baclofen|opioids?|narcotics?|tramadol|hydrocodone|oxycodone|norco|percocet|medications?|meds|analgesics?|oral steroids?|medrol|prednisone|acupuncture|massage|tens|bracing|brace|traction|heat|ice|activity modification|bed ?rest|rest|aquatic|pool therapy|osteopathic|manipulation|rehab\\w*|functional restoration|cognitive|biofeedback|psycholog\\w+|treatment|management|measures|modalities';

/** Procedure words: a relief beside them is that of a procedure. */
export const PROCEDURE =
  'injections?|injected|injection series|e\\.?s\\.?i\\.?s?(?![a-z])|t\\.?f\\.?e\\.?s\\.?i\\.?s?(?![a-z])|i?lesis?|epidurals?|blocks?|mbbs?|snrbs?|rfas?|rftc|rfn|rf|ablations?|radiofrequency|rhizotom(?:y|ies)|neurotom(?:y|ies)|denervations?|procedures?|trial|stimulator';

/** The body parts of the clause around a stretch of text. */
export function partsAround(text: string, from: number, to: number): Set<BodyPart> {
  return bodyPartsIn(text.slice(clauseStart(text, from), Math.max(to, clauseEnd(text, to))));
}

/** False when the clause is about a part of the body that the procedures have nothing to do with. */
export function isOurs(text: string, from: number, to: number, wanted: ReadonlySet<BodyPart> | undefined): boolean {
  if (!wanted) return true;
  const parts = partsAround(text, from, to);
  if (parts.size === 0) return true;
  for (const part of parts) if (wanted.has(part)) return true;
  return false;
}
