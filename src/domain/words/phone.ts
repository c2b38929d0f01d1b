/** Telephone numbers that a spreadsheet has spoilt: it takes them for numbers, and numbers have no 0 in front. */

/** By country that dials 0 before an area or a mobile: what is left of a whole number without it. */
const WITHOUT_ZERO: Readonly<Record<string, string>> = {
  GB: '[1-37-9]\\d{8,9}',
  IE: '8[35-9]\\d{7}',
  FR: '[1-9]\\d{8}',
  NL: '[1-9]\\d{8}',
  DE: '1[5-7]\\d{8,9}',
  AU: '[23478]\\d{8}',
  NZ: '[2-9]\\d{7,8}',
};

/** What happened to a number that cannot be rung as it stands; `undefined` for one that may be right. */
export function spoiltPhone(phone: string, country: string | undefined): 'zero' | 'rounded' | undefined {
  if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(phone)) return 'rounded';
  const whole = WITHOUT_ZERO[country ?? ''];
  return whole && RegExp(`^(?:${whole})$`).test(phone) ? 'zero' : undefined;
}
