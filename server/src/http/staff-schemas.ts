/** What the desk sends and is given. Its bodies are strict: a field that is not known here is refused, not passed over. */
import * as v from 'valibot';
import { TEAM_NOTE } from '../../../src/domain/sealing/server.js';
import { AUDIT_ACTIONS, AUDIT_KINDS } from '../audit-words.js';
import { Answer, bytes, count, day, integer, locator, Question, SignedDocument } from './schema-parts.js';

const memberId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));
const iterations = integer(600_000, 5_000_000);
const role = v.picklist(['keeper', 'facilitator']);
const state = v.picklist(['new', 'answered', 'closed']);
const seconds = v.pipe(count, v.description('seconds since 1970'));

const SealedKey = v.object({
  kind: v.picklist(['epoch', 'publishing', 'identity']),
  keyId: bytes(8),
  to: bytes(8),
  enc: bytes(65),
  ct: bytes(113),
});

const keys = v.pipe(v.array(SealedKey), v.maxLength(1000));
const Wrapped = v.object({ iv: bytes(12), ct: bytes(210) });
/** A note of the staff, padded to the size of its kind. */
const note = (kind: keyof typeof TEAM_NOTE) =>
  v.object({ keyId: bytes(8), enc: bytes(65), ct: bytes(TEAM_NOTE[kind] + 16) });

/** The same in one piece. */
const draft = bytes(8 + 65 + TEAM_NOTE.draft + 16);

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200), v.regex(/^[^\x00-\x1f]*$/));

/** What signing in needs of a new account or passphrase. */
const secrets = { salt: bytes(16), iterations, authHash: bytes(32), wrapped: Wrapped };

const NewMember = v.object({
  id: v.pipe(memberId, v.description('best 16 random hexadecimal digits: what an unknown name is shown')),
  ...secrets,
});

const SheetTest = v.object({ pk: bytes(65), key: SealedKey, question: Question });
const Sheet = v.object({ authHash: bytes(32), test: SheetTest, answerHash: bytes(32) });

export const MakingBox = v.strictObject({
  claim: bytes(32),
  boxId: bytes(16),
  roster: SignedDocument,
  member: NewMember,
  keys,
  sheet: Sheet,
});
export const MadeBox = v.object({ boxId: bytes(16) });

export const AskingSalt = v.strictObject({ name });
export const Salt = v.object({ id: memberId, salt: bytes(16), iterations });

export const SigningIn = v.strictObject({ id: memberId, kAuth: bytes(32) });
export const SignedIn = v.object({
  token: bytes(32),
  idleSeconds: integer(1, 86_400),
  absoluteSeconds: integer(1, 86_400),
  wrapped: Wrapped,
});

export const ChangingAccount = v.strictObject({
  kAuth: v.pipe(bytes(32), v.description('of the passphrase until now')),
  ...secrets,
});

const origin = v.pipe(v.string(), v.maxLength(300), v.regex(/^https?:\/\/[^\s/?#@*]+$/));

const Invited = v.object({
  claimHash: bytes(32),
  name,
  role,
  by: memberId,
  until: seconds,
  enrolment: v.nullable(v.object({ id: memberId, pk: bytes(65), verifyPk: bytes(65), mac: bytes(32) })),
});

export const StaffBox = v.object({
  manifest: v.nullable(SignedDocument),
  manifests: v.pipe(v.array(SignedDocument), v.description('of every epoch, the oldest first')),
  rosters: v.array(SignedDocument),
  keys: v.array(SealedKey),
  catalogue: v.nullable(SignedDocument),
  counts: v.object({ new: count, answered: count, closed: count }),
  oldestWaitingDay: v.nullable(day),
  today: day,
  backupDay: v.nullable(day),
  sheet: v.object({ provenDay: v.nullable(day) }),
  invitations: v.pipe(v.array(Invited), v.description('for keepers; none for others')),
  rules: v.nullable(note('rules')),
  origins: v.object({ box: v.array(v.string()), server: v.array(v.string()) }),
  publications: count,
  server: v.object({ version: v.string(), backupDays: integer(0, 3650), proofPrefix: v.string() }),
  me: v.object({ id: memberId, role }),
});

const place = v.object({ day, locator });

export const Listing = v.strictObject({
  state,
  after: v.optional(place),
  limit: v.optional(integer(1, 100)),
});
export const Listed = v.object({
  questions: v.array(
    v.object({
      question: Question,
      day,
      state,
      expiresDay: day,
      claimBy: v.nullable(memberId),
      claimUntil: v.nullable(seconds),
      draft: v.nullable(draft),
      answers: v.pipe(v.array(Answer), v.maxLength(3)),
    }),
  ),
  next: v.nullable(place),
});

export const OneQuestion = v.strictObject({ locator });
export const Claimed = v.object({ claimUntil: seconds });
export const Drafting = v.strictObject({ locator, draft: v.nullable(draft) });
export const Closing = v.strictObject({ locators: v.pipe(v.array(locator), v.maxLength(200)) });
export const Closed = v.object({ closed: count });
export const Answering = v.strictObject({ locator, answer: Answer });

const publicationId = bytes(16);
const publicationIds = v.pipe(v.array(publicationId), v.maxLength(500));

export const PuttingManifest = v.strictObject({
  manifest: SignedDocument,
  keys,
  catalogue: v.optional(
    v.pipe(
      SignedDocument,
      v.description('signed by the new publishing key, so that readers never meet one without the other'),
    ),
  ),
});
export const PuttingRoster = v.strictObject({
  roster: SignedDocument,
  keys,
  accept: v.optional(v.pipe(bytes(32), v.description('claim hash of an invitation that was used'))),
  sheet: v.optional(Sheet),
});
export const PuttingCatalogue = v.strictObject({
  catalogue: SignedDocument,
  published: v.optional(v.pipe(publicationIds, v.description('drafts that stand in it now'))),
});

export const Inviting = v.strictObject({ claimHash: bytes(32), name, role });
export const InvitedUntil = v.object({ until: seconds });
export const Withdrawing = v.strictObject({ claimHash: bytes(32) });
export const AskingInvitation = v.strictObject({ claim: bytes(32) });
export const Invitation = v.object({ name, role, by: memberId, rosters: v.array(SignedDocument) });
export const Enrolling = v.strictObject({
  claim: bytes(32),
  pk: bytes(65),
  verifyPk: bytes(65),
  mac: bytes(32),
  member: NewMember,
});

const auth = v.pipe(bytes(32), v.description('what the recovery sheet shows'));

export const Recovering = v.strictObject({ auth });
export const Recovered = v.object({
  rosters: v.array(SignedDocument),
  manifests: v.array(SignedDocument),
  keys: v.array(SealedKey),
  test: SheetTest,
});
export const Proving = v.strictObject({ auth, answer: bytes(32) });
export const RecoveringAccount = v.strictObject({
  auth,
  roster: SignedDocument,
  manifest: v.optional(
    v.pipe(
      SignedDocument,
      v.description('the one in force, by the key that signs the roster, where it is by an older one'),
    ),
  ),
  member: NewMember,
  keys,
});

export const PuttingRules = v.strictObject({ note: note('rules') });
const Publication = v.object({ id: publicationId, note: note('publication') });
export const PuttingPublication = v.strictObject(Publication.entries);
export const ListingPublications = v.strictObject({ after: v.optional(publicationId) });
export const Publications = v.object({
  publications: v.array(Publication),
  next: v.nullable(publicationId),
});
export const RemovingPublications = v.strictObject({ ids: publicationIds });

export const PuttingOrigins = v.strictObject({ origins: v.pipe(v.array(origin), v.maxLength(20)) });
export const CheckingPage = v.strictObject({ url: v.pipe(v.string(), v.maxLength(2000)) });
export const CheckedPage = v.object({
  status: v.pipe(integer(100, 599), v.description('of the page')),
  tags: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(2000))),
    v.maxLength(5),
    v.description('opening tags of kith-question-box, as they are written there'),
  ),
});

export const ListingAudit = v.strictObject({
  before: v.optional(day),
});
export const Audit = v.object({
  rows: v.array(
    v.object({
      day,
      actor: v.pipe(
        v.string(),
        v.regex(/^[a-z0-9-]{0,40}$/),
        v.description('id of a member, or nothing for whoever had the recovery sheet'),
      ),
      action: v.picklist(AUDIT_ACTIONS),
      kind: v.picklist(AUDIT_KINDS),
      times: integer(1, Number.MAX_SAFE_INTEGER),
    }),
  ),
  next: v.nullable(day),
});

/** Of what was put: nothing needs to be said. */
export const Done = v.object({});
