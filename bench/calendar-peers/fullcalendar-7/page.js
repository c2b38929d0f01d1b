/** A page with FullCalendar 7, as its README has it, in its month. */
import rrulePlugin from '@fullcalendar/rrule';
import { Calendar } from 'fullcalendar';
import dayGridPlugin from 'fullcalendar/daygrid';
import classicThemePlugin from 'fullcalendar/themes/classic';
import 'fullcalendar/skeleton.css';
import 'fullcalendar/themes/classic/theme.css';
import 'fullcalendar/themes/classic/palette.css';
import { eventsOf } from '../fullcalendar-events.js';

const { groups, today, options } = window.benchData;
const events = eventsOf(groups);
window.benchProbe.begin();
new Calendar(document.getElementById('place'), {
  plugins: [rrulePlugin, dayGridPlugin, classicThemePlugin],
  initialView: 'dayGridMonth',
  initialDate: today,
  // It has none by default.
  headerToolbar: { start: 'title', end: 'today prev,next' },
  events,
  ...options,
}).render();
