/** The same with a calendar's file, read by its icalendar plugin. */
import '@fullcalendar/web-component/global';
import dayGridPlugin from '@fullcalendar/daygrid';
import iCalendarPlugin from '@fullcalendar/icalendar';

const { feed, today } = window.benchData;
window.benchProbe.begin();
const calendar = document.createElement('full-calendar');
calendar.setAttribute('shadow', '');
// Options that it has before it is on the page are lost.
document.getElementById('place').append(calendar);
calendar.options = {
  plugins: [iCalendarPlugin, dayGridPlugin],
  initialView: 'dayGridMonth',
  initialDate: today,
  events: { url: feed, format: 'ics' },
};
