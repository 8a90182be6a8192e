import type { Citation, Confidence } from '../citation.ts';
import type { IsoDate } from '../date.ts';
import type { EffectivePeriod } from '../period.ts';
import type { FactValue } from '../fact.ts';

/** Everything that turns what was done into lines (library/codes/**). */
export interface CodingLaw {
  readonly codes: readonly CodeRecord[];
  readonly recipes: readonly Recipe[];
  readonly sites: readonly Site[];
  readonly habits: CodingHabits;
}

/** 0 never bilateral, 1 modifier 50 pays one and a half, 2 priced for both sides, 3 full price per side, 9 no side. */
export type BilateralIndicator = 0 | 1 | 2 | 3 | 9;

export type CodeRole =
  | 'procedure'
  | 'add-on'
  | 'guidance'
  | 'drug'
  | 'device'
  | 'evaluation'
  | 'anesthesia'
  | 'sedation'
  | 'unlisted'
  | 'other';

/** A procedure or supply code with our own structural attributes. `gist` is our paraphrase, never licensed text. */
export interface CodeRecord extends EffectivePeriod {
  readonly code: string;
  readonly gist: string;
  readonly family: string;
  readonly role: CodeRole;
  readonly region?: string;
  /** What to look at when the code is no longer valid. */
  readonly successors?: readonly string[];
  /** How the successor counts or means something else. */
  readonly trap?: string;
  readonly status?: string;
  /** 000, 010, 090, ZZZ, XXX, YYY. */
  readonly global?: string;
  readonly multiple?: number;
  readonly bilateral?: BilateralIndicator;
  /** Sides are told although the indicator says that they do not apply. */
  readonly sides?: boolean;
  /** True when a professional and a technical part can be billed apart. */
  readonly parts?: boolean;
  /** False when there is no price outside a facility. */
  readonly office?: boolean;
  /** Imaging to place the needle, by date of service. */
  readonly guidance: readonly GuidanceRule[];
  readonly confidence: Confidence;
  readonly citation: Citation;
}

/** `included`: inside the code. `barred`: neither inside nor billable. `separate`: billable when documented. */
export interface GuidanceRule extends EffectivePeriod {
  readonly rule: 'included' | 'separate' | 'barred';
}

/** What a choice among codes may look at. Every given condition must hold; an unknown never satisfies one, except `guidance: unknown`. */
export interface RecipeCondition extends EffectivePeriod {
  readonly region?: string;
  /** Words of Modality, plus `unknown` for a note that does not say. */
  readonly guidance?: readonly string[];
  readonly imagesSaved?: boolean;
  readonly attributes?: Readonly<Record<string, AttributeTest>>;
  /** Every agent that was given has one of these roles (and at least one was given). */
  readonly agentsOnly?: readonly string[];
  readonly claimType?: readonly string[];
  readonly size?: string;
  /** Kind of the site, where a recipe serves several kinds. */
  readonly siteKind?: string;
  readonly countAtLeast?: number;
  readonly countAtMost?: number;
  /** True when a target was treated on both sides. */
  readonly bothSides?: boolean;
}

/** The value itself, one of several values, or a limit for a number. */
export type AttributeTest =
  | FactValue
  | { readonly atMost: number }
  | { readonly lessThan: number }
  | { readonly atLeast: number };

/** One choice of a recipe: the first whose condition holds is taken. */
export interface RecipeChoice {
  readonly when: RecipeCondition;
  /** The code of the first (or only) level, side or site. */
  readonly first?: string;
  /** The code of each further one; absent: `first` again, or nothing where `shape` counts once. */
  readonly further?: string;
  /** The code that stands once for the third and all further ones. */
  readonly rest?: string;
  /** Index of the first level that `rest` stands for; 2 (the third) when absent. */
  readonly restFrom?: number;
  /** One line and one unit whatever the levels, sites and sides; no side is told. */
  readonly once?: boolean;
  /** No line: the reason, in words. */
  readonly refuse?: string;
  /** Added to the line's reason. */
  readonly because?: string;
  /** Finding that goes with the choice: a question that is open or a warning (library/codes/recipes: `asks`). */
  readonly finding?: string;
  /** The choice stands before the site's own code, when it holds (a method for which the site has no code). */
  readonly beforeSites?: boolean;
}

/** `levels`: first, further, rest by region. `session`: one per region. `sites`: one per site and side. `once`: one. `each`: as many units as an attribute counts. `limbs`: one per limb by its muscles. `timed`: by minutes and sets of needles. */
export type RecipeShape = 'levels' | 'session' | 'sites' | 'once' | 'count' | 'each' | 'limbs' | 'timed';

/** A modifier that goes with every line of a recipe when all that is given holds. */
export interface RecipeModifier extends EffectivePeriod {
  readonly modifier: string;
  /** What the line stands for was done on one side only. */
  readonly oneSide?: boolean;
  readonly payers?: readonly string[];
  /** A fact that the chart or the form states. */
  readonly documented?: string;
  /** An earlier session of one of these kinds lies at most so many days back. */
  readonly after?: { readonly kinds: readonly string[]; readonly withinDays: number };
  readonly because: string;
}

/** Units by personal time. A further unit needs its full minutes and needles that were put in again. */
export interface TimedUnits {
  readonly unitMinutes: number;
  /** Fewer personal minutes than this are no unit at all. */
  readonly leastMinutes: number;
  /** Put on every line from this visit of the year on, when improvement is documented. */
  readonly attest?: {
    readonly modifier: string;
    readonly fromVisit: number;
    readonly throughVisit: number;
    readonly families: readonly string[];
    readonly payers: readonly string[];
  };
}

export interface Recipe {
  readonly recipe: string;
  readonly title: string;
  readonly kinds: readonly string[];
  readonly shape: RecipeShape;
  /** What a level is: a joint, the foramen of a root, a vertebra, or the name of the target as it stands. */
  readonly counts?: 'joint' | 'foramen' | 'vertebra' | 'name' | 'muscle';
  /** Region groups: name → regions. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** Group to use when no target says where. */
  readonly defaultRegion?: Readonly<Record<string, string>>;
  /** Sides matter for modifiers. */
  readonly sided: boolean;
  /** For `sites`: the kinds of site looked up in the site list. */
  readonly siteKinds?: readonly string[];
  /** For `count`: attribute that holds a number when targets are not named. */
  readonly countFrom?: string;
  /** For `each`: attribute that holds the units. */
  readonly unitsFrom?: string;
  /** Modifiers that depend on sides, payer, facts or earlier sessions. */
  readonly modifiers?: readonly RecipeModifier[];
  /** For `timed`: minutes of one unit, and how many make the first one. */
  readonly timed?: TimedUnits;
  /** The `first` code covers this many levels or bodies (default 1). */
  readonly firstCovers?: number;
  /** Levels of all groups make one sequence; the code of the first is that of its own group. */
  readonly oneFamily?: boolean;
  /** Sites of one side are one unit. */
  readonly oncePerSide?: boolean;
  /** Every branch of this site must be treated; else this modifier goes with the line. */
  readonly whole?: { readonly site: string; readonly modifier: string };
  /** Modifier that tells the payer the injection was diagnostic, and for which payers. */
  readonly diagnostic?: {
    readonly modifier: string;
    readonly payers: readonly string[];
    readonly askWhenUnknown?: boolean;
  };
  /** Two neighbouring levels on both sides of a border of regions that count as one sequence. */
  readonly bridge?: {
    readonly upper: string;
    readonly lower: string;
    /** The two are not joined, only shown to a coder. */
    readonly reviewOnly?: boolean;
    readonly citation: Citation;
  };
  readonly choices: readonly RecipeChoice[];
  readonly asks: Readonly<Record<string, RecipeFinding>>;
  readonly satisfies: readonly string[];
  readonly citation: Citation;
}

export interface RecipeFinding {
  readonly severity: 'block' | 'warn' | 'note';
  readonly what: string;
  readonly why: string;
  readonly do: string;
}

/** A named place outside the levels of the spine, with what decides its code. */
export interface Site {
  /** Canonical kebab name: `greater-occipital`, `knee`, `stellate`. */
  readonly site: string;
  /** nerve-block, nerve-ablation, joint, tendon, … */
  readonly kind: string;
  /** `small`, `intermediate`, `major` for joints. */
  readonly size?: string;
  /** Codes of this site by use, when the recipe leaves the choice to the site. */
  readonly codes?: readonly SiteCode[];
  /** The named branches that belong to this site (all must be treated for the whole code). */
  readonly branches?: readonly string[];
  /** The body has many of them: the same name twice means two. */
  readonly many?: boolean;
  /** The site has no side. */
  readonly midline?: boolean;
  /** Sites of one nerve or plane: together they are one unit a side. */
  readonly partOf?: string;
}

export interface SiteCode extends RecipeCondition {
  readonly code: string;
  readonly further?: string;
}

/** Habits of claims that are data: guidance codes, order of modifiers, sides, drugs. */
export interface CodingHabits {
  readonly guidance: readonly {
    readonly modality: string;
    readonly code: string;
    readonly needsImages: boolean;
    readonly spine?: boolean;
  }[];
  /** Ways to find a muscle that are told by a code of their own; the first that was used is told, once. */
  readonly locating: readonly { readonly attribute: string; readonly code: string; readonly words: string }[];
  /** Places of service where the facility supplies drugs and equipment. */
  readonly facilityPlaces: readonly string[];
  readonly professionalPart: string;
  readonly left: string;
  readonly right: string;
  readonly both: string;
  readonly wasted: string;
  readonly noWaste: string;
  readonly wasteFrom: IsoDate;
  readonly noWasteFrom: IsoDate;
  /** Put on the second line of one code for another site. */
  readonly distinct: string;
  /** What the engine itself asks or says, by name. */
  readonly asks: Readonly<Record<string, RecipeFinding>>;
  readonly modifierOrder: readonly string[];
  /** First date of service that the library's recipes cover. */
  readonly from: IsoDate;
  readonly citation: Citation;
}
