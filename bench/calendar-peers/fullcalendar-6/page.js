/** A page with FullCalendar 6's web component, as its README has it, in its month: in a shadow root, as it recommends. */
import '@fullcalendar/web-component/global';
import dayGridPlugin from '@fullcalendar/daygrid';
import rrulePlugin from '@fullcalendar/rrule';
import { eventsOf } from '../fullcalendar-events.js';

const { groups, today } = window.benchData;
const events = eventsOf(groups);
window.benchProbe.begin();
const calendar = document.createElement('full-calendar');
calendar.setAttribute('shadow', '');
// Options that it has before it is on the page are lost.
document.getElementById('place').append(calendar);
calendar.options = {
  plugins: [rrulePlugin, dayGridPlugin],
  initialView: 'dayGridMonth',
  initialDate: today,
  events,
};
