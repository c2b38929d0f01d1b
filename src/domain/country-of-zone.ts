/**
 * The country of an IANA time zone, for listings that name no other: only zones that the time zone
 * database (zone.tab) gives to one country, and of countries with help lines or a likely clinic.
 */

/** By area: each country with its zones. An old name stands beside the new one where software still writes it. */
const ZONES = new Map([
  [
    'Europe',
    'GB London,IE Dublin,DE Berlin,AT Vienna,CH Zurich,FR Paris,BE Brussels,NL Amsterdam,ES Madrid,PT Lisbon,' +
      'PL Warsaw,NO Oslo,SE Stockholm,DK Copenhagen,FI Helsinki,IT Rome,CZ Prague,HU Budapest,GR Athens',
  ],
  [
    'America',
    'US New_York Chicago Denver Los_Angeles Phoenix Detroit Anchorage,CA Toronto Vancouver Edmonton ' +
      'Winnipeg Halifax Regina St_Johns,MX Mexico_City Monterrey Tijuana,BR Sao_Paulo Bahia Fortaleza ' +
      'Recife Manaus,AR Argentina/Buenos_Aires Buenos_Aires',
  ],
  ['Australia', 'AU Sydney Melbourne Brisbane Perth Adelaide Hobart Darwin'],
  ['Asia', 'IN Kolkata Calcutta,LK Colombo,KR Seoul,SG Singapore,HK Hong_Kong'],
  ['Pacific', 'NZ Auckland,US Honolulu'],
  ['Atlantic', 'IS Reykjavik,ES Canary'],
  ['Africa', 'ZA Johannesburg'],
]);

/** ISO 3166-1 alpha-2, or undefined where the zone is not known to be one country's. */
export function countryOfZone(zone: string): string | undefined {
  const slash = zone.indexOf('/');
  const city = zone.slice(slash + 1);
  for (const entry of (ZONES.get(zone.slice(0, slash)) ?? '').split(',')) {
    const [country, ...cities] = entry.split(' ');
    if (cities.includes(city)) return country;
  }
  return undefined;
}
