/** Made-up Meeting Guide listings of any size, shaped like those that fellowships publish: the same size, the same listing. */

/** A small generator of even numbers in [0, 1), so that every run measures the same listing. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const FIRST =
  `Morning Evening Harbour Lantern Open Quiet Steady Second Sunrise Riverside Garden Honest Gentle Common Bridge Candle
Early Late Northern Southern Market Station Willow Cedar Meadow Window Kettle Corner Anchor Compass Hopeful Patient Plain Winding
Friday Midweek Weekend Lunchtime After-work Newcomers’ Women’s Men’s Young Café Señales`.split(/\s+/);
const SECOND =
  `Steps Circle Fellowship Beginnings Gathering Group Table Light Voices Path Chairs Room Hour Friends Reflections
Conversation Workshop Study Meditation Serenity Courage Welcome Listening Companions Tide Harvest Footbridge Open-door`.split(
    /\s+/,
  );
const TOWNS = [
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
const TYPES = `O C D B ST SP BE M W Y LGBTQ X XB S MED TR 12x12 LIT CAN BA DR`.split(' ');
const NOTES = [
  'Please use the side door and ring the bell; someone will let you in.',
  'Business meeting on the last week of the month, directly after the meeting.',
  'Street parking only. The car park belongs to the school and is locked at nine.',
  'We read a page together and then whoever likes may share. Newcomers are greeted at the door.',
  'Bring your own mug if you can. Tea, coffee and biscuits are there, a small donation is welcome but not needed.',
  'Masks are welcome. The room is on the first floor, and the lift is to the left of the entrance.',
];

/**
 * @param size Records; each becomes a group of its own, which is the hardest case.
 * @returns Meeting Guide records.
 */
export function listing(size) {
  const random = seeded(20_240 + size);
  const pick = (list) => list[Math.floor(random() * list.length)];
  return Array.from({ length: size }, (_, index) => {
    const [town, latitude, longitude] = pick(TOWNS);
    const name = `${pick(FIRST)} ${pick(SECOND)}${random() < 0.3 ? ` of ${town}` : ''}${random() < 0.4 ? ` ${1 + (index % 90)}` : ''}`;
    const slug = `${name.toLowerCase().replace(/[^a-z]+/g, '-')}-${index + 1}`;
    const hour = random() < 0.5 ? 17 + Math.floor(random() * 4) : 6 + Math.floor(random() * 11);
    const minute = pick(['00', '00', '30', '15']);
    const time = `${String(hour).padStart(2, '0')}:${minute}`;
    const online = random() < 0.3;
    const hybrid = online && random() < 0.5;
    const number = 100 + Math.floor(random() * 9000);
    const types = [...new Set(Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(TYPES)))];
    const house = `${pick(STREETS)} ${pick(HOUSES)}`;
    return {
      id: 10_000 + index,
      name,
      slug,
      notes: random() < 0.45 ? pick(NOTES) : '',
      updated: `202${Math.floor(random() * 6)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)} 09:00:00`,
      url: `https://fellowship.example/meetings/${slug}`,
      day: index % 7,
      time,
      end_time: `${String(hour + 1).padStart(2, '0')}:${minute}`,
      types: online ? [...types, 'ONL'] : types,
      location: online && !hybrid ? 'Online' : house,
      location_notes: random() < 0.2 ? `Room ${1 + (index % 14)}, behind the kitchen.` : '',
      formatted_address:
        online && !hybrid
          ? `${town}, CA, USA`
          : `${number} ${pick(STREETS)} St, ${town}, CA ${95_000 + (number % 140)}, USA`,
      approximate: online && !hybrid ? 'yes' : 'no',
      latitude: latitude + (random() - 0.5) / 20,
      longitude: longitude + (random() - 0.5) / 20,
      region: town,
      sub_region: random() < 0.4 ? `${pick(AREAS)} ${town}` : '',
      attendance_option: online ? (hybrid ? 'hybrid' : 'online') : 'in_person',
      ...(online && {
        conference_url: `https://meet.fellowship.example/j/${700_000 + index}`,
        conference_url_notes: `Meeting ID: ${700_000 + index}. The door opens ten minutes before.`,
      }),
    };
  });
}

/** Real records repeated until there are `size`, each round under other names and slugs, so that none are doubles. */
export function repeated(records, size) {
  return Array.from({ length: size }, (_, index) => {
    const round = Math.floor(index / records.length);
    const record = records[index % records.length];
    if (!round || typeof record !== 'object' || record === null) return record;
    return {
      ...record,
      name: `${record.name} ${round + 1}`,
      slug: `${record.slug ?? index}-${round + 1}`,
      id: `${record.id}-${round + 1}`,
    };
  });
}
