/**
 * Made-up listings of any size, shaped like those that fellowships publish. One size is always the same groups, and each finder
 * gets them in the format that it reads.
 */

/** A small generator of even numbers in [0, 1), so that every run measures the same listing. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const FIRST =
  `Morning Evening Harbour Lantern Open Quiet Steady Second Sunrise Riverside Garden Honest Gentle Common Bridge Candle
Early Late Northern Southern Market Station Willow Cedar Meadow Window Kettle Corner Anchor Compass Hopeful Patient Plain Winding
Harvest Midweek Weekend Lunchtime After-work Newcomers’ Women’s Men’s Young Café Señales`.split(/\s+/);
export const SECOND =
  `Steps Circle Fellowship Beginnings Gathering Group Table Light Voices Path Chairs Room Hour Friends Reflections
Conversation Workshop Study Meditation Serenity Courage Welcome Listening Companions Tide Harvest Footbridge Open-door`.split(
    /\s+/,
  );
export const TOWNS = [
  ['Elmwick', 37.31, -121.88],
  ['Port Ansel', 37.35, -121.95],
  ['Maybridge', 37.39, -122.03],
  ['Saint Orla', 37.25, -121.83],
  ['Las Hayas', 37.4, -122.1],
  ['Norwood Heights', 37.21, -121.97],
  ['Tollgate', 37.01, -121.56],
  ['Cinder Hill', 37.13, -121.65],
  ['Bellweather', 37.43, -121.9],
  ['Kestrel Bay', 37.48, -122.22],
];
const AREAS = ['North', 'South', 'East', 'West', 'Old Town', 'Waterside'];
const STREETS =
  `Mill Station Church Orchard Juniper Second Ninth Harbour Bascom Almaden Lincoln Hedding Fremont Juarez Willow`.split(
    ' ',
  );
const HOUSES = [
  'Community Centre',
  'Methodist Church',
  'Library',
  'Hall',
  'Clubhouse',
  'Health Centre',
  'Lutheran Church',
  'School',
];
const NOTES = [
  'Please use the side door and ring the bell; someone will let you in.',
  'Business meeting on the last week of the month, directly after the meeting.',
  'Street parking only. The car park belongs to the school and is locked at nine.',
  'We read a page together and then whoever likes may share. Newcomers are greeted at the door.',
  'Bring your own mug if you can. Tea, coffee and biscuits are there, a small donation is welcome but not needed.',
  'Masks are welcome. The room is on the first floor, and the lift is to the left of the entrance.',
];

/** What a group has to do with, with the codes that each format has for it: Meeting Guide's and BMLT's. */
const KINDS = [
  ['Open', 'O', 'O', 'O'],
  ['Closed', 'C', 'C', 'O'],
  ['Beginners', 'BE', 'BG', 'FC3'],
  ['Step study', 'ST', 'St', 'FC1'],
  ['Speaker', 'SP', 'So', 'FC1'],
  ['Discussion', 'D', 'D', 'FC1'],
  ['Women', 'W', 'W', 'FC3'],
  ['Men', 'M', 'M', 'FC3'],
  ['Young people', 'Y', 'Y', 'FC3'],
  ['LGBTQ', 'LGBTQ', 'GL', 'FC3'],
  ['Spanish', 'S', 'ES', 'LANG'],
  ['Meditation', 'MED', 'ME', 'FC1'],
  ['Literature', 'LIT', 'LS', 'FC1'],
  ['Candlelight', 'CAN', 'CL', 'FC1'],
  ['Child care', 'BA', 'CW', 'FC2'],
  ['Wheelchair', 'X', 'WC', 'FC2'],
];

const two = (number) => String(number).padStart(2, '0');

/**
 * @param size How many groups; each meets once a week and has a name of its own, which is the hardest case.
 * @returns Groups in no format at all.
 */
export function groups(size) {
  const random = seeded(20_240 + size);
  const pick = (list) => list[Math.floor(random() * list.length)];
  return Array.from({ length: size }, (_, index) => {
    const [town, latitude, longitude] = pick(TOWNS);
    const number = index + 1;
    const online = random() < 0.3;
    const house = 100 + Math.floor(random() * 9000);
    return {
      number,
      name: `${pick(FIRST)} ${pick(SECOND)}${random() < 0.3 ? ` of ${town}` : ''} ${number}`,
      weekday: index % 7,
      hour: random() < 0.5 ? 17 + Math.floor(random() * 4) : 6 + Math.floor(random() * 11),
      minute: pick([0, 0, 30, 15]),
      minutes: pick([60, 60, 75, 90]),
      kinds: [...new Set(Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(KINDS)))],
      attendance: online ? (random() < 0.5 ? 'hybrid' : 'online') : 'in_person',
      notes: random() < 0.45 ? pick(NOTES) : '',
      place: `${pick(STREETS)} ${pick(HOUSES)}`,
      placeNotes: random() < 0.2 ? `Room ${1 + (index % 14)}, behind the kitchen.` : '',
      street: `${house} ${pick(STREETS)} St`,
      town,
      area: random() < 0.4 ? `${pick(AREAS)} ${town}` : '',
      postcode: String(95_000 + (house % 140)),
      latitude: Number((latitude + (random() - 0.5) / 20).toFixed(5)),
      longitude: Number((longitude + (random() - 0.5) / 20).toFixed(5)),
    };
  });
}

/** The groups as Meeting Guide records. */
export function meetingGuide(list) {
  return list.map((group) => {
    const online = group.attendance !== 'in_person';
    const nowhere = group.attendance === 'online';
    const slug = group.name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    const end = group.hour * 60 + group.minute + group.minutes;
    return {
      id: 10_000 + group.number,
      name: group.name,
      slug,
      notes: group.notes,
      day: group.weekday,
      time: `${two(group.hour)}:${two(group.minute)}`,
      end_time: `${two(Math.floor(end / 60) % 24)}:${two(end % 60)}`,
      types: [...group.kinds.map(([, code]) => code), ...(online ? ['ONL'] : [])],
      location: nowhere ? 'Online' : group.place,
      location_notes: group.placeNotes,
      formatted_address: nowhere
        ? `${group.town}, CA, USA`
        : `${group.street}, ${group.town}, CA ${group.postcode}, USA`,
      approximate: nowhere ? 'yes' : 'no',
      latitude: group.latitude,
      longitude: group.longitude,
      region: group.town,
      sub_region: group.area,
      attendance_option: group.attendance,
      ...(online && {
        conference_url: linkOf(group),
        conference_url_notes: codeOf(group),
      }),
    };
  });
}

const linkOf = ({ number }) => `https://meet.fellowship.example/j/${700_000 + number}`;
const codeOf = ({ number }) => `Meeting ID: ${700_000 + number}. The door opens ten minutes before.`;

/** The one service body of the made-up BMLT server. */
export const SERVICE_BODY = '1';

/** What a BMLT server answers to GetSearchResults with get_used_formats: every value is text. */
export function bmlt(list, server) {
  const idOf = (kind) => String(KINDS.indexOf(kind) + 1);
  return {
    meetings: list.map((group) => {
      const online = group.attendance !== 'in_person';
      const nowhere = group.attendance === 'online';
      return {
        id_bigint: String(group.number),
        worldid_mixed: '',
        shared_group_id_bigint: '',
        service_body_bigint: SERVICE_BODY,
        service_body_name: 'Valley Area',
        weekday_tinyint: String(group.weekday + 1),
        venue_type: { in_person: '1', online: '2', hybrid: '3' }[group.attendance],
        start_time: `${two(group.hour)}:${two(group.minute)}:00`,
        duration_time: `${two(Math.floor(group.minutes / 60))}:${two(group.minutes % 60)}:00`,
        time_zone: '',
        formats: group.kinds.map(([, , code]) => code).join(','),
        lang_enum: 'en',
        longitude: String(group.longitude),
        latitude: String(group.latitude),
        email_contact: '',
        published: '1',
        root_server_uri: server,
        format_shared_id_list: group.kinds.map(idOf).join(','),
        meeting_name: group.name,
        location_text: nowhere ? '' : group.place,
        location_info: group.placeNotes,
        location_street: nowhere ? '' : group.street,
        location_city_subsection: '',
        location_neighborhood: group.area,
        location_municipality: group.town,
        location_sub_province: '',
        location_province: 'CA',
        location_postal_code_1: nowhere ? '' : group.postcode,
        location_nation: 'USA',
        comments: group.notes,
        train_lines: '',
        bus_lines: '',
        phone_meeting_number: '',
        virtual_meeting_link: online ? linkOf(group) : '',
        virtual_meeting_additional_info: online ? codeOf(group) : '',
      };
    }),
    formats: KINDS.map((kind) => ({
      key_string: kind[2],
      name_string: kind[0],
      description_string: `For: ${kind[0].toLowerCase()}.`,
      lang: 'en',
      id: idOf(kind),
      world_id: '',
      root_server_uri: server,
      format_type_enum: kind[3],
    })),
  };
}

/** What it answers to GetServiceBodies. */
export const serviceBodies = () => [
  {
    id: SERVICE_BODY,
    parent_id: '0',
    name: 'Valley Area',
    description: '',
    type: 'AS',
    url: 'https://fellowship.example',
    helpline: '',
    world_id: '',
  },
];

const WORDS = 3;

/** Words to look for that some groups have and most have not: the commonest of five letters or more in under a third of the names. */
export function wordsOf(list) {
  const counts = new Map();
  for (const { name } of list) {
    for (const word of new Set(name.toLowerCase().match(/\b[a-z]{5,9}\b/g)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const fitting = [...counts].filter(([, count]) => count < list.length / 3).sort((a, b) => b[1] - a[1]);
  return fitting.slice(0, WORDS).map(([word]) => word);
}
