import type { ProcedureNote } from '../../text/note.ts';
import { gives } from '../technique/deeds.ts';
import { heats, type NoteTools } from '../tools.ts';
import { saysLesion } from './ablation.ts';

const LED =
  /\bneedles?\b|cannula|introducers?\b|\b(?:rf )?probes?\b|\belectrodes?\b|\b\d\d\s?(?:g|ga|gauge)\b|\btips?\b/;
const FACET_PLACE =
  /\bfacet joints?\b|\b[ctl]\d{1,2}[-/][ctls]?\d{1,2} joints?\b|\bfacets\b(?! of (?:the )?(?:gt|greater|troch|patell|tal|calc))|(?<![a-z])medial branch|\b[ctl]-?\d{1,2} (?:mbb?s?|dr)\b|dorsal ram|third occipital|zygapophys|articular pillar|\bc[2-8],? (?:\w+ )?pillars?\b|\bfacet\b[^.]{0,20}\bjoint/;
const NERVE = /\b[ctl]-?\d{1,2} (?:mbb?s?|dr|medial branch(?:es)?)\b/;
/** `Joints: C5-6, C6-7`: the field of a form. */
const JOINTS = /^(?:target |treated |facet )?joints?$/i;
/** Where the nerves of the joints cross the bone; enough only for what was heated. */
const CROSSING =
  /\b(?:junction|base|notch|groove|neck)\b[^.]{0,60}\b(?:superior articular|sap|transverse process\w*|tp|sacral ala\w*)\b|\b(?:superior articular process\w*|sap)\b[^.]{0,60}\b(?:sacral )?ala\w*\b/;
/** So many sentences before or behind the needle the joint may be named: skin is prepared, or a list follows. */
const NEAR = 4;
const GIVEN = /\b(?:inject\w*|instill\w*|deposit\w*|put in|went in|given|gave|infiltrat\w*)\b/;
export const SACROILIAC = /\b(?:sacro-?iliac|si joints?|sij\b|lateral branch)/;

/** What was done, where no word of the note names it: a needle led to a facet joint or its nerves, and something given or heated there. */
export function kindWithoutName(note: ProcedureNote, tools: NoteTools): string | undefined {
  const { body } = tools;
  if (tools.statements.denied) return undefined;
  const says = body.map((one) => tools.says(one));
  if (body.some((one, index) => SACROILIAC.test(says[index]!) && tools.asserted(one))) return undefined;
  const lesion = saysLesion(note, body) || says.some((words, index) => heats(words) && tools.asserted(body[index]!));
  // A form lists the nerves in a table of its own.
  const listed = tools.titles.some(
    (one) => tools.tells(one, NERVE) || (JOINTS.test(one.section.heading ?? '') && tools.levels(one).length > 0),
  );
  const place = (words: string) => listed || FACET_PLACE.test(words) || (lesion && CROSSING.test(words));
  const led = body.some(
    (one, index) =>
      one.section.role !== 'header' &&
      LED.test(says[index]!) &&
      tools.asserted(one) &&
      says.slice(Math.max(0, index - NEAR), index + NEAR + 1).some(place),
  );
  if (!led) return undefined;
  if (lesion) return 'facet-ablation';
  const given = body.some(
    (one, index) =>
      (GIVEN.test(says[index]!) && tools.drugs([one]).some((drug) => drug.name.drug.role !== 'contrast')) ||
      gives(note, tools, one) ||
      // A form that lists the nerves lists what went to them.
      (listed &&
        one.section.role === 'injectate' &&
        tools.drugs([one]).some((drug) => drug.name.drug.role === 'anesthetic' && drug.quantities.length > 0)),
  );
  return given ? 'facet-injection' : undefined;
}
