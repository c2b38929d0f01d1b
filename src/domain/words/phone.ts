/** Telephone numbers that a spreadsheet has spoilt: it takes them for numbers, and numbers have no 0 in front. */

/** By country that dials 0 before an area or a mobile: what is left of a whole number without it. */
const WITHOUT_ZERO: Readonly<Record<string, RegExp>> = {
  GB: /^(?:[1-37-9]\d{8,9}|8001111)$/,
  IE: /^(?:1\d{7}|8[35-9]\d{7})$/,
  FR: /^[1-9]\d{8}$/,
  NL: /^[1-9]\d{8}$/,
  BE: /^4\d{8}$/,
  CH: /^[2-9]\d{8}$/,
  DE: /^1[5-7]\d{8,9}$/,
  AT: /^6[5-9]\d{7,10}$/,
  AU: /^[23478]\d{8}$/,
  NZ: /^(?:[34679]\d{7}|2\d{7,9})$/,
  ZA: /^[1-8]\d{8}$/,
};

/** What happened to a number that cannot be rung as it stands; `undefined` for one that may be right. */
export function spoiltPhone(phone: string, country: string | undefined): 'zero' | 'rounded' | undefined {
  if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(phone)) return 'rounded';
  return country && WITHOUT_ZERO[country]?.test(phone) ? 'zero' : undefined;
}
