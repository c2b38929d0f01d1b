/** A page with schedule-x and its recurrence plugin, as its documentation has it: a month, which it makes an agenda on a phone. */
import 'temporal-polyfill/global';
import { createCalendar, createViewMonthAgenda, createViewMonthGrid } from '@schedule-x/calendar';
import { createEventRecurrencePlugin } from '@schedule-x/event-recurrence';
import '@schedule-x/theme-default/dist/index.css';

const { groups, today, zone } = window.benchData;
const basic = (start) => `${start.replace(/[-:]/g, '')}00`;

/** It knows no cancelled session; one that is moved is an event of its own. */
const events = groups.flatMap(
  ({ number, name, place, start, minutes, rule, exceptDates, cancelled, moved }) => {
    const event = (id, from) => {
      const begins = Temporal.ZonedDateTime.from(`${from}[${zone}]`);
      return { id, title: name, location: place, start: begins, end: begins.add({ minutes }) };
    };
    const exdate = [...exceptDates, ...cancelled, ...moved.map((one) => one.from)].map(basic);
    return [
      { ...event(number, start), rrule: rule, ...(exdate.length > 0 && { exdate }) },
      ...moved.map(({ to }, index) => event(`${number}-${index}`, to)),
    ];
  },
);
window.benchProbe.begin();
createCalendar({
  views: [createViewMonthGrid(), createViewMonthAgenda()],
  selectedDate: Temporal.PlainDate.from(today),
  timezone: zone,
  events,
  plugins: [createEventRecurrencePlugin()],
  callbacks: { onEventClick() {} },
}).render(document.getElementById('place'));
