/** Forgiving attribute converters: nonsense gives the default, never a throw. */
import type { ComplexAttributeConverter } from 'lit';

/** Reads one of several words; anything else is the first of them. */
export const oneOf = <T extends string>(words: readonly [T, ...T[]], text: string | null): T | undefined => {
  const word = text?.trim().toLowerCase();
  return word === undefined || word === '' ? words[0] : words.find((candidate) => candidate === word);
};

/** Keeps text trimmed, and '' when the attribute is gone. */
export const trimmed: ComplexAttributeConverter<string> = {
  fromAttribute: (text) => text?.trim() ?? '',
};

/** Like `trimmed`, but an attribute without a value is `whole`. */
export const trimmedOr = (whole: string): ComplexAttributeConverter<string> => ({
  fromAttribute: (text) => (text === null ? '' : text.trim() || whole),
});

/** Reads a whole number of at least `least`; `undefined` for anything else. */
export const wholeNumber = (text: string, least: number): number | undefined => {
  const value = Number(text.trim());
  return text.trim() !== '' && Number.isInteger(value) && value >= least ? value : undefined;
};

/** Reads a length such as `10 km` or `5 miles` (a bare number is kilometres) into kilometres. */
export const kilometres = (text: string): number | undefined => {
  const found = /^(\d+(?:[.,]\d+)?)\s*(km|kilomet(?:re|er)s?|mi|miles?)?$/i.exec(text.trim());
  if (!found) return undefined;
  const value = Number(found[1]?.replace(',', '.'));
  return /^mi/i.test(found[2] ?? '') ? value * 1.609344 : value;
};
