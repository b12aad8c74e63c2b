// The case table: what a sign-in system must survive, one sentence each. Tests are named after these ids;
// docs/security-cases.md is written from this table and the tests.

export interface Case {
  readonly id: string
  readonly rule: string
}

export interface CaseSection {
  readonly letter: string
  readonly title: string
  readonly sources: string
  readonly cases: readonly Case[]
}

const section = (
  letter: string,
  title: string,
  sources: string,
  rules: Readonly<Record<string, string>>,
): CaseSection => ({
  letter,
  title,
  sources,
  cases: Object.entries(rules).map(([id, rule]) => ({ id, rule })),
})

export const caseSections: readonly CaseSection[] = [
  section('A', 'Authorization request', 'RFC 9700 §2.1, §4.1, §4.5, §4.7, §4.8; RFC 7636', {
    A1: 'State, nonce and challenge are unpredictable and differ for each attempt, at every provider.',
    A2: 'PKCE is S256 always; the verifier is seen by the token endpoint alone.',
    A3: 'The response type is code; scopes are as configured; no other grant is used.',
    A4: 'A query in the authorization endpoint is kept, and there is no fragment.',
    A5: 'Parameters of a request cannot become parameters of the authorization request.',
    A6: 'Host and forwarding headers do not reach the redirect URI.',
    A7: 'The redirect to the provider is 303; sign-in pages can be neither framed nor cached.',
    A8: 'The client secret never passes through the browser; pushed requests where they are required.',
  }),
  section('B', 'Callback binding', 'RFC 9700 §4.4–4.7, RFC 9207', {
    B1: 'A callback in a browser without its attempt is refused.',
    B2: 'A state that another browser began is refused.',
    B3: 'Malformed, repeated and oversized parameters are refused.',
    B4: 'A code is redeemed once, whatever is delivered twice or at the same time.',
    B5: 'A login whose checks were stripped on the way is refused, and its code stays worthless.',
    B6: 'Another login’s code or ID token is stopped by PKCE or the nonce.',
    B7: 'Mix-up: the answer of one provider is never redeemed at another.',
    B8: 'The issuer of the answer is compared byte for byte, before any token request.',
    B9: 'Errors of a provider are pages; what the provider wrote in them is inert.',
    B10: 'form_post answers work cross-site without SameSite=None, and only with a hand-off.',
    B11: 'HEAD, OPTIONS and prefetches neither begin nor spend an attempt.',
    B12: 'Ten parallel logins in one browser all succeed; abandoned ones cannot fill the Cookie header.',
    B13: 'A callback that is too late says so; an existing session stays.',
    B14: 'The attempt’s cookie is HttpOnly, Secure, SameSite=Lax, __Host-, short and opaque.',
    B15: 'No cookie is taken in the place of another, or from another deployment.',
    B16: 'A login as somebody else starts a new session and links nothing.',
    B17: 'A link is finished in the very session that began it, or refused.',
  }),
  section('C', 'Token endpoint', 'RFC 6749 §5, RFC 9700 §4.6, §4.10', {
    C1: 'Answers that break RFC 6749 §5 are refused; harmless variants are accepted.',
    C2: 'Broken, oversized, compressed, slow and interrupted answers cost bounded time and memory; redirects are not followed.',
    C3: 'Exactly one way of client authentication, correctly encoded, never a second try with the same code.',
    C4: 'An OpenID Connect login without an ID token is refused.',
    C5: 'The code goes to the token endpoint of its own provider alone.',
    C10: 'Tokens that are posted to the application sign nobody in.',
  }),
  section('D', 'ID token', 'OpenID Connect Core §3.1.3.7, §16; RFC 8725', {
    D1: 'Unsigned tokens are refused, in every spelling.',
    D2: 'The public key is never an HMAC secret.',
    D3: 'The algorithm is the announced or registered one.',
    D4: 'A changed signature is refused, with each algorithm.',
    D5: 'A key that the provider did not publish is refused.',
    D6: 'Keys in the token’s own header are ignored, and nothing is fetched for them.',
    D7: 'Unknown critical headers and b64 are refused.',
    D8: 'Without a kid the only fitting key is used; with several the token is refused.',
    D9: 'Keys for encryption, of another type, curve or algorithm, or too small, verify nothing.',
    D10: 'The issuer is compared byte for byte.',
    D11: 'The audience is us; further audiences and a foreign azp are refused.',
    D12: 'exp, iat and nbf are numbers within the tolerance.',
    D13: 'The nonce is this attempt’s.',
    D14: 'The subject is a text of 1 to 255 characters.',
    D15: 'at_hash is checked with every algorithm.',
    D16: 'max_age, acr and session_expiry are verified where they were asked for or sent.',
    D17: 'Encrypted and huge tokens are refused before they cost anything.',
    D18: 'Repeated claims, broken UTF-8, trailing data and wrong dots are refused.',
    D19: 'A valid token of one provider is refused from another.',
    D20: 'No endpoint signs in with an ID token.',
    D21: 'Tokens of one kind are never taken for another kind.',
  }),
  section('E', 'Discovery, keys, userinfo, outbound', 'OpenID Connect Discovery §4.3, Core §5.3, §10.1.1', {
    E1: 'The issuer of the metadata is the configured one, before the browser is sent away.',
    E2: 'Endpoints with other schemes, user names or strange characters are refused.',
    E3: 'Metadata, key sets and userinfo are bounded in time and size; redirects are not followed.',
    E4: 'Where strangers may name servers, private addresses are refused.',
    E5: 'Rotated keys are found; made-up key ids cause no storm.',
    E6: 'Providers that are down stop nobody else, recover alone, and never mean "skip verification".',
    E7: 'Userinfo is about the subject of the ID token, signed answers are verified, the token is in a header.',
    E8: 'A provider that hangs slows no login elsewhere.',
  }),
  section('F', 'Accounts and linking', 'OpenID Connect Core §5.7; ASVS 5.0 §6.8.1, §10.5.2', {
    F1: 'An identity is issuer and subject, byte for byte; large numbers stay exact.',
    F2: 'Nothing is merged by e-mail address; a link is offered to the owner of the mailbox alone.',
    F3: 'An account with an unverified address is not handed to whoever verified it.',
    F4: 'Only the boolean true is verified.',
    F5: 'Changing names and addresses changes nobody; old ones give nobody away.',
    F6: 'Who may sign in is decided by claims, not by the end of an address.',
    F7: 'Tricky addresses merge with nobody.',
    F8: 'Link and unlink need a POST of our own pages and a fresh sign-in; the last account stays.',
    F9: 'A user who is deleted or not allowed has no session.',
    F10: 'Hostile names and pictures are inert and bounded.',
  }),
  section('G', 'Sessions and cookies', 'ASVS 5.0 §3.3, §7', {
    G1: 'The session id is new at each sign-in; a planted one is never the session.',
    G2: 'A copied cookie is dead after the sign-out.',
    G3: 'Idle and absolute ends are held by the server.',
    G4: 'Session cookies are as strict as browsers allow; the store keeps a hash.',
    G5: 'A changed cookie is nobody, and every change gets the same answer.',
    G6: 'Keys rotate: the old one reads, the new one writes, a removed one is dead.',
    G7: 'A weak or absent secret stops a production start.',
    G8: 'Sessions are ended from other devices and servers, and only one’s own.',
    G9: 'Answers that depend on a session are not stored by caches.',
    G10: 'Under concurrency everybody reads about themselves.',
    G11: 'Headers that claim an identity change nothing.',
    G12: 'No spelling of a protected path is open.',
    G13: 'Two different cookies with our name are not believed.',
    G14: 'Floods of cookies are bounded.',
    G15: 'Rubbish in Authorization is nobody.',
    G16: 'Broken configuration, store or database opens nothing.',
    G17: 'No token is readable in a page, an address or a cookie.',
    G18: 'Without a session a protected page shows nothing; programs get 401 JSON.',
  }),
  section('H', 'Redirect targets', 'RFC 9700 §4.11, ASVS 5.0 §3.7.2', {
    H1: 'After a login the browser stays on our origin, whatever returnTo says.',
    H2: 'A hostile address that was asked for does not become a redirect.',
    H3: 'A malformed returnTo is the default.',
    H4: 'The same holds for sign-out and every other page.',
  }),
  section('I', 'Sign-out', 'OpenID Connect RP-Initiated, Back-Channel and Front-Channel Logout', {
    I1: 'Other sites cannot sign anybody out.',
    I2: 'The session here ends first; the provider gets hint, state and the registered address.',
    I3: 'Back-channel logout ends what it names, and refuses every defective token.',
    I4: 'Front-channel logout ends the session of its issuer and sid alone.',
    I5: 'Tokens are revoked; a failure of that keeps no session.',
  }),
  section('J', 'Refresh', 'RFC 9700 §4.14', {
    J1: 'Parallel requests make one refresh.',
    J2: 'An answer without a refresh token keeps the old one.',
    J3: 'A revoked grant is told once.',
    J4: 'An outage keeps the old state.',
    J5: 'A crash in mid-refresh has a documented outcome.',
    J6: 'A refreshed ID token is of the same issuer, subject and audience.',
    J7: 'Narrower scopes are seen.',
  }),
  section('K', 'Other sites', 'Fetch Metadata; ASVS 5.0 §3.5', {
    K1: 'Every POST of ours is refused unless it is proven to come from our own pages.',
    K2: 'Links, images and frames of other sites start no login.',
    K3: 'No answer invites other origins to read it.',
    K4: 'Popups talk to exact origins.',
  }),
  section('L', 'Leaks', 'RFC 9700 §4.2, §4.3', {
    L1: 'Nothing secret is printed or shown, in any run of these tests.',
    L2: 'Nothing of a login stays in an address or leaves by Referer.',
  }),
  section('M', 'Abuse', 'ASVS 5.0 §2.4, §15', {
    M1: 'Logins that nobody finishes leave nothing behind.',
    M2: 'The address of a client is what trusted proxies saw.',
    M3: 'Long and odd parameters cost no more than a moment.',
  }),
]
