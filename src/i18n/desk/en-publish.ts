/** English for the desk: publishing. */
export const enDeskPublish = {
  publishTitle: 'Publish this week',
  publishIntro:
    'Answers that may help others, in general words. Read each once more, then publish them together: nobody can tell from the order who asked what.',
  publishNone: 'Nothing is waiting to be published.',
  publishNoneHow: 'After an answer you can put it by here, if whoever asked has agreed.',
  publishWaiting: { one: '{n} draft is waiting', other: '{n} drafts are waiting' },
  publishSince: 'put by on {date}',
  publishNoTopic: 'No topic',
  publishEdit: 'Read and change',
  publishEditOf: 'Read and change: {question}',
  publishRemove: 'Remove',
  publishRemoveOf: 'Remove: {question}',
  publishUnreadable:
    'This draft cannot be read. Nobody on the team has signed it, or it is damaged. It is never published.',
  publishThese: 'Publish these',
  publishNow: 'Publish now all the same',
  publishFew: {
    one: 'Fewer than three at once, and people may guess whose it was. It can wait {n} more day for company.',
    other:
      'Fewer than three at once, and people may guess whose it was. It can wait {n} more days for company.',
  },
  publishConfirmTitle: 'People may guess whose it was',
  publishConfirm: {
    one: 'Only {n} answer would be published. Somebody from the group may guess who asked. Are the words general enough that nobody can?',
    other:
      'Only {n} answers would be published. Somebody from the group may guess who asked. Are the words general enough that nobody can?',
  },
  publishConfirmYes: 'Publish them now',
  publishWait: 'Let them wait',
  publishDone: { one: '{n} answer is published.', other: '{n} answers are published.' },
  publishStopped:
    'What is published on the server cannot be trusted, so nothing can be published now. You can still work on the drafts.',
  publishBack: 'Back without saving',

  publishWordsTitle: 'In general words',
  publishWordsQuestion: 'The question',
  publishWordsQuestionHint: 'Rewrite it: no names, places, dates or rare details.',
  publishWordsAnswer: 'The answer',
  publishWordsTopic: 'Topic',
  publishWordsSave: 'Save the draft',
  publishWordsSaved: 'The draft is saved.',
  publishWordsLong: 'This is too long. Please shorten it.',
  publishWordsEmpty: 'Please write something here.',
  publishWordsBad: 'There is a character in it that cannot be kept. Please type it anew.',

  publishRemoveTitle: 'Remove this draft?',
  publishRemoveWhy: 'It will not be published. The answer that was sent stays as it is.',
  publishRemoveYes: 'Remove the draft',
  publishRemoveNo: 'Keep it',
  publishRemoved: 'The draft is removed.',

  publishedTitle: 'Published answers',
  publishedCount: { one: '{n} answer is published.', other: '{n} answers are published.' },
  publishedNone: 'Nothing has been published yet.',
  publishedLink: { one: 'See {n} published answer', other: 'See {n} published answers' },
  publishedSearch: 'Search',
  publishedFound: { one: '{n} found', other: '{n} found' },
  publishedFoundNone: 'Nothing found. Try another word.',
  publishedMore: { one: 'Show {n} more', other: 'Show {n} more' },
  publishedOn: 'published on {date}',
  publishedEditTitle: 'Change a published answer',
  publishedEditHint: 'Visitors see the new words at once.',
  publishedSave: 'Publish the new words',
  publishedSaved: 'The new words are published.',
  publishedRemoveTitle: 'Take this answer away?',
  publishedRemoveWhy:
    'It disappears from the box at once. A copy that somebody saved, or a file on your web site, stays until it is replaced.',
  publishedRemoveYes: 'Take it away',
  publishedRemoveNo: 'Leave it there',
  publishedRemoved: 'The answer is no longer published.',
  publishedBack: 'Back to the drafts',
  publishedFileTitle: 'A file for your web site',
  publishedFile: 'Download for your web site',
  publishedFileHow:
    'It holds all published answers, and pages can show them without the server. Whoever looks after your web site puts it there and writes its address into the box: answers="/kith-answers.json".',
  publishedFileDone: 'The file kith-answers.json is on its way.',

  publishCare: 'Before it is published',
  publishCareIntro: 'A list to think along. Nothing here stops you.',
} as const;
