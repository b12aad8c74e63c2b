// Cases J: refreshing access tokens (RFC 9700 §4.14).
import { test } from 'node:test'

const skip = 'waits for the token vault'
test('J1 a hundred parallel requests with an expired token make one refresh', { skip })
test('J2 an answer without a refresh token keeps the old one', { skip })
test('J3 invalid_grant is told once, without a loop', { skip })
test('J4 a provider that is down keeps the old state', { skip })
test('J5 a crash between rotation and saving has the documented outcome', { skip })
test('J6 a refreshed ID token of another issuer, subject or audience is refused', { skip })
test('J7 a narrower scope is seen', { skip })
test('oidcc-client-test-refresh-token', { skip })
test('oidcc-client-test-refresh-token-invalid-issuer', { skip })
test('oidcc-client-test-refresh-token-invalid-sub', { skip })
