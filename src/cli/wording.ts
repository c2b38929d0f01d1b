/**
 * What no text of ours says, in one place: words that hurt, and claims of a clinical effect that no trial
 * of peer support bears out. `check-pack` holds packs to it, and tests hold every phrase. Nothing of it ships to phones.
 */

/** A pattern, and what to say instead. */
export type Banned = readonly [pattern: RegExp, instead: string];

/** The start of a word: `\b` knows Latin letters only. */
const word = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{M}])(?:${source})`, 'iu');

/** By primary language. */
export const HURTFUL: Readonly<Record<string, readonly Banned[]>> = {
  en: [
    [word('commit(?:s|ted|ting)?\\s+suicide'), 'died by suicide'],
    [word('(?:un)?successful(?:ly)?\\s+suicide|(?:failed|botched)\\s+suicide'), 'died by suicide; survived'],
    [word('suffer(?:s|ed|ing)?\\s+(?:from|with)|sufferers?(?!\\p{L})'), 'lives with'],
    [word('victims?\\s+of\\s+(?:mental|depression|schizophrenia|anxiety)'), 'people with'],
    [word('(?:the\\s+)?mentally\\s+ill|mental\\s+patients?'), 'people with a mental health problem'],
    [
      word('(?:drug\\s+)?(?:addicts?|abusers?|junk(?:ie|y)s?|alcoholics?)(?!\\p{L}|\\s+anonymous)'),
      'people who use …; people with an addiction',
    ],
    [
      word('schizophrenics?(?!\\p{L})|schizos?(?!\\p{L})|psychos?(?!\\p{L})|psychopaths?'),
      'people with schizophrenia; people with …',
    ],
    [
      word('(?:a|the)\\s+(?:depressives?|bipolars?|anorexics?|bulimics?|borderlines?)(?!\\p{L})'),
      'people with …',
    ],
    [
      word('craz(?:y|ies)|lunatics?|madm[ae]n|nutters?|nutcases?|insane|deranged|maniacs?'),
      'say what happens, or leave it out',
    ],
    [word('wheelchair[-\\s]bound|(?:the\\s+)(?:disabled|handicapped)(?!\\p{L})'), 'people who …'],
  ],
  es: [
    [
      word('comet(?:e|ió|en|er|ieron|ido)\\s+(?:un\\s+)?suicidio|suicidio\\s+(?:fallido|exitoso|consumado)'),
      'murió por suicidio',
    ],
    [
      word(
        'sufr(?:e|en|ir|ía|ió|ieron)\\s+de(?!\\p{L})|padec(?:e|en|er|ía|ió|iendo|ido)(?!\\p{L})|víctimas?\\s+de\\s+(?:una\\s+)?(?:enfermedad|depresión|esquizofrenia)',
      ),
      'vive con, tiene',
    ],
    [
      word('enferm[oa]s?\\s+mental(?:es)?(?!\\p{L})|l[oa]s\\s+enferm[oa]s(?!\\p{L})'),
      'personas con un problema de salud mental',
    ],
    [
      word('adict[oa]s?(?!\\p{L})|drogadict|drogat|yonqui|alcohólic[oa]s?(?!\\p{L}|\\s+anónim)'),
      'personas con una adicción',
    ],
    [word('esquizofrénic[oa]s?(?!\\p{L})|psicópata'), 'personas con esquizofrenia; personas con …'],
    [word('loc[oa]s?(?!\\p{L})|locura|chiflad|demente|maníac'), 'diga lo que pasa, o déjelo fuera'],
  ],
  ar: [
    [
      word('[وف]?(?:ارتكب|ترتكب|يرتكب|ارتكاب)\\s*ا?ل?انتحار|[وف]?ا?ل?انتحار\\s+(?:فاشل|ناجح)'),
      'توفي بالانتحار',
    ],
    [word('[وف]?(?:ي|ت)عان(?:ي|ون|ين)?(?!\\p{L})|[وف]?معاناة'), 'لديه، يعيش مع'],
    [
      word('[وف]?(?:ال|لل)?(?:مرضى|مريض(?:ة|ات)?)\\s+(?:ال)?(?:نفسي|عقلي)'),
      'أشخاص لديهم مشكلة في الصحة النفسية',
    ],
    [word('[وف]?(?:ال|لل)?مدمن'), 'أشخاص لديهم إدمان'],
    [word('[وف]?(?:ال|لل)?(?:مجنون|مجانين|مختل|معتوه)(?!\\p{L})'), 'تُقال الحال كما هي، أو تُترك'],
  ],
};

const EN_SUFFERING =
  '(?:symptoms?|depression|anxiety|psychosis|illness|disorders?|conditions?|voices|suicid\\w+|relapses?|self-harm)';
const ES_SUFFERING =
  '(?:síntomas?|depresión|ansiedad|psicosis|enfermedad(?:es)?|trastornos?|recaídas?|suicidios?|autolesion\\w*)';
const AR_SUFFERING = '(?:ال|لل)?(?:أعراض|اكتئاب|قلق|ذهان|مرض|أمراض|اضطراب|اضطرابات|انتكاس|انتحار)';
const FILLER = "(?:\\s+[\\p{L}’'-]+){0,3}?\\s+";

/**
 * Claims of a clinical effect, and of this quiz's own. A sentence that denies them is free to name them.
 * Spanish and Arabic hold the plain forms: no list finds every wording in a language with so many.
 */
export const CLAIMS: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    word(
      '(?:cures|cured|curing|(?:can|could|will|would|may|might|to|helps?)\\s+cure|(?:is|as|be|brings?|offers?|finds?)\\s+(?:a|the)\\s+cure|heals?|healed|healing)(?!\\p{L})',
    ),
    word(`(?:treats?|treated|treating)${FILLER}?${EN_SUFFERING}`),
    word(
      `(?:reduc|reliev|remov|eas|lower|improv|alleviat|lessen|decreas|eliminat|end|prevent|stop|cut|beat|fight|overcom)(?:e|es|ed|s|ing)?${FILLER}?${EN_SUFFERING}`,
    ),
    word(
      `(?:fewer|less)\\s+${EN_SUFFERING}\\s+(?:after|with|through|thanks)|(?:means?|brings?|gives?|leads?\\s+to)${FILLER}?(?:fewer|less)\\s+${EN_SUFFERING}`,
    ),
    word(`mak(?:es?|ing)${FILLER}?${EN_SUFFERING}\\s+go\\s+away|get\\s+rid\\s+of${FILLER}?${EN_SUFFERING}`),
    word(
      '(?:clinically|scientifically|medically)\\s+proven|proven\\s+to|guarantee[sd]?(?!\\p{L})|works?\\s+for\\s+everyone|(?:makes?|get)\\s+you\\s+(?:better|well)(?!\\p{L})|saves?\\s+lives',
    ),
    word(
      '(?:as\\s+good\\s+as|instead\\s+of|replaces?|no\\s+need\\s+for)\\s+(?:your\\s+|any\\s+)?(?:treatment|therapy|medicines?|medication|a\\s+doctor)',
    ),
    word(
      'th(?:is|e)\\s+(?:quiz|tool|widget|app|finder)\\s+(?:\\p{L}+\\s+)?(?:reduces|lowers|cuts|ends|improves|treats|helps\\s+(?:with|against))',
    ),
  ],
  es: [
    word('cur(?:a|an|ar|ó|ará|ado|ación)(?!\\p{L})|san(?:a|ar|ará)(?!\\p{L})'),
    word(
      `(?:reduc|alivi|elimin|mejor|disminu|quit|previen|preven|evit|trat|supera|combat|acab)\\p{L}*${FILLER}?${ES_SUFFERING}`,
    ),
    word(`menos\\s+${ES_SUFFERING}`),
    word(
      '(?:clínica|científica|médica)mente\\s+(?:probad|demostrad|comprobad)|garantiza|funciona\\s+para\\s+tod|salva\\s+vidas',
    ),
    word(
      '(?:sustituye|reemplaza)\\s+(?:a\\s+)?(?:el|la|al|los|las|tu|un|una)\\s+(?:tratamiento|terapia|medicación|médico)|en\\s+lugar\\s+del?\\s+(?:la\\s+)?(?:tratamiento|terapia|medicación)',
    ),
  ],
  ar: [
    word('[وفي]?(?:يشفي|تشفي|شفاء|الشفاء)(?!\\p{L})'),
    word(
      `[وف]?(?:يخفف|تخفف|يقلل|تقلل|يخفّف|تخفّف|يقلّل|تقلّل|يزيل|تزيل|يعالج|تعالج|يمنع|تمنع|يحسن|تحسن|يحسّن|تحسّن)(?:\\s+من)?\\s+(?:\\p{L}+\\s+)?${AR_SUFFERING}`,
    ),
    word('[وف]?(?:يضمن|تضمن|مضمون|مضمونة)(?!\\p{L})|(?:مثبت|ثبت)\\s+(?:علمي|طبي|سريري)'),
    word(
      '[وف]?(?:يغني|تغني)\\s+عن\\s+(?:ال)?(?:علاج|دواء|طبيب)|[وف]?بديل\\s+(?:عن|ل)\\s*(?:ال|ل)?(?:علاج|دواء)',
    ),
  ],
};

/** Words by which a sentence denies what it names. */
const DENIALS: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:not|no|never|nor|neither|nobody|without|cannot|unclear|unproven|\p{L}+n[’']t)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:no|nunca|ni|sin|ningun[oa]?|ningún|nadie|tampoco)(?!\p{L})/iu,
  ar: /(?<![\p{L}\p{M}])[وف]?(?:لا|ليس|ليست|لم|لن|دون|بدون|غير|ما من)(?![\p{L}\p{M}])/u,
};

/** What looks like a denial and is none. */
const NO_DENIALS: Readonly<Record<string, RegExp>> = {
  en: /(?:no|without\s+(?:a\s+)?)\s*(?:doubt|question|wonder)|not\s+only|nothing\s+\p{L}+\s+(?:better|more)/giu,
  es: /sin\s+(?:ninguna\s+)?duda|no\s+(?:cabe|hay)\s+duda|no\s+s[oó]lo/giu,
  ar: /(?:لا|بلا|دون|من غير)\s+شك|(?:ليس|لا)\s+فقط/gu,
};

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

/** Languages whose words and claims are known here. */
export const wordedLanguages: readonly string[] = Object.keys(HURTFUL);

export const knowsWords = (language: string): boolean => wordedLanguages.includes(primary(language));

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?؟…])\s+/u);

/** Words in a text that hurt, each with what to say instead. */
export function hurtfulIn(
  text: string,
  language: string,
): { readonly found: string; readonly instead: string }[] {
  return (HURTFUL[primary(language)] ?? []).flatMap(([pattern, instead]) => {
    const found = pattern.exec(text)?.[0];
    return found ? [{ found, instead }] : [];
  });
}

/** Claims in a text, save those that their own sentence denies before it makes them. */
export function claimsIn(text: string, language: string): string[] {
  const denial = DENIALS[primary(language)];
  const noDenial = NO_DENIALS[primary(language)];
  const denies = (before: string): boolean =>
    !!denial?.test(noDenial ? before.replace(noDenial, ' ') : before);
  return sentencesOf(text).flatMap((sentence) =>
    (CLAIMS[primary(language)] ?? []).flatMap((pattern) => {
      const match = pattern.exec(sentence);
      if (!match) return [];
      return denies(sentence.slice(0, match.index)) ? [] : [match[0]];
    }),
  );
}
