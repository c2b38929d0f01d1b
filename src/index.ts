/** Classes and types; importing this registers nothing, also in Node. */
export { addFormat, formatNames, loadDirectory } from './backend/catalogue.js';
export type {
  DirectoryAdapter,
  Format,
  Loaded,
  LoadRequest,
  ReadContext,
  Reading,
  Remark,
  SourceReport,
  SourceText,
} from './backend/ports.js';
export { Problem, type ProblemKind } from './backend/problem.js';
export type { Directory, Organisation } from './domain/directory.js';
export type { Contact, FirstVisit, Group, Joining, Leadership } from './domain/group.js';
export type {
  Attendance,
  Change,
  LocalDate,
  LocalDateTime,
  Meeting,
  Position,
  Venue,
} from './domain/meeting.js';
export type {
  Choice,
  ChoiceItem,
  Item,
  Pack,
  PackSet,
  Review,
  Source,
  StatementItem,
} from './domain/quiz.js';
export {
  type ByDay,
  type Frequency,
  parseRule,
  type Rule,
  RuleError,
  type Weekday,
} from './domain/recurrence/rule.js';
export type { Message, Plural, Strings } from './i18n/strings.js';
export { ProblemEvent, ReadyEvent } from './parts/listing-events.js';
export { QuickExitEvent } from './parts/quick-exit.js';
export { version } from './version.js';
export { DeskLockedEvent, DeskUnlockedEvent } from './widgets/facilitator-desk/facilitator-desk.events.js';
export { FacilitatorDesk } from './widgets/facilitator-desk/facilitator-desk.js';
export { GroupClosedEvent, GroupOpenedEvent } from './widgets/group-finder/group-finder.events.js';
export { GroupFinder } from './widgets/group-finder/group-finder.js';
export {
  SessionClosedEvent,
  SessionOpenedEvent,
} from './widgets/meeting-calendar/meeting-calendar.events.js';
export { MeetingCalendar } from './widgets/meeting-calendar/meeting-calendar.js';
export {
  MythQuizEndedEvent,
  MythQuizProblemEvent,
  MythQuizReadyEvent,
} from './widgets/myth-quiz/myth-quiz.events.js';
export { MythQuiz } from './widgets/myth-quiz/myth-quiz.js';
export {
  QuestionBoxProblemEvent,
  QuestionBoxReadyEvent,
  QuestionSentEvent,
} from './widgets/question-box/question-box.events.js';
export { QuestionBox } from './widgets/question-box/question-box.js';
