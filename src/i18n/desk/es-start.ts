/** Spanish for the desk: the first evening, invitations and the recovery sheet. */
import type { DeskStrings } from './desk-strings.js';
import type { enDeskStart } from './en-start.js';

export const esDeskStart: Pick<DeskStrings, keyof typeof enDeskStart> = {
  startStep: 'Paso {n} de {all}',
  startNext: 'Seguir',
  startBack: 'Atrás',
  startCopy: 'Copiar',
  startCopied: 'Copiado.',
  startNotCopied: 'Aquí no se pudo copiar. Selecciona el texto y cópialo a mano, por favor.',
  startSave: 'Guardar',

  startWelcome: 'Este es tu buzón de preguntas',
  startWelcomeNeeds: 'Necesitas unos 15 minutos y una impresora, o lápiz y papel.',
  startWelcomeStop:
    'Si otra persona ya preparó este buzón, detente aquí y pregúntale. Dos personas no pueden preparar un mismo buzón.',
  startName: '¿Cómo te llamas?',
  startNameHint: 'Tu equipo verá este nombre, y con él entras. En la página del buzón no se ve nunca.',
  startNameNeeded: 'Primero escribe tu nombre, por favor.',
  startNameLong: 'Este nombre es demasiado largo. Acórtalo a 80 letras, por favor.',
  startNameOdd: 'Hay un carácter en el nombre que no se puede guardar. Escríbelo otra vez, por favor.',

  startWords: 'Tus siete palabras',
  startWordsIntro:
    'Con estas palabras entras a partir de ahora. Escríbelas en papel, en este orden, y guarda el papel donde solo tú lo encuentres.',
  startWordsWhy: 'Nadie más las tiene, ni siquiera el servidor. Por favor, no les hagas una foto.',
  startWordsWritten: 'Ya las escribí en papel',
  startWordsTry: 'Ahora escríbelas desde tu papel',
  startWordsTryIntro:
    'Así compruebas que tu papel está bien. Las mayúsculas no importan. No se envía nada hasta que encajen.',
  startWordsField: 'Tus siete palabras, con un espacio entre ellas',
  startWordsAgain: 'Mostrarme las palabras otra vez',
  startWordsCount: {
    one: 'Deberían ser siete palabras. Has escrito {n} palabra.',
    many: 'Deberían ser siete palabras. Has escrito {n} de palabras.',
    other: 'Deberían ser siete palabras. Has escrito {n} palabras.',
  },
  startWordsOther:
    'La palabra {n} no es la que se mostró. Mira tu papel, por favor, o vuelve a ver las palabras.',

  startSheet: 'La hoja de recuperación',
  startSheetIntro:
    'Si pierdes tus siete palabras, solo esta hoja te deja volver a entrar. Imprímela o cópiala a mano. Se muestra solo esta vez.',
  startSheetPrint: 'Imprimir',
  startSheetWritten: 'La tengo en papel',
  startSheetClosed:
    'Si esta página se cierra sin querer, abre este enlace, entra y sigue donde estabas: {link}',
  paperTitle: 'Hoja de recuperación del buzón de preguntas',
  paperCode: 'El código',
  paperName: 'Hecha por {name} el {day}',
  paperServer: 'El buzón se guarda en {server}',
  paperLink: 'Para usar esta hoja, abre {link}',
  paperBox: 'Número del buzón: {box}',
  paperFor:
    'Para qué sirve: quien tenga esta hoja puede abrir todas las preguntas, y puede dejar entrar otra vez a alguien del equipo que perdió sus palabras.',
  paperKeep:
    'Dónde guardarla: bajo llave y lejos de las siete palabras, por ejemplo en la caja fuerte del centro. Otra persona más debería saber dónde está.',
  paperNever: 'No le hagas fotos, no la envíes y no escribas su código en ningún lugar que no sea la mesa.',

  startProve: 'Prueba la hoja una vez',
  startProveIntro:
    'Una hoja mal copiada no le serviría a nadie. Por eso, abre una pestaña nueva y escribe allí el código desde tu papel. El buzón se abre solo después.',
  startProveOpen: 'Abrir una pestaña nueva para probar la hoja',
  startProveDone: 'Ya lo hice',
  startProveNot:
    'El servidor todavía no sabe nada de eso. Termina primero en la otra pestaña y vuelve aquí, por favor.',
  startProveYes: 'La hoja funciona.',
  startProveLost: '¿Algo está mal copiado, o no la tienes en papel?',
  startProveNew: 'Hacer una hoja nueva',
  startProveNewHint: 'La hoja anterior ya no abre nada. Por favor, rómpela.',

  startHours: '¿Cuándo se leen las preguntas?',
  startHoursIntro:
    'Esto se ve antes de escribir, para que nadie espere en vano. Puedes cambiarlo cuando quieras.',
  startDays: 'Días',
  startTime: 'Desde qué hora',
  startMinutes: 'Durante cuántos minutos',
  startEvery: 'Cada cuánto',
  startEveryOne: 'Cada semana',
  startEveryTwo: 'Cada dos semanas',
  startZone: 'Zona horaria',
  startTopics: 'Temas para elegir',
  startTopicsHint: 'Uno en cada línea. Quien pregunta puede elegir uno, o ninguno.',
  startTopicsFirst: 'El día a día\nFamilia y amistades\nTrabajo y dinero',
  startLanguage: 'Idioma del buzón',
  startRetention: '¿Cuánto tiempo se guardan las preguntas respondidas?',
  startRetentionHint:
    'Después, el servidor las borra. Una pregunta que espera una respuesta se queda hasta la fecha que vio quien la escribió.',
  startRetentionDays: { one: '{n} día', many: '{n} de días', other: '{n} días' },
  startCountry: 'País, para sus líneas de ayuda',
  startCountryNone: 'Ninguno: mostrar dónde buscar una',
  startPhone: 'El número de teléfono de tu centro',
  startPhoneHint: 'Está junto al buzón, para quien prefiere llamar. Puedes dejarlo vacío.',
  startDaysNeeded: 'Por favor, elige al menos un día.',
  startTimeNeeded: 'Por favor, escribe la hora, por ejemplo 19:00.',
  startMinutesNeeded: 'Por favor, escribe los minutos, de 5 a 720.',
  startTopicLong: 'El tema “{topic}” es demasiado largo. Acórtalo a 40 letras, por favor.',
  startTopicTwice: 'El tema “{topic}” está dos veces.',
  startTopicMany: 'Caben 50 temas.',
  startTopicOdd:
    'Hay un carácter en el tema “{topic}” que no se puede guardar. Escríbelo otra vez, por favor.',
  startPhoneOdd: 'Por favor, escribe el número con cifras, por ejemplo 0113 496 0100.',

  startPage: 'Tu página',
  startPageIntro:
    '¿En qué página de tu sitio web va a estar el buzón? El servidor solo recibe preguntas de los sitios web que se le indicaron.',
  startPageUrl: 'Dirección de la página',
  startPageUrlHint: 'Por ejemplo, https://www.example.org/ask',
  startPageUrlBad: 'Por favor, copia la dirección completa de la página. Empieza con https://',
  startScript: '¿Desde dónde carga la página el programa del buzón?',
  startScriptHint:
    'Una dirección que no sea la de este servidor es más segura: así, quien logre entrar en el servidor no puede cambiar el programa que pone las preguntas bajo llave.',
  startScriptServer: 'Desde este servidor: rápido y sencillo',
  startScriptOwn: 'Desde nuestro propio sitio web',
  startScriptUrl: 'Dirección del programa en tu sitio web',
  startScriptUrlHint: 'Donde quien se encarga de tu sitio web puso el archivo loader.js de kith-widgets.',
  startScriptUrlBad: 'Por favor, escribe la dirección completa del archivo. Empieza con https://',
  startPageShow: 'Ver lo que hay que pegar',
  startSnippet: 'Pega esto en la página',
  startSnippetIntro:
    'Copia estas líneas en la página, donde va a estar el buzón, o envíalas a quien se encarga de tu sitio web. No cambies nada en ellas: llevan el sello por el que se reconoce tu buzón.',
  startSnippetLabel: 'Líneas para la página',
  startSnippetDone: 'Seguir',

  startOpen: 'Abrir el buzón',
  startOpenIntro:
    'Todo está listo. A partir de ahora se puede preguntar, y puedes leer las preguntas estos días:',
  startOpenHours: '{days}, {time}',
  startOpenHoursTwo: '{days}, cada dos semanas, {time}',
  startOpenDo: 'Abrir el buzón',
  startCheck: '¿Está el buzón en la página?',
  startCheckIntro: 'El buzón está abierto. Cuando las líneas estén en la página, miremos si todo está bien.',
  startCheckDo: 'Mirar la página',
  startCheckLater: 'Lo haré más tarde',
  startCheckPaste: 'O pega aquí el código fuente de la página',
  startCheckPasteHint:
    'En el navegador: abre la página, luego “Ver código fuente de la página”, selecciona todo y cópialo.',
  startCheckPasteDo: 'Mirar lo que pegué',
  checkGood: 'Todo está bien. La página lleva tu buzón.',
  checkMissing:
    'El buzón todavía no está en la página. Pega las líneas, publica la página y mira otra vez. Una página recién publicada puede tardar un minuto.',
  checkOtherBox: 'La página lleva otro buzón. Cambia las líneas por las del paso anterior.',
  checkOtherPin:
    'La página lleva tu buzón con un sello que no es el tuyo. Si alguien lo escribió mal, cambia las líneas. Si no fue eso, pregunta a quien se encarga de tu sitio web quién cambió la página.',
  checkOldPin: 'La página lleva tu buzón con su sello antiguo. Cambia las líneas por las nuevas.',
  checkOtherServer: 'La página envía a otro servidor. Cambia las líneas por las del paso anterior.',
  checkTwice: 'El buzón está dos veces en la página. Quita uno de los dos.',
  checkStatus:
    'La página no se abrió: su servidor dice “{status}”. ¿Es correcta la dirección, y está publicada la página?',
  checkAway: 'El servidor no pudo abrir la página. ¿Está publicada? También puedes pegar su código fuente.',
  checkForeign: 'La página lleva a otro sitio web. Por favor, escribe la dirección en la que termina.',

  startDone: 'Tu buzón está abierto',
  startWho: '¿Quién más responde?',
  startWhoWhy:
    'Es mejor si hay dos personas: si una está enferma, nadie espera en vano. También puedes hacerlo otro día.',
  startWhoDo: 'Invitar a alguien',
  startBookmark: 'Guarda este enlace',
  startBookmarkWhy:
    'Lleva a tu mesa. Guárdalo como marcador en este dispositivo. No contiene ningún secreto, pero conoce tu buzón: con él, ningún otro servidor puede hacerse pasar por el tuyo.',
  startBookmarkLabel: 'Enlace a tu mesa',
  startEvening: 'A las preguntas',

  enrolLooking: 'Tu invitación',
  enrolWelcome: '{name} te invita',
  enrolRole: 'Es una invitación para ayudar a leer y responder preguntas.',
  enrolKeeper: 'También serás responsable del buzón: podrás invitar a otras personas y cambiar sus ajustes.',
  enrolNeeds: 'Necesitas cinco minutos, y lápiz y papel.',
  enrolName: 'En la lista del equipo, tu nombre es {name}. Con este nombre entras.',
  enrolWrong: '¿No es tu nombre, o no conoces a {name}? Entonces detente aquí y pregunta.',
  enrolStart: 'Ver mis palabras',
  enrolSay: 'Dile estas palabras a {name}',
  enrolSayWhy:
    'Léelas en voz alta, en persona o por teléfono, las ocho en este orden. Así {name} sabe que de verdad eres tú. Cuando {name} haya oído las mismas palabras, puedes entrar.',
  enrolSayKeep: 'Estas ocho palabras no son tus siete palabras. Las siete no se las digas a nadie.',
  enrolSayNot: 'Si {name} lee otras palabras, detente y pide una invitación nueva.',
  enrolSignIn: 'Entrar',
  enrolGone: 'Esta invitación terminó',
  enrolGoneWhy:
    'Un enlace funciona una vez y durante tres días. Si ya lo usaste, lee tus ocho palabras a quien te invitó y luego entra. Si lo usó otra persona, dilo enseguida a quien te invitó. Si no fue ninguna de las dos cosas, pide un enlace nuevo.',
  enrolRetry: 'Probar otra vez',
  enrolStop: 'Por favor, detente aquí',
  enrolStopWhy:
    'El equipo que muestra el servidor no es el que conoce tu enlace. No hagas nada más aquí y avisa a la persona que te dio el enlace.',

  sheetTitle: 'Usar la hoja de recuperación',
  sheetIntro: 'Escribe el código desde tu papel. Las mayúsculas y los guiones no importan.',
  sheetCode: 'El código',
  sheetCodeHint: 'Nueve grupos de tres.',
  sheetOpen: 'Seguir',
  sheetRefused:
    'Este código no abre nada en este buzón. ¿Es la hoja más nueva, y de este buzón? Una anterior ya no abre nada.',
  sheetLost: '¿También se perdió la hoja?',
  sheetLostWhy:
    'Si una persona responsable del buzón todavía puede entrar, puede invitarte de nuevo. Si nadie puede entrar y la hoja no aparece, nadie podrá leer ya las preguntas del buzón. Lo sentimos. Nadie guardó otra forma de entrar, y eso fue lo que protegió a quienes preguntaron. Puedes preparar un buzón nuevo.',
  sheetWorks: 'Tu hoja funciona',
  sheetWorksWhy: 'Abrió una pregunta de prueba con estas tres palabras:',
  sheetWorksNext: 'Puedes cerrar esta pestaña, guardar el papel y seguir en la primera.',
  sheetOpened: 'La hoja ha abierto el buzón',
  sheetTestFailed: 'La pregunta de prueba de esta hoja no se abrió, así que no cuenta como probada.',
  sheetLostWords: '¿Has perdido tus siete palabras?',
  sheetLostWordsWhy:
    'Puedes tener otras nuevas. Hay otro camino: una persona responsable del buzón te quita del equipo y te invita de nuevo.',
  sheetNewWords: 'Necesito palabras nuevas',
  sheetWho: '¿Quién eres?',
  sheetWhoIntro:
    'Recibes palabras nuevas. Las antiguas dejan de funcionar, y si alguien ha entrado con tu nombre, sale.',
  sheetWhoDo: 'Ver mis palabras nuevas',
  sheetWhoNeeded: 'Por favor, elige tu nombre.',
  sheetDone: 'Tienes palabras nuevas',
  sheetDoneWhy:
    'Entra ahora con ellas. Devuelve la hoja a su lugar. ¿La ha visto alguien más? Entonces haz una nueva en “Equipo”.',
  sheetSignIn: 'Entrar',
};
