import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/microsoft-fixture.js
var workTenant = "11111111-2222-4333-8444-555555555555";
var personalTenant = "9188040d-6c67-4c5b-b112-36a304b66dad";
/** `tenant`: as it stands in the addresses, `common` or an id. */
function microsoftFixture(kind, tenant) {
	const tenantOf = tenantsOf(tenant);
	const claims = (person) => claimsOf(person, tenantOf(person));
	return defineFixture({
		kind,
		fitted: (endpoints) => microsoftFixture(kind, tenantIn(endpoints)),
		sources: [
			"https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc",
			"https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference",
			"https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow",
			"https://learn.microsoft.com/en-us/entra/identity-platform/authentication-national-cloud",
			"https://learn.microsoft.com/en-us/entra/identity-platform/migrate-off-email-claim-authorization"
		],
		lastVerified: "2026-11-27",
		paths: {
			authorization: "/oauth2/v2.0/authorize",
			token: "/oauth2/v2.0/token",
			endSession: "/oauth2/v2.0/logout"
		},
		subjectOf: (person) => `AAAAAAAAAAAAAAAAAAAAAIk${String(person.number).padStart(20, "0")}`,
		claims,
		sendsIssuer: false,
		issuerOf: (person, issuer) => `${issuer}/${tenantOf(person)}/v2.0`,
		api: {
			"/v1.0/me": (person, subject) => jsonAnswer({
				id: subject,
				displayName: person.name,
				mail: person.email,
				userPrincipalName: person.email
			}),
			"POST /v1.0/me/getMemberObjects": () => jsonAnswer({ value: ["group-1", "group-2"] })
		},
		denied: {
			error: "access_denied",
			error_description: "AADSTS65004: User declined to consent to access the app."
		},
		expected: () => ({
			emailVerified: false,
			picture: null
		}),
		cases: [
			{
				name: "an address whose domain the tenant owns",
				claims: {
					sub: "a",
					tid: workTenant,
					email: "a@contoso.example",
					xms_edov: "1"
				},
				expected: {
					email: "a@contoso.example",
					emailVerified: true
				}
			},
			{
				name: "an address that any administrator may have written (nOAuth)",
				claims: {
					sub: "a",
					tid: workTenant,
					email: "victim@example.com",
					email_verified: true,
					xms_edov: false
				},
				expected: {
					email: "victim@example.com",
					emailVerified: false
				}
			},
			{
				name: "an account without a name",
				claims: {
					sub: "a",
					tid: workTenant,
					preferred_username: "a@contoso.example"
				},
				expected: {
					name: "a@contoso.example",
					email: null
				}
			},
			{
				name: "an answer without a subject",
				claims: {
					tid: workTenant,
					oid: "o"
				},
				expected: "refused"
			}
		]
	});
}
function tenantsOf(tenant) {
	if (/^[0-9a-f]{8}-/.test(tenant)) return () => tenant;
	if (tenant === "consumers") return () => personalTenant;
	if (tenant === "organizations") return () => workTenant;
	return (person) => person.number % 2 === 0 ? workTenant : personalTenant;
}
/** What stands in the place of the tenant: the first segment of each address. */
function tenantIn({ authorization = "" }) {
	return URL.canParse(authorization) ? new URL(authorization).pathname.split("/")[1] ?? "" : "";
}
function claimsOf(person, tid) {
	return {
		tid,
		oid: `00000000-0000-0000-0000-${String(person.number).padStart(12, "0")}`,
		ver: "2.0",
		name: person.name,
		preferred_username: person.email ?? `${person.username}@contoso.example`,
		...person.email !== null && { email: person.email }
	};
}
export { microsoftFixture as t };
