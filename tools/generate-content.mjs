#!/usr/bin/env node
/**
 * Makes the typed data that ships (src/content/*.ts) out of what people author (src/content/*.json).
 *
 *   node tools/generate-content.mjs                       writes src/content/help-lines.ts and src/content/quiz/*.ts
 *   node tools/generate-content.mjs --check               writes nothing; fails when one of these is out of date,
 *                                                         a row is faulty, without a source or too old, or a review is due
 *   node tools/generate-content.mjs --check --date 2027-01-31   judges ages on that day instead of today
 *
 * src/content/help-lines.json
 *   directory  address that lists lines of every country
 *   sources    key → { what, urls }: where several addresses, or a collection, stand behind a row
 *   never      { country, number, why }: a number that must not come back (old, still circulating);
 *              any number of that country that begins with it fails
 *   leftOut    { country, number, why }: seen, and left out on purpose; fails when it ships
 *   lines      one object per line or emergency number:
 *     country    ISO 3166-1 alpha-2
 *     tier       'emergency' (a life is in danger now) | 'urgent' (help today) | 'talk' (someone to talk to)
 *     name       as the line calls itself (none for 'emergency')
 *     where      part of the country it serves, if not all of it
 *     phone      exactly as it is written in its country
 *     text       { number, keyword? }: where a text message is answered by a text message
 *     url        https
 *     hours      '24/7' | { days?: ['MO', …], from: 'HH:MM', to: 'HH:MM', zone } | null (nobody has told)
 *     languages  BCP 47
 *     source     https address, or a key of sources
 *     checkedOn  day of the last check, YYYY-MM-DD; older than 180 days fails
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { quizJobs } from './generate-quiz.mjs';

const OLDEST_DAYS = 180;
const root = new URL('../', import.meta.url);

/** Everything that is wrong with the authored rows, in sentences. */
export function faultsOf(data, today) {
  const faults = [];
  const seen = new Set();
  const { sources = {}, never = [], leftOut = [], lines = [] } = data;
  for (const [key, { what, urls }] of Object.entries(sources))
    if (!what || !Array.isArray(urls)) faults.push(`source "${key}": say what it is, and its urls.`);
  if (!isAddress(data.directory)) faults.push('directory: an https address is needed.');

  lines.forEach((row, index) => {
    const name = `row ${index + 1} (${row.country} ${row.name ?? row.phone})`;
    const fault = (text) => faults.push(`${name}: ${text}`);
    const numbers = [row.phone, row.text?.number].filter((number) => number !== undefined);
    const key = [row.country, row.tier, row.name, numbers].join();
    if (seen.has(key)) fault('stands there twice.');
    seen.add(key);

    for (const field of Object.keys(row)) if (!FIELDS.has(field)) fault(`unknown field "${field}".`);
    if (!isCountry(row.country)) fault('country is no ISO 3166-1 alpha-2 code.');
    if (!numbers.length) fault('needs a phone or a text number.');
    for (const number of numbers)
      if (!/^[+*]?\d(?:[ -]?\d)*$/.test(number)) fault(`"${number}" is no telephone number.`);
    for (const [list, why] of [
      [never, 'must not come back'],
      [leftOut, 'is left out'],
    ])
      for (const entry of list)
        if (
          entry.country === row.country &&
          numbers.some((number) => digits(number).startsWith(digits(entry.number)))
        )
          fault(`${entry.number} ${why}: ${entry.why}`);

    if (row.tier === 'emergency') {
      const twin = lines.find(
        (other) => other !== row && other.tier === 'emergency' && other.country === row.country,
      );
      if (twin) fault('a country has one emergency number.');
      if (!row.phone || row.text || row.name)
        fault('an emergency row is country, phone, source and checkedOn.');
    } else if (row.tier !== 'urgent' && row.tier !== 'talk') fault(`unknown tier "${row.tier}".`);
    else {
      if (!row.name) fault('needs a name.');
      if (row.url !== undefined && !isAddress(row.url)) fault('url is no https address.');
      if (!isHours(row.hours)) fault("hours are '24/7', { days?, from, to, zone } or null.");
      if (!row.languages?.length || !row.languages.every(isLanguage)) fault('languages are BCP 47 codes.');
    }
    if (!/^https?:\/\//.test(row.source ?? '') && !Object.hasOwn(sources, row.source ?? ''))
      fault('lacks a source: an address, or a key of sources.');
    const age = (Date.parse(today) - Date.parse(row.checkedOn)) / 864e5;
    if (!/^\d{4}-\d\d-\d\d$/.test(row.checkedOn ?? '') || Number.isNaN(age))
      fault('lacks checkedOn (YYYY-MM-DD).');
    else if (age > OLDEST_DAYS)
      fault(`was checked ${age} days ago, ${OLDEST_DAYS} are allowed: check it again.`);
    else if (age < -1) fault(`checkedOn ${row.checkedOn} lies in the future.`);
  });
  return faults;
}

const FIELDS = new Set([
  'country',
  'tier',
  'name',
  'where',
  'phone',
  'text',
  'url',
  'hours',
  'languages',
  'source',
  'checkedOn',
]);

const digits = (number) => number.replace(/\D/g, '');
const isAddress = (url) => /^https:\/\/[^/\s]+\S*$/.test(url ?? '');
const isCountry = (code) =>
  /^[A-Z]{2}$/.test(code ?? '') &&
  !!new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code);
const isLanguage = (code) => /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(code);

function isHours(hours) {
  if (hours === null || hours === '24/7') return true;
  const { days, from, to, zone } = hours ?? {};
  const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    return false;
  }
  return (
    !!zone &&
    time.test(from) &&
    time.test(to) &&
    (days === undefined || (days.length > 0 && days.every((day) => /^(?:MO|TU|WE|TH|FR|SA|SU)$/.test(day))))
  );
}

/** The module that ships: what a visitor sees of a row, without its source and what serves to check it. */
export function moduleOf(data) {
  const emergency = {};
  for (const { country, phone, checkedOn } of data.lines.filter((row) => row.tier === 'emergency')) {
    emergency[checkedOn] ??= {};
    emergency[checkedOn][phone] = [emergency[checkedOn][phone], country].filter(Boolean).join(' ');
  }
  const lines = data.lines
    .filter((row) => row.tier !== 'emergency')
    .map(({ country, tier, name, where, phone, text, hours, checkedOn }) => ({
      country,
      tier,
      name,
      where,
      phone,
      text,
      hours: hours ?? undefined,
      checkedOn,
    }));
  return `/**
 * Help lines as they ship. Generated by tools/generate-content.mjs from help-lines.json, where each row
 * has its source: change that file, then run the tool.
 */
import type { HelpLines } from '../domain/help-line.js';

export const helpLines: HelpLines = ${JSON.stringify({ directory: data.directory, emergency, lines })};
`;
}

/** What is made, each out of one authored file. */
const JOBS = [
  {
    authored: 'src/content/help-lines.json',
    generated: 'src/content/help-lines.ts',
    faultsOf,
    moduleOf,
    told: (data) => `help lines: ${data.lines.length} rows`,
  },
  ...quizJobs(root),
];

/** As the formatter of this repository would leave it, so that neither tool undoes the other. */
function format(text, file) {
  const biome = fileURLToPath(new URL('node_modules/@biomejs/biome/bin/biome', root));
  return execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${fileURLToPath(file)}`], {
    input: text,
    cwd: root,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

/** Does one job, or checks it. @returns Whether it is in order. */
function work(job, check, today) {
  const file = new URL(job.generated, root);
  const data = JSON.parse(readFileSync(new URL(job.authored, root), 'utf8'));
  const faults = job.faultsOf(data, today);
  const module = faults.length ? undefined : format(job.moduleOf(data), file);
  if (module && check && current(file) !== module)
    faults.push(`${job.generated} is out of date: run node tools/generate-content.mjs.`);
  if (faults.length) {
    console.error([job.authored, ...faults].join('\n  '));
    return false;
  }
  if (!check) writeFileSync(file, module);
  console.log(`${job.told(data)} ${check ? 'in order' : 'written'}, judged on ${today}`);
  return true;
}

function run(words) {
  const check = words.includes('--check');
  const at = words.indexOf('--date');
  const today = at < 0 ? new Date().toISOString().slice(0, 10) : words[at + 1];
  if (Number.isNaN(Date.parse(today ?? ''))) throw new Error('--date wants YYYY-MM-DD.');
  return JOBS.map((job) => work(job, check, today)).every(Boolean) ? 0 : 1;
}

function current(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = run(process.argv.slice(2));
