/** A quote as it is compared with another: line breaks, kinds of quotation marks and dashes, and case make no difference. */
export function fold(quote: string): string {
  return quote
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200D\uFEFF]/g, '')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/[\s.!]+$/, '')
    .trim()
    .toLowerCase();
}
