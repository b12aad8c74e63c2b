import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/salesforce.js
var fixture = defineFixture({
	kind: "salesforce",
	sources: [
		"https://login.salesforce.com/.well-known/openid-configuration",
		"https://help.salesforce.com/HTViewHelpDoc?id=remoteaccess_using_userinfo_endpoint.htm",
		"https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_using_openid.htm"
	],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		name: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		}
	}),
	expected: () => ({ picture: null }),
	cases: [{
		name: "an address that is not confirmed",
		claims: {
			sub: "https://login.salesforce.com/id/00Dx/005x",
			email: "a@example.com",
			email_verified: false,
			picture: "https://x.file.force.com/p"
		},
		expected: {
			email: "a@example.com",
			emailVerified: false,
			picture: null
		}
	}, {
		name: "an answer without a subject",
		claims: {
			email: "a@example.com",
			email_verified: true
		},
		expected: "refused"
	}]
});
export { fixture };
