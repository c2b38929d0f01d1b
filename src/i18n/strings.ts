/**
 * Every phrase a visitor can meet, with a word for translators. Messages are plain
 * data: `{name}` is filled in, and a phrase that counts has one form per plural
 * category of CLDR, so that a page can hand in its own without writing code.
 */

/** A phrase with the plural forms that its language needs; `other` always. */
export interface Plural {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

export type Message = string | Plural;

export interface Strings {
  /** BCP 47 language of these phrases. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';

  /** Title of the finder. Plain and inviting. */
  readonly findTitle: string;
  /** Label of the search field. */
  readonly searchLabel: string;
  /** Label of the field for a town or postcode. */
  readonly nearLabel: string;
  /** Under the field for a place, when the typed place is not in the list. {place} is what was typed. */
  readonly placeUnknown: string;
  /** Heading before towns that one may choose. */
  readonly placeSuggestions: string;

  /** First step: online groups that start within three hours. */
  readonly stepOnline: string;
  /** Under it: {time} is the next start. */
  readonly stepOnlineNext: string;
  /** First step: asks the phone where it is. */
  readonly stepNearMe: string;
  /** Under it: a promise that the place is not sent anywhere. */
  readonly stepNearMeHint: string;
  /** While the phone looks where it is. */
  readonly locating: string;
  /** The phone did not say where it is. */
  readonly locationRefused: string;
  /** First step: everything within seven days. */
  readonly stepWeek: string;
  /** Chip for the first step "starting soon". */
  readonly soonChip: string;
  /** Chip for "any day this week". */
  readonly weekChip: string;
  /** The door for family, friends and carers. */
  readonly someoneElse: string;
  /** Shown under the door. */
  readonly someoneElseHint: string;

  /** Button that opens the filters. */
  readonly filters: string;
  /** The same while filters are chosen. {n} of them. */
  readonly filtersChosen: Plural;
  /** Button that closes the filters and leads to the list. {n} groups are found. */
  readonly showResults: Plural;
  readonly clearAll: string;
  /** Name of a chip's button for a screen reader. {choice} is what the chip says. */
  readonly removeFilter: string;
  /** Button for the rest of a long filter. {n} more choices. */
  readonly moreChoices: Plural;
  readonly facetDay: string;
  readonly facetTime: string;
  readonly facetAttendance: string;
  readonly facetTopic: string;
  readonly facetAudience: string;
  readonly facetLanguage: string;
  readonly facetAccess: string;
  readonly facetJoining: string;
  readonly facetLeadership: string;
  readonly morning: string;
  readonly afternoon: string;
  readonly evening: string;
  readonly night: string;
  readonly inPerson: string;
  readonly online: string;
  /** In person and online at once. */
  readonly hybrid: string;
  /** Audience: family, friends and carers. */
  readonly family: string;
  /** Audience: a meeting that anyone who is interested may visit. */
  readonly forAll: string;
  /** Audience: a closed meeting. */
  readonly forMembers: string;
  /** Answer to what it costs: nothing. */
  readonly free: string;
  readonly dropIn: string;
  readonly book: string;
  readonly referral: string;
  readonly ledByPeers: string;
  readonly ledByProfessionals: string;
  readonly ledByBoth: string;

  /** How many groups are found, and in which order. */
  readonly countSoonest: Plural;
  /** The same, nearest first. */
  readonly countNearest: Plural;
  /** Heading over groups near {place}. */
  readonly nearPlace: string;
  /** Place for the heading when the phone said where it is. */
  readonly you: string;
  /** Heading over online groups beside a place. */
  readonly onlineHeading: string;
  /** No group meets in person there; online ones follow. */
  readonly nothingNear: string;
  /** {distance} comes with its unit. */
  readonly away: string;
  readonly showMore: Plural;
  readonly onNowUntil: string;
  /** A session whose end is not known. {time} is when it started. */
  readonly startedAt: string;
  readonly startsIn: Plural;
  readonly today: string;
  /** Today, from 17:00 on. */
  readonly tonight: string;
  readonly tomorrow: string;
  /** {day} is a date or "today", {from} and {to} are times. */
  readonly dayFromTo: string;
  readonly dayFrom: string;
  /** {time} at the group's place, {city} its zone's city, {yours} the visitor's time. */
  readonly bothZones: string;
  /** Floating time of an online group: the list names no zone. */
  readonly groupsOwnTime: string;
  /** No date is known for the group. */
  readonly noDate: string;
  /** A date when the group does not meet. */
  readonly noMeetingOn: string;
  readonly movedFrom: string;
  readonly changedOnce: string;
  /** Nobody has checked the entry for long. {date} a month and year. A whole sentence. */
  readonly staleSince: string;
  /** The list does not say when the entry was last checked. A whole sentence. */
  readonly staleUnknown: string;
  /** After one of these two, where there is a number to ring. A whole sentence. */
  readonly ringFirst: string;
  /** Nothing is on: {next} says when and where the next one is. */
  readonly nothingNow: string;
  readonly nextUp: string;

  /** Button on a result that keeps it in the visitor's short list. */
  readonly keep: string;
  readonly kept: string;
  /** Opens the short list. {n} groups kept. */
  readonly keptCount: Plural;
  readonly keptTitle: string;
  /** Why keep several. */
  readonly keptHint: string;
  readonly print: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  /** Nothing in the short list yet. */
  readonly keptNone: string;
  readonly keptForget: string;

  /** Back from a group to the list. */
  readonly backToList: Plural;
  /** Heading over the next dates. */
  readonly nextDates: string;
  readonly everyDay: string;
  /** {n} days. */
  readonly everyDays: Plural;
  /** {days} names of weekdays. */
  readonly everyWeek: string;
  /** {n} weeks, {days} names of weekdays. */
  readonly everyWeeks: Plural;
  /** {days} such as "1st and 3rd Tuesday". */
  readonly everyMonth: string;
  readonly everyMonths: Plural;
  /** Yearly, in words that need no more detail. */
  readonly everyYear: string;
  /** "1st Tuesday": {nth} is one of the next five, {day} a weekday. */
  readonly nthDay: string;
  readonly first: string;
  readonly second: string;
  readonly third: string;
  readonly fourth: string;
  readonly fifth: string;
  readonly last: string;
  /** {n} day of the month. */
  readonly monthDay: string;
  readonly directions: string;
  readonly directionsNote: string;
  readonly join: string;
  /** Says what tapping the link does. {host} is the site that opens. */
  readonly joinNote: string;
  readonly dialIn: string;
  readonly access: string;
  readonly firstVisit: string;
  readonly askTitle: string;
  /** Under "questions you could ask", when there is a contact. */
  readonly askHint: string;
  readonly talking: string;
  readonly companion: string;
  readonly lateOrEarly: string;
  readonly size: string;
  readonly greeter: string;
  readonly door: string;
  readonly nameNeeded: string;
  readonly camera: string;
  readonly cost: string;
  readonly contactOutside: string;
  readonly unsafe: string;
  readonly whoLeads: string;
  readonly training: string;
  readonly confidentiality: string;
  readonly languages: string;
  readonly topics: string;
  readonly audience: string;
  readonly joining: string;
  readonly contact: string;
  readonly phone: string;
  readonly email: string;
  /** Beside a phone number: the call is kept in the phone's list. */
  readonly callStays: string;
  readonly quoteBy: string;
  readonly quoteAnonymous: string;
  readonly report: string;
  /** Subject of the mail that reports a mistake. {name} is the group. */
  readonly reportSubject: string;
  readonly lastChecked: string;
  /** Opens advice for a first visit. */
  readonly whatHelps: string;
  readonly whatHelpsFailed: string;
  /** Facts that are past their review date are not shown. */
  readonly whatHelpsReviewing: string;
  /** Under facts that nobody has signed off. */
  readonly leafletDraft: string;
  /** Under printed facts: {date}, {clinician} and {lived}, by name or role. */
  readonly leafletReviewed: string;
  readonly moreAbout: string;

  /** Loading. */
  readonly loading: string;
  readonly loadingLong: string;
  readonly emptyTitle: string;
  /** {choice} is a filter; {n} groups come without it. */
  readonly emptyWithout: Plural;
  /** The button that drops it. */
  readonly showWithout: string;
  /** Stands for the searched words in the two phrases above, which are never repeated aloud. */
  readonly yourWords: string;
  readonly showAll: string;
  readonly emptyList: string;
  readonly emptyListHint: string;
  /** The part that searches and filters could not be loaded; the list is there. */
  readonly searchFailed: string;
  readonly failedTitle: string;
  readonly failedOffline: string;
  readonly failedUnreachable: string;
  readonly failedTimeout: string;
  readonly failedList: string;
  readonly tryAgain: string;
  readonly ownPage: string;
  readonly partlyLoaded: string;
  /** Above the list, after a link to a group that the list no longer has. */
  readonly groupGone: string;
  /** Above the list, when loading it anew has failed. */
  readonly notRenewed: string;

  /** Help line. */
  readonly helpTitle: string;
  /** The same at night, when nothing else is open. */
  readonly helpOpenNow: string;
  readonly helpDanger: string;
  /** {number} is the country's emergency number, {country} its name. */
  readonly helpCall: string;
  readonly helpCallLocal: string;
  readonly helpUrgent: string;
  readonly helpTalk: string;
  readonly helpMore: string;
  readonly helpDirectory: string;
  readonly helpDayAndNight: string;
  readonly helpTextTo: string;
  readonly helpTextAny: string;
  readonly helpChecked: string;
  /** Quick exit. */
  readonly exit: string;
  readonly exitHint: string;

  /** Live region and print. {n} groups. */
  readonly found: Plural;
  readonly foundNone: string;
  readonly printCount: string;
  readonly printMore: string;
  /** On paper: {date} is today. */
  readonly printedOn: string;

  // The calendar
  /** Title of the calendar. */
  readonly calendarTitle: string;
  /** Over the soonest meeting of all. */
  readonly nextMeeting: string;
  /** Button beside an online meeting that is on now. */
  readonly joinNow: string;
  readonly toToday: string;
  /** Name of the two buttons that follow, for a screen reader. */
  readonly showAs: string;
  readonly asMonth: string;
  readonly asList: string;
  /** For a screen reader, about the month. */
  readonly gridHint: string;
  /** Opens the list of what is cancelled, moved or different soon. */
  readonly changesAhead: Plural;
  /** A whole sentence. */
  readonly noChanges: string;
  /** How many sessions are listed. */
  readonly meetings: Plural;
  /** Said when another month is shown. {month} such as "June 2026". */
  readonly meetingsIn: Plural;
  /** In a day of the month that holds more than fits. */
  readonly moreMeetings: Plural;
  /** Button that shows more of a list. */
  readonly showMeetings: Plural;
  /** State of one evening, said outright by the listing. */
  readonly cancelled: string;
  /** State of one evening that the listing leaves out. */
  readonly noMeeting: string;
  /** State of one evening. */
  readonly moved: string;
  /** State of one evening, in a word: another room, another host. */
  readonly changed: string;
  /** Under the day on which it was planned. {day} with the hour. */
  readonly movedTo: string;
  /** Under its new day. {day} with the hour. */
  readonly movedHere: string;
  /** A whole sentence. */
  readonly dayWithout: string;
  /** A whole sentence. */
  readonly weeksWithout: string;
  /** No meeting is coming. A whole sentence. */
  readonly noneAhead: string;
  /** Button after the next meeting, when the shown days hold none. */
  readonly toNext: string;
  /** Button that goes on in the list. */
  readonly onwards: string;
  /** {ago} such as "3 days ago". A whole sentence. */
  readonly updatedAgo: string;
  /** {ago} such as "3 weeks ago". */
  readonly outOfDate: string;
  /** The part that filters could not be loaded; the calendar is there. */
  readonly filtersFailed: string;
  /** The part that puts a date into a diary could not be loaded. */
  readonly diaryFailed: string;
  readonly backToCalendar: string;
  /** After a link to a meeting that the listing no longer has. */
  readonly sessionGone: string;
  /** Hours of an evening under its day. {to} may be a day with its hour. */
  readonly fromTo: string;
  readonly previousMonth: string;
  readonly nextMonth: string;
  /** Button that closes the filters. {n} meetings in the days that are shown. */
  readonly showAllMeetings: Plural;
  /** A whole sentence. */
  readonly noneFits: string;
  readonly clearFilters: string;
  readonly printMonth: string;
  readonly printList: string;
  /** On paper. {address} of the page. */
  readonly newestAt: string;

  // Taking a date home
  /** Opens what follows. In the visitor's own voice: "my diary". */
  readonly diaryTitle: string;
  /** Question: this date alone, or all of them. */
  readonly diaryWhich: string;
  /** Answer: {when} is a date with its hours. */
  readonly diaryOne: string;
  /** Answer: all dates from this one on. */
  readonly diaryEvery: string;
  /** Under it: {repeat} says how it repeats, "Every Tuesday"; {date} is the first one. */
  readonly diaryFrom: string;
  /** The same, where no rule says it: {n} dates are saved one by one. */
  readonly diaryDates: Plural;
  /** Question: what other people could read in the diary. */
  readonly diaryShows: string;
  /** Answer, chosen from the start. */
  readonly diaryPlain: string;
  /** Under it: what goes with it, what stays out, and where to find that again. */
  readonly diaryPlainHint: string;
  /** Label of the field for the plain title. */
  readonly diaryOwnTitle: string;
  /** The plain title itself, and the name of the file: a word that everybody has in a diary. */
  readonly diaryAppointment: string;
  /** The other answer. */
  readonly diaryNamed: string;
  /** Under it: who could read it. */
  readonly diaryNamedHint: string;
  readonly diaryReminder: string;
  /** No reminder. */
  readonly diaryNoReminder: string;
  readonly diaryMinutesBefore: Plural;
  readonly diaryHoursBefore: Plural;
  readonly diaryDaysBefore: Plural;
  /** Under it: reminders do not go with links, and some diaries add their own. */
  readonly diaryReminderHint: string;
  /** Button. {type} is ".ics", the kind of file. */
  readonly diarySave: string;
  readonly diarySaveHint: string;
  /** A diary does not hear of a date that is called off later. */
  readonly diaryStays: string;
  /** Heading over diaries on the web. */
  readonly diaryOr: string;
  /** {service} is the name of a product. */
  readonly diaryOpenIn: string;
  /** The same with an account that an employer or a school gives. */
  readonly diaryOpenWork: string;
  /** What goes to whom when one of these is opened, with the plain title. */
  readonly diaryTellsPlain: string;
  /** The same with the group's name. */
  readonly diaryTellsNamed: string;
  /** {services} names one product or two whose link holds one date alone, or no exceptions. */
  readonly diaryLinkOneOnly: string;
  /** {file} is the name of the file. Browsers do not tell whether it was saved. */
  readonly diarySaved: string;
  readonly diaryOpened: string;
  /** Link that makes the visitor's diary subscribe to the calendar of all groups. */
  readonly diaryFollow: string;
  /** {host} is the site that keeps the calendar. */
  readonly diaryFollowHint: string;
  /** In the diary: a date of a series that is called off. {title} as above. */
  readonly diaryCancelled: string;
  /** In the place of all this, for a date that is called off. */
  readonly diaryOff: string;
  /** The same for a date that has passed. */
  readonly diaryOver: string;

  // The quiz

  /** Over each statement. */
  readonly quizAsk: string;
  /** How far a visitor is: {number} of {total} questions. Short, since it stands beside the way out. */
  readonly quizProgress: string;
  /** The three answers. Nobody is examined: "I think", not "right" or "wrong". */
  readonly quizTrue: string;
  readonly quizFalse: string;
  readonly quizUnsure: string;
  /** The button that leads to the fact. */
  readonly quizAnswer: string;
  /** The button was pressed before an answer was chosen. Nobody did anything wrong. */
  readonly quizChoose: string;
  readonly quizSkip: string;
  readonly quizStop: string;
  /** Before a question about suicide, self-harm or violence. */
  readonly quizSensitive: string;
  /** First words after the fact: research agrees with the answer, says otherwise, or the visitor was not sure. No praise, no blame. */
  readonly quizMatch: string;
  readonly quizNoMatch: string;
  readonly quizNotSure: string;
  /** Begins a sentence; the reason follows. */
  readonly quizWhy: string;
  /** Before the title of a source. */
  readonly quizSource: string;
  /** {date} when somebody last held the fact against its source. */
  readonly quizChecked: string;
  readonly quizNext: string;
  /** The same after the last question. */
  readonly quizToEnd: string;
  /** A fact with its source, never a result. */
  readonly quizShare: string;
  readonly quizCopied: string;
  readonly quizCopyFailed: string;
  /** Small print: who has not yet looked at the questions. */
  readonly quizDraft: string;
  readonly quizDraftClinician: string;
  readonly quizDraftLived: string;
  /** {date}, {clinician} and {lived} are names or roles. */
  readonly quizReviewed: string;
  readonly quizLoading: string;
  readonly quizFailedTitle: string;
  readonly quizFailedOffline: string;
  readonly quizFailed: string;
  /** The facts are older than their day of review: none is shown. */
  readonly quizReviewing: string;
  readonly quizReviewingHint: string;
  readonly quizEmpty: string;
  readonly quizEmptyHint: string;
  /** The last page is on its way. */
  readonly quizEndLoading: string;
  /** The last page could not be loaded. */
  readonly quizEndFailed: string;
  /** The page keeps on the device which facts were met. */
  readonly quizRemembers: string;
  readonly quizForget: string;
  readonly quizForgotten: string;
  /** On paper, in place of questions. */
  readonly quizOnPaper: string;
  /** Heading of the last page. */
  readonly quizEnd: string;
  /** No fact was met: everything was skipped, or the visitor stopped at once. */
  readonly quizEndNone: string;
  /** Back to the questions that are left. */
  readonly quizGoOn: string;
  readonly quizAgain: string;
  readonly quizStory: string;
  /** Where the site has no story to show. */
  readonly quizStoryNone: string;
  readonly quizHelps: string;
  /** Opens how sure research is of what helps, with the sources. */
  readonly quizHelpsWhy: string;
  readonly quizStep: string;
  /** A step that anyone can take, where the site names none. */
  readonly quizStepDefault: string;
  /** Heading over the groups that meet next. */
  readonly quizGroups: string;
  readonly quizGroupsHint: string;
  readonly quizGroupsFailed: string;
  readonly quizAllGroups: string;
  // The question box.
  readonly boxTitle: string;
  /** Under the title. */
  readonly boxIntro: string;
  /** Before anything can be typed. Nobody watches the box. */
  readonly boxNotEmergency: string;
  readonly boxReadNow: string;
  /** {when} is a day and an hour. */
  readonly boxReadNext: string;
  /** A day and an hour, in that order. */
  readonly boxWhen: string;
  /** {when} is in the clinic’s own words: "Tuesday evenings". */
  readonly boxReadUsually: string;
  readonly boxReadUnknown: string;
  /** {date} is a day; the box takes no questions before. */
  readonly boxAway: string;
  readonly boxAwayHint: string;
  /** Opens the list of who could read along; honest, no promise too much. */
  readonly boxWho: string;
  readonly boxWhoReaders: string;
  readonly boxWhoServer: string;
  readonly boxWhoNetwork: string;
  readonly boxWhoPage: string;
  readonly boxWhoOwnPage: string;
  readonly boxWhoText: string;
  readonly boxWhoCode: string;
  readonly boxWhoWait: string;
  /** Name of the three buttons below, for screen readers. */
  readonly boxNav: string;
  readonly boxAsk: string;
  /** Leads to the answer to one’s own question. */
  readonly boxLook: string;
  /** Leads to published answers. */
  readonly boxRead: string;
  readonly boxLabel: string;
  readonly boxLabelHint: string;
  /** Shown only near the end of what may be written. */
  readonly boxLeft: Plural;
  readonly boxOver: Plural;
  readonly boxTopic: string;
  readonly boxTopicNone: string;
  /** A box to tick. */
  readonly boxPublish: string;
  readonly boxPublishHint: string;
  /** A box to tick: the visitor wants to pass something on. */
  readonly boxNoCode: string;
  readonly boxNoCodeHint: string;
  readonly boxClinician: string;
  /** Where the site names no words of its own. */
  readonly boxClinicianLink: string;
  readonly boxExperience: string;
  readonly boxSend: string;
  readonly boxLoading: string;
  readonly boxFailedTitle: string;
  readonly boxFailed: string;
  readonly boxFailedOffline: string;
  readonly boxUnsafeTitle: string;
  /** The keys or signatures are not the right ones. */
  readonly boxUnsafe: string;
  readonly boxInsecure: string;
  /** {date} is today by the device, which may be wrong. */
  readonly boxDate: string;
  /** What locks the words did not load. */
  readonly boxPartFailed: string;
  readonly boxOwnPage: string;
  readonly boxOwnPageHint: string;
  readonly boxSearch: string;
  readonly boxTopics: string;
  readonly boxTopicsAll: string;
  readonly boxFound: Plural;
  readonly boxFoundNone: string;
  readonly boxReadNone: string;
  /** A signature was wrong. */
  readonly boxReadBad: string;
  readonly boxReadFailed: string;
  readonly boxReadMore: Plural;
  readonly boxAnswered: string;
  readonly boxLink: string;
  readonly boxLinkCopied: string;
  readonly boxCopyFailed: string;
  readonly boxEmpty: string;
  readonly boxTooLong: string;
  readonly boxOdd: string;
  /** Over published questions that resemble what is being typed. */
  readonly boxSimilar: string;
  /** Over things found in the typed text; calm, no blame. */
  readonly boxDetails: string;
  readonly boxDetailsHint: string;
  /** {text} is what was typed. */
  readonly boxDetailPhone: string;
  readonly boxDetailEmail: string;
  readonly boxDetailLink: string;
  readonly boxDetailHandle: string;
  readonly boxDetailBirthDate: string;
  readonly boxDetailName: string;
  readonly boxLocking: string;
  readonly boxProving: string;
  readonly boxSending: string;
  /** Heading while the device or the box cannot be reached; the reason follows. */
  readonly boxNotYet: string;
  readonly boxWaitOffline: string;
  readonly boxWaitUnreachable: string;
  readonly boxWaitBusy: string;
  readonly boxKeepOpen: string;
  readonly boxStop: string;
  /** The visitor stopped a sending that had not been confirmed. */
  readonly boxStopped: string;
  readonly boxExpired: string;
  readonly boxFull: string;
  /** The same bytes were taken back before. */
  readonly boxGone: string;
  readonly boxSendRefused: string;
  readonly boxSent: string;
  readonly boxCode: string;
  readonly boxCodeHint: string;
  /** {date} is the day after somebody reads. */
  readonly boxLookFrom: string;
  readonly boxKeptUntil: string;
  readonly boxCopy: string;
  readonly boxCopied: string;
  readonly boxPrint: string;
  readonly boxWrote: string;
  /** Not the main way: on purpose. */
  readonly boxWithout: string;
  readonly boxWithoutSure: string;
  readonly boxWithoutYes: string;
  readonly boxWithoutNo: string;
  readonly boxDone: string;
  readonly boxDoneHint: string;
  readonly boxDoneNoCode: string;
  readonly boxAnother: string;
  readonly boxCodeFieldHint: string;
  readonly boxShow: string;
  readonly boxLooking: string;
  /** {n} is how many were typed. */
  readonly boxCodeLength: string;
  readonly boxCodeSymbol: string;
  readonly boxCodeCheck: string;
  /** Also said for an unknown code: the box does not tell them apart. */
  readonly boxNoAnswer: string;
  readonly boxNoAnswerHint: string;
  readonly boxYourAnswers: Plural;
  /** It could not be opened with the code although others could. */
  readonly boxForged: string;
  readonly boxLookFailed: string;
  readonly boxLookOffline: string;
  readonly boxHide: string;
  readonly boxErase: string;
  readonly boxEraseSure: string;
  readonly boxEraseYes: string;
  readonly boxEraseNo: string;
  readonly boxErasing: string;
  readonly boxErased: string;
  /** {n} days until the last backup with it is gone. */
  readonly boxErasedHint: Plural;
  readonly boxEraseFailed: string;
}
