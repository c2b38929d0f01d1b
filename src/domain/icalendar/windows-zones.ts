/**
 * Windows' names of time zones and the zones of the tz database that they mean, as CLDR's windowsZones says for the world as
 * a whole. Those that many people live in come first, since they also serve as candidates for zones without a name.
 */

/** "Standard Time" is left out where it ends a name. */
const PAIRS = `GMT=Europe/London
W. Europe=Europe/Berlin
Romance=Europe/Paris
Eastern=America/New_York
Central=America/Chicago
Mountain=America/Denver
Pacific=America/Los_Angeles
Central European=Europe/Warsaw
Central Europe=Europe/Budapest
GTB=Europe/Bucharest
FLE=Europe/Kiev
E. Europe=Europe/Chisinau
AUS Eastern=Australia/Sydney
New Zealand=Pacific/Auckland
Atlantic=America/Halifax
Alaskan=America/Anchorage
India=Asia/Kolkata
China=Asia/Shanghai
Tokyo=Asia/Tokyo
Singapore=Asia/Singapore
South Africa=Africa/Johannesburg
Egypt=Africa/Cairo
Arab=Asia/Riyadh
Arabian=Asia/Dubai
Israel=Asia/Jerusalem
Turkey=Europe/Istanbul
Russian=Europe/Moscow
E. South America=America/Sao_Paulo
Argentina=America/Argentina/Buenos_Aires
Central Standard Time (Mexico)=America/Mexico_City
SA Pacific=America/Bogota
Pacific SA=America/Santiago
US Mountain=America/Phoenix
Hawaiian=Pacific/Honolulu
Greenwich=Atlantic/Reykjavik
W. Central Africa=Africa/Lagos
E. Africa=Africa/Nairobi
Morocco=Africa/Casablanca
Newfoundland=America/St_Johns
Dateline=Etc/GMT+12
UTC-11=Etc/GMT+11
Aleutian=America/Adak
Marquesas=Pacific/Marquesas
UTC-09=Etc/GMT+9
Pacific Standard Time (Mexico)=America/Tijuana
UTC-08=Etc/GMT+8
Mountain Standard Time (Mexico)=America/Mazatlan
Yukon=America/Whitehorse
Central America=America/Guatemala
Easter Island=Pacific/Easter
Canada Central=America/Regina
Eastern Standard Time (Mexico)=America/Cancun
Haiti=America/Port-au-Prince
Cuba=America/Havana
US Eastern=America/Indiana/Indianapolis
Turks And Caicos=America/Grand_Turk
Paraguay=America/Asuncion
Venezuela=America/Caracas
Central Brazilian=America/Cuiaba
SA Western=America/La_Paz
Tocantins=America/Araguaina
SA Eastern=America/Cayenne
Greenland=America/Godthab
Montevideo=America/Montevideo
Magallanes=America/Punta_Arenas
Saint Pierre=America/Miquelon
Bahia=America/Bahia
UTC-02=Etc/GMT+2
Mid-Atlantic=Etc/GMT+2
Azores=Atlantic/Azores
Cape Verde=Atlantic/Cape_Verde
UTC=UTC
Sao Tome=Africa/Sao_Tome
Jordan=Asia/Amman
Middle East=Asia/Beirut
Syria=Asia/Damascus
West Bank=Asia/Hebron
South Sudan=Africa/Juba
Kaliningrad=Europe/Kaliningrad
Sudan=Africa/Khartoum
Libya=Africa/Tripoli
Namibia=Africa/Windhoek
Arabic=Asia/Baghdad
Belarus=Europe/Minsk
Volgograd=Europe/Volgograd
Iran=Asia/Tehran
Astrakhan=Europe/Astrakhan
Azerbaijan=Asia/Baku
Russia Time Zone 3=Europe/Samara
Mauritius=Indian/Mauritius
Saratov=Europe/Saratov
Georgian=Asia/Tbilisi
Caucasus=Asia/Yerevan
Afghanistan=Asia/Kabul
West Asia=Asia/Tashkent
Ekaterinburg=Asia/Yekaterinburg
Pakistan=Asia/Karachi
Qyzylorda=Asia/Qyzylorda
Sri Lanka=Asia/Colombo
Nepal=Asia/Kathmandu
Central Asia=Asia/Bishkek
Bangladesh=Asia/Dhaka
Omsk=Asia/Omsk
Myanmar=Asia/Yangon
SE Asia=Asia/Bangkok
Altai=Asia/Barnaul
W. Mongolia=Asia/Hovd
North Asia=Asia/Krasnoyarsk
N. Central Asia=Asia/Novosibirsk
Tomsk=Asia/Tomsk
North Asia East=Asia/Irkutsk
W. Australia=Australia/Perth
Taipei=Asia/Taipei
Ulaanbaatar=Asia/Ulaanbaatar
Aus Central W.=Australia/Eucla
Transbaikal=Asia/Chita
North Korea=Asia/Pyongyang
Korea=Asia/Seoul
Yakutsk=Asia/Yakutsk
Cen. Australia=Australia/Adelaide
AUS Central=Australia/Darwin
E. Australia=Australia/Brisbane
West Pacific=Pacific/Port_Moresby
Tasmania=Australia/Hobart
Vladivostok=Asia/Vladivostok
Lord Howe=Australia/Lord_Howe
Bougainville=Pacific/Bougainville
Russia Time Zone 10=Asia/Srednekolymsk
Magadan=Asia/Magadan
Norfolk=Pacific/Norfolk
Sakhalin=Asia/Sakhalin
Central Pacific=Pacific/Guadalcanal
Russia Time Zone 11=Asia/Kamchatka
Kamchatka=Asia/Kamchatka
UTC+12=Etc/GMT-12
Fiji=Pacific/Fiji
Chatham Islands=Pacific/Chatham
UTC+13=Etc/GMT-13
Tonga=Pacific/Tongatapu
Samoa=Pacific/Apia
Line Islands=Pacific/Kiritimati`;

const plain = (name: string): string => name.toLowerCase().replace(/ (?:standard|daylight) time$/, '');

/** IANA names by Windows' own, lower case and without "standard time". */
export const WINDOWS_ZONES: ReadonlyMap<string, string> = new Map(
  PAIRS.split('\n').map((pair) => {
    const [name = '', zone = ''] = pair.split('=');
    return [plain(name), zone];
  }),
);

/** Outlook appends a number where a file has several zones of one name. */
export const windowsZone = (id: string): string | undefined =>
  WINDOWS_ZONES.get(plain(id)) ?? WINDOWS_ZONES.get(plain(id.replace(/ \d$/, '')));
