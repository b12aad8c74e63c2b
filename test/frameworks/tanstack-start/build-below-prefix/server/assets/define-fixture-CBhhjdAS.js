import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/define-fixture.js
/**
* Completes a fixture: answers of RFC 6749 where the provider has none of its own, and people who are read as they are.
*
* @example
* ```ts
* import { defineFixture, jsonAnswer } from 'latchkey/kit'
*
* export const fixture = defineFixture({
*   kind: 'acme',
*   sources: ['https://developer.acme.example/oauth'],
*   lastVerified: '2026-11-27',
*   api: { '/me': (person, subject) => jsonAnswer({ uuid: subject, mail: person.email, name: person.name }) },
*   // Acme does not say whether an address was verified.
*   expected: () => ({ emailVerified: false, picture: null }),
* })
* ```
*/
function defineFixture(description) {
	const { expected } = description;
	return {
		subjectOf: (person) => `${person.key}-${person.number.toString(36).padStart(8, "0")}`,
		api: {},
		tokenAnswer: (grant) => jsonAnswer(tokenAnswerOf(grant)),
		tokenError: (error, error_description) => jsonAnswer({
			error,
			error_description
		}, error === "invalid_client" ? 401 : 400),
		denied: {
			error: "access_denied",
			error_description: "The person refused."
		},
		...description,
		expected: (person, subject) => {
			const { email, emailVerified, name, picture } = person;
			return {
				subject,
				email,
				emailVerified,
				name,
				picture,
				...expected?.(person, subject)
			};
		}
	};
}
/** RFC 6749 §5.1, OpenID Connect Core §3.1.3.3. */
function tokenAnswerOf(grant) {
	return {
		access_token: grant.accessToken,
		token_type: "Bearer",
		expires_in: grant.lifetimeSeconds,
		...grant.scopes.length > 0 && { scope: grant.scopes.join(" ") },
		...grant.refreshToken !== null && { refresh_token: grant.refreshToken },
		...grant.idToken !== null && { id_token: grant.idToken }
	};
}
export { tokenAnswerOf as n, defineFixture as t };
