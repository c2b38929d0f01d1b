/** Postal codes from the whole code to the wider areas that it lies in, for countries that people search by. */

const UK = /^([A-Z]{1,2})(\d[A-Z\d]?) ?\d[A-Z]{2}$/;
/** A British code of which only the first half is certain: "LS2 8", "LS28A". */
const UK_UNFINISHED = /^([A-Z]{1,2})(\d[A-Z\d]?)(?: \d[A-Z]?| ?\d[A-Z])$/;
const UK_OUTWARD = /^([A-Z]{1,2})\d[A-Z\d]?$/;
const CANADA = /^([A-Z]\d[A-Z]) ?\d[A-Z]\d$/;
const NUMBERS = /^(\d{3,})(?:-\d+)?$/;
/** A postal code at the end of what someone typed: "Leeds LS2 8AA", "12 Long Lane, 94110". */
const AT_END = /(?:^|[\s,])([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4,5}(?:-\d{4})?)$/;

/** No code, nor an address typed with it, is longer. */
const CHARACTERS = 200;

const tidy = (code: string) => code.slice(0, CHARACTERS).trim().toUpperCase().replace(/\s+/g, ' ');

/**
 * The code and the areas around it, narrowest first: "LS2 8AA" → "LS2 8AA", "LS2", "LS";
 * "94110-1234" → "94110", "941"; "K1A 0B1" → "K1A 0B1", "K1A"; elsewhere the first two digits.
 * @param country ISO 3166-1; without it numbers give both three and two digits.
 */
export function postalAreas(code: string, country?: string): string[] {
  const whole = tidy(code);
  const uk = UK.exec(whole);
  if (uk) return [whole.replace(/ ?(...)$/, ' $1'), `${uk[1]}${uk[2]}`, `${uk[1]}`];
  const unfinished = UK_UNFINISHED.exec(whole);
  if (unfinished) return [`${unfinished[1]}${unfinished[2]}`, `${unfinished[1]}`];
  const outward = UK_OUTWARD.exec(whole);
  if (outward) return [whole, `${outward[1]}`];
  const canada = CANADA.exec(whole);
  if (canada) return [whole.replace(/ ?(...)$/, ' $1'), `${canada[1]}`];
  const numbers = NUMBERS.exec(whole)?.[1];
  if (!numbers) return whole ? [whole] : [];
  const areas = [numbers];
  if (country === 'US' || !country) areas.push(numbers.slice(0, 3));
  if (country !== 'US') areas.push(numbers.slice(0, 2));
  return [...new Set(areas)];
}

/** The postal code at the end of a typed address, if there is one. */
export function postalCodeAtEnd(typed: string): string | undefined {
  return AT_END.exec(tidy(typed))?.[1];
}
