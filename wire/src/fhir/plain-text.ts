const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of an HTML page: blocks become lines, tags go, scripts and styles go with what they hold. */
export function plainText(html: string): string {
  return without(
    without(html, /<(script|style|head)\b/gi, (name) => `</${name}`),
    /<!(--)/g,
    () => '-->',
  )
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^<>]*>/gi, '\n')
    .replace(/<\/t[dh]\b[^<>]*>/gi, '\t')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, entity)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n');
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return point > 0 && point <= 0x10_ffff ? String.fromCodePoint(point) : '';
}

/** Cuts out what stands between an opening and its closing; one walk, however many openings are never closed. */
function without(html: string, opening: RegExp, closing: (name: string) => string): string {
  const lower = html.toLowerCase();
  const kept: string[] = [];
  let from = 0;
  for (const found of html.matchAll(opening)) {
    if (found.index < from) continue;
    kept.push(html.slice(from, found.index));
    const end = lower.indexOf(closing((found[1] ?? '').toLowerCase()), found.index);
    if (end < 0) return kept.join('');
    from = end;
  }
  return [...kept, html.slice(from)].join('').replaceAll('-->', '');
}
