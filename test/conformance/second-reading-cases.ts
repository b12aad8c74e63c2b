// Findings of a second, white-box review and of reports from people who operate sign-in: one rule per row, with the
// test file that verifies it. The test is named after the row.

export interface SecondReadingCase {
  /**
   * `N`, the group and a number. Groups: F opens too much, H locks legitimate users out, W hides the reason, P stops a
   * developer, S deployments, C the catalogue of providers, I the inspector.
   */
  readonly id: `N${'F' | 'H' | 'W' | 'P' | 'S' | 'C' | 'I'}${number}${'' | 'b'}`
  readonly rule: string
  /** Relative to test/. */
  readonly heldBy: string
}

export const secondReadingCases: readonly SecondReadingCase[] = [
  {
    id: 'NC1',
    rule: 'A notification that the provider did not sign for this application, an old one and a replay change nothing',
    heldBy: 'conformance/n-notifications.test.ts',
  },
  {
    id: 'NC2',
    rule: 'A request to delete data is carried out once, on the word of the provider alone, and its receipt names no person',
    heldBy: 'conformance/n-notifications.test.ts',
  },
  {
    id: 'NF1',
    rule: 'A guard admits only a session that this auth has read itself, whatever stands at the request.',
    heldBy: '../src/testing/contract/adapter/sign-in-cases.ts',
  },
  {
    id: 'NF2',
    rule: 'A GET starts, ends or finishes something only as a page that a person opens in a tab',
    heldBy: 'conformance/n-navigation.test.ts',
  },
  {
    id: 'NF3',
    rule: 'A sign-in whose moment nothing proves is never recent',
    heldBy: 'conformance/n-freshness.test.ts',
  },
  {
    id: 'NF4',
    rule: 'A session that starts from a waiting identity keeps the end, level, age and claims of the answer',
    heldBy: 'conformance/n-freshness.test.ts',
  },
  {
    id: 'NF5',
    rule: 'Seals, stored sessions and cookie names are those of one origin, also where others have the secret.',
    heldBy: 'conformance/n-audience.test.ts',
  },
  {
    id: 'NF6',
    rule: 'What may happen once is marked when it has happened, so that a retry after a failure finds it undone',
    heldBy: 'conformance/n-marks.test.ts',
  },
  {
    id: 'NF7',
    rule: 'No public value prints, inspects or serializes to a client secret or a key',
    heldBy: 'unit/providers/definition/hidden-secrets.test.ts',
  },
  {
    id: 'NF8',
    rule: 'Every way to add a parameter is held against one table, in any case and with brackets',
    heldBy: 'unit/oauth/login/authorization-url.test.ts',
  },
  {
    id: 'NF9',
    rule: 'Two providers with one issuer do not start unless it is said that they know the same people',
    heldBy: 'unit/setup/resolve-options.test.ts',
  },
  {
    id: 'NF10',
    rule: 'A session is read by the latchkey() that it is for, and by no other one of the same origin or store.',
    heldBy: 'conformance/n-audience.test.ts',
  },
  {
    id: 'NF11',
    rule: 'A step-up is answered by the provider of the session, or by any linked one that reaches the demanded level',
    heldBy: 'conformance/n-freshness.test.ts',
  },
  {
    id: 'NF12',
    rule: 'Linking takes a sign-in by a click since the offer for a proof, and none that the provider dates before it',
    heldBy: 'conformance/n-freshness.test.ts',
  },
  {
    id: 'NF13',
    rule: 'Numbers beyond 2^53 are exact in every source, so that two people never become one.',
    heldBy: 'conformance/n-answers.test.ts',
  },
  {
    id: 'NF14',
    rule: 'Unlinking an account ends the sessions that it started, revokes its tokens, and the page says so',
    heldBy: 'conformance/n-people.test.ts',
  },
  {
    id: 'NF15',
    rule: 'A sign-out clears the cookie in any case, and says what could not be done',
    heldBy: 'conformance/n-requests.test.ts',
  },
  {
    id: 'NF16',
    rule: 'A silent login that is refused reaches log, hooks and audit',
    heldBy: 'conformance/n-requests.test.ts',
  },
  {
    id: 'NF17',
    rule: 'An origin that is not this machine is production, unless NODE_ENV says development or test, and the log says so',
    heldBy: 'conformance/n-environment.test.ts',
  },
  {
    id: 'NF18',
    rule: 'Refused requests of one account write a bounded number of audit rows',
    heldBy: 'conformance/n-requests.test.ts',
  },
  {
    id: 'NF19',
    rule: 'A strangely named cookie of another application neither fails a login nor is written back',
    heldBy: 'conformance/n-navigation.test.ts',
  },
  {
    id: 'NF20',
    rule: 'A word that every object has as a property is no entry of a table',
    heldBy: 'conformance/n-outbound.test.ts',
  },
  {
    id: 'NF21',
    rule: 'An address with a password is refused as ORIGIN, and no message repeats the password',
    heldBy: 'conformance/n-environment.test.ts',
  },
  {
    id: 'NF22',
    rule: 'HTTP/2 says the host as an authority: development answers there as it does over HTTP/1.1',
    heldBy: 'conformance/n-outbound.test.ts',
  },
  {
    id: 'NF23',
    rule: 'A new SQLite file, what SQLite writes beside it and their folder are readable by their owner only',
    heldBy: 'unit/stores/sqlite.test.ts',
  },
  {
    id: 'NF24',
    rule: 'Addresses of clouds and of the special-purpose registries are not public',
    heldBy: 'conformance/n-outbound.test.ts',
  },
  {
    id: 'NF25',
    rule: 'The range of Next.js leaves out releases with published ways around a proxy',
    heldBy: 'unit/adapters/next.test.ts',
  },
  {
    id: 'NH0',
    rule: 'The doctor examines every entry of the catalogue once credentials are set, and dies of none',
    heldBy: 'conformance/n-doctor.test.ts',
  },
  {
    id: 'NH0b',
    rule: 'A form of a page under no-referrer is ours where the browser vouches for it; else the refusal names the policy',
    heldBy: 'conformance/n-origin.test.ts',
  },
  {
    id: 'NH1',
    rule: 'A missing userinfo endpoint in the metadata does not prevent a sign-in with a complete ID token.',
    heldBy: 'conformance/n-answers.test.ts',
  },
  {
    id: 'NH2',
    rule: 'Userinfo that cannot be used is not used; another subject is always refused; what is stored stays.',
    heldBy: 'conformance/n-answers.test.ts',
  },
  {
    id: 'NH3',
    rule: 'An optional member of the metadata that cannot be used counts as absent, with a notice.',
    heldBy: 'conformance/n-answers.test.ts',
  },
  {
    id: 'NH4',
    rule: 'A provider that refuses PKCE is declared to; elsewhere the detail names PKCE as a suspect',
    heldBy: 'conformance/n-sending.test.ts',
  },
  {
    id: 'NH5',
    rule: 'HS256 with the client secret is accepted only where the provider’s description names it.',
    heldBy: 'conformance/n-answers.test.ts',
  },
  {
    id: 'NH6',
    rule: 'The very same key listed twice is one key.',
    heldBy: 'conformance/n-answers.test.ts',
  },
  {
    id: 'NH7',
    rule: 'A refresh repeats the granted scopes where the provider wants them',
    heldBy: 'unit/oauth/server/send-form.test.ts',
  },
  {
    id: 'NH8',
    rule: 'The logout address is bounded, names the client, and has the provider’s own parameter names',
    heldBy: 'conformance/n-sending.test.ts',
  },
  {
    id: 'NH9',
    rule: 'Subjects issued anew lead to no offer without a way out; a migration window keeps each user and takes over none',
    heldBy: 'conformance/n-people.test.ts',
  },
  {
    id: 'NH10',
    rule: 'A token answer as a form is read.',
    heldBy: 'unit/oauth/tokens/token-answer.test.ts',
  },
  {
    id: 'NH11',
    rule: 'Nothing that a provider or a stranger sends makes a cookie or an address too large, or reaches a store that cannot keep it',
    heldBy: 'conformance/n-sizes.test.ts',
  },
  {
    id: 'NH12',
    rule: 'A clock that is set back ends every wait and makes nothing fresh for longer.',
    heldBy: 'conformance/n-answers.test.ts',
  },
  {
    id: 'NH13',
    rule: 'Servers tell each other of a user with any id at all',
    heldBy: 'unit/stores/parts/change-messages.test.ts',
  },
  {
    id: 'NH14',
    rule: 'An address that cannot be decoded is answered with 400, and no spelling of a guarded path is open.',
    heldBy: 'unit/adapters/next.test.ts',
  },
  {
    id: 'NH15',
    rule: 'Fields that follow the claims hold from the first session on, and go when the claim goes',
    heldBy: 'conformance/n-people.test.ts',
  },
  {
    id: 'NH16',
    rule: 'What a callback brings once beside the code reaches the provider’s own mapping, bounded',
    heldBy: 'conformance/n-sending.test.ts',
  },
  {
    id: 'NH17',
    rule: 'A profile may use the token answer, a query and a lenient type',
    heldBy: 'unit/oauth/login/fetch-claims.test.ts',
  },
  {
    id: 'NH18',
    rule: 'A picture that needs an access token is left out',
    heldBy: 'unit/providers/definition/define-provider.test.ts',
  },
  {
    id: 'NH19',
    rule: 'A refusal that the metadata may explain makes the next login look again, with a cooldown.',
    heldBy: 'conformance/n-answers.test.ts',
  },
  {
    id: 'NH20',
    rule: 'Where a provider sends no usable auth_time, a declared way to ask again proves a recent sign-in; the refusal says what is missing',
    heldBy: 'conformance/n-freshness.test.ts',
  },
  {
    id: 'NH21',
    rule: 'A refresh that the provider refuses offers the way to a new grant, deletes nothing, and leaves a line.',
    heldBy: 'conformance/n-answers.test.ts',
  },
  {
    id: 'NH22',
    rule: 'A logout token without exp counts once, by a declared option and its bounded age',
    heldBy: 'conformance/n-sending.test.ts',
  },
  {
    id: 'NH23',
    rule: 'A secret that Basic would change goes into the body where that is announced',
    heldBy: 'unit/oauth/server/client-authentication.test.ts',
  },
  {
    id: 'NH24',
    rule: 'The audience of a client assertion is the issuer, or the token endpoint where declared',
    heldBy: 'unit/oauth/server/client-authentication.test.ts',
  },
  {
    id: 'NH25',
    rule: 'A secret that no announced method takes is named before anybody is sent away',
    heldBy: 'unit/oauth/server/client-authentication.test.ts',
  },
  {
    id: 'NH26',
    rule: 'The text after a refusal follows what was asked and what was refused.',
    heldBy: 'conformance/n-answers.test.ts',
  },
  {
    id: 'NI1',
    rule: 'In production there is no inspector: nothing is recorded, and its address answers like any that does not exist.',
    heldBy: 'conformance/n-inspector.test.ts',
  },
  {
    id: 'NI2',
    rule: 'The inspector answers loopback hosts only, so DNS rebinding reads nothing.',
    heldBy: 'conformance/n-inspector.test.ts',
  },
  {
    id: 'NI3',
    rule: 'The inspector answers connections from this machine only, also behind a proxy, and not where the host cannot tell.',
    heldBy: 'conformance/n-inspector.test.ts',
  },
  {
    id: 'NI4',
    rule: 'The inspector shows no code, token, state, nonce, verifier, cookie or secret, and people in part.',
    heldBy: 'conformance/n-inspector.test.ts',
  },
  {
    id: 'NW1',
    rule: 'The provider’s error and description reach the log and the developer’s page, bounded and without secrets.',
    heldBy: 'conformance/n-answers.test.ts',
  },
  {
    id: 'NW2',
    rule: 'A refusal that comes without state redeems nothing, is reported, and blames no browser.',
    heldBy: 'conformance/n-answers.test.ts',
  },
  {
    id: 'NW3',
    rule: 'A refused certificate is reported as what it is, with the remedy, and never as an outage.',
    heldBy: 'unit/oauth/server/unreachable.test.ts',
  },
  {
    id: 'NW4',
    rule: 'Requests to providers go through the proxy that the environment names; what cannot be used is said at start',
    heldBy: 'conformance/n-outbound.test.ts',
  },
  {
    id: 'NW5',
    rule: 'The log hides secrets by value and shape, and no name of an error.',
    heldBy: 'conformance/n-answers.test.ts',
  },
  {
    id: 'NW6',
    rule: 'What was expected and what was found stand in the detail of a refusal.',
    heldBy: 'conformance/n-answers.test.ts',
  },
  {
    id: 'NW7',
    rule: 'The doctor walks the way of a sign-in up to the person, and tells a wrong secret and a wrong redirect URI',
    heldBy: 'unit/cli/doctor.test.ts',
  },
  {
    id: 'NW8',
    rule: 'Metadata and requests of the server may have addresses of their own beside the exact issuer',
    heldBy: 'unit/oauth/server/backchannel.test.ts',
  },
  {
    id: 'NW9',
    rule: 'Hints pass by a list; what is not on it is refused aloud',
    heldBy: 'conformance/n-sending.test.ts',
  },
  {
    id: 'NW10',
    rule: 'A blank travels as %20',
    heldBy: 'unit/oauth/login/authorization-url.test.ts',
  },
  {
    id: 'NW11',
    rule: 'Each option of a provider has a variable, checked at start; a misspelt one is said',
    heldBy: 'conformance/n-environment.test.ts',
  },
  {
    id: 'NW12',
    rule: 'An issuer may have apostrophes, parentheses, semicolons and exclamation marks',
    heldBy: 'unit/outbound/endpoint-url.test.ts',
  },
  {
    id: 'NP2',
    rule: 'An existing row is adopted only on the final word of the provider that runs the mailbox, and a refusal has the reason of the application',
    heldBy: 'conformance/n-people.test.ts',
  },
  {
    id: 'NP3',
    rule: 'A refused server action gets what the script of Next.js understands, a form without script is sent to sign in.',
    heldBy: 'unit/adapters/next.test.ts',
  },
  {
    id: 'NP4',
    rule: 'An application of the environment bundles where no optional driver is installed',
    heldBy: 'frameworks/bundlers.ts',
  },
  {
    id: 'NP5',
    rule: 'latchkey() reads the variables of each of its providers; what code says, wins',
    heldBy: 'conformance/n-environment.test.ts',
  },
  {
    id: 'NP6',
    rule: 'Programs that ask for JSON get the address to go to, and JSON errors',
    heldBy: 'conformance/n-requests.test.ts',
  },
  {
    id: 'NP7',
    rule: 'An own account page gets the request, the own user, devices by name and icons with a size',
    heldBy: 'conformance/n-requests.test.ts',
  },
  {
    id: 'NP8',
    rule: 'Each person of a test without a subject is a person of their own, with any kind of user',
    heldBy: 'conformance/n-people.test.ts',
  },
  {
    id: 'NP9',
    rule: 'Guides promise an offer to link, and rules about Origin, only as they are',
    heldBy: 'habits/documents.test.ts',
  },
  {
    id: 'NP10',
    rule: 'A page of the local identity provider lets the application send the browser on to any origin, as real providers do',
    heldBy: 'conformance/n-stand-in.test.ts',
  },
  {
    id: 'NP11',
    rule: 'A link to the sign-out address shows the button and ends nothing',
    heldBy: 'conformance/n-requests.test.ts',
  },
  {
    id: 'NP12',
    rule: 'The claims that the application names are kept with the session, and no others',
    heldBy: 'conformance/n-people.test.ts',
  },
  {
    id: 'NP13',
    rule: 'People of the local identity provider have pictures, drawn on this machine; references are words that can be typed',
    heldBy: 'conformance/n-stand-in.test.ts',
  },
  {
    id: 'NP14',
    rule: 'A start that fails lists everything that stands in its way',
    heldBy: 'conformance/n-environment.test.ts',
  },
  {
    id: 'NP14b',
    rule: 'The folder of development keeps itself out of the repository',
    heldBy: 'unit/setup/development.test.ts',
  },
  {
    id: 'NS1',
    rule: 'Two nextLatchkey() of one program stay two; the bundles of one program share one.',
    heldBy: 'unit/adapters/next.test.ts',
  },
  {
    id: 'NS2',
    rule: 'No redirect to the configured name is made of an address that the browser may never have seen, and none twice',
    heldBy: 'conformance/n-origin.test.ts',
  },
  {
    id: 'NS3',
    rule: 'What a browser or a router fetches ahead begins no login and uses none up',
    heldBy: 'conformance/n-navigation.test.ts',
  },
  {
    id: 'NS4',
    rule: 'Applications in one database keep to their own schema, by option or by the search path',
    heldBy: 'contract/store-schemas.test.ts',
  },
  {
    id: 'NS5',
    rule: 'Hosts that sleep after their answer are kept awake until hooks and writes are done.',
    heldBy: 'unit/adapters/wait-until.test.ts',
  },
  {
    id: 'NS6',
    rule: 'What the application does first to every request, it does to the routes of sign-in too.',
    heldBy: '../src/testing/contract/adapter/sign-in-cases.ts',
  },
  {
    id: 'NS7',
    rule: 'A build with prerendered pages needs no variable; nothing is made before the first request at run time',
    heldBy: 'unit/adapters/sveltekit.test.ts',
  },
  {
    id: 'NS8',
    rule: 'Behind a proxy that strips a prefix, what browsers are given has it',
    heldBy: 'conformance/n-origin.test.ts',
  },
  {
    id: 'NS9',
    rule: 'A refusal of a foreign origin names what was expected and what came',
    heldBy: 'conformance/n-origin.test.ts',
  },
  {
    id: 'NS10',
    rule: 'Where a connection belongs to one request, each use opens its own and none is kept',
    heldBy: 'contract/store-connections.test.ts',
  },
  {
    id: 'NS11',
    rule: 'Making tables says that a tool which drops unknown tables must leave them alone',
    heldBy: 'unit/cli/migrate.test.ts',
  },
  {
    id: 'NS12',
    rule: 'What the guide shows for hosts without an adapter and for WebSockets runs as it stands, and lets in who is signed in',
    heldBy: 'e2e/hosts-without-adapter.test.ts',
  },
  {
    id: 'NS12b',
    rule: 'A folder that cannot be written is an error that names the variable to set',
    heldBy: 'unit/setup/development.test.ts',
  },
  {
    id: 'NS13',
    rule: 'Errors of another copy of the package are recognized; what needs the same copy says so.',
    heldBy: 'unit/errors.test.ts',
  },
  {
    id: 'NS14',
    rule: 'The door of the environment reaches no optional driver by a path that a bundler must follow',
    heldBy: 'frameworks/bundlers.ts',
  },
]
