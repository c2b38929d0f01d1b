/** Words that a facilitator may begin or end with: short, warm, free to change, and without advice. Numbers come from the house and its country. */
import { helpLines } from '../../../content/help-lines.js';
import { countryCode, type Help, helpFor } from '../../../domain/help-line.js';
import type { Message } from '../../../i18n/strings.js';
import type { Speech } from '../desk-screen.js';
import type { HouseRules } from '../work/house-rules.js';

export interface AnswerTemplate {
  readonly name: string;
  readonly text: string;
}

/** So many numbers: more are not read by whoever needs one. */
const MOST_LINES = 2;

/** What goes into an answer is plain text: the marks that keep a value's direction on a screen stay out of it. */
const plainly = ({ locale }: Speech, message: Message, values: Record<string, string> = {}): string =>
  locale.say(message, values).replace(/[\u2066-\u2069]/g, '');

const helpOf = ({ country }: HouseRules): Help => helpFor(countryCode(country), helpLines);

const linesInWords = (speech: Speech, rules: HouseRules): string[] =>
  helpOf(rules)
    .talk.flatMap(({ name, phone }) =>
      phone ? [plainly(speech, speech.words.eveningLine, { name, phone })] : [],
    )
    .slice(0, MOST_LINES);

/** Nobody may be there at night, so it never stands among those who answer now. */
const ourPhone = (speech: Speech, { phone }: HouseRules): string[] =>
  phone ? [plainly(speech, speech.words.eveningOurPhone, { phone })] : [];

/** Beginnings first, endings last. */
export function answerTemplates(speech: Speech, rules: HouseRules): readonly AnswerTemplate[] {
  const { words, locale } = speech;
  const lines = linesInWords(speech, rules);
  const somebody = lines.length > 0 ? locale.list(lines) : helpOf(rules).directory;
  const talk = plainly(speech, words.eveningTalk, { lines: somebody });
  return [
    { name: words.eveningThanksName, text: words.eveningThanks },
    { name: words.eveningNotAloneName, text: words.eveningNotAlone },
    { name: words.eveningExperienceName, text: words.eveningExperience },
    { name: words.eveningTalkName, text: [talk, ...ourPhone(speech, rules)].join(' ') },
    { name: words.eveningAskAgainName, text: words.eveningAskAgain },
  ];
}

/** What can be written to somebody about whom one worries: who answers now, and nothing that only a clinician may say. */
export function worriedReply(speech: Speech, rules: HouseRules): string {
  const { words } = speech;
  const { emergency, directory } = helpOf(rules);
  const lines = linesInWords(speech, rules);
  const danger = emergency
    ? plainly(speech, words.eveningWorriedDanger, { number: emergency.number })
    : words.eveningWorriedDangerLocal;
  const somebody =
    lines.length > 0
      ? [words.eveningWorriedLines, ...lines].join('\n')
      : plainly(speech, words.eveningWorriedDirectory, { url: directory });
  return [
    words.eveningWorriedReply,
    danger,
    [somebody, ...ourPhone(speech, rules)].join('\n'),
    words.eveningWorriedEnd,
  ].join('\n\n');
}

/** What is written where only a clinician can answer. */
export function clinicianReply(speech: Speech, rules: HouseRules): string {
  const { words } = speech;
  const { clinicianName: name, clinicianUrl: url } = rules;
  const where = name
    ? plainly(speech, url ? words.eveningClinicianAt : words.eveningClinicianAtName, { name, url })
    : words.eveningClinicianAtAny;
  return `${plainly(speech, words.eveningClinicianReply, { where })}\n\n${words.eveningClinicianEnd}`;
}
