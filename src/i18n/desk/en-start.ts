/** English for the desk: the first evening, invitations and the recovery sheet. */
export const enDeskStart = {
  startStep: 'Step {n} of {all}',
  startNext: 'Go on',
  startBack: 'Back',
  startCopy: 'Copy',
  startCopied: 'Copied.',
  startNotCopied: 'Copying did not work here. Please mark the text and copy it by hand.',
  startSave: 'Save',

  startWelcome: 'Welcome to your question box',
  startWelcomeNeeds: 'You will need about 15 minutes, and a printer or pen and paper.',
  startWelcomeStop:
    'If somebody else set up this box already, stop here and ask them. Two people cannot set up one box.',
  startName: 'What is your name?',
  startNameHint: 'Your team will see it, and you sign in with it. Visitors never see it.',
  startNameNeeded: 'Please write your name first.',
  startNameLong: 'This name is too long. Please shorten it to 80 letters.',
  startNameOdd: 'There is a character in the name that cannot be kept. Please type it anew.',

  startWords: 'Your seven words',
  startWordsIntro:
    'With these words you sign in from now on. Write them down on paper, in this order, and keep the paper where only you find it.',
  startWordsWhy: 'Nobody else has them, not even the server. Please take no photograph of them.',
  startWordsWritten: 'I have written them down',
  startWordsTry: 'Now type them from your paper',
  startWordsTryIntro:
    'This shows that your paper is right. Large or small letters do not matter. Nothing is sent before they fit.',
  startWordsField: 'Your seven words, with a space between them',
  startWordsAgain: 'Show me the words again',
  startWordsCount: {
    one: 'There should be seven words. You typed {n} word.',
    other: 'There should be seven words. You typed {n} words.',
  },
  startWordsOther:
    'Word {n} is not as it was shown. Please look at your paper, or let the words be shown again.',

  startSheet: 'The recovery sheet',
  startSheetIntro:
    'If you lose your seven words, only this sheet lets you back in. Print it, or copy it by hand. It is shown this one time.',
  startSheetPrint: 'Print',
  startSheetWritten: 'I have it on paper',
  startSheetClosed:
    'Should this page close by mistake, open this link, sign in, and go on where you were: {link}',
  paperTitle: 'Recovery sheet of the question box',
  paperCode: 'The code',
  paperName: 'Made by {name} on {day}',
  paperServer: 'The box is kept at {server}',
  paperLink: 'To use this sheet, open {link}',
  paperBox: 'Number of the box: {box}',
  paperFor:
    'What it is for: whoever holds this sheet can open every question and let a member of the team back in who has lost their words.',
  paperKeep:
    'Where to keep it: closed away and apart from the seven words, such as in the clinic’s safe. One other person should know where it is.',
  paperNever: 'Never photograph it, send it or type it into anything but the desk.',

  startProve: 'Try the sheet once',
  startProveIntro:
    'A sheet with a slip in it would help nobody. So please open a new tab, and type the code there from your paper. The box opens only after that.',
  startProveOpen: 'Open a new tab to try the sheet',
  startProveDone: 'I have done it',
  startProveNot: 'The server has not heard of it yet. Please finish in the other tab first, then come back.',
  startProveYes: 'The sheet works.',
  startProveLost: 'There is a slip in it, or you have none on paper?',
  startProveNew: 'Make a new sheet',
  startProveNewHint: 'The sheet before it opens nothing any more. Please tear it up.',

  startHours: 'When do you read?',
  startHoursIntro:
    'Visitors see this before they write, so that nobody waits in vain. You can change it at any time.',
  startDays: 'Days',
  startTime: 'From',
  startMinutes: 'For how many minutes',
  startEvery: 'How often',
  startEveryOne: 'Every week',
  startEveryTwo: 'Every second week',
  startZone: 'Time zone',
  startTopics: 'Topics to choose from',
  startTopicsHint: 'One on each line. Visitors may choose one, or none.',
  startTopicsFirst: 'Every day\nFamily and friends\nWork and money',
  startLanguage: 'Language of the box',
  startRetention: 'How long are answered questions kept?',
  startRetentionHint:
    'After that the server deletes them. A question that waits for an answer stays until the date its writer was shown.',
  startRetentionDays: { one: '{n} day', other: '{n} days' },
  startCountry: 'Country, for its help lines',
  startCountryNone: 'None: show where to look for one',
  startPhone: 'Your clinic’s phone number',
  startPhoneHint: 'It stands beside the box for people who would rather ring. You may leave it empty.',
  startDaysNeeded: 'Please choose at least one day.',
  startTimeNeeded: 'Please give the time, such as 19:00.',
  startMinutesNeeded: 'Please give the minutes, from 5 to 720.',
  startTopicLong: 'The topic “{topic}” is too long. Please shorten it to 40 letters.',
  startTopicTwice: 'The topic “{topic}” stands there twice.',
  startTopicMany: 'There is room for 50 topics.',
  startTopicOdd: 'There is a character in the topic “{topic}” that cannot be kept. Please type it anew.',
  startPhoneOdd: 'Please write the number with digits, such as 0113 496 0100.',

  startPage: 'Your page',
  startPageIntro:
    'On which page of your website shall the box stand? The server takes questions only from websites that it was told of.',
  startPageUrl: 'Address of the page',
  startPageUrlHint: 'Such as https://www.example.org/ask',
  startPageUrlBad: 'Please copy the whole address of the page. It begins with https://',
  startScript: 'Where does the page load the box’s program from?',
  startScriptHint:
    'From an address other than this server’s is safer: then nobody who breaks into the server can change the program that locks up the questions.',
  startScriptServer: 'From this server: quick and simple',
  startScriptOwn: 'From our own website',
  startScriptUrl: 'Address of the program on your website',
  startScriptUrlHint: 'Where your webmaster has put the file loader.js of kith-widgets.',
  startScriptUrlBad: 'Please give the whole address of the file. It begins with https://',
  startPageShow: 'Show what to paste',
  startSnippet: 'Paste this into the page',
  startSnippetIntro:
    'Copy these lines into the page where the box shall stand, or send them to your webmaster. Change nothing in them: they hold the seal by which visitors know your box.',
  startSnippetLabel: 'Lines for the page',
  startSnippetDone: 'Go on',

  startOpen: 'Open the box',
  startOpenIntro: 'Everything is ready. From now on visitors can ask, and you can read on these days:',
  startOpenHours: '{days}, {time}',
  startOpenHoursTwo: '{days} every second week, {time}',
  startOpenDo: 'Open the box',
  startCheck: 'Does the page carry the box?',
  startCheckIntro: 'The box is open. Once the lines stand in the page, let us look whether all is right.',
  startCheckDo: 'Look at the page',
  startCheckLater: 'I shall do this later',
  startCheckPaste: 'Or paste the page’s source here',
  startCheckPasteHint: 'In the browser: open the page, then “View page source”, mark all and copy.',
  startCheckPasteDo: 'Look at what I pasted',
  checkGood: 'All is right. The page carries your box.',
  checkMissing:
    'The box is not in the page yet. Paste the lines and publish the page, then look again. A fresh page may take a minute.',
  checkOtherBox: 'The page carries another box. Replace the lines with those from the step before.',
  checkOtherPin:
    'The page carries your box with a seal that is not yours. If somebody mistyped it, replace the lines. If nobody did, ask your webmaster who changed the page.',
  checkOldPin: 'The page carries your box with its old seal. Replace the lines with the new ones.',
  checkOtherServer: 'The page sends to another server. Replace the lines with those from the step before.',
  checkTwice: 'The box stands in the page twice. Take one of them out.',
  checkStatus:
    'The page did not open: its server says “{status}”. Is the address right, and is the page published?',
  checkAway: 'The server could not open the page. Is it published? You can paste its source instead.',
  checkForeign: 'The page leads to another website. Please give the address at which it ends.',

  startDone: 'Your box is open',
  startWho: 'Who else answers?',
  startWhoWhy:
    'Two people are advised: if one is ill, nobody waits in vain. You can also do this another day.',
  startWhoDo: 'Invite somebody',
  startBookmark: 'Save this link',
  startBookmarkWhy:
    'It leads to your desk. Save it as a bookmark on this device. It holds no secret, but it knows your box: with it no other server can pass itself off as yours.',
  startBookmarkLabel: 'Link to your desk',
  startEvening: 'To the questions',

  enrolLooking: 'Your invitation',
  enrolWelcome: '{name} invites you',
  enrolRole: 'You are invited to help read and answer questions.',
  enrolKeeper: 'You will also be a keeper of the box: you may invite others and change its settings.',
  enrolNeeds: 'You will need five minutes, and pen and paper.',
  enrolName: 'On the team’s list you are called {name}. With this name you sign in.',
  enrolWrong: 'Is this not your name, or do you not know {name}? Then stop here and ask.',
  enrolStart: 'Show me my words',
  enrolSay: 'Say these words to {name}',
  enrolSayWhy:
    'Read them out face to face or on the telephone, all eight in this order. So {name} knows that it is really you. When {name} has heard the same words, you can sign in.',
  enrolSayKeep: 'These eight words are not your seven words. Keep your seven to yourself.',
  enrolSayNot: 'If {name} reads other words, stop, and ask for a new invitation.',
  enrolSignIn: 'Sign in',
  enrolGone: 'This invitation is over',
  enrolGoneWhy:
    'A link works one time and for three days. If you have used it, read your eight words out to whoever invited you, then sign in. If it was not you who used it, tell them at once. Else ask for a new link.',
  enrolRetry: 'Try again',
  enrolStop: 'Please stop here',
  enrolStopWhy:
    'The team that the server shows is not the one that your link knows. Do nothing more here, and tell the person who gave you the link.',

  sheetTitle: 'Use the recovery sheet',
  sheetIntro: 'Type the code from your paper. Large or small letters and dashes do not matter.',
  sheetCode: 'The code',
  sheetCodeHint: 'Nine groups of three.',
  sheetOpen: 'Go on',
  sheetRefused:
    'This code opens nothing in this box. Is it the newest sheet, and of this box? An older one opens nothing any more.',
  sheetLost: 'The sheet is lost too?',
  sheetLostWhy:
    'If a keeper of the box can still sign in, they can invite you anew. If nobody can sign in and the sheet is gone, the questions in the box cannot be read any more, by anybody. We are sorry. Nobody kept a second way in, and that is what protected the people who asked. You can set up a new box.',
  sheetWorks: 'Your sheet works',
  sheetWorksWhy: 'It opened a test question with these three words:',
  sheetWorksNext: 'You can close this tab, put the paper away, and go on in the first one.',
  sheetOpened: 'The sheet has opened the box',
  sheetTestFailed: 'The test question of this sheet did not open, so it does not count as tried.',
  sheetLostWords: 'Have you lost your seven words?',
  sheetLostWordsWhy:
    'You can have new ones. Another way: a keeper of the box takes you off the team and invites you anew.',
  sheetNewWords: 'I need new words',
  sheetWho: 'Who are you?',
  sheetWhoIntro:
    'You get new words. The old ones stop working, and whoever is signed in as you is signed out.',
  sheetWhoDo: 'Show me my new words',
  sheetWhoNeeded: 'Please choose your name.',
  sheetDone: 'You have new words',
  sheetDoneWhy:
    'Sign in with them now. Put the sheet back where it was. Has anybody else seen it? Then make a new one under People.',
  sheetSignIn: 'Sign in',
} as const;
