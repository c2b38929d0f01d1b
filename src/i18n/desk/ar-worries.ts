/**
 * Arabic for the desk: what worries, what belongs to a clinician, the look before sending, words to begin with, rewriting and the meeting.
 * Answers are plain text without isolates: a left-to-right mark keeps the groups of a telephone number in the order in which they are dialled.
 */
import type { DeskStrings } from './desk-strings.js';

export const arDeskWorries = {
  eveningWorries: 'هذا يقلقني',
  eveningWorriesTitle: 'حين يقلقك سؤال',
  eveningWorriesIntro: 'ليس القرار عليك وحدك. ويمكن أن يسير هذا خطوة بعد خطوة.',
  eveningSteps: 'ماذا يفعل فريقنا',
  eveningNoSteps: 'لم يكتب أحد خطوات فريقك بعد. يمكن ذلك لمن يرعون الصندوق تحت «الإعدادات».',
  eveningLead: 'الاتصال بالشخص المسؤول عن الحماية',
  eveningNoLead:
    'لم يُكتب بعد من هو الشخص المسؤول عن الحماية. يُرجى الاتصال بالشخص الذي يُرجع إليه عادةً في عيادتك.',
  eveningTrace: 'لا يمكنك معرفة من هو هذا الشخص، ولا يمكننا نحن أيضًا. وهذا ما يمكنك فعله:',
  eveningDoReply: 'الرد عليه، مع أرقام أشخاص يجيبون الآن. جمعنا لك كلمات من أجل ذلك.',
  eveningDoNotAlone: 'قراءته مع شخص آخر: عينان أخريان هذا المساء خير من إجابة كاملة.',
  eveningDoHandOver: 'تسليمه إلى شخص آخر من الفريق. ليس ذلك فشلًا.',
  eveningReply: 'كلمات يمكنك استخدامها',
  eveningReplyUse: 'وضع هذه الكلمات في إجابتي',
  eveningReplyNoPrivate: 'لم يأخذ من سأل رمزًا، فلا يستطيع قراءة رد. ومع ذلك تبقى خطوات فريقك صالحة.',
  eveningOwn: 'وأنت؟',
  eveningOwnNormal:
    'من الطبيعي أن يبقى هذا في بالك. من الأفضل عدم الذهاب إلى النوم وحدك معه: يمكنك إخبار شخص به اليوم.',
  eveningReturn: 'العودة إلى إجابتي',
  eveningReturnRead: 'العودة إلى هذا السؤال',

  eveningClinician: 'هذا لطبيب أو ممرّض',
  eveningClinicianTitle: 'سؤال لطبيب أو ممرّض',
  eveningClinicianIntro:
    'الأدوية والجرعات والتشخيص ليست مما نجيب عنه نحن. ومع ذلك يمكنك الرد بلطف والدلالة على الطريق.',
  eveningClinicianWho: 'تذهب هذه الأسئلة إلى: {name}',
  eveningClinicianNobody:
    'لم يكتب أحد بعد إلى أين تذهب هذه الأسئلة. يمكن ذلك لمن يرعون الصندوق تحت «الإعدادات». وإلى ذلك الحين تذكر الكلمات طبيبًا أو صيدليًّا.',
  eveningClinicianUse: 'وضع هذه الكلمات، مع علامة أنه أُحيل',
  eveningClinicianMarkOnly: 'وضع علامة أنه أُحيل',
  eveningClinicianMarked: 'وُضعت العلامة: أُحيل إلى طبيب أو ممرّض.',
  eveningClinicianUnmark: 'إزالة العلامة',

  eveningCheck: 'قبل الإرسال',
  eveningCheckHint: 'لا أحد يراجع هذا غيرك، ولا شيء يُمنع من الإرسال.',
  eveningCheckMethod: 'لا وصف لأي طريقة لإيذاء النفس.',
  eveningCheckPlace: 'لا ذكر لمكان يمكن أن يؤذي فيه إنسان نفسه.',
  eveningCheckNumbers: 'لا عدد للمحاولات، ولا جرعات.',
  eveningCheckCause: 'لا سبب وحيد يُذكر لموت إنسان أو ليأسه.',
  eveningCheckHelpLine: 'فيه رقم لمن يحتاج إلى شخص الآن.',
  eveningCheckPromise: 'لا وعد بأن شيئًا ما سينجح.',
  eveningCheckExperience: 'يحكي ما مررت به، ولا يقول لأحد ماذا يفعل.',
  eveningHints: 'قد يستحق هذا نظرة أخرى:',
  eveningHintDose: '«{words}»: يبدو هذا جرعة. من الأفضل ترك المقادير لطبيب أو صيدلي.',
  eveningHintCommitted: '«{words}»: من الكلمات الألطف «died by suicide» أو «ended their life».',
  eveningHintSuffers: '«{words}»: تقول «lives with» الشيء نفسه من دون شفقة.',
  eveningHintAttempt: '«{words}»: المحاولة ليست نجاحًا ولا فشلًا. ربما يمكن الاستغناء عن الكلمة.',
  eveningHintLabel: '«{words}»: الإنسان أكثر من كلمة واحدة. الأفضل ذكر ما يعيش معه.',
  eveningHintAdvice: '«{words}»: ربما يمكنك بدلًا من ذلك أن تحكي ما ساعدك.',
  eveningHintPromise: '«{words}»: لا يستطيع أحد أن يعد بهذا.',

  eveningThanks: 'شكرًا على سؤالك. يسعدني أنك كتبت لنا.',
  eveningThanksName: 'شكرًا على سؤالك',
  eveningNotAlone: 'هذا السؤال يسأله غيرك أيضًا. وقد مرّ به عدد منا.',
  eveningNotAloneName: 'غيرك يسأل هذا أيضًا',
  eveningExperience: 'لا أستطيع أن أحكي إلا كيف كان الأمر معي. وقد يكون مختلفًا معك.',
  eveningExperienceName: 'تجربتي، لا نصيحة',
  eveningTalk: 'إذا أردت التحدث مع شخص الآن: {lines}.',
  eveningTalkName: 'شخص للتحدث معه',
  eveningAskAgain: 'أهلًا بسؤالك من جديد متى أردت. ولا يجب أن يكون سؤالًا كبيرًا.',
  eveningAskAgainName: 'يمكنك السؤال من جديد',
  eveningLine: '{name}، \u200e{phone}',
  eveningOurPhone: 'رقم هاتف عيادتنا: \u200e{phone}.',

  eveningWorriedReply:
    'شكرًا لأنك أخبرتنا. قرأت كلماتك على مهل، ويسعدني أنك كتبت.\n\nلا أستطيع أن أرى من أنت، ولذلك لا أستطيع أن آتي إليك أو أن أتصل بك. هناك أشخاص يمكنهم أن يكونوا معك الآن على الهاتف، ولا حاجة إلى أن تكون كلماتك مرتبة.',
  eveningWorriedDanger: 'إذا كانت حياتك في خطر الآن، فيُرجى الاتصال بالرقم {number}.',
  eveningWorriedDangerLocal: 'إذا كانت حياتك في خطر الآن، فيُرجى الاتصال برقم الطوارئ في بلدك.',
  eveningWorriedLines: 'هنا من يجيب:',
  eveningWorriedDirectory: 'أرقام كل البلدان موجودة هنا: {url}',
  eveningWorriedEnd:
    'هل هناك شخص قريب منك يمكنه أن يجلس معك هذا المساء؟ ويمكن أن يقرأ هذا معك. وأهلًا بكلماتك من جديد.',
  eveningClinicianReply:
    'شكرًا على سؤالك. هذا سؤال عن العلاج، ونحن أشخاص مرّوا بتجربة مشابهة ولسنا أطباء، ولذلك لا نريد أن نخمّن. {where}',
  eveningClinicianAt: 'يمكن الحصول على الإجابة عند {name}: \u200e{url}',
  eveningClinicianAtName: 'يمكن الحصول على الإجابة عند {name}.',
  eveningClinicianAtAny: 'يمكن لطبيب أو صيدلي أن يجيب عنه.',
  eveningClinicianEnd: 'وإذا أردت الكتابة عن حياتك مع هذا وكيف هي، فنحن هنا من أجل ذلك.',

  eveningRewrite: 'إعادة الكتابة للجميع',
  eveningRewriteTitle: 'إعادة الكتابة للجميع',
  eveningRewriteIntro:
    'قد يجد آخرون أنفسهم في هذا. من الأفضل ترك الأسماء والأماكن والتفاصيل التي تدل على من سأل، واستخدام كلمات عامة.',
  eveningRewriteQuestion: 'السؤال، بكلماتك',
  eveningRewriteAnswer: 'الإجابة، للجميع',
  eveningRewriteKeep: 'حفظها للنشر',
  eveningRewriteKept: 'حُفظت. مكانها تحت «النشر»، ولا يراها أحد قبل ذلك.',
  eveningRewriteNeeded: 'يُرجى كتابة شيء هنا.',

  eveningMeetingTitle: 'من أجل اللقاء',
  eveningMeetingIntro:
    'يُرجى قراءة كل سؤال أولًا: هل يمكن لكل من في الغرفة سماعه؟ لا رموز ولا أيام في هذه القائمة.',
  eveningMeetingPaper: 'أسئلة للقائنا',
  eveningMeetingPrint: 'طباعة القائمة',
  eveningMeetingText: 'نسخها نصًّا',
  eveningMeetingTable: 'نسخها جدولًا (CSV)',
  eveningMeetingTopic: 'الموضوع',
  eveningMeetingQuestion: 'السؤال',
} as const satisfies Partial<DeskStrings>;
