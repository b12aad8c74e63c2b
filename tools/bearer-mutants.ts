// Mutants of the rules in section P, written by hand; each removes one rule from the sources. Part of tools/mutant-list.ts.
import type { Mutant } from './mutant-list.ts'

const tests = ['conformance/p-bearer.test.ts']
const check = 'src/oauth/resource/check-access-token.ts'
const verify = 'src/oauth/resource/verify-access-token.ts'
const claims = 'src/oauth/resource/read-token-claims.ts'
const proof = 'src/oauth/resource/dpop-proof.ts'
const introspect = 'src/oauth/resource/introspect.ts'
const clientTests = ['conformance/p-native-client.test.ts']
const callbackCode = 'src/native/callback-code.ts'
const find = 'src/oauth/resource/find-access-token.ts'

export const bearerMutants: readonly Mutant[] = [
  {
    rule: 'Bearer: only the keys of the issuer that a token names verify it',
    cases: ['P3'],
    tests,
    edits: [
      {
        file: verify,
        find: "typeof iss === 'string' ? issuers.get(iss) : undefined",
        replace: '[...issuers.values()][0]',
      },
    ],
  },
  {
    rule: 'Bearer: a token is for this API',
    cases: ['P2'],
    tests,
    edits: [
      {
        file: claims,
        find: 'if (!audiencesIn(aud).some((audience) => issuer.audiences.includes(audience)))',
        replace: 'if (audiencesIn(aud).length > 99)',
      },
    ],
  },
  {
    rule: 'Bearer: a token that its issuer calls a refresh token is none',
    cases: ['P4'],
    tests,
    edits: [{ file: claims, find: '  checkKind(checked)\n', replace: '' }],
  },
  {
    rule: 'Bearer: a JWT without the type of an access token is none',
    cases: ['P4'],
    tests,
    edits: [
      {
        file: verify,
        find: '  if (isTyped) return\n',
        replace: '  if (isTyped || typ === undefined) return\n',
      },
    ],
  },
  {
    rule: 'Bearer: the algorithm is one of the list',
    cases: ['P5'],
    tests,
    edits: [{ file: verify, find: '|| !algorithms.includes(alg))', replace: '|| algorithms.length > 99)' }],
  },
  {
    rule: 'Bearer: a token has an end',
    cases: ['P6'],
    tests,
    edits: [
      { file: claims, find: 'if (exp !== undefined || !mayLack.exp) {', replace: 'if (exp !== undefined) {' },
    ],
  },
  {
    rule: 'Bearer: a token in the query spoils the request',
    cases: ['P7'],
    tests,
    edits: [{ file: find, find: 'if (hasTokenInQuery(target)) {', replace: 'if (target.length > 99_999) {' }],
  },
  {
    rule: 'Bearer: all scopes of the route are needed',
    cases: ['P9'],
    tests,
    edits: [{ file: check, find: 'if (missing.length > 0) {', replace: 'if (missing.length > 1) {' }],
  },
  {
    rule: 'Bearer: what the token does not say of its sign-in is not proved',
    cases: ['P9'],
    tests,
    edits: [
      { file: check, find: 'age === null || age > maxAgeSeconds', replace: '(age ?? 0) > maxAgeSeconds' },
    ],
  },
  {
    rule: 'Bearer: a token that is bound to a key is no bearer token',
    cases: ['P10'],
    tests,
    edits: [
      {
        file: check,
        find: "if (thumbprint !== null && shown.scheme === 'bearer')",
        replace: "if (thumbprint === '')",
      },
      {
        file: check,
        find: '    if (thumbprint === null) return\n',
        replace: "    if (thumbprint === null || shown.scheme === 'bearer') return\n",
      },
    ],
  },
  {
    rule: 'Bearer: a bond that cannot be proved here is not overlooked',
    cases: ['P10'],
    tests,
    edits: [
      {
        file: claims,
        find: "if (typeof jkt !== 'string' || jkt === '' || other !== undefined) {",
        replace: "if (jkt === undefined) return null\n  if (typeof jkt !== 'string') {",
      },
    ],
  },
  {
    rule: 'DPoP: the proof is made with the key that the token is bound to',
    cases: ['P10'],
    tests,
    edits: [
      {
        file: proof,
        find: 'if (expected.thumbprint !== null && !sameText(thumbprint, expected.thumbprint))',
        replace: "if (expected.thumbprint === '')",
      },
    ],
  },
  {
    rule: 'DPoP: the proof names the access token',
    cases: ['P10'],
    tests,
    edits: [
      {
        file: proof,
        find: 'if (expected.accessToken !== null && ath',
        replace: 'if (expected.accessToken === ath && ath',
      },
    ],
  },
  {
    rule: 'DPoP: the proof is for this method',
    cases: ['P11'],
    tests,
    edits: [{ file: proof, find: 'if (htm !== method)', replace: 'if (htm === undefined)' }],
  },
  {
    rule: 'DPoP: the proof is for this address',
    cases: ['P11'],
    tests,
    edits: [
      { file: proof, find: 'if (wanted === null || found !== wanted)', replace: 'if (wanted === null)' },
    ],
  },
  {
    rule: 'DPoP: a proof is shown once',
    cases: ['P11'],
    tests,
    edits: [
      {
        file: proof,
        find: 'if (!(await useOnce(mark, endsAt + clocksDifferMilliseconds)))',
        replace: 'if (!mark)',
      },
    ],
  },
  {
    rule: 'DPoP: an old proof is refused',
    cases: ['P11'],
    tests,
    edits: [
      {
        file: proof,
        find: 'if (iat < seconds - lifetimeSeconds - clockToleranceSeconds)',
        replace: 'if (iat < 0)',
      },
    ],
  },
  {
    rule: 'DPoP: a nonce is one that this server gave lately',
    cases: ['P11'],
    tests,
    edits: [
      {
        file: 'src/oauth/resource/dpop-nonces.ts',
        find: "return opened.state === 'valid'",
        replace: "return opened.state !== 'invalid'",
      },
    ],
  },
  {
    rule: 'Introspection: an answer ends with its token',
    cases: ['P12'],
    tests,
    edits: [
      { file: introspect, find: '&& !isPast(claims?.checked.exp, now)', replace: '' },
      { file: claims, find: '|| exp <= seconds - clockToleranceSeconds)', replace: ')' },
    ],
  },
  {
    rule: 'Introspection: an answer counts for its stated time',
    cases: ['P12'],
    tests,
    edits: [{ file: introspect, find: '< seconds * 1000', replace: '< seconds * 9_999_000' }],
  },
  {
    rule: 'Introspection: active is a boolean',
    cases: ['P12'],
    tests,
    edits: [{ file: introspect, find: "if (typeof active !== 'boolean')", replace: 'if (active === null)' }],
  },
  {
    rule: 'Introspection: an issuer speaks for its own tokens alone',
    cases: ['P3'],
    tests,
    edits: [
      { file: introspect, find: 'if (iss !== undefined && iss !== issuer) {', replace: "if (iss === '') {" },
    ],
  },
  {
    rule: 'Bearer: nothing of a token breaks the header of a refusal',
    cases: ['P14'],
    tests,
    edits: [
      { file: 'src/oauth/resource/refuse-access.ts', find: `.replaceAll('"', "'")`, replace: '' },
      {
        file: 'src/oauth/resource/refuse-access.ts',
        find: String.raw`.replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]+/g, ' ')`,
        replace: '',
      },
    ],
  },
  {
    rule: 'Own client: the answer is of this sign-in (state)',
    cases: ['P15'],
    tests: clientTests,
    edits: [{ file: callbackCode, find: " ||\n    query.get('state') !== state\n", replace: '\n' }],
  },
  {
    rule: 'Own client: the answer came to the redirect URI, with its query',
    cases: ['P15'],
    tests: clientTests,
    edits: [
      {
        file: callbackCode,
        find: '!callback.startsWith(',
        replace: "!'x'.startsWith('' && ",
      },
    ],
  },
  {
    rule: 'Own client: no other API sets the clock',
    cases: ['P15'],
    tests: clientTests,
    edits: [
      {
        file: 'src/native/native-client.ts',
        find: 'target === origin && clock.learn(first)',
        replace: 'clock.learn(first)',
      },
    ],
  },
  {
    rule: 'Own client: the answer is of the server that was asked (iss)',
    cases: ['P15'],
    tests: clientTests,
    edits: [
      {
        file: callbackCode,
        find: "if (query.get('iss') !== issuer)",
        replace: "if (query.get('iss') === '')",
      },
    ],
  },
  {
    rule: 'Own client: the token goes to no other origin',
    cases: ['P15'],
    tests: clientTests,
    edits: [
      {
        file: 'src/native/native-client.ts',
        find: 'if (target === null || !allowed.includes(target))',
        replace: 'if (target === null)',
      },
    ],
  },
  {
    rule: 'Own client: all who wait share one refresh',
    cases: ['P15'],
    tests: clientTests,
    edits: [
      { file: 'src/native/native-client.ts', find: 'refreshing ??= lock', replace: 'refreshing = lock' },
    ],
  },
  {
    rule: 'Carried data is opened with the seal of this application',
    cases: ['P16'],
    tests: ['conformance/p-carried-data.test.ts'],
    edits: [
      {
        file: 'src/flows/sign-in/carried-data.ts',
        find: "if (opened.state !== 'valid' || repeated.length > 0) {",
        replace: "if (opened.state === 'invalid') return null\n  if (repeated.length > 99) {",
      },
    ],
  },
  {
    rule: 'A signal fires for what another server has ended',
    cases: ['P17'],
    tests: ['conformance/p-signed-out-sockets.test.ts'],
    edits: [
      {
        file: 'src/sessions/session-signals.ts',
        find: '      readAll()\n      return\n',
        replace: '      return\n',
      },
    ],
  },
]
