/** Spanish for the desk: the evening: the queue, answering, what worries. */
import type { DeskStrings } from './desk-strings.js';
import type { enDeskEvening } from './en-evening.js';

export const esDeskEvening: Pick<DeskStrings, keyof typeof enDeskEvening> = {
  eveningTitle: 'Las preguntas de hoy',
  eveningLoading: 'Trayendo las preguntas…',
  eveningNone: 'Nadie está esperando una respuesta. Gracias por venir a mirar.',
  eveningWaits: {
    one: '{n} pregunta está esperando.',
    many: '{n} de preguntas están esperando.',
    other: '{n} preguntas están esperando.',
  },
  eveningOldest: 'La más antigua llegó el {date}.',
  eveningLate: {
    one: 'Una pregunta espera desde hace {days} días o más. Por favor, empieza por ella.',
    many: '{n} de preguntas esperan desde hace {days} días o más. Por favor, empieza por ellas.',
    other: '{n} preguntas esperan desde hace {days} días o más. Por favor, empieza por ellas.',
  },
  eveningPiles: 'Grupos de preguntas',
  eveningPileWaiting: 'En espera ({n})',
  eveningPileLater: 'Para terminar después ({n})',
  eveningPileDone: 'Hechas ({n})',
  eveningEmptyWaiting: 'Aquí no hay nada. Alguien se ocupa ya de cada pregunta.',
  eveningEmptyLater: 'No has dejado nada a medias.',
  eveningEmptyDone: 'Todavía no se ha respondido nada.',
  eveningLookAgain: 'Mirar otra vez',
  eveningChoose: 'Elegir varias',
  eveningChooseEnd: 'Dejar de elegir',
  eveningChooseOne: 'Elegir: {words}',
  eveningChosen: {
    one: '{n} pregunta elegida.',
    many: '{n} de preguntas elegidas.',
    other: '{n} preguntas elegidas.',
  },
  eveningChooseFirst: 'Primero elige una pregunta, por favor.',
  eveningBring: 'Llevar a la reunión',
  eveningCloseChosen: 'Cerrar las elegidas',
  eveningCloseSure: {
    one: '¿Cerrar {n} pregunta sin respuesta? Su borrador también se borra.',
    many: '¿Cerrar {n} de preguntas sin respuesta? Sus borradores también se borran.',
    other: '¿Cerrar {n} preguntas sin respuesta? Sus borradores también se borran.',
  },
  eveningCloseYes: { one: 'Sí, cerrar {n}', many: 'Sí, cerrar {n}', other: 'Sí, cerrar {n}' },
  eveningCloseNo: 'No, dejarlas',
  eveningClosed: {
    one: '{n} pregunta cerrada.',
    many: '{n} de preguntas cerradas.',
    other: '{n} preguntas cerradas.',
  },
  eveningClosedSome: 'Cerradas: {n} de {all}. Las que otra persona está respondiendo se quedan.',
  eveningCame: 'Llegó el {date}',
  eveningNoAnswerWanted: 'No quiere respuesta privada',
  eveningMayPublish: 'Se puede publicar',
  eveningAnswering: '{name} está respondiendo',
  eveningDraftMine: 'Tu borrador',
  eveningDraftOf: '{name} empezó una respuesta',
  eveningAnswered: { one: '{n} respuesta', many: '{n} de respuestas', other: '{n} respuestas' },
  eveningIsClosed: 'Cerrada',
  eveningHandedOn: 'Enviada a personal clínico',
  eveningUnreadable: 'Una pregunta que no se puede abrir',
  eveningUnreadableTitle: 'Esta pregunta no se puede abrir',
  eveningUnreadableWhy:
    'Quizá es de antes de que llegaras al equipo, o se dañó por el camino, o nunca fue una pregunta de verdad. Puede que alguien que lleva más tiempo aquí sí pueda leerla. Las demás preguntas siguen bien.',
  eveningUnreadableClose: 'Si nadie del equipo puede abrirla, puedes cerrarla.',
  eveningMark: 'carácter oculto {name}',

  eveningBack: 'Volver a las preguntas',
  eveningQuestion: 'La pregunta',
  eveningBefore: 'Ya respondido',
  eveningBeforeOn: 'El {date}',
  eveningYourAnswer: 'Tu respuesta',
  eveningYourAnswerHint:
    'Escribe de persona a persona. Lo que escribes se guarda cada pocos segundos; solo tu equipo puede leerlo.',
  eveningLeft: {
    one: 'Queda {n} carácter',
    many: 'Quedan {n} de caracteres',
    other: 'Quedan {n} caracteres',
  },
  eveningTooMany: {
    one: 'Sobra {n} carácter. Acorta la respuesta, por favor.',
    many: 'Sobran {n} de caracteres. Acorta la respuesta, por favor.',
    other: 'Sobran {n} caracteres. Acorta la respuesta, por favor.',
  },
  eveningEmptyAnswer: 'Primero escribe una respuesta, por favor.',
  eveningDraftKept: 'Tu borrador está guardado.',
  eveningDraftFailed:
    'Ahora no se pudo guardar tu borrador. Tus palabras siguen aquí; deja esta página abierta. Lo seguimos intentando.',
  eveningDraftBy: '{name} empezó esta respuesta. Puedes seguir desde aquí.',
  eveningDraftLost:
    'Aquí había un borrador que no lleva el nombre de nadie del equipo, así que no se muestra. Por favor, empieza de nuevo.',
  eveningTemplates: 'Comienzos y finales',
  eveningTemplatesHint: 'Toca uno y aparece donde estabas escribiendo. Cámbialo como quieras.',
  eveningSend: 'Enviar la respuesta',
  eveningFinishLater: 'Terminar después',
  eveningNoAnswerNeeded: 'No hace falta respuesta: cerrar',
  eveningCloseOne: '¿Cerrar esta pregunta sin respuesta? Si tiene un borrador, también se borra.',
  eveningCloseOneYes: 'Sí, cerrarla',
  eveningCloseOneNo: 'No, dejarla',
  eveningClosedOne: 'Pregunta cerrada.',
  eveningHandOver: 'Pasarla a otra persona del equipo',
  eveningHandedOver:
    'Lo que escribiste está guardado, y la pregunta queda libre. Pueden seguir con ella: {names}.',
  eveningHandedOverAlone:
    'Lo que escribiste está guardado, y la pregunta queda libre. Por ahora no hay nadie más en el equipo.',
  eveningLaterSaid: 'Tu borrador está en “Para terminar después”.',
  eveningNoAnswerPossible:
    'Quien preguntó no se llevó un código, así que nadie podría leer una respuesta privada. Puedes cerrar la pregunta o llevarla a la reunión.',
  eveningNoAnswerPublish:
    'Quien preguntó no se llevó un código, así que nadie podría leer una respuesta privada. Pero sí se puede responder para todo el mundo.',
  eveningThree: 'Esta pregunta tiene tres respuestas. No caben más.',
  eveningSentTitle: 'Tu respuesta está enviada',
  eveningSent: 'La persona la lee con su código, cuando vuelva.',
  eveningSentThanks: 'Gracias. Esto fue para alguien.',
  eveningSentEarlier:
    'Las palabras que enviaste antes sí habían llegado, y están arriba. Las que tienes ahora pueden ir como otra respuesta, o puedes dejarlo así.',
  eveningSentBack: 'A las demás preguntas',
  eveningFurther: 'Escribir otra respuesta',
  eveningTaken:
    '{name} está respondiendo esta pregunta. Aquí puedes leerla, y podrás escribir cuando {name} termine.',
  eveningTakenBySomebody:
    'Otra persona del equipo está respondiendo esta pregunta. Aquí puedes leerla, y podrás escribir cuando termine.',
  eveningTakenMeanwhile: 'Tus palabras siguen aquí. Cópialas si quieres pasárselas a alguien.',
  eveningGone:
    'Quien preguntó retiró esta pregunta, o su tiempo terminó. Ya no tienes que hacer nada. Quizá ayude saber que hubo alguien para leerla.',
  eveningGoneText: 'Tus palabras siguen aquí, por si quieres guardarlas.',
  eveningCopyMine: 'Copiar mis palabras',
  eveningCopied: 'Copiado.',
  eveningNotCopied: 'No se pudo copiar. Selecciona las palabras de abajo y cópialas a mano, por favor.',

  eveningWorries: 'Esto me preocupa',
  eveningWorriesTitle: 'Cuando una pregunta te preocupa',
  eveningWorriesIntro: 'No tienes que decidir en soledad. Ve paso a paso.',
  eveningSteps: 'Lo que hacemos en nuestra casa',
  eveningNoSteps:
    'Nadie ha escrito todavía los pasos de tu casa. Una persona responsable del buzón puede hacerlo en “Ajustes”.',
  eveningLead: 'Llama a la persona encargada de la protección',
  eveningNoLead:
    'Todavía no está escrito quién se encarga de la protección. Llama a quien acudirías en tu centro.',
  eveningTrace: 'No puedes saber quién es esta persona, y nadie aquí puede. Esto sí puedes hacer:',
  eveningDoReply:
    'Responde, con los números de personas que atienden ahora. Hemos preparado palabras para eso.',
  eveningDoNotAlone: 'Léela con alguien: otro par de ojos esta noche es mejor que una respuesta perfecta.',
  eveningDoHandOver: 'Pásala a otra persona del equipo. Eso no es fallar.',
  eveningReply: 'Palabras que puedes usar',
  eveningReplyUse: 'Poner estas palabras en mi respuesta',
  eveningReplyNoPrivate:
    'Quien preguntó no se llevó un código, así que no podría leer una respuesta. Los pasos de tu casa valen igual.',
  eveningOwn: '¿Y tú?',
  eveningOwnNormal:
    'Es normal que esto se te quede dentro. No te vayas a dormir a solas con ello: cuéntaselo hoy a alguien.',
  eveningReturn: 'Volver a mi respuesta',
  eveningReturnRead: 'Volver a esta pregunta',

  eveningClinician: 'Esto es para personal clínico',
  eveningClinicianTitle: 'Una pregunta para personal clínico',
  eveningClinicianIntro:
    'Medicinas, dosis, diagnósticos: eso no nos toca responderlo. Aun así puedes tratar bien a quien pregunta y mostrarle el camino.',
  eveningClinicianWho: 'Estas preguntas van a: {name}',
  eveningClinicianNobody:
    'Nadie ha escrito todavía adónde van estas preguntas. Una persona responsable del buzón puede hacerlo en “Ajustes”. Hasta entonces, las palabras nombran a personal médico o de farmacia.',
  eveningClinicianUse: 'Poner estas palabras y marcarla como enviada',
  eveningClinicianMarkOnly: 'Marcarla como enviada',
  eveningClinicianMarked: 'Marcada: enviada a personal clínico.',
  eveningClinicianUnmark: 'Quitar la marca',

  eveningCheck: 'Antes de enviar',
  eveningCheckHint: 'Solo tú miras esto, y nada se detiene por ello.',
  eveningCheckMethod: 'No describe ninguna forma de hacerse daño.',
  eveningCheckPlace: 'No nombra ningún lugar donde alguien podría hacerse daño.',
  eveningCheckNumbers: 'No dice cuántos intentos hubo, ni ninguna dosis.',
  eveningCheckCause: 'No da una sola razón de por qué alguien muere o se desespera.',
  eveningCheckHelpLine: 'Lleva un número para quien necesite a alguien ahora.',
  eveningCheckPromise: 'No promete que algo vaya a funcionar.',
  eveningCheckExperience: 'Cuenta lo que has vivido, y no le dice a nadie qué tiene que hacer.',
  eveningHints: 'Vuelve a mirar esto:',
  eveningHintDose: '“{words}”: parece una dosis. Las cantidades, mejor para personal médico o de farmacia.',
  eveningHintCommitted: '“{words}”: suena más amable “murió por suicidio” o “terminó con su vida”.',
  eveningHintSuffers: '“{words}”: “vive con” dice lo mismo sin lástima.',
  eveningHintAttempt:
    '“{words}”: un intento no es un éxito ni un fracaso. Quizá puedas dejar fuera esa palabra.',
  eveningHintLabel: '“{words}”: una persona es más que una palabra. Di con qué vive.',
  eveningHintAdvice: '“{words}”: quizá puedas contar qué te ayudó a ti.',
  eveningHintPromise: '“{words}”: esto no lo puede prometer nadie.',

  eveningThanks: 'Gracias por preguntar. Me alegra que hayas escrito.',
  eveningThanksName: 'Gracias por preguntar',
  eveningNotAlone:
    'No eres la única persona que pregunta esto. Varias personas del equipo hemos pasado por ello.',
  eveningNotAloneName: 'No eres la única persona',
  eveningExperience: 'Solo puedo contarte cómo fue para mí. Para ti puede ser diferente.',
  eveningExperienceName: 'Mi experiencia, no un consejo',
  eveningTalk: 'Si quieres hablar con alguien ahora: {lines}.',
  eveningTalkName: 'Alguien con quien hablar',
  eveningAskAgain: 'Puedes preguntar otra vez cuando quieras. No tiene que ser una gran pregunta.',
  eveningAskAgainName: 'Puedes preguntar otra vez',
  eveningLine: '{name}, {phone}',
  eveningOurPhone: 'El número de nuestro centro es {phone}.',

  eveningWorriedReply:
    'Gracias por contárnoslo. Lo he leído despacio, y me alegra que hayas escrito.\n\nNo puedo ver quién eres, así que no puedo ir adonde estás ni llamarte. Hay personas que pueden acompañarte ahora mismo, por teléfono, y no hace falta que encuentres las palabras justas.',
  eveningWorriedDanger: 'Si tu vida está en peligro ahora, por favor, llama al {number}.',
  eveningWorriedDangerLocal:
    'Si tu vida está en peligro ahora, por favor, llama al número de emergencias de tu país.',
  eveningWorriedLines: 'Aquí atiende alguien:',
  eveningWorriedDirectory: 'Aquí están los números de cada país: {url}',
  eveningWorriedEnd:
    '¿Hay alguien cerca que pueda estar contigo esta noche? Puedes mostrarle esto. Y puedes escribirnos otra vez cuando quieras.',
  eveningClinicianReply:
    'Gracias por preguntar. Esta pregunta es sobre un tratamiento. Respondemos desde lo que hemos vivido y no somos personal clínico, así que no queremos adivinar. {where}',
  eveningClinicianAt: '{name} puede responderla: {url}',
  eveningClinicianAtName: '{name} puede responderla.',
  eveningClinicianAtAny: 'Puede responderla personal médico o de farmacia.',
  eveningClinicianEnd: 'Si quieres escribir sobre cómo es para ti vivir con ello, para eso estamos aquí.',

  eveningRewrite: 'Escribirla para todo el mundo',
  eveningRewriteTitle: 'Escribirla para todo el mundo',
  eveningRewriteIntro:
    'Otras personas pueden reconocerse en esto. Deja fuera nombres, lugares y detalles que mostrarían quién preguntó. Dilo con palabras generales.',
  eveningRewriteQuestion: 'La pregunta, con tus palabras',
  eveningRewriteAnswer: 'La respuesta, para todo el mundo',
  eveningRewriteKeep: 'Apartarla para publicar',
  eveningRewriteKept: 'Queda apartada. Está en “Publicar”; hasta entonces nadie la ve.',
  eveningRewriteNeeded: 'Por favor, escribe algo aquí.',

  eveningMeetingTitle: 'Para la reunión',
  eveningMeetingIntro: 'Lee antes cada una: ¿puede oírla toda la sala? En esta lista no hay códigos ni días.',
  eveningMeetingPaper: 'Preguntas para nuestra reunión',
  eveningMeetingPrint: 'Imprimir la lista',
  eveningMeetingText: 'Copiar como texto',
  eveningMeetingTable: 'Copiar como tabla (CSV)',
  eveningMeetingTopic: 'Tema',
  eveningMeetingQuestion: 'Pregunta',
};
