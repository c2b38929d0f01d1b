/** Spanish for the desk: who knows what. */
import type { DeskStrings } from './desk-strings.js';

export type WhoKnows = keyof DeskStrings & (`proof${string}` | `audit${string}`);

export const esDeskProof: Pick<DeskStrings, WhoKnows> = {
  proofTitle: 'Quién sabe qué',
  proofIntro: 'Qué huella deja quien hace una pregunta, y quién podría verla.',
  proofHere: 'En el servidor de Kith',
  proofHereQuestions: 'Cada pregunta y cada respuesta, bajo llave. Solo las llaves de tu equipo las abren.',
  proofHereDay: 'El día en que llegó una pregunta, y si se respondió. No la hora.',
  proofHereNothing:
    'De la visita misma: nada. Ninguna dirección de internet, ningún navegador, ninguna cookie, ninguna lista de visitas.',
  proofHereTeam: 'Los nombres de tu equipo, y cuánto hizo cada persona en qué día.',
  proofHereWithhold:
    'Un servidor que no fuera honrado podría esconder preguntas o respuestas. No podría leerlas ni cambiarlas.',
  proofAround: 'Alrededor del servidor',
  proofAroundProxy: 'Un proxy delante del servidor puede anotar la dirección y la hora de cada visita.',
  proofAroundCdn: 'Una red de distribución (CDN) puede hacer lo mismo, a menudo durante semanas.',
  proofAroundHost:
    'La empresa donde está el servidor ve la dirección, la hora y el tamaño de lo que pasa. Eso no lo puede apagar nadie.',
  proofAroundSite:
    'Tu sitio web ve que alguien abrió la página. Sus programas podrían leer lo que se escribe.',
  proofAroundBrowser: 'El navegador de quien visita recuerda que la página estuvo abierta, si no se borra.',
  proofAroundAsk:
    'Pregunta a quien se encarga del servidor si esos registros están apagados. THREATS.md, que viene con Kith, explica cómo se hace.',

  proofTrust: 'De quién se fía esta mesa',
  proofTrustPinned:
    'Esta mesa se abrió con su enlace completo. Todo lo que muestra el servidor tiene que llevar la firma correcta; si no, la mesa se detiene.',
  proofTrustPage:
    'La propia página de la mesa también puede venir de ese servidor. Si no quieres fiarte de él para eso, usa la mesa como archivo (en “Ajustes”).',
  proofTrustServer:
    'Esta mesa se abrió sin su enlace completo. Cree lo que el servidor dice sobre quién está en el equipo. El enlace completo está en “Ajustes”.',

  proofBackup: 'Copias de seguridad',
  proofBackupFine: 'La última copia de seguridad: {when}.',
  proofBackupOld:
    'La última copia de seguridad: {when}. Es demasiado tiempo. Por favor, avisa a quien se encarga del servidor.',
  proofBackupNone:
    'Todavía no hay ninguna copia de seguridad. Si el disco se rompe, se pierden todas las preguntas. Por favor, avisa a quien se encarga del servidor.',
  proofBackupDays: {
    one: 'Lo que alguien retira desaparece de las copias de seguridad después de {n} día.',
    many: 'Lo que alguien retira desaparece de las copias de seguridad después de {n} de días.',
    other: 'Lo que alguien retira desaparece de las copias de seguridad después de {n} días.',
  },

  proofBox: 'Ahora en el buzón',
  proofCounts: 'En espera: {waiting}. Respondidas: {answered}. Cerradas: {closed}.',
  proofKept: {
    one: 'Una pregunta respondida se guarda {n} día y luego se borra con su respuesta.',
    many: 'Una pregunta respondida se guarda {n} de días y luego se borra con su respuesta.',
    other: 'Una pregunta respondida se guarda {n} días y luego se borra con su respuesta.',
  },
  proofKeptWaiting:
    'Una pregunta sin respuesta se guarda hasta el día que se le mostró, al enviarla, a quien la escribió.',
  proofKeptAudit: 'La lista de lo que hizo el equipo se guarda sin fin.',
  proofVersion: 'Servidor: kith-server {version}',
  proofVersionNone: 'El servidor no dice su versión.',

  proofKey: 'La llave del buzón',
  proofKeyAge: {
    one: 'Se usa desde hace {n} día.',
    many: 'Se usa desde hace {n} de días.',
    other: 'Se usa desde hace {n} días.',
  },
  proofKeyLeft: {
    one: 'Se puede usar {n} día más.',
    many: 'Se puede usar {n} de días más.',
    other: 'Se puede usar {n} días más.',
  },
  proofKeyOffer: 'Es un buen momento para cambiarla.',
  proofKeyOver:
    'Su tiempo terminó: nadie puede preguntar hasta que una persona responsable la haya cambiado.',
  proofKeyNone: 'El buzón todavía no se ha abierto.',
  proofKeyChange: 'A “Equipo”, donde la cambian las personas responsables',

  proofAudit: 'Qué hizo el equipo',
  proofAuditIntro: 'Por día y por nombre. Nunca qué pregunta.',
  proofAuditNone: 'Todavía nada.',
  proofAuditOlder: 'Días anteriores',
  proofAuditLine: '{name} {deeds}',
  proofAuditSheet: 'Alguien con la hoja de recuperación',
  proofAuditLeft: 'Alguien que ya no está ({id})',
  proofAuditUnknown: { one: '{deed}', many: '{deed} ({n} de veces)', other: '{deed} ({n} veces)' },
  auditMadeBox: 'preparó el buzón',
  auditOpenedSession: { one: 'entró', many: 'entró {n} de veces', other: 'entró {n} veces' },
  auditClaimedQuestion: { one: 'empezó {n}', many: 'empezó {n}', other: 'empezó {n}' },
  auditAnsweredQuestion: { one: 'respondió {n}', many: 'respondió {n}', other: 'respondió {n}' },
  auditClosedQuestion: {
    one: 'cerró preguntas una vez',
    many: 'cerró preguntas {n} de veces',
    other: 'cerró preguntas {n} veces',
  },
  auditSignedManifest: {
    one: 'cambió los ajustes o la llave',
    many: 'cambió los ajustes o la llave {n} de veces',
    other: 'cambió los ajustes o la llave {n} veces',
  },
  auditSignedRoster: {
    one: 'cambió el equipo',
    many: 'cambió el equipo {n} de veces',
    other: 'cambió el equipo {n} veces',
  },
  auditSignedCatalogue: {
    one: 'cambió lo publicado',
    many: 'cambió lo publicado {n} de veces',
    other: 'cambió lo publicado {n} veces',
  },
  auditOpenedSheet: { one: 'la usó', many: 'la usó {n} de veces', other: 'la usó {n} veces' },
  auditProvedSheet: { one: 'la probó', many: 'la probó {n} de veces', other: 'la probó {n} veces' },
  auditChangedSheet: {
    one: 'hizo una hoja de recuperación nueva',
    many: 'hizo {n} de hojas de recuperación nuevas',
    other: 'hizo {n} hojas de recuperación nuevas',
  },
  auditRecoveredAccount: {
    one: 'volvió con la hoja de recuperación',
    many: 'volvió con la hoja de recuperación {n} de veces',
    other: 'volvió con la hoja de recuperación {n} veces',
  },
  auditMadeInvitation: {
    one: 'invitó a una persona',
    many: 'invitó a {n} de personas',
    other: 'invitó a {n} personas',
  },
  auditRemovedInvitation: {
    one: 'retiró una invitación',
    many: 'retiró {n} de invitaciones',
    other: 'retiró {n} invitaciones',
  },
  auditAcceptedInvitation: {
    one: 'dejó entrar a una persona en el equipo',
    many: 'dejó entrar a {n} de personas en el equipo',
    other: 'dejó entrar a {n} personas en el equipo',
  },
  auditChangedAccount: {
    one: 'hizo palabras nuevas para entrar',
    many: 'hizo palabras nuevas para entrar {n} de veces',
    other: 'hizo palabras nuevas para entrar {n} veces',
  },
  auditChangedRules: {
    one: 'cambió las reglas de la casa',
    many: 'cambió las reglas de la casa {n} de veces',
    other: 'cambió las reglas de la casa {n} veces',
  },
  auditMadePublication: {
    one: 'apartó {n} para publicar',
    many: 'apartó {n} para publicar',
    other: 'apartó {n} para publicar',
  },
  auditRemovedPublication: {
    one: 'quitó lo que estaba apartado',
    many: 'quitó lo que estaba apartado {n} de veces',
    other: 'quitó lo que estaba apartado {n} veces',
  },
  auditChangedOrigins: {
    one: 'cambió qué sitios web pueden llevar el buzón',
    many: 'cambió qué sitios web pueden llevar el buzón {n} de veces',
    other: 'cambió qué sitios web pueden llevar el buzón {n} veces',
  },
};
