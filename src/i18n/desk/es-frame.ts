/** Spanish for the frame of the desk: rooms, signing in, the lock, and what may go wrong. */
import type { DeskStrings } from './desk-strings.js';
import type { enDeskFrame } from './en-frame.js';

export const esDeskFrame: Pick<DeskStrings, keyof typeof enDeskFrame> = {
  deskTitle: 'Mesa de facilitación',
  roomEvening: 'Preguntas',
  roomPublish: 'Publicar',
  roomPeople: 'Equipo',
  roomSettings: 'Ajustes',
  roomProof: 'Quién sabe qué',
  roomsLabel: 'Partes de la mesa',
  lock: 'Cerrar con llave',
  working: 'Un momento…',

  signInTitle: 'Te damos la bienvenida',
  signInIntro: 'Entra con tu nombre y tus siete palabras.',
  signInName: 'Tu nombre',
  signInNameHint: 'Tal como está en la lista del equipo.',
  signInWords: 'Tus siete palabras',
  signInWordsHint: 'Las de tu papel. Las mayúsculas no importan.',
  signInShow: 'Ver lo que escribo',
  signIn: 'Entrar',
  signInServer:
    'Tu enlace lleva al servidor {server}. ¿No lo conoces? Entonces para y pregunta a quien te dio el enlace.',
  signInLost: 'Perdí mis palabras',
  lockedIdle:
    'Nadie usó la mesa durante diez minutos, así que se cerró con llave. Lo que escribiste está guardado.',
  lockedByYou: 'La mesa está cerrada con llave.',
  lockedEnded:
    'El servidor terminó tu tiempo en la mesa. Por favor, entra otra vez. Lo que escribiste está guardado.',
  noBoxTitle: 'Esta mesa no sabe cuál es su buzón',
  noBox:
    'Por favor, abre el enlace que te dieron. Se parece a este: {example}. Quien preparó el buzón puede mostrártelo otra vez, en “Ajustes”. ¿Estás preparando el buzón ahora? Entonces abre otra vez el primer enlace del servidor.',
  trustServer:
    'Esta mesa se abrió sin su enlace completo, así que se fía de lo que el servidor dice sobre quién está en el equipo. Guarda como marcador el enlace que está en “Ajustes”.',

  failOffline:
    'Este dispositivo no tiene conexión. Lo que escribiste sigue aquí. Prueba otra vez cuando la tenga.',
  failUnreachable: 'No se pudo llegar al servidor. Lo que escribiste sigue aquí. Prueba otra vez, por favor.',
  failServer:
    'El servidor no puede hacer esto ahora. Lo que escribiste sigue aquí. Prueba otra vez dentro de poco, por favor.',
  failSignIn: 'El nombre y las palabras no encajan. Por favor, mira otra vez tu papel.',
  failTooMany: 'Fue un poco rápido. Espera un momento y prueba otra vez, por favor.',
  failTooManyWait: {
    one: 'Varios intentos no encajaron. Espera {n} minuto y prueba otra vez, por favor.',
    many: 'Varios intentos no encajaron. Espera {n} de minutos y prueba otra vez, por favor.',
    other: 'Varios intentos no encajaron. Espera {n} minutos y prueba otra vez, por favor.',
  },
  failSignedOut: 'Por favor, entra otra vez.',
  failClaimed: 'Otra persona del equipo está respondiendo esta pregunta ahora.',
  failNoSuchQuestion: 'Esta pregunta ya no está en el buzón. Quizá quien la hizo la retiró.',
  failThreeAnswers: 'Esta pregunta ya tiene tres respuestas. No caben más.',
  failOlder: 'Mientras tanto, otra persona cambió esto. Por favor, míralo otra vez y repite lo que hiciste.',
  failClaimRefused: 'Este enlace ya se usó, o su tiempo terminó. Pide otro nuevo.',
  failBoxExists: 'Este buzón ya existe. En lugar de prepararlo, entra.',
  failFull: 'En el servidor ya no queda sitio para esto.',
  failKeepersOnly: 'Esto solo lo puede hacer una persona responsable del buzón.',
  failForeignOrigin:
    'El servidor no deja entrar a una mesa desde esta dirección. Quien se encarga de él puede permitirlo (KITH_DESK_ORIGIN).',
  failNoSuchBox: 'En este servidor no está ese buzón. Por favor, mira otra vez el enlace.',
  failSheet: 'Primero hay que probar la hoja de recuperación.',
  failPassphrase:
    'Por favor, revisa las palabras: son siete, y todas están en nuestra lista. Quizá alguna esté mal escrita.',
  failSheetCode: 'Algo del código no encaja. Por favor, compáralo con el papel, grupo por grupo.',
  failTooLong: 'Es demasiado largo. Acórtalo un poco, por favor.',
  failEmpty: 'Primero escribe algo, por favor.',
  failCharacters: 'Hay un carácter que no se puede guardar. Escribe esa parte otra vez, por favor.',
  failInsecure:
    'Esta página no tiene una conexión segura (https), así que aquí no se puede abrir ni cerrar nada con llave.',
  failUntrusted:
    'Para: lo que muestra el servidor no lleva la firma correcta. No hagas nada más aquí y avisa a la persona responsable del buzón.',
  failUnexpected:
    'Aquí pasó algo que no debería pasar. Lo que escribiste sigue aquí. Prueba otra vez, por favor, y si sigue igual, avisa a quien se encarga del servidor.',
  failPart: 'Una parte de la mesa no se pudo cargar. Por favor, abre la página otra vez.',
};
