/** Types of vectors.mjs, which Node and the browsers both read. */
export const RFC_9180: Readonly<
  Record<'info' | 'ikmE' | 'ikmR' | 'skRm' | 'pkRm' | 'enc' | 'accumulated' | 'aad' | 'pt' | 'ct', string>
>;
export const KITH_BOX_1: {
  readonly manifest: {
    readonly pin: string;
    readonly document: { readonly payload: string; readonly idPk: string; readonly sig: string };
  };
  readonly boxId: string;
  readonly code: Readonly<
    Record<'bytes' | 'symbols' | 'shown' | 'locator' | 'erase' | 'eraseHash' | 'kAns', string>
  >;
  readonly epoch: Readonly<Record<'seed' | 'pair' | 'keyId', string>>;
  readonly question: {
    readonly text: string;
    readonly lang: string;
    readonly topic: string;
    readonly mayPublish: boolean;
  } & Readonly<Record<'ephemeralSeed' | 'aad' | 'enc' | 'ctSha256' | 'bodyHash', string>>;
  readonly answer: { readonly seq: number; readonly text: string; readonly day: number } & Readonly<
    Record<'iv' | 'aad' | 'ctSha256', string>
  >;
  readonly staff: Readonly<Record<'passphrase' | 'salt' | 'facilitatorId' | 'kAuth' | 'kWrap', string>>;
  readonly invitation: Readonly<Record<'secret' | 'verifyPk' | 'claim' | 'claimHash' | 'mac', string>>;
  readonly fingerprint: readonly string[];
  readonly recovery: Readonly<Record<'bytes' | 'shown' | 'pk' | 'auth', string>>;
  readonly sheetTest: Readonly<Record<'text' | 'answer' | 'answerHash', string>>;
  readonly teamNote: Readonly<
    Record<'pair' | 'content' | 'aad' | 'sig' | 'ephemeralSeed' | 'enc' | 'ctSha256', string>
  >;
  readonly tombstone: string;
};
