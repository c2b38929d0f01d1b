import { defineOnce } from '../ui/define-once.js';
import { MeetingCalendar } from '../widgets/meeting-calendar/meeting-calendar.js';

defineOnce('kith-meeting-calendar', MeetingCalendar);
