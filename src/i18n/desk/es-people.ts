/** Spanish for the desk: who is on the team. */
import type { DeskStrings } from './desk-strings.js';
import type { enDeskPeople } from './en-people.js';

export const esDeskPeople: Pick<DeskStrings, keyof typeof enDeskPeople> = {
  peopleTitle: 'El equipo',
  peopleIntro: 'Todas las personas de esta lista pueden abrir las preguntas. Nadie más puede.',
  peopleYou: 'tú',
  peopleKeeper: 'Responsable',
  peopleFacilitator: 'Facilitación',
  peopleKeeperIs: 'Una persona responsable también responde, y además cuida del equipo y del buzón.',
  peopleFacilitatorIs: 'Quien facilita abre preguntas y las responde.',
  peopleWords: 'Ocho palabras',
  peopleWordsOf: 'Ocho palabras de {name}',
  peopleWordsWhy:
    'Estas palabras representan las llaves de {name}. Si en las dos pantallas están las mismas palabras, las llaves son las mismas.',
  peopleChange: 'Cambiar',
  peopleChangeOf: 'Cambiar: {name}',
  peopleAskKeeper: 'Solo las personas responsables cambian el equipo. Pregunta a: {names}.',
  peopleStale: 'La lista de abajo es la última que llevaba la firma correcta. Ahora no se puede cambiar.',
  peopleTryAgain: 'Mirar otra vez',
  peopleBack: 'Volver al equipo',
  peopleCopy: 'Copiar',
  peopleCopied: 'Copiado',
  peopleNotCopied: 'Selecciónalo y cópialo a mano, por favor',

  peopleInvite: 'Invitar a alguien',
  peopleInviteTitle: 'Invitar a alguien',
  peopleInviteName: 'Su nombre',
  peopleInviteNameHint: 'El nombre que usa el equipo. Con él va a entrar.',
  peopleInviteRole: 'Qué hace',
  peopleInviteMake: 'Crear el enlace',
  peopleNameEmpty: 'Por favor, escribe un nombre.',
  peopleNameLong: 'Por favor, acorta el nombre: 80 letras como mucho.',
  peopleNameTaken: 'Alguien de la lista ya tiene este nombre. Añade algo para distinguirlos, por favor.',
  peopleLinkTitle: 'Un enlace para {name}',
  peopleLinkGive:
    'Dáselo en persona: que lo abra contigo al lado. Funciona una vez. Último momento: {when}. No lo envíes por correo electrónico ni por chat.',
  peopleLinkOnce: 'Aquí se muestra una sola vez. Si se pierde, retira la invitación y haz otra nueva.',
  peopleLinkLabel: 'El enlace',
  peopleLinkNext: 'Después vuelve a mirar aquí: vas a comparar ocho palabras.',
  peopleDone: 'Listo',
  peopleInvited: 'Con invitación',
  peopleInvitedUntil: 'Último momento para usar el enlace: {when}',
  peopleInvitedUsed: 'El enlace se usó. Ahora compara las palabras.',
  peopleInvitedBy: 'invitación de {name}',
  peopleWithdraw: 'Retirar',
  peopleWithdrawOf: 'Retirar la invitación para {name}',
  peopleWithdrawn: 'La invitación para {name} está retirada.',
  peopleCompare: 'Comparar las palabras',
  peopleCompareOf: 'Comparar las palabras de {name}',

  peopleCompareTitle: '¿Son estas las palabras de {name}?',
  peopleCompareHow:
    'Pide a {name} que lea en voz alta las ocho palabras de su pantalla. Compara cada una. Tienes que oír su voz: en persona, o llamando a un número que ya conoces.',
  peopleCompareRoleKeeper:
    '{name} pasa a ser responsable: podrá abrir todas las preguntas y cambiar el equipo y el buzón.',
  peopleCompareRoleFacilitator: '{name} pasa a facilitar: podrá abrir todas las preguntas y responderlas.',
  peopleCompareAlone:
    'Esta mesa se cerró con llave después de crear el enlace, o lo creó otra persona responsable. Por eso no puede comprobar el enlace: ahora solo cuentan las ocho palabras.',
  peopleCompareChecked: 'La mesa ha comprobado el enlace: es el que creaste.',
  peopleCompareSame: 'Comparamos las ocho palabras, y eran las mismas',
  peopleCompareFirst: 'Primero compara las palabras y luego marca aquí, por favor.',
  peopleCompareDiffer: 'No eran las mismas',
  peopleAccept: 'Dejar entrar a {name}',
  peopleAccepted: '{name} ya está en el equipo y puede entrar.',
  peopleDifferTitle: 'Detente aquí',
  peopleDiffer:
    'Si las palabras son otras, las llaves son otras: quizá alguien puso las suyas en medio para leer lo que se pregunta. También puede ser que el enlace se abriera dos veces, o en otra pantalla. Con estas llaves no dejes entrar a nadie.',
  peopleDifferMac:
    'Lo que volvió no se hizo con tu enlace. Quizá alguien puso sus llaves en medio para leer lo que se pregunta. Con estas llaves no dejes entrar a nadie.',
  peopleDifferNext:
    'Retira la invitación. Luego crea un enlace nuevo y dalo otra vez en persona. Si vuelve a pasar, avisa a quien se encarga del servidor, y no dejes entrar a nadie hasta saber por qué.',
  peopleDifferWithdraw: 'Retirar la invitación',

  peopleMemberTitle: '¿Qué cambia para {name}?',
  peopleRename: 'Otro nombre',
  peopleRenameTitle: 'Otro nombre para {name}',
  peopleRenameName: 'Nombre nuevo',
  peopleRenameHint: 'A partir de ahora entra con él. Sus siete palabras no cambian.',
  peopleRenameSave: 'Guardar el nombre',
  peopleRenamed: 'Este es ahora el nombre para entrar: {name}.',
  peopleMakeKeeper: 'Pasa a ser responsable',
  peopleMakeKeeperTitle: '¿Pasa {name} a ser responsable?',
  peopleMakeKeeperMeans:
    '{name} podrá cambiar el equipo y el buzón, igual que tú. Dos responsables es mejor que una sola persona: si una está enferma, la otra puede dejar entrar a la gente.',
  peopleMakeKeeperYes: 'Sí, pasa a ser responsable',
  peopleMadeKeeper: '{name} es ahora responsable.',
  peopleMakeFacilitator: 'Ya no es responsable',
  peopleMakeFacilitatorTitle: '¿{name} deja de ser responsable?',
  peopleMakeFacilitatorMeans:
    '{name} seguirá abriendo preguntas y respondiéndolas. Pero ha tenido el sello del buzón, por el que las páginas lo reconocen. Por eso el buzón recibe un sello nuevo, en tres pasos, igual que cuando se va una persona responsable.',
  peopleMakeFacilitatorYes: 'Sí, y hacer un sello nuevo',
  peopleMadeFacilitator: '{name} ahora facilita y ya no es responsable.',
  peopleLeave: 'Deja el equipo',
  peopleLeaveTitle: '¿{name} deja el equipo?',
  peopleLeaveNow: 'Ya no puede entrar, y lo que llegue a partir de ahora no lo puede abrir.',
  peopleLeaveStill:
    'Si guardó una copia de sus llaves, quizá aún pueda leer preguntas de su época, si logra llegar a ellas, y responderlas en nombre del equipo. Eso no se puede deshacer. Responde pronto lo que espera, y ciérralo.',
  peopleLeaveMoves:
    'El buzón recibe llaves nuevas enseguida. Lo publicado se firma de nuevo. Lo que {name} estaba escribiendo se pierde.',
  peopleLeaveKeeper:
    '{name} es responsable y ha tenido el sello del buzón, por el que las páginas lo reconocen. Por eso el buzón recibe también un sello nuevo, en tres pasos. La mesa te guía. Lleva lo que se tarda en cambiar una línea en tu página.',
  peopleLeaveYes: '{name} deja el equipo ahora',
  peopleLeft: '{name} ya no está en el equipo. El buzón tiene llaves nuevas.',
  peopleSelfOnly:
    'Eres la única persona responsable. Alguien tiene que serlo: antes de irte, haz responsable a otra persona.',
  peopleSelf:
    'Si quieres irte, o dejar de ser responsable, pide a otra persona responsable que lo haga en su mesa. Las llaves nuevas tiene que hacerlas alguien que se queda.',
  peopleSealFirst: 'Hasta que esté hecho, nadie llega ni se va.',

  peopleLockTitle: 'Renovar la cerradura del buzón',
  peopleLockOffer: {
    one: 'A la cerradura del buzón le queda {n} día más. Ya puedes renovarla.',
    many: 'A la cerradura del buzón le quedan {n} de días más. Ya puedes renovarla.',
    other: 'A la cerradura del buzón le quedan {n} días más. Ya puedes renovarla.',
  },
  peopleLockSoon: {
    one: 'A la cerradura del buzón solo le queda {n} día más. Por favor, renuévala.',
    many: 'A la cerradura del buzón solo le quedan {n} de días más. Por favor, renuévala pronto.',
    other: 'A la cerradura del buzón solo le quedan {n} días más. Por favor, renuévala pronto.',
  },
  peopleLockToday: 'Hoy es el último día de la cerradura del buzón. Por favor, renuévala ahora.',
  peopleLockOver:
    'El tiempo de la cerradura del buzón terminó. Las páginas muestran el buzón cerrado, y nadie puede preguntar hasta que se renueve.',
  peopleLockTellKeeper: 'Por favor, avisa a: {names}. Solo una persona responsable puede renovarla.',
  peopleLockDo: 'Renovar la cerradura',
  peopleLockWhy:
    'Cada tres meses el buzón recibe una cerradura nueva. Sus llaves van a todas las personas de esta lista, y a la hoja de recuperación.',
  peopleLockAsk: '¿Están bien todas las personas de esta lista?',
  peopleLockYes: 'Sí, renovar la cerradura',
  peopleLockNo: 'No, alguien no debería estar aquí',
  peopleLockNoThen:
    'Entonces no la renueves todavía. Compara las ocho palabras con esa persona, o sácala del equipo.',
  peopleLockDone: 'El buzón tiene una cerradura nueva. No hay que hacer nada más.',

  peopleSealTitle: 'Un sello nuevo para el buzón',
  peopleSealNotice: 'El buzón está recibiendo un sello nuevo. Todavía queda algo por hacer.',
  peopleSealGoOn: 'Seguir',
  peopleSealWhy:
    'Las páginas reconocen el buzón por su sello. El antiguo lo conoce alguien que ya no debería usarlo.',
  peopleSealSteps: 'Tres pasos',
  peopleSealStep1: 'Se hace el sello nuevo, para las personas responsables y la hoja de recuperación.',
  peopleSealStep2: 'Tu página recibe una línea nueva, con el sello antiguo y el nuevo.',
  peopleSealStep3: 'El buzón se firma con el sello nuevo.',
  peopleSealStepDone: '(hecho)',
  peopleSealStepNow: '(ahora)',
  peopleSealSnippet:
    'Pega esto en tu página en lugar de la línea que hay allí. Hasta que el buzón se firme de nuevo, funciona con los dos sellos.',
  peopleSealSnippetLabel: 'La línea nueva para tu página',
  peopleSealPage: 'Dirección de la página con el buzón',
  peopleSealCheck: 'Mirar la página',
  peopleSealCheckFirst: 'Primero mira la página, por favor.',
  peopleSealSign: 'Firmar con el sello nuevo',
  peopleSealAnyway: 'Seguir sin eso',
  peopleSealAnywayTitle: '¿Seguir aunque no se haya visto la página?',
  peopleSealAnywayMeans:
    'Una página que todavía no tenga la línea nueva no mostrará ningún buzón hasta que la pegues. No se pierde nada.',
  peopleSealAnywayYes: 'Firmar con el sello nuevo de todos modos',
  peopleSealHalf: 'Las páginas ya conocen el sello nuevo. Queda un toque: firmar con él la lista del equipo.',
  peopleSealDone: 'El buzón tiene su sello nuevo.',
  peopleSealAfterTitle: 'Después del sello nuevo',
  peopleSealAfter: 'El buzón recibió un sello nuevo. Faltan dos cosas para que todo esté completo.',
  peopleSealAfterLink:
    'Un enlace nuevo para todo el equipo, como marcador. El antiguo todavía abre la mesa, pero se fía también del sello antiguo.',
  peopleSealAfterLinkLabel: 'El enlace a la mesa',
  peopleSealAfterSnippet: 'Cuando te venga bien: la línea para tu página sin el sello antiguo.',
  peopleSealAfterShow: 'El enlace nuevo y la línea nueva',
  peopleSealOldLink:
    'Abriste la mesa con el enlace del sello antiguo. Por favor, guarda el nuevo como marcador.',

  peopleOwn: 'Para ti',
  peopleOwnWords: 'Palabras nuevas para mí',
  peopleOwnTitle: 'Palabras nuevas para ti',
  peopleOwnWhy:
    'Si alguien pudo ver tus siete palabras, cámbialas por otras nuevas. Las antiguas dejan de valer enseguida.',
  peopleOwnOld: 'Tus siete palabras de hoy',
  peopleOwnMake: 'Quiero palabras nuevas',
  peopleOwnDone: 'Tus palabras nuevas están en tu papel, y las antiguas ya no valen.',
  peopleOwnWrong: 'Estas no son tus palabras de hoy. Por favor, mira otra vez tu papel.',

  peopleSheet: 'La hoja de recuperación',
  peopleSheetTitle: 'Una hoja de recuperación nueva',
  peopleSheetWhy:
    'La hoja abre el buzón cuando no lo abren las palabras de nadie. Una nueva ocupa el lugar de la antigua, que ya no abre nada nuevo.',
  peopleSheetWhat: '¿Qué pasó con la antigua?',
  peopleSheetLost: 'Se perdió o no se puede leer, y nadie más puede haberla visto',
  peopleSheetSeen: 'Quizá alguien la vio, o no lo sé',
  peopleSheetSeenMeans:
    'Quien la haya leído quizá pueda abrir preguntas que hay ahora, si logra llegar a ellas. Por eso el buzón recibe llaves nuevas enseguida, y un sello nuevo en tres pasos, igual que cuando se va una persona responsable.',
  peopleSheetMake: 'Hacer una hoja nueva',
  peopleSheetMakeSeen: 'Hacer una hoja, llaves y un sello nuevos',
  peopleSheetProveLink: 'Probar la hoja en una pestaña nueva',
  peopleSheetUnproven:
    'La hoja de recuperación todavía no se ha probado. Escríbela una vez desde el papel. ¿No la tienes en papel? Haz una nueva más abajo.',
  peopleSheetMade: 'La hoja nueva ya vale. La antigua no abre nada de lo que llegue a partir de ahora.',
};
