/** The words of the server's own pages. What the widget says is the widget's; these stand where it cannot, or before it has come. */

export interface PageWords {
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  readonly intro: string;
  readonly needsScript: string;
  readonly danger: string;
  readonly findHelp: string;
  readonly deskTitle: string;
  readonly deskNeedsScript: string;
}

export const PAGE_WORDS = {
  en: {
    dir: 'ltr',
    title: 'Ask a question',
    intro: 'You can ask here without giving a name. People who know it from their own lives will answer.',
    needsScript:
      'If no question box opens here, please reload the page. It needs JavaScript to lock your words.',
    danger: 'Nobody reads this at once. If a life is in danger now, call your local emergency number.',
    findHelp: 'Find somebody to talk to in your country',
    deskTitle: 'The desk',
    deskNeedsScript:
      'If no desk opens here, please reload the page. It needs JavaScript to open what people have written.',
  },
  es: {
    dir: 'ltr',
    title: 'Haz una pregunta',
    intro: 'Aquí puedes preguntar sin dar tu nombre. Te responderán personas que lo han vivido.',
    needsScript:
      'Si aquí no se abre el buzón de preguntas, vuelve a cargar la página. Necesita JavaScript para poner tus palabras bajo llave.',
    danger:
      'Nadie lee esto al momento. Si hay una vida en peligro ahora, llama al número de emergencias de tu zona.',
    findHelp: 'Encuentra a alguien con quien hablar en tu país',
    deskTitle: 'El escritorio',
    deskNeedsScript:
      'Si aquí no se abre el escritorio, vuelve a cargar la página. Necesita JavaScript para abrir lo que la gente ha escrito.',
  },
  ar: {
    dir: 'rtl',
    title: 'اطرح سؤالاً',
    intro: 'يمكنك أن تسأل هنا دون ذكر اسمك. سيجيبك أشخاص عاشوا التجربة بأنفسهم.',
    needsScript: 'إن لم يُفتح صندوق الأسئلة هنا فأعد تحميل الصفحة. يحتاج الصندوق إلى JavaScript لقفل كلماتك.',
    danger: 'لا أحد يقرأ هذا في الحال. إن كانت هناك حياة في خطر الآن فاتصل برقم الطوارئ في منطقتك.',
    findHelp: 'ابحث عمّن تتحدث إليه في بلدك',
    deskTitle: 'المكتب',
    deskNeedsScript:
      'إن لم يُفتح المكتب هنا فأعد تحميل الصفحة. يحتاج المكتب إلى JavaScript لفتح ما كتبه الناس.',
  },
} as const satisfies Readonly<Record<string, PageWords>>;

export type PageLanguage = keyof typeof PAGE_WORDS;

/** The language of these pages for a box's language tag. */
export function pageLanguage(tag: string): PageLanguage {
  const [primary = ''] = tag.toLowerCase().split('-');
  return Object.hasOwn(PAGE_WORDS, primary) ? (primary as PageLanguage) : 'en';
}

/** The first language of an `Accept-Language` that these pages have; browsers name them in the order of their owner's liking. */
export function firstOf(accepted: string): PageLanguage {
  for (const one of accepted.split(',')) {
    const [primary = ''] = one.trim().toLowerCase().split(/[-;]/);
    if (Object.hasOwn(PAGE_WORDS, primary)) return primary as PageLanguage;
  }
  return 'en';
}
