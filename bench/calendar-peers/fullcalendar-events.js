/**
 * Groups as FullCalendar's rrule plugin has them: the rule as text, sessions that fall out as `exdate`. It knows no cancelled
 * session; one that is moved is an event of its own.
 */
const basic = (start) => `${start.replace(/[-:]/g, '')}00`;
const two = (number) => String(number).padStart(2, '0');
const hours = (minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

function endOf(start, minutes) {
  return new Date(Date.parse(`${start}Z`) + minutes * 60_000).toISOString().slice(0, 16);
}

export const eventsOf = (groups) =>
  groups.flatMap(({ name, url, place, start, minutes, rule, exceptDates, cancelled, moved }) => {
    const said = { title: name, url, extendedProps: { place } };
    return [
      {
        ...said,
        rrule: `DTSTART:${basic(start)}\nRRULE:${rule}`,
        exdate: [...exceptDates, ...cancelled, ...moved.map(({ from }) => from)],
        duration: hours(minutes),
      },
      ...moved.map(({ to }) => ({ ...said, start: to, end: endOf(to, minutes) })),
    ];
  });
