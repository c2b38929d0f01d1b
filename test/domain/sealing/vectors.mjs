/**
 * Known answers of the sealing. The numbers of kith-box/1 were computed once with node:crypto and @hpke/core alone, not by the code that
 * they test; they never change, since boxes in use depend on them. Byte strings in hex, documents in base64url.
 */

/**
 * RFC 9180, from the test-vectors.json that its authors publish: mode base, kem_id 16, kdf_id 1, aead_id 2. `accumulated` is the first
 * 16 bytes of SHAKE128 over 1,000 ciphertexts; their additional data and texts are drawn in turn from SHAKE128 of nothing (one byte for a
 * length, then so many bytes). `aad`, `pt` and `ct` are the first of them.
 */
export const RFC_9180 = {
  info: '4f6465206f6e2061204772656369616e2055726e',
  ikmE: 'a90d3417c3da9cb6c6ae19b4b5dd6cc9529a4cc24efb7ae0ace1f31887a8cd6c',
  ikmR: 'a0ce15d49e28bd47a18a97e147582d814b08cbe00109fed5ec27d1b4e9f6f5e3',
  skRm: '317f915db7bc629c48fe765587897e01e282d3e8445f79f27f65d031a88082b2',
  pkRm: '04abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356c',
  enc: '04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0',
  accumulated: '8d3263541fc1695b6e88ff3a1208577c',
  aad: '9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef263cb1eea988004b93103cfb0aeefd2a686e01fa4a58e8a3639ca8a1e3f9ae57e235b8cc873c23dc62b8d260169afa2f75ab916a58d974918835d25e6a435085b2badfd6dfaac359a5efbb7bcc4b59d538df9a04302e10c8bc1cbf1a0b3a5120ea',
  pt: 'cda7cfad765f5623474d368ccca8af0007cd9f5e4c849f',
  ct: 'd704b49d07bb7a1d303b4c633169a3849186fe4f803d43462c7d0800f679c46806bf6ecd9464e4',
};

/** kith-box/1 from end to end, with keys and codes from fixed seeds. */
export const KITH_BOX_1 = {
  manifest: {
    pin: '47HwCVFc8_9Zld6KQfc_vT4TbQEfBKYUylyAXEow_H0',
    document: {
      payload:
        'eyJ2IjoxLCJib3hJZCI6IldwTlBWNTNIZW03VTdSWTBsdFdOYnciLCJlcG9jaCI6Mywic3VpdGUiOjEsInBrIjoiQkNwODNpVlZfaHU0cWhUaDR5RzJmOFl6LUgtY2FveWE1VV93d3BZSGpPM18zcE4wSjZoOWZYT1FoUFNkNHlxY1BiajBIX2lKQ0xDQVA3TThnNGJZcjg0Iiwibm90QmVmb3JlIjoyMDcwMCwibm90QWZ0ZXIiOjIwNzkwLCJzcGsiOiJCR1BHZXJRa2NQckZPZTZrRWtpTXhyZ1JEcHkzdUZwNEJ2SktHY3BkY2djZlhXbWJBdWZROXkzaUxobk8yMVNEMnRqYjJvZ3lkTEV5X2hBNXE3ZXJVa28iLCJob3VycyI6eyJ0aW1lWm9uZSI6IkV1cm9wZS9Mb25kb24iLCJ0aW1lcyI6W3sic3RhcnQiOiIyMDI2LTExLTAzVDE5OjAwIiwicnVsZSI6IkZSRVE9V0VFS0xZO0JZREFZPVRVIiwibWludXRlcyI6NjB9XSwiYXdheVVudGlsIjoiMjAyNy0wMS0wNSJ9LCJ0b3BpY3MiOlsiRmFtaWx5IiwiV29yayJdLCJsYW5ndWFnZSI6ImVuLUdCIiwicmV0ZW50aW9uRGF5cyI6OTB9',
      idPk: 'BBKFy9iHoj3dSIL3Z15xJKuR2Ad2Vkvbl_aoy5Md95xOaQ_R6DRklVUFidDogD2HJ18Rlshc0kC0KHzKvQdiCcQ',
      sig: 'AMZOcKZOLH1np8lIbE1Dzpn5YI5lz6F5_RMZdKM5OtZ1YotEUOUgAPKEdhHjm6r1WHIcO-2GzV0nEb1MUxs6Zw',
    },
  },
  boxId: '5a934f579dc77a6ed4ed163496d58d6f',
  code: {
    bytes: '9c547f8d0c4f34419202de8bd853f5',
    symbols: 'KHA7Z38C9WT434G2VT5XGMZN',
    shown: 'KHA7Z-38C9W-T434G-2VT5X-GMZNT',
    locator: 'b8f6a57bcd3f8def2d793855c58a18f9',
    erase: '385385d648327a1b0ef10ff9f41583c13c644f46234477af423e78c8ecd88083',
    eraseHash: 'af8a72c1bcfcf20ed4ae7fd2bd177a962c8ce63ad72385b55041fbc032a5b69c',
    kAns: '923d56a9fd86f848153fe2f56713c8516397292cbe0f050809ba556e98b383b2',
  },
  epoch: {
    seed: '48ea1cfbacd229e4f167455a7af54a15f125748ab72ceb49c12f63a56e55f08b',
    pair: 'a20e422dc29bc61846333e4e3f9f8749a3b8f2215fa02bc5e126951f11b0391e042a7cde2555fe1bb8aa14e1e321b67fc633f87f9c6a8c9ae54ff0c296078cedffde937427a87d7d739084f49de32a9c3db8f41ff88908b0803fb33c8386d8afce',
    keyId: 'b2833d552cccfb52',
  },
  question: {
    text: 'How do I tell my sister?\n“Zoë” asked me twice. 🙂',
    lang: 'en-GB',
    topic: 'Family',
    mayPublish: true,
    ephemeralSeed: '2ca9a5761f0f074d801a30bef288a1beeac68b54e9c08af7176526f7f0c9fefc',
    aad: '6b6974682d626f782f312f7175657374696f6e0000040000000100040000000100105a934f579dc77a6ed4ed163496d58d6f0008b2833d552cccfb520010b8f6a57bcd3f8def2d793855c58a18f90020af8a72c1bcfcf20ed4ae7fd2bd177a962c8ce63ad72385b55041fbc032a5b69c',
    enc: '044e9e1bc0e5324d147a0f0e2c5b03bcb437bb11bc3ca83ff0732a86fc7a92b4c101c2a26f4077c26a72dff5a63f7b7bcc84de2505457bea0fe6edc406997b443a',
    ctSha256: '0580fb9c2ce6fc39f84b5b32e281b3b7f4d5121359ff372db03bcd7677a8e14c',
    bodyHash: '93a7b0f1a23d39216a29976b2bd28392594c37f74c126e4a77003dcaecf59ec6',
  },
  answer: {
    seq: 2,
    text: 'You are not alone.\nCome on Tuesday.',
    day: 20778,
    iv: 'dec921996907ef7ddecc0fbb',
    aad: '6b6974682d626f782f312f616e737765720000105a934f579dc77a6ed4ed163496d58d6f0010b8f6a57bcd3f8def2d793855c58a18f90006616e73776572000400000002',
    ctSha256: 'b462611a5172c794c86cdf9c3c0c391eb0f4bab985c7709053bbff0901ce8d93',
  },
  staff: {
    passphrase: ' Correct  HORSE ｂattery staple\tone two three ',
    salt: 'aa3ad16eca6a899e15bed55f7dd4d3a3',
    facilitatorId: 'amina',
    kAuth: 'ee633684771084d20948453e8377343210fa6a297bc93b4a5f892fa99eee46ff',
    kWrap: '01537c001a4e6c6f850f59b021d7911dcc383920ca8e4fb4ca2aeb7dca058aea',
  },
  invitation: {
    secret: 'eff60d78e721b9e02b60a342d121d86b',
    verifyPk:
      '0463c67ab42470fac539eea412488cc6b8110e9cb7b85a7806f24a19ca5d72071f5d699b02e7d0f72de22e19cedb5483dad8dbda883274b132fe1039abb7ab524a',
    claim: '8e8252bfa4f2c7a5097d9bd966f996f9ab2a2319b658a96652e4199c016504a9',
    claimHash: 'b68032a0631cc6dd5b1ff7520a84150b0ab15b7c07fd332aaaf95966d05eff2b',
    mac: '76ee79b77b1823a42601920b5127eccc4757c5b95fa4679441402b63ebf7f767',
  },
  fingerprint: ['disgrace', 'material', 'unstable', 'glutton', 'baton', 'recycled', 'lyrics', 'exorcism'],
  recovery: {
    bytes: '3e4d278635471e4fad6727419ebf601f',
    shown: '7S6-JF1-HN8-WF4-ZBB-74X-0SX-FV0-3W0',
    pk: '04364e0afd6c5c827a15fab013b0e3b82aedee5d1174490e1f3be4b7a78720cf41d8d810e06beeaf748705e104473d56fda2103c7d39336aaf5f30673ad1dc5543',
    auth: 'b38f131b6cea069441f409c1ce4e9e891d4d78af23a4a97ecd2c9087c2c06b99',
  },
  sheetTest: {
    text: 'abacus stream zoom',
    answer: 'e3db73fe3d760d927cae06b1e0e1f59eab27d7bddee79903e8ccad69582a2e50',
    answerHash: 'e31c49ef3cf3873625d2d70bfcb954e2dd07315bfc3de294956d6ba5b8419230',
  },
  // A draft on the question above, by `amina`: its `pair` signs.
  teamNote: {
    pair: '5c0db8233a469c1fceafb0377ae9063a16ac7057a5efad989ecdda71df026c1f04adf7e587ab2d2b113bce3460905da05a08127b07ea88a960cede4fa1388e22e866ab64c5288ae86bd0f7485c7a065805d6f1fa96ac4ed04e58101c089fd0d319',
    content: '{"text":"Dear you,\\n“Zoë” 🙂","step":2}',
    aad: '6b6974682d626f782f312f7465616d2d6e6f7465000005647261667400105a934f579dc77a6ed4ed163496d58d6f0008b2833d552cccfb520010b8f6a57bcd3f8def2d793855c58a18f9',
    sig: 'a0a8c74cc648aad5e8cbf06ca5fe06c35c04467a0287fb3bf1ceb5d6e1615b524c8090af786d2942b51f206d84e76e7a7834764626e7f944bb3a24ec7a0f8cb5',
    ephemeralSeed: '1636430c46497f2ea9eb27721f03108d95a0fbb261b929a525cd41f0d2e0e1dc',
    enc: '04debbe961810289c58e21879c784c04553f9f69f40176b071fe6c6beb834b38623256b06a5f662ca818a7e9a4a1643be312b5d90dfb7648bfa733b14cc13a523a',
    ctSha256: 'e6134d7b9fd3980f6e400f51de9d07fadbbb66ecc691767c5a85cc66f8b116ea',
  },
  tombstone: '2ec6d8427a9c9221d2aac90bdabbd44c5282f795b8213163c604f62a22992f2f',
};
