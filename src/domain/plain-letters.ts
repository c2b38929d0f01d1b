/** Letters as people type them: small, without accents and spelling marks, so that "cafe" and "Café" are the same. */

/** Letters that Unicode does not take apart but people type plainly; '' for what nobody types. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ـ: '',
};
const ODD = new RegExp(`[\\p{M}\\p{Cf}٠-٩۰-۹${Object.keys(PLAIN).join('')}]`, 'gu');
const ARABIC_DIGIT = /[٠-٩۰-۹]/;
export const ASCII = /^[\0-\x7f]*$/;

const plainly = (odd: string) => PLAIN[odd] ?? (ARABIC_DIGIT.test(odd) ? String(odd.charCodeAt(0) & 15) : '');

/** Lower case without accents. Folding a text equals folding its characters one by one. */
export function fold(text: string): string {
  // NFKD rather than NFD: wide Latin letters, ligatures and Arabic presentation forms come apart as well.
  return ASCII.test(text) ? text.toLowerCase() : text.normalize('NFKD').toLowerCase().replace(ODD, plainly);
}
