import { lexicon, type SiteName } from '../named-sites/site-name.ts';

/** Sympathetic ganglia and plexuses as notes write them; specific names first. */
const NAMES: readonly SiteName[] = [
  {
    site: 'sphenopalatine',
    words: String.raw`spheno-?palatine(?: ganglion| ganglia)?|pterygo-?palatine (?:ganglion|fossa)|spg(?= (?:block|inject|ganglion|rf|abl))|meckel'?s ganglion|tx360|sphenocath`,
  },
  {
    site: 'stellate',
    words: String.raw`stellate(?: ganglion| ganglia)?|cervico-?thoracic (?:sympathetic|ganglion)(?: ganglion| chain| block)*|sgb`,
  },
  {
    site: 'cervical-sympathetic',
    words: String.raw`cervical sympathetic(?: chain| ganglion| ganglia| plexus| trunk)?`,
  },
  {
    site: 'thoracic-sympathetic',
    words: String.raw`thoracic (?:paravertebral )?sympathetic(?: chain| ganglion| ganglia| plexus| trunk)?`,
  },
  {
    site: 'lumbar-sympathetic',
    words: String.raw`lumbar (?:paravertebral )?sympathetics?(?: chain| ganglion| ganglia| plexus| trunk)?|lsb|paravertebral sympathetic(?: chain| ganglion)?|sympathetic (?:chain|ganglion|trunk) (?:at|of) l\d`,
  },
  {
    site: 'superior-hypogastric',
    words: String.raw`(?:superior )?(?<!inferior )hypogastric plexus|presacral (?:nerve|plexus)`,
  },
  { site: 'inferior-hypogastric', words: 'inferior hypogastric plexus' },
  {
    site: 'impar',
    words: String.raw`ganglion impar|impar(?: ganglion)?|ganglion of walther|(?:sacro-?)?coccygeal (?:sympathetic )?ganglion|walther'?s ganglion`,
  },
  { site: 'splanchnic', words: String.raw`splanchnic(?: nerves?| plexus)?` },
  { site: 'celiac', words: String.raw`coeliac(?: plexus| ganglion)?|celiac(?: plexus| ganglion)` },
];

export const GANGLIA = lexicon(NAMES);
export const MIDLINE: ReadonlySet<string> = new Set([
  'superior-hypogastric',
  'inferior-hypogastric',
  'impar',
  'splanchnic',
  'celiac',
]);
export const GANGLION_GATE =
  /stellate|sympathe|palatine|\bspg\b|\bsgb\b|\blsb\b|hypogastric plexus|presacral|impar|walther|coccygeal ganglion|splanchnic|c(?:o)?eliac|meckel|tx360/;
export const GANGLION_NARRATIVE =
  /\bstellate|sympathetic|\bganglion|hypogastric plexus|splanchnic|celiac|\bimpar\b|chassaignac|palatine|\bhorner/;
