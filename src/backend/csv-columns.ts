/**
 * What the columns of a sheet may be called, in English, Spanish, German and French. The first name
 * of each is the one in the template and in hints.
 */
import { plain } from '../domain/words/plain.js';

/** Names of a column, written as in `columnKey`. */
const NAMES = {
  id: 'id|group id|ref|kennung|gruppen id|identificador|identifiant',
  name: 'group name|name|group|title|meeting|gruppe|gruppenname|titel|grupo|nombre|titulo|groupe|nom|titre',
  summary: 'summary|description|about|beschreibung|zusammenfassung|descripcion|resumen|resume|descriptif',
  topics: 'topics|theme|conditions|category|categories|type|thema|themen|schwerpunkt|tema|sujets|thematiques',
  audience: 'audience|who it is for|for|zielgruppe|fur wen|publico|para quien|dirigido a|pour qui|publics',
  day: 'day|weekday|day of week|day of the week|when|tag|tage|wochentag|wochentage|wann|dia|dia de la semana|cuando|jour|jour de la semaine|quand',
  time: 'time|start time|meeting time|uhrzeit|zeit|beginn|hora|horario|hora de inicio|heure|horaire|heure de debut|debut',
  end: 'end time|end|ends at|finish|finish time|until|to time|ende|endzeit|uhrzeit bis|bis|hora de fin|fin|heure de fin',
  duration: 'duration|length|dauer|duracion|duree',
  repeats:
    'repeats|frequency|how often|recurrence|rrule|rule|wiederholung|turnus|haufigkeit|wie oft|repeticion|frecuencia|periodicidad|repetition|frequence|periodicite',
  start:
    'start date|starts|first date|first meeting|starting from|from|startdatum|ab|fecha de inicio|primera fecha|desde|date de debut|a partir de|a partir du',
  date: 'date|datum|termin|fecha',
  cancelled:
    'cancelled dates|cancelled|no meeting|no meeting on|exceptions|abgesagt|abgesagte termine|fallt aus am|ausnahmen|cancelados|canceladas|fechas canceladas|excepciones|annule|dates annulees',
  moved: 'moved dates|moved|rescheduled|verschoben|verschobene termine|fechas cambiadas|dates deplacees',
  note: 'note|comments|remarks|hinweis|hinweise|bemerkung|bemerkungen|anmerkung|anmerkungen|nota|observaciones|comentarios|remarque|commentaire',
  attendance:
    'in person or online|attendance|format|mode|online|prasenz oder online|art|form|presencial o en linea|modalidad|formato|presentiel ou en ligne|modalite',
  venue: 'venue|place|location|where|venue name|room|treffpunkt|raum|wo|lugar|sitio|sede|sala|lieu|salle|ou',
  address: 'address|street|adresse|anschrift|direccion',
  town: 'town|city|locality|stadt|ort|ciudad|localidad|municipio|ville|commune',
  district: 'district|neighbourhood|stadtteil|bezirk|barrio|distrito|quartier|arrondissement',
  region: 'region|county|province|bundesland|provincia|departement',
  postcode: 'postcode|postal code|zip|plz|postleitzahl|codigo postal|cp|code postal',
  country: 'country|land|pais|pays',
  latitude: 'latitude|lat|breitengrad|breite|latitud',
  longitude: 'longitude|lng|lon|long|langengrad|longitud',
  directions: 'directions|how to find us|how to get there|wegbeschreibung|anfahrt|como llegar|acces',
  access: 'access|accessibility|accessible|barrierefreiheit|zugang|accesibilidad|acceso|accessibilite',
  languages: 'languages|sprache|sprachen|idioma|lenguas|langue',
  leader: 'leader|facilitator|hosts|leitung|moderation|facilitador|responsable|animation',
  ledBy: 'led by|leadership|geleitet von|dirigido por|anime par',
  training: 'training|leader training|qualifications|ausbildung|formacion|formation',
  joining:
    'joining|how to join|registration|anmeldung|teilnahme|inscripcion|como apuntarse|inscription|reservation',
  joiningNote:
    'joining note|booking note|how to book|hinweis zur anmeldung|nota de inscripcion|precision inscription',
  cost: 'cost|price|fee|kosten|preis|coste|precio|cout|prix|tarifs',
  confidentiality: 'confidentiality|privacy|vertraulichkeit|confidencialidad|privacidad|confidentialite',
  contactName:
    'contact name|contact|contact person|ansprechpartner|kontakt|contacto|persona de contacto|personne a contacter',
  phone: 'phone|telephone|tel|mobile|phone number|telefon|telefono|telephone contact',
  email: 'email|mail|correo|correo electronico|courriel|adresse e mail',
  website: 'website|web|url|link|page|webseite|sitio web|pagina web|site|site web',
  joinLink:
    'join link|meeting link|zoom link|zoom|zugangslink|enlace de conexion|enlace zoom|lien de connexion|lien zoom',
  joinPhone: 'join phone|dial in|einwahlnummer|telefono de conexion|numero de connexion',
  joinNote: 'join note|passcode|password|zugangscode|contrasena|codigo de acceso|mot de passe|code d acces',
  zone: 'time zone|zeitzone|zona horaria|fuseau horaire',
  checked:
    'last checked|checked|last updated|updated|zuletzt gepruft|stand|aktualisiert|ultima revision|actualizado|derniere verification|mis a jour',
  talking: 'must i talk|do i have to speak|muss ich sprechen|tengo que hablar|dois je parler',
  companion:
    'bring someone|may i bring someone|darf ich jemanden mitbringen|puedo ir con alguien|puis je venir accompagne',
  lateOrEarly:
    'late or early|arrive late or leave early|may i arrive late or leave early|spater kommen oder fruher gehen|llegar tarde o irse antes|arriver en retard ou partir plus tot',
  size: 'how many come|group size|gruppengrosse|cuantas personas vienen|combien de personnes',
  greeter: 'who greets|who greets me|wer begrusst mich|quien me recibe|qui m accueille',
  door: 'which door|entrance|welche tur|eingang|que puerta|entrada|quelle porte|entree',
  nameNeeded:
    'name needed|is my name needed|muss ich meinen namen nennen|hace falta mi nombre|dois je donner mon nom',
  camera: 'camera|camera and microphone|kamera|kamera und mikrofon|camara|camara y microfono|camera et micro',
  contactOutside:
    'contact outside|contact outside meetings|kontakt zwischen den treffen|contacto entre reuniones|contact entre les rencontres',
  unsafe:
    'if it felt unsafe|whom to tell if it felt unsafe|wenn es sich nicht sicher anfuhlte|si no te sentiste segura|si ca ne s est pas bien passe',
  quote: 'quote|testimonial|zitat|cita|testimonio|citation|temoignage',
  quoteBy: 'quote by|zitat von|cita de|citation de',
  consent: 'quote consent|consent|permission to quote|einwilligung|consentimiento|consentement',
  calendar: 'calendar name|calendar|kalendername|nombre en el calendario|nom dans le calendrier',
};

export type Column = keyof typeof NAMES;

const LABELS = new Map(
  Object.entries(NAMES).map(([column, names]) => [column, names.split('|', 1)[0] ?? '']),
);

/** The name that a hint should call the column by. */
export function columnName(column: Column): string {
  return LABELS.get(column) ?? column;
}

/** Headers differ in case, accents, spaces, plural and what stands in brackets: "Start_Times*", "start time (24 h)". */
function columnKey(header: string): string {
  return plain(header.replace(/\(.*?\)|\[.*?\]/g, ''))
    .replace(/[^\p{L}\d]+/gu, '')
    .replace(/s$/, '');
}

let columns: Map<string, Column> | undefined;

/** The column that a header names. */
export function columnOf(header: string): Column | undefined {
  columns ??= new Map(
    (Object.keys(NAMES) as Column[]).flatMap((column) =>
      NAMES[column].split('|').map((name) => [columnKey(name), column] as const),
    ),
  );
  return columns.get(columnKey(header));
}

/** Names in the order of the template. */
export const columnNames: readonly string[] = [...LABELS.values()];

/** True for a header in a language whose writers put the day first in a date. */
export function isDayFirstHeader(header: string): boolean {
  return /^(?:fecha|dia|nombre|grupo|hora|tag|wochentag|gruppe|uhrzeit|ort|datum|nom|jour|heure|groupe|ville|date de)/.test(
    plain(header),
  );
}
