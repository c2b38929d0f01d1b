/** English for taking a date home: it comes with the part of a widget that does so. */
import type { Strings } from './strings.js';

export const enTakeHome = {
  diaryTitle: 'Put it into my diary',
  diaryWhich: 'Which dates',
  diaryOne: 'Only {when}',
  diaryEvery: 'Every time',
  diaryFrom: '{repeat}, from {date}',
  diaryDates: { one: 'The next {n} date', other: 'The next {n} dates' },
  diaryShows: 'What my diary shows',
  diaryPlain: 'A plain title',
  diaryPlainHint:
    'Nothing but the title, the date and the time goes with it. Name, place and link stay out: you find them here again.',
  diaryOwnTitle: 'Title',
  diaryAppointment: 'Appointment',
  diaryNamed: 'The group’s name, place and link',
  diaryNamedHint:
    'Anyone who looks into your diary can read them. A reminder may show them on a locked screen.',
  diaryReminder: 'Reminder',
  diaryNoReminder: 'None',
  diaryMinutesBefore: { one: '{n} minute before', other: '{n} minutes before' },
  diaryHoursBefore: { one: '{n} hour before', other: '{n} hours before' },
  diaryDaysBefore: { one: '{n} day before', other: '{n} days before' },
  diaryReminderHint: 'It goes with the file. Some diaries set reminders of their own.',
  diarySave: 'Save for my diary ({type})',
  diarySaveHint: 'A small file that your diary opens. It is made on this device and sent to nobody.',
  diaryStays: 'A saved date does not change by itself. Look here again before you set off.',
  diaryOr: 'Or on the web',
  diaryOpenIn: 'Open {service}',
  diaryOpenWork: 'Open {service} for work or school',
  diaryTellsPlain:
    'Another company’s page opens in a new tab. That company then knows the title and the time, and the history of this browser keeps them.',
  diaryTellsNamed:
    'Another company’s page opens in a new tab. That company then knows the group’s name, its place and the time, and the history of this browser keeps them.',
  diaryLinkOneOnly: '{services}: the link cannot hold all of these dates. The file can.',
  diarySaved: 'Your browser is saving {file}. Open it from your downloads, and your diary takes it in.',
  diaryOpened: '{service} opens in a new tab. The date is in your diary once you save it there.',
  diaryFollow: 'Follow the whole calendar',
  diaryFollowHint:
    'Your diary then keeps up with changes by itself. It shows the names of all groups, and asks {host} for them again and again.',
  diaryCancelled: 'Cancelled: {title}',
  diaryOff: 'This one does not take place, so there is nothing to put into a diary.',
  diaryOver: 'This date is over.',
} as const satisfies Partial<Strings>;
