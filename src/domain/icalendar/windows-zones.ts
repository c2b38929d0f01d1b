/**
 * Windows' names of time zones and the zones of the tz database that they mean, as CLDR's windowsZones says for the world as
 * a whole. Those that many people live in come first, since they also serve as candidates for zones without a name.
 */

/**
 * A part of the world a line: Windows' name and the city, or the name alone where it is the city's. "Standard Time" is left out
 * where it ends a name.
 */
const REGIONS = `Europe/GMT=London,W. Europe=Berlin,Romance=Paris,Central European=Warsaw,Central Europe=Budapest,GTB=Bucharest,FLE=Kiev,E. Europe=Chisinau,Turkey=Istanbul,Russian=Moscow
America/Eastern=New_York,Central=Chicago,Mountain=Denver,Pacific=Los_Angeles,Atlantic=Halifax,Alaskan=Anchorage,E. South America=Sao_Paulo,Argentina=Argentina/Buenos_Aires,Central Standard Time (Mexico)=Mexico_City,SA Pacific=Bogota,Pacific SA=Santiago,US Mountain=Phoenix,Newfoundland=St_Johns
Australia/AUS Eastern=Sydney
Pacific/New Zealand=Auckland,Hawaiian=Honolulu
Asia/India=Kolkata,China=Shanghai,Tokyo,Singapore,Arab=Riyadh,Arabian=Dubai,Israel=Jerusalem
Africa/South Africa=Johannesburg,Egypt=Cairo,W. Central Africa=Lagos,E. Africa=Nairobi,Morocco=Casablanca
Atlantic/Greenwich=Reykjavik
Etc/Dateline=GMT+12,UTC-11=GMT+11,UTC-09=GMT+9,UTC-08=GMT+8,UTC-02=GMT+2,Mid-Atlantic=GMT+2,UTC+12=GMT-12,UTC+13=GMT-13
America/Aleutian=Adak,Pacific Standard Time (Mexico)=Tijuana,Mountain Standard Time (Mexico)=Mazatlan,Yukon=Whitehorse,Central America=Guatemala,Canada Central=Regina,Eastern Standard Time (Mexico)=Cancun,Haiti=Port-au-Prince,Cuba=Havana,US Eastern=Indiana/Indianapolis,Turks And Caicos=Grand_Turk,Paraguay=Asuncion,Venezuela=Caracas,Central Brazilian=Cuiaba,SA Western=La_Paz,Tocantins=Araguaina,SA Eastern=Cayenne,Greenland=Godthab,Montevideo,Magallanes=Punta_Arenas,Saint Pierre=Miquelon,Bahia
Pacific/Marquesas,Easter Island=Easter,West Pacific=Port_Moresby,Bougainville,Norfolk,Central Pacific=Guadalcanal,Fiji,Chatham Islands=Chatham,Tonga=Tongatapu,Samoa=Apia,Line Islands=Kiritimati
Atlantic/Azores,Cape Verde
/UTC
Africa/Sao Tome,South Sudan=Juba,Sudan=Khartoum,Libya=Tripoli,Namibia=Windhoek
Asia/Jordan=Amman,Middle East=Beirut,Syria=Damascus,West Bank=Hebron,Arabic=Baghdad,Iran=Tehran,Azerbaijan=Baku,Georgian=Tbilisi,Caucasus=Yerevan,Afghanistan=Kabul,West Asia=Tashkent,Ekaterinburg=Yekaterinburg,Pakistan=Karachi,Qyzylorda,Sri Lanka=Colombo,Nepal=Kathmandu,Central Asia=Bishkek,Bangladesh=Dhaka,Omsk,Myanmar=Yangon,SE Asia=Bangkok,Altai=Barnaul,W. Mongolia=Hovd,North Asia=Krasnoyarsk,N. Central Asia=Novosibirsk,Tomsk,North Asia East=Irkutsk,Taipei,Ulaanbaatar,Transbaikal=Chita,North Korea=Pyongyang,Korea=Seoul,Yakutsk,Vladivostok,Russia Time Zone 10=Srednekolymsk,Magadan,Sakhalin,Russia Time Zone 11=Kamchatka,Kamchatka
Europe/Kaliningrad,Belarus=Minsk,Volgograd,Astrakhan,Russia Time Zone 3=Samara,Saratov
Indian/Mauritius
Australia/W. Australia=Perth,Aus Central W.=Eucla,Cen. Australia=Adelaide,AUS Central=Darwin,E. Australia=Brisbane,Tasmania=Hobart,Lord Howe`;

const plain = (name: string): string => name.toLowerCase().replace(/ (?:standard|daylight) time$/, '');

/** IANA names by Windows' own, lower case and without "standard time". */
export const WINDOWS_ZONES: ReadonlyMap<string, string> = new Map(
  REGIONS.split('\n').flatMap((line) => {
    const slash = line.indexOf('/');
    return line
      .slice(slash + 1)
      .split(',')
      .map((pair): [string, string] => {
        const [name = '', city = name] = pair.split('=');
        return [plain(name), (line.slice(0, slash + 1) + city.replaceAll(' ', '_')).replace(/^\//, '')];
      });
  }),
);

/** Outlook appends a number where a file has several zones of one name. */
export const windowsZone = (id: string): string | undefined =>
  WINDOWS_ZONES.get(plain(id)) ?? WINDOWS_ZONES.get(plain(id.replace(/ \d$/, '')));
