const ENGLISH = words(
  'the and was were with of to for patient this that under in is are at on by from after right left no',
);
const OTHERS: Readonly<Record<string, ReadonlySet<string>>> = {
  Spanish: words(
    'el la los las de del que con se una por para paciente fue bajo en y como sin dolor derecho izquierdo',
  ),
  French: words('le la les des du une est avec pour dans sous et patient été sans droite gauche au aux par qui'),
  Portuguese: words('o os as do da dos das com uma para foi em e não sob paciente dor direito esquerdo por que'),
  German: words('der die das und mit von den dem wurde unter ein eine für nach ist nicht links rechts patient im'),
};

/**
 * The language of a note when it is certainly another than English, else undefined. A terse English template has few
 * of these small words, so it takes many foreign ones and hardly any English ones to be sure.
 */
export function foreignLanguage(text: string): string | undefined {
  const tokens =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const english = count(tokens, ENGLISH);
  for (const [language, known] of Object.entries(OTHERS)) {
    const found = count(tokens, known);
    if (found >= 6 && found > 3 * english && found * 8 > tokens.length) return language;
  }
  return undefined;
}

function count(tokens: readonly string[], known: ReadonlySet<string>): number {
  return tokens.reduce((sum, token) => sum + (known.has(token) ? 1 : 0), 0);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
