/** English for the desk: who is on the team. */
export const enDeskPeople = {
  peopleTitle: 'The team',
  peopleIntro: 'Everybody on this list can open the questions. Nobody else can.',
  peopleYou: 'you',
  peopleKeeper: 'Keeper',
  peopleFacilitator: 'Facilitator',
  peopleKeeperIs: 'A keeper answers too, and looks after the team and the box.',
  peopleFacilitatorIs: 'A facilitator opens questions and answers them.',
  peopleWords: 'Eight words',
  peopleWordsOf: 'Eight words of {name}',
  peopleWordsWhy:
    'These words stand for the keys of {name}. Whoever reads the same words on both screens has the same keys.',
  peopleChange: 'Change',
  peopleChangeOf: 'Change: {name}',
  peopleAskKeeper: 'Only keepers change the team. Ask {names}.',
  peopleStale:
    'The list below is the last one that carried the right signature. It cannot be changed just now.',
  peopleTryAgain: 'Look again',
  peopleBack: 'Back to the team',
  peopleCopy: 'Copy',
  peopleCopied: 'Copied',
  peopleNotCopied: 'Please mark it and copy it by hand',

  peopleInvite: 'Invite somebody',
  peopleInviteTitle: 'Invite somebody',
  peopleInviteName: 'Their name',
  peopleInviteNameHint: 'As the team calls them. They sign in with it.',
  peopleInviteRole: 'What they do',
  peopleInviteMake: 'Make the link',
  peopleNameEmpty: 'Please write a name.',
  peopleNameLong: 'Please shorten the name: 80 letters at most.',
  peopleNameTaken: 'Somebody on the list has this name. Please add something to tell them apart.',
  peopleLinkTitle: 'A link for {name}',
  peopleLinkGive:
    'Hand it over in person: let them open it while you sit together. It works once, until {when}. Do not send it by e-mail or in a chat.',
  peopleLinkOnce: 'It is shown here once. If it gets lost, take the invitation back and make a new one.',
  peopleLinkLabel: 'The link',
  peopleLinkNext: 'Then look here again: you will compare eight words.',
  peopleDone: 'Done',
  peopleInvited: 'Invited',
  peopleInvitedUntil: 'The link works until {when}',
  peopleInvitedUsed: 'The link was used. Now compare the words.',
  peopleInvitedBy: 'invited by {name}',
  peopleWithdraw: 'Take back',
  peopleWithdrawOf: 'Take back the invitation of {name}',
  peopleWithdrawn: 'The invitation of {name} was taken back.',
  peopleCompare: 'Compare the words',
  peopleCompareOf: 'Compare the words of {name}',

  peopleCompareTitle: 'Are these the words of {name}?',
  peopleCompareHow:
    'Ask {name} to read the eight words on their screen aloud. Compare each one. You should hear the voice: sit together, or ring them on a number that you know.',
  peopleCompareRoleKeeper:
    '{name} becomes a keeper: they can open all questions, and change the team and the box.',
  peopleCompareRoleFacilitator: '{name} becomes a facilitator: they can open all questions and answer them.',
  peopleCompareAlone:
    'This desk was locked since the link was made, or another keeper made it. So it cannot check the link itself: the eight words are all that counts now.',
  peopleCompareChecked: 'The desk has checked the link: it is the one that you made.',
  peopleCompareSame: 'We compared all eight words, and they were the same',
  peopleCompareFirst: 'Please compare the words first, then tick here.',
  peopleCompareDiffer: 'They were not the same',
  peopleAccept: 'Let {name} in',
  peopleAccepted: '{name} is on the team now and can sign in.',
  peopleDifferTitle: 'Stop here',
  peopleDiffer:
    'Other words mean other keys: somebody may have put their own in between, to read what is asked. It may also be that the link was opened twice, or on another screen. Let nobody in with these keys.',
  peopleDifferMac:
    'What came back was not made with your link. Somebody may have put their own keys in between, to read what is asked. Let nobody in with these keys.',
  peopleDifferNext:
    'Take the invitation back. Then make a new link and hand it over again. If it happens again, tell the person who runs the server, and let nobody in until you know why.',
  peopleDifferWithdraw: 'Take the invitation back',

  peopleMemberTitle: 'What changes for {name}?',
  peopleRename: 'Another name',
  peopleRenameTitle: 'Another name for {name}',
  peopleRenameName: 'New name',
  peopleRenameHint: 'They sign in with it from now on. Their seven words stay.',
  peopleRenameSave: 'Save the name',
  peopleRenamed: '{name} signs in by this name now.',
  peopleMakeKeeper: 'Make a keeper',
  peopleMakeKeeperTitle: 'Make {name} a keeper?',
  peopleMakeKeeperMeans:
    '{name} will be able to change the team and the box, as you do. Two keepers are better than one: if one is ill, the other can let people in.',
  peopleMakeKeeperYes: 'Yes, make a keeper',
  peopleMadeKeeper: '{name} is a keeper now.',
  peopleMakeFacilitator: 'No longer a keeper',
  peopleMakeFacilitatorTitle: '{name} is no longer a keeper?',
  peopleMakeFacilitatorMeans:
    '{name} goes on opening questions and answering them. But they have held the seal of the box, by which pages know it. So the box gets a new seal, in three steps, just as when a keeper leaves.',
  peopleMakeFacilitatorYes: 'Yes, and make a new seal',
  peopleMadeFacilitator: '{name} is a facilitator now.',
  peopleLeave: 'Leaves the team',
  peopleLeaveTitle: '{name} leaves the team?',
  peopleLeaveNow: 'They cannot sign in any more, and what comes from now on they cannot open.',
  peopleLeaveStill:
    'If they kept a copy of their keys, they may still read questions of their own time, where they get hold of them, and answer them in your name. That cannot be taken back. Answer what waits soon, and close it.',
  peopleLeaveMoves:
    'The box gets new keys at once. What is published is signed anew. What {name} was writing is given up.',
  peopleLeaveKeeper:
    '{name} is a keeper and has held the seal of the box, by which pages know it. So the box gets a new seal too, in three steps. The desk leads you. It takes as long as changing a line in your page.',
  peopleLeaveYes: '{name} leaves now',
  peopleLeft: '{name} is no longer on the team. The box has new keys.',
  peopleSelfOnly:
    'You are the only keeper. Somebody has to be: make another person a keeper before you leave.',
  peopleSelf:
    'If you want to leave, or no longer be a keeper, ask another keeper to do it at their desk. The new keys must be made by somebody who stays.',
  peopleSealFirst: 'Until it is done nobody comes or goes.',

  peopleLockTitle: 'Renew the box’s lock',
  peopleLockOffer: {
    one: 'The box’s lock is good for {n} more day. You can renew it now.',
    other: 'The box’s lock is good for {n} more days. You can renew it now.',
  },
  peopleLockSoon: {
    one: 'The box’s lock is good for {n} more day only. Please renew it.',
    other: 'The box’s lock is good for {n} more days only. Please renew it soon.',
  },
  peopleLockToday: 'Today is the last day of the box’s lock. Please renew it now.',
  peopleLockOver:
    'The box’s lock is over its time. Pages show the box as closed and nobody can ask until it is renewed.',
  peopleLockTellKeeper: 'Please tell {names}: only a keeper can renew it.',
  peopleLockDo: 'Renew the lock',
  peopleLockWhy:
    'Every three months the box gets a new lock. The keys of it go to everybody on this list, and to the recovery sheet.',
  peopleLockAsk: 'Is everybody on this list right?',
  peopleLockYes: 'Yes, renew the lock',
  peopleLockNo: 'No, somebody is wrong here',
  peopleLockNoThen:
    'Then do not renew it yet. Compare the eight words with that person, or let them leave the team.',
  peopleLockDone: 'The box has a new lock. Nothing else is to be done.',

  peopleSealTitle: 'A new seal for the box',
  peopleSealNotice: 'The box is getting a new seal. There is something left to do.',
  peopleSealGoOn: 'Go on',
  peopleSealWhy:
    'Pages know the box by its seal. The old one is known to somebody who should not use it any more.',
  peopleSealSteps: 'Three steps',
  peopleSealStep1: 'The new seal is made, for the keepers and the recovery sheet.',
  peopleSealStep2: 'Your page gets a new line, with the old seal and the new one.',
  peopleSealStep3: 'The box is signed with the new seal.',
  peopleSealStepDone: '(done)',
  peopleSealStepNow: '(now)',
  peopleSealSnippet:
    'Paste this into your page in place of the line that is there. Until the box is signed anew it works with both.',
  peopleSealSnippetLabel: 'The new line for your page',
  peopleSealPage: 'Address of the page with the box',
  peopleSealCheck: 'Look at the page',
  peopleSealCheckFirst: 'Please look at the page first.',
  peopleSealSign: 'Sign with the new seal',
  peopleSealAnyway: 'Go on without that',
  peopleSealAnywayTitle: 'Go on although the page was not seen?',
  peopleSealAnywayMeans:
    'A page that does not have the new line yet will show no box, until you paste the line. Nothing gets lost.',
  peopleSealAnywayYes: 'Sign with the new seal all the same',
  peopleSealHalf: 'Visitors’ pages know the new seal. One tap is left: the team’s list is signed with it.',
  peopleSealDone: 'The box has its new seal.',
  peopleSealAfterTitle: 'After the new seal',
  peopleSealAfter: 'The box got a new seal. Two things make it whole.',
  peopleSealAfterLink:
    'A new link for everybody on the team, as their bookmark. The old one still opens the desk, but it trusts the old seal too.',
  peopleSealAfterLinkLabel: 'The link to the desk',
  peopleSealAfterSnippet: 'When it suits you: the line for your page without the old seal.',
  peopleSealAfterShow: 'The new link and the new line',
  peopleSealOldLink:
    'You opened the desk with the link of the old seal. Please take the new one as your bookmark.',

  peopleOwn: 'For you',
  peopleOwnWords: 'New words for me',
  peopleOwnTitle: 'New words for you',
  peopleOwnWhy: 'If somebody may have seen your seven words, take new ones. The old ones end at once.',
  peopleOwnOld: 'Your seven words of today',
  peopleOwnMake: 'Give me new words',
  peopleOwnDone: 'Your new words are on your paper, and the old ones are over.',
  peopleOwnWrong: 'These are not your words of today. Please look at your paper again.',

  peopleSheet: 'The recovery sheet',
  peopleSheetTitle: 'A new recovery sheet',
  peopleSheetWhy:
    'The sheet opens the box when nobody’s words do. A new one takes the place of the old one, which then opens nothing new.',
  peopleSheetWhat: 'What happened to the old one?',
  peopleSheetLost: 'It is lost or unreadable, and nobody else can have seen it',
  peopleSheetSeen: 'Somebody may have seen it, or I do not know',
  peopleSheetSeenMeans:
    'Whoever read it may open questions that are there now, where they get hold of them. So the box gets new keys at once, and a new seal in three steps, just as when a keeper leaves.',
  peopleSheetMake: 'Make a new sheet',
  peopleSheetMakeSeen: 'Make a new sheet, new keys and a new seal',
  peopleSheetProveLink: 'Try the sheet in a fresh tab',
  peopleSheetUnproven:
    'The recovery sheet has not been tried yet. Type it in once from paper. There is none on paper? Make a new one below.',
  peopleSheetMade: 'The new sheet is in force. The old one opens nothing that comes from now on.',
} as const;
