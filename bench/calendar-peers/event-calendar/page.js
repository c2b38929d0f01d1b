/** A page with EventCalendar, as its README has it, in its month. It knows no rules: it gets the sessions of two months. */
import { createCalendar, DayGrid } from '@event-calendar/core';
import '@event-calendar/core/index.css';

const { sessions, today, options } = window.benchData;
const ends = (start, minutes) =>
  new Date(Date.parse(`${start}Z`) + minutes * 60_000).toISOString().slice(0, 16);
const events = sessions.map(({ name, start, minutes, place }) => ({
  title: name,
  start,
  end: ends(start, minutes),
  extendedProps: { place },
}));
window.benchProbe.begin();
createCalendar(document.getElementById('place'), [DayGrid], {
  view: 'dayGridMonth',
  date: today,
  events,
  eventClick() {},
  ...options,
});
