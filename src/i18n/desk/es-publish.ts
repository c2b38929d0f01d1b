/** Spanish for the desk: publishing. */
import type { DeskStrings } from './desk-strings.js';
import type { enDeskPublish } from './en-publish.js';

export const esDeskPublish: Pick<DeskStrings, keyof typeof enDeskPublish> = {
  publishTitle: 'Publicar esta semana',
  publishIntro:
    'Respuestas que pueden servir a otras personas, con palabras generales. Lee cada una otra vez y publícalas juntas: así nadie puede saber por el orden quién preguntó qué.',
  publishNone: 'No hay nada para publicar.',
  publishNoneHow: 'Después de responder puedes apartar la respuesta aquí, si quien preguntó dio su permiso.',
  publishWaiting: {
    one: '{n} borrador en espera',
    many: '{n} de borradores en espera',
    other: '{n} borradores en espera',
  },
  publishSince: 'apartado el {date}',
  publishNoTopic: 'Sin tema',
  publishEdit: 'Leer y cambiar',
  publishEditOf: 'Leer y cambiar: {question}',
  publishRemove: 'Quitar',
  publishRemoveOf: 'Quitar: {question}',
  publishUnreadable:
    'Este borrador no se puede leer. Nadie del equipo lo firmó, o está dañado. No se publica nunca.',
  publishThese: 'Publicar estas',
  publishNow: 'Publicar ahora de todos modos',
  publishFew: {
    one: 'Con menos de tres a la vez, la gente puede adivinar de quién era. Puede esperar compañía {n} día más.',
    many: 'Con menos de tres a la vez, la gente puede adivinar de quién era. Puede esperar compañía {n} de días más.',
    other:
      'Con menos de tres a la vez, la gente puede adivinar de quién era. Puede esperar compañía {n} días más.',
  },
  publishConfirmTitle: 'La gente puede adivinar de quién era',
  publishConfirm: {
    one: 'Se publicaría solo {n} respuesta. Alguien del grupo puede adivinar quién preguntó. ¿Son las palabras tan generales que nadie puede saberlo?',
    many: 'Se publicarían solo {n} de respuestas. Alguien del grupo puede adivinar quién preguntó. ¿Son las palabras tan generales que nadie puede saberlo?',
    other:
      'Se publicarían solo {n} respuestas. Alguien del grupo puede adivinar quién preguntó. ¿Son las palabras tan generales que nadie puede saberlo?',
  },
  publishConfirmYes: 'Publicar ahora',
  publishWait: 'Dejar que esperen',
  publishDone: {
    one: '{n} respuesta publicada.',
    many: '{n} de respuestas publicadas.',
    other: '{n} respuestas publicadas.',
  },
  publishStopped:
    'No podemos fiarnos de lo que está publicado en el servidor, así que ahora no se puede publicar nada. Sí puedes seguir con los borradores.',
  publishBack: 'Volver sin guardar',

  publishWordsTitle: 'Con palabras generales',
  publishWordsQuestion: 'La pregunta',
  publishWordsQuestionHint: 'Escríbela de nuevo: sin nombres, lugares, fechas ni detalles poco comunes.',
  publishWordsAnswer: 'La respuesta',
  publishWordsTopic: 'Tema',
  publishWordsSave: 'Guardar el borrador',
  publishWordsSaved: 'Borrador guardado.',
  publishWordsLong: 'Es demasiado largo. Acórtalo un poco, por favor.',
  publishWordsEmpty: 'Por favor, escribe algo aquí.',
  publishWordsBad: 'Hay un carácter que no se puede guardar. Escribe esa parte otra vez, por favor.',

  publishRemoveTitle: '¿Quitar este borrador?',
  publishRemoveWhy: 'No se publicará. La respuesta que se envió queda como está.',
  publishRemoveYes: 'Quitar el borrador',
  publishRemoveNo: 'Conservarlo',
  publishRemoved: 'Borrador quitado.',

  publishedTitle: 'Respuestas publicadas',
  publishedCount: {
    one: '{n} respuesta publicada.',
    many: '{n} de respuestas publicadas.',
    other: '{n} respuestas publicadas.',
  },
  publishedNone: 'Todavía no se ha publicado nada.',
  publishedLink: {
    one: 'Ver {n} respuesta publicada',
    many: 'Ver {n} de respuestas publicadas',
    other: 'Ver {n} respuestas publicadas',
  },
  publishedSearch: 'Buscar',
  publishedFound: { one: '{n} encontrada', many: '{n} encontradas', other: '{n} encontradas' },
  publishedFoundNone: 'No se encontró nada. Prueba con otra palabra.',
  publishedMore: { one: 'Ver {n} más', many: 'Ver {n} más', other: 'Ver {n} más' },
  publishedOn: 'publicada el {date}',
  publishedEditTitle: 'Cambiar una respuesta publicada',
  publishedEditHint: 'Las palabras nuevas se ven enseguida en el buzón.',
  publishedSave: 'Publicar las palabras nuevas',
  publishedSaved: 'Las palabras nuevas están publicadas.',
  publishedRemoveTitle: '¿Retirar esta respuesta?',
  publishedRemoveWhy:
    'Desaparece del buzón enseguida. Una copia que alguien guardó, o un archivo en tu sitio web, se queda hasta que se cambie.',
  publishedRemoveYes: 'Retirarla',
  publishedRemoveNo: 'Dejarla ahí',
  publishedRemoved: 'La respuesta ya no está publicada.',
  publishedBack: 'Volver a los borradores',
  publishedFileTitle: 'Un archivo para tu sitio web',
  publishedFile: 'Descargar para tu sitio web',
  publishedFileHow:
    'Contiene todas las respuestas publicadas, y las páginas pueden mostrarlas sin el servidor. Quien se encarga de tu sitio web lo pone allí y escribe su dirección en el buzón: answers="/kith-answers.json".',
  publishedFileDone: 'El archivo kith-answers.json está en camino.',

  publishCare: 'Antes de publicar',
  publishCareIntro: 'Una lista para pensar. Nada de esto te detiene.',
};
