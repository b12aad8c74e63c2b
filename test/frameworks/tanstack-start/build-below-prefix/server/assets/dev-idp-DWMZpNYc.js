import { O as LatchkeyError } from "./tanstack-start-Dv8No7qj.js";
import { t as isLoopbackHostname } from "./loopback-CYWiIbl7.js";
import { i as LimitedMap } from "./proxy-environment-BCFPzPTj.js";
import { t as readBytes } from "./read-bytes-DXnfTAg3.js";
import { W as makeOwnFolder } from "./start-CCDRng9R.js";
import { createAdaptorServer } from "@hono/node-server";
import { html, raw } from "hono/html";
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import { SignJWT, calculateJwkThumbprint, compactVerify, createLocalJWKSet, exportJWK, generateKeyPair, importJWK, jwtVerify } from "jose";
import { setTimeout } from "node:timers/promises";
import fs, { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
// node_modules/latchkey/dist/dev-idp/answer-faults.js
var answerFaults = {
	deny: {
		place: "authorization",
		label: "The person refuses",
		effect: "The callback carries the provider’s own words for “access denied”."
	},
	wrong_state: {
		place: "authorization",
		label: "Wrong state",
		effect: "The callback carries a state that nobody sent."
	},
	wrong_response_issuer: {
		place: "authorization",
		label: "Wrong iss in the callback",
		effect: "The callback names another issuer (RFC 9207)."
	},
	missing_response_issuer: {
		place: "authorization",
		label: "No iss in the callback",
		effect: "The callback names no issuer although the metadata promises one."
	},
	missing_state: {
		place: "authorization",
		label: "No state",
		effect: "The callback carries no state."
	},
	missing_code: {
		place: "authorization",
		label: "Neither code nor error",
		effect: "The callback carries nothing that says how it went."
	},
	error_without_state: {
		place: "authorization",
		label: "An error without state",
		effect: "The callback carries server_error, but not the state."
	},
	server_error: {
		place: "authorization",
		label: "The provider has an error",
		effect: "The callback carries server_error."
	},
	temporarily_unavailable: {
		place: "authorization",
		label: "The provider is overloaded",
		effect: "The callback carries temporarily_unavailable."
	},
	login_required: {
		place: "authorization",
		label: "The person would have to sign in",
		effect: "The callback carries login_required."
	},
	unauthorized_client: {
		place: "authorization",
		label: "The client may not do this",
		effect: "The callback carries unauthorized_client."
	},
	invalid_scope: {
		place: "authorization",
		label: "A scope is refused",
		effect: "The callback carries invalid_scope."
	},
	missing_email: {
		place: "authorization",
		label: "No e-mail address",
		effect: "The person is the same, but has no e-mail address."
	},
	token_503: {
		place: "token",
		label: "Token endpoint is down",
		effect: "The token endpoint answers 503; the code stays unused."
	},
	slow_token: {
		place: "token",
		label: "Slow token endpoint",
		effect: "The token endpoint takes 10 seconds."
	},
	token_error_invalid_grant: {
		place: "token",
		label: "The code is refused",
		effect: "The token endpoint answers invalid_grant, worded as this provider does."
	},
	html_instead_of_json: {
		place: "token",
		label: "HTML instead of JSON",
		effect: "The token endpoint answers 200 with a web page."
	},
	missing_id_token: {
		place: "token",
		label: "No ID token",
		effect: "The token answer has no id_token.",
		oidcOnly: true
	},
	refresh_reuse: {
		place: "token",
		label: "The refresh token was used before",
		effect: "The next refresh is answered invalid_grant, and all tokens of the sign-in end."
	},
	token_429: {
		place: "token",
		label: "Too many requests",
		effect: "The token endpoint answers 429; the code stays unused."
	},
	token_error_invalid_client: {
		place: "token",
		label: "The client is refused",
		effect: "The token endpoint answers invalid_client, worded as this provider does."
	},
	token_error_redirect_uri: {
		place: "token",
		label: "The redirect URI is refused",
		effect: "The token endpoint answers redirect_uri_mismatch, worded as this provider does."
	},
	token_error_pkce: {
		place: "token",
		label: "PKCE is refused",
		effect: "The token endpoint answers invalid_request, since it does not know code_verifier."
	},
	error_with_status_200: {
		place: "token",
		label: "An error with status 200",
		effect: "The token endpoint answers 200 with an error in it."
	},
	missing_access_token: {
		place: "token",
		label: "No access token",
		effect: "The token answer has no access_token."
	},
	wrong_token_type: {
		place: "token",
		label: "Another kind of token",
		effect: "The token answer says token_type mac."
	}
};
// node_modules/latchkey/dist/dev-idp/claim-faults.js
var claimFaults$1 = {
	wrong_nonce: {
		place: "id-token",
		label: "Wrong nonce",
		effect: "The ID token answers another login.",
		oidcOnly: true
	},
	missing_nonce: {
		place: "id-token",
		label: "No nonce",
		effect: "The ID token has no nonce although one was sent.",
		oidcOnly: true
	},
	wrong_audience: {
		place: "id-token",
		label: "Wrong audience",
		effect: "The ID token is meant for another client.",
		oidcOnly: true
	},
	wrong_issuer: {
		place: "id-token",
		label: "Wrong issuer",
		effect: "The ID token names another issuer.",
		oidcOnly: true
	},
	expired_id_token: {
		place: "id-token",
		label: "Expired ID token",
		effect: "The ID token ended ten minutes ago.",
		oidcOnly: true
	},
	bad_signature: {
		place: "id-token",
		label: "Bad signature",
		effect: "The signature of the ID token does not fit its content.",
		oidcOnly: true
	},
	alg_none: {
		place: "id-token",
		label: "Unsigned ID token",
		effect: "The ID token says alg none and has no signature.",
		oidcOnly: true
	},
	unknown_kid: {
		place: "id-token",
		label: "Unknown key",
		effect: "The ID token is signed with a key that is never published.",
		oidcOnly: true
	},
	rotated_key: {
		place: "id-token",
		label: "Key rotated just now",
		effect: "A new key is published and used at once. A good client looks again and signs in.",
		oidcOnly: true
	},
	wrong_at_hash: {
		place: "id-token",
		label: "Wrong at_hash",
		effect: "The ID token belongs to another access token.",
		oidcOnly: true
	},
	stale_auth_time: {
		place: "id-token",
		label: "Old sign-in",
		effect: "The ID token says that the person signed in a day ago. It matters where max_age was asked.",
		oidcOnly: true
	},
	missing_subject: {
		place: "id-token",
		label: "No subject",
		effect: "The ID token does not say who signed in.",
		oidcOnly: true
	},
	missing_auth_time: {
		place: "id-token",
		label: "No time of sign-in",
		effect: "The ID token has no auth_time. It matters where max_age was asked.",
		oidcOnly: true
	},
	future_id_token: {
		place: "id-token",
		label: "A clock that is ahead",
		effect: "The ID token was issued in ten minutes.",
		oidcOnly: true
	},
	foreign_azp: {
		place: "id-token",
		label: "Two audiences, and another party",
		effect: "The ID token names a second audience, and is meant for that one (azp).",
		oidcOnly: true
	},
	unexpected_alg: {
		place: "id-token",
		label: "Another algorithm",
		effect: "The ID token is signed by HS256 with the client secret, which is not what the metadata announce.",
		oidcOnly: true
	},
	userinfo_503: {
		place: "userinfo",
		label: "Profile endpoint is down",
		effect: "The userinfo endpoint and the API answer 503."
	},
	userinfo_401: {
		place: "userinfo",
		label: "The access token is refused",
		effect: "The userinfo endpoint and the API answer 401."
	},
	empty_profile: {
		place: "userinfo",
		label: "An empty profile",
		effect: "The userinfo endpoint and the API answer 200 with an empty object."
	},
	html_profile: {
		place: "userinfo",
		label: "HTML instead of a profile",
		effect: "The userinfo endpoint and the API answer 200 with a web page."
	},
	wrong_userinfo_subject: {
		place: "userinfo",
		label: "Profile of somebody else",
		effect: "The userinfo answer carries another subject than the ID token.",
		oidcOnly: true
	},
	jwks_503: {
		place: "jwks",
		label: "Key set is down",
		effect: "The key set answers 503.",
		oidcOnly: true,
		perSignIn: false
	},
	empty_key_set: {
		place: "jwks",
		label: "Key set without keys",
		effect: "The key set is published, and empty.",
		oidcOnly: true,
		perSignIn: false
	},
	discovery_503: {
		place: "discovery",
		label: "Discovery is down",
		effect: "The discovery document answers 503.",
		oidcOnly: true,
		perSignIn: false
	},
	discovery_404: {
		place: "discovery",
		label: "No discovery document",
		effect: "The discovery document answers 404.",
		oidcOnly: true,
		perSignIn: false
	},
	discovery_html: {
		place: "discovery",
		label: "HTML instead of metadata",
		effect: "The discovery document is a web page.",
		oidcOnly: true,
		perSignIn: false
	},
	discovery_without_userinfo: {
		place: "discovery",
		label: "No userinfo endpoint",
		effect: "The metadata names no userinfo endpoint, which is only recommended.",
		oidcOnly: true,
		perSignIn: false
	},
	discovery_wrong_issuer: {
		place: "discovery",
		label: "Discovery names another issuer",
		effect: "The issuer in the discovery document is not the one that was asked.",
		oidcOnly: true,
		perSignIn: false
	}
};
// node_modules/latchkey/dist/dev-idp/faults.js
/** All faults by name. */
var faults = {
	...answerFaults,
	...claimFaults$1
};
/** The fault of this name, or null. */
function findFault(name) {
	return Object.hasOwn(faults, name) ? name : null;
}
/** The faults that a page may offer for one sign-in. */
function faultsForSignIn(protocol) {
	return Object.keys(faults).filter((name) => {
		const { oidcOnly = false, perSignIn = true } = faults[name];
		return perSignIn && (protocol === "oidc" || !oidcOnly);
	});
}
// node_modules/latchkey/dist/dev-idp/stand-in.js
function standIn(provider, registration) {
	return placed(provider, registration.place, registration);
}
function placed(provider, at, registration) {
	const { place, clientId, clientSecret, clientKey } = registration;
	const { loginPlace } = provider;
	return Object.freeze({
		...provider.at(at),
		clientId,
		clientSecret,
		clientKey,
		missingOptions: Object.freeze([]),
		at: (elsewhere) => placed(provider, elsewhere, registration),
		...loginPlace && { loginPlace: Object.freeze({
			...loginPlace,
			read: (value) => loginPlace.read(value) === null ? null : place
		}) }
	});
}
// node_modules/latchkey/dist/providers/fixtures/index.js
/** By `Provider.kind`. Without a prototype: any text may be looked up. */
var loaders = Object.freeze(Object.assign(Object.create(null), {
	adfs: () => import("./adfs-CxzxJa3v.js"),
	airtable: () => import("./airtable-Bw_KWj4O.js"),
	amazon: () => import("./amazon-TKY_ZGLv.js"),
	anilist: () => import("./anilist-Dp4EbKr9.js"),
	apple: () => import("./apple-Cuq8jaj4.js"),
	arcgis: () => import("./arcgis-v0Ee86by.js"),
	asana: () => import("./asana-DtQoVaIU.js"),
	asgardeo: () => import("./asgardeo-BmFU8rtc.js"),
	atlassian: () => import("./atlassian-Dkz5oXOf.js"),
	auth0: () => import("./auth0-w799Nqt8.js"),
	authelia: () => import("./authelia-B5MMI25I.js"),
	authentik: () => import("./authentik-BIwLpwUO.js"),
	autodesk: () => import("./autodesk-BaAVUbc7.js"),
	"azure-b2c": () => import("./azure-b2c-C0pZNWfK.js"),
	basecamp: () => import("./basecamp-oJyeFH3l.js"),
	battlenet: () => import("./battlenet-DdEE1iLW.js"),
	bitbucket: () => import("./bitbucket-07JshZhG.js"),
	bitly: () => import("./bitly-DBy3M3o2.js"),
	box: () => import("./box-5IOJ-cMz.js"),
	bungie: () => import("./bungie-C6cNJWUp.js"),
	calendly: () => import("./calendly-H6oxF2ct.js"),
	cilogon: () => import("./cilogon-DoxXpmyU.js"),
	classlink: () => import("./classlink-DtjEeuAc.js"),
	clerk: () => import("./clerk-B4KvEPON.js"),
	clever: () => import("./clever-s2HU4Ri2.js"),
	clickup: () => import("./clickup-Cq4RsnUc.js"),
	codeberg: () => import("./codeberg-BiETfWrw.js"),
	cognito: () => import("./cognito-DAD7jsvD.js"),
	coinbase: () => import("./coinbase-_34FOPG6.js"),
	criipto: () => import("./criipto-BjsaYpSH.js"),
	descope: () => import("./descope-CDkvFbdl.js"),
	deviantart: () => import("./deviantart-CuXHdJie.js"),
	digitalocean: () => import("./digitalocean-DSkRyt4m.js"),
	dingtalk: () => import("./dingtalk-CS8sct2d.js"),
	discord: () => import("./discord-BAlAXbjQ.js"),
	docusign: () => import("./docusign-C2aOL0UO.js"),
	dribbble: () => import("./dribbble-2I1o_kbp.js"),
	dropbox: () => import("./dropbox-gEDU3BB9.js"),
	duende: () => import("./duende-Dh8riJw_.js"),
	entra: () => import("./entra-V-8m76ti.js"),
	"entra-external-id": () => import("./entra-external-id-CoWmzZqz.js"),
	"epic-games": () => import("./epic-games-CaCQ6V8A.js"),
	etsy: () => import("./etsy-S5uOKfuU.js"),
	eventbrite: () => import("./eventbrite-eZwZNvLL.js"),
	facebook: () => import("./facebook-BSWWV8-7.js"),
	feide: () => import("./feide-kZYjtq9L.js"),
	feishu: () => import("./feishu-C-mVKzgE.js"),
	figma: () => import("./figma-QijM_ZLb.js"),
	forgejo: () => import("./forgejo-D24b2WHm.js"),
	franceconnect: () => import("./franceconnect-GRrUHFZ_.js"),
	fusionauth: () => import("./fusionauth-CxRPp0YO.js"),
	gitea: () => import("./gitea-DHH8V6vs.js"),
	gitee: () => import("./gitee-CaonP4OU.js"),
	github: () => import("./github-DhG-JWwy.js"),
	gitlab: () => import("./gitlab-BMEEJovt.js"),
	globus: () => import("./globus-LcBZOeqW.js"),
	google: () => import("./google-DEPX_WIJ.js"),
	"govuk-one-login": () => import("./govuk-one-login-b85AjwHl.js"),
	gumroad: () => import("./gumroad-CGBrSKxs.js"),
	harvest: () => import("./harvest-DUK21i6a.js"),
	heroku: () => import("./heroku-D4ieYJMM.js"),
	hubspot: () => import("./hubspot-CiedVvwG.js"),
	"hugging-face": () => import("./hugging-face-DAWe88hk.js"),
	imgur: () => import("./imgur-BvPTdSFf.js"),
	instagram: () => import("./instagram-BrEj4n9C.js"),
	intercom: () => import("./intercom-DgmMfd36.js"),
	intuit: () => import("./intuit-UKzK09tG.js"),
	jumpcloud: () => import("./jumpcloud-DHYMzD3Q.js"),
	kakao: () => import("./kakao-CEsltc1x.js"),
	kanidm: () => import("./kanidm-CpaUDuf0.js"),
	keycloak: () => import("./keycloak-JhvArqf4.js"),
	kick: () => import("./kick-CpztsbnW.js"),
	kinde: () => import("./kinde-DxYFiC2Z.js"),
	lark: () => import("./lark-Cqlizsj0.js"),
	lichess: () => import("./lichess-D-7IsGOU.js"),
	line: () => import("./line-DFvlalAd.js"),
	linear: () => import("./linear-CV0PyMBB.js"),
	linkedin: () => import("./linkedin-C1h_8-iS.js"),
	"login-gov": () => import("./login-gov-Bx-TOFpF.js"),
	logto: () => import("./logto-GGykSUhA.js"),
	mailchimp: () => import("./mailchimp-jGXDqDNg.js"),
	mastodon: () => import("./mastodon-DfGqJxTJ.js"),
	mattermost: () => import("./mattermost-DCDodXiQ.js"),
	meetup: () => import("./meetup-krGzxRW2.js"),
	"mercado-libre": () => import("./mercado-libre-CWIHFNSd.js"),
	"mercado-pago": () => import("./mercado-pago-DCxRy8Gt.js"),
	microsoft: () => import("./microsoft-D2qPAGLH.js"),
	miro: () => import("./miro-C-xNMDHh.js"),
	monday: () => import("./monday-PE7cr4E8.js"),
	musicbrainz: () => import("./musicbrainz-BJN4ZLCc.js"),
	myanimelist: () => import("./myanimelist-BA6wx-Gw.js"),
	naver: () => import("./naver-D7t8sGk-.js"),
	netid: () => import("./netid-BAqquJ_6.js"),
	netlify: () => import("./netlify-CEYQHZ8Y.js"),
	nextcloud: () => import("./nextcloud-B0PBHtXK.js"),
	"nhs-login": () => import("./nhs-login-pDBReNHP.js"),
	notion: () => import("./notion-Dq9VY6sr.js"),
	oauth2: () => import("./oauth2-CcoGMnEB.js"),
	oidc: () => import("./oidc-B-RqjC7U.js"),
	okta: () => import("./okta-BlqBj3_W.js"),
	onelogin: () => import("./onelogin-Brg4UmSE.js"),
	openstreetmap: () => import("./openstreetmap-GdCkWEjm.js"),
	orcid: () => import("./orcid-urCNuNjE.js"),
	ory: () => import("./ory-BdiOP9dY.js"),
	osu: () => import("./osu-D6FKoZeY.js"),
	oura: () => import("./oura-6EKQlxKS.js"),
	patreon: () => import("./patreon-C5ZPyxBj.js"),
	paypal: () => import("./paypal-OcB-5vMF.js"),
	"ping-federate": () => import("./ping-federate-DlRjmzJe.js"),
	"ping-one": () => import("./ping-one-C8VJL4J5.js"),
	pinterest: () => import("./pinterest-CqLEeMMD.js"),
	pipedrive: () => import("./pipedrive-DjRauO3v.js"),
	"planning-center": () => import("./planning-center-zcP7T__k.js"),
	"pocket-id": () => import("./pocket-id-BG0YJ_NY.js"),
	polar: () => import("./polar-BeqjIISq.js"),
	proconnect: () => import("./proconnect-6sAClSYn.js"),
	qq: () => import("./qq-BFbGexuR.js"),
	reddit: () => import("./reddit-CDbpwre9.js"),
	"riot-games": () => import("./riot-games-DaNIQVsR.js"),
	roblox: () => import("./roblox-CKurEFxX.js"),
	salesforce: () => import("./salesforce-CuqAXSMG.js"),
	"school-42": () => import("./school-42-CBqXR8kx.js"),
	seznam: () => import("./seznam-CwIG7m1I.js"),
	signicat: () => import("./signicat-oKcOVL0w.js"),
	simplelogin: () => import("./simplelogin-iraECIE3.js"),
	slack: () => import("./slack-BNX8idF0.js"),
	smartsheet: () => import("./smartsheet-B4k-HcbI.js"),
	snapchat: () => import("./snapchat-DEUCRrqh.js"),
	soundcloud: () => import("./soundcloud-_JSd4Nz1.js"),
	spotify: () => import("./spotify-BwNjSPDo.js"),
	square: () => import("./square-BpA9y_Rf.js"),
	"stack-exchange": () => import("./stack-exchange-DX_OPwOY.js"),
	"start-gg": () => import("./start-gg-B8nF9yg6.js"),
	strava: () => import("./strava-D5ug1sdL.js"),
	streamlabs: () => import("./streamlabs-D3PUcIJk.js"),
	stripe: () => import("./stripe-8ZCb9wI-.js"),
	telegram: () => import("./telegram-DcmBJQgF.js"),
	threads: () => import("./threads-BQeYPqzX.js"),
	tiktok: () => import("./tiktok-ZjUWBxMN.js"),
	todoist: () => import("./todoist-Bn9ewvMq.js"),
	trakt: () => import("./trakt-w6Y21u5T.js"),
	trovo: () => import("./trovo-D1xFwN5D.js"),
	tumblr: () => import("./tumblr-C-6wyIaP.js"),
	twitch: () => import("./twitch-mhZ8S_Pz.js"),
	typeform: () => import("./typeform-A92EwBcB.js"),
	uber: () => import("./uber-DP2C1C7L.js"),
	unsplash: () => import("./unsplash-BYUkbMwm.js"),
	vercel: () => import("./vercel-CZHo81U8.js"),
	vimeo: () => import("./vimeo-CxggqgxR.js"),
	vipps: () => import("./vipps-ZtfnqV0u.js"),
	vk: () => import("./vk-DHvZN2c_.js"),
	wahoo: () => import("./wahoo-BF_AalxC.js"),
	webex: () => import("./webex-BMVchpeY.js"),
	wechat: () => import("./wechat-Dd4JI2Dx.js"),
	"wechat-official": () => import("./wechat-official-C-iglOkZ.js"),
	weibo: () => import("./weibo-iN4rOnwM.js"),
	wikimedia: () => import("./wikimedia-Ll4IEaou.js"),
	withings: () => import("./withings-CH3wjKkK.js"),
	"wordpress-com": () => import("./wordpress-com-DlHnKpgj.js"),
	workos: () => import("./workos-D5XjBZvH.js"),
	x: () => import("./x-BdstzXoD.js"),
	xero: () => import("./xero-Be0jtsCc.js"),
	yahoo: () => import("./yahoo-Bppmv7m8.js"),
	"yahoo-japan": () => import("./yahoo-japan-BDsfGyRG.js"),
	yandex: () => import("./yandex-Cq73XiI3.js"),
	ynab: () => import("./ynab-D2sFLuYD.js"),
	zendesk: () => import("./zendesk-Bshfod15.js"),
	zitadel: () => import("./zitadel-CtZErEg5.js"),
	zoho: () => import("./zoho-BJLtBntH.js"),
	zoom: () => import("./zoom-vG0ORLej.js")
}));
/** Null where there is no fixture of this kind. */
async function loadFixture(kind) {
	return (await loaders[kind]?.())?.fixture ?? null;
}
// node_modules/latchkey/dist/providers/fixtures/people.js
/** Invented people, at domains that nobody can own (RFC 2606 §3). */
var people = Object.freeze([
	{
		key: "alex",
		number: 1,
		name: "Alex Lindqvist",
		givenName: "Alex",
		familyName: "Lindqvist",
		username: "alexlind",
		email: "alex@example.com",
		emailVerified: true,
		picture: null
	},
	{
		key: "mira",
		number: 2,
		name: "Mira Castellanos",
		givenName: "Mira",
		familyName: "Castellanos",
		username: "mira-c",
		email: "mira@example.net",
		emailVerified: true,
		picture: null
	},
	{
		key: "sam",
		number: 3,
		name: "Sam Adeyemi-Holt",
		givenName: "Sam",
		familyName: "Adeyemi-Holt",
		username: "samah",
		email: null,
		emailVerified: false,
		picture: null
	},
	{
		key: "robin",
		number: 4,
		name: "Robin Vale",
		givenName: "Robin",
		familyName: "Vale",
		username: "robinvale",
		email: "robin@example.com",
		emailVerified: false,
		picture: null
	},
	{
		key: "noor",
		number: 5,
		name: "نور الدين بن عبد الرحمن <b onclick=\"alert(1)\">Noor</b> & O’Connor-Świątkiewicz von und zu Außerordentlich",
		givenName: "نور الدين بن عبد الرحمن",
		familyName: "<b onclick=\"alert(1)\">Noor</b> & O’Connor-Świątkiewicz von und zu Außerordentlich",
		username: "noor",
		email: "noor.o'connor+test@mail.example.org",
		emailVerified: true,
		picture: null
	}
].map((person) => Object.freeze(person)));
// node_modules/latchkey/dist/dev-idp/protocol-error.js
/** An error that the client is told: `error` and `error_description`. */
var ProtocolError = class extends Error {
	name = "ProtocolError";
	code;
	status;
	constructor(code, description, status = 400) {
		super(description);
		this.code = code;
		this.status = status;
	}
};
/** An error that only the page shows (RFC 6749 §4.1.2.1: no redirect to an unregistered URI). */
var PageError = class extends Error {
	name = "PageError";
	status;
	/** Rows of "what arrived" and "what is registered". */
	facts;
	/** What to do about it. */
	remedy;
	constructor(message, details) {
		super(message);
		this.facts = details.facts ?? [];
		this.remedy = details.remedy;
		this.status = details.status ?? 400;
	}
};
// node_modules/latchkey/dist/dev-idp/exchange.js
/** Parameters of the query, or of the form when the method is POST. */
async function readParameters(exchange) {
	return exchange.request.method === "POST" ? readForm(exchange) : exchange.url.searchParams;
}
async function readForm({ request, read }) {
	if ((request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() !== "application/x-www-form-urlencoded") throw new ProtocolError("invalid_request", "The body must be application/x-www-form-urlencoded.");
	return (await read()).form;
}
/** The value of a parameter, or null. Throws `invalid_request` when it comes twice. */
function findParameter(parameters, name) {
	const [value, second] = parameters.getAll(name);
	if (second !== void 0) throw new ProtocolError("invalid_request", `The parameter ${name} comes twice.`);
	return value || null;
}
/** The value of a parameter. Throws `invalid_request` when it is missing or comes twice. */
function getParameter(parameters, name) {
	const value = findParameter(parameters, name);
	if (value === null) throw new ProtocolError("invalid_request", `The parameter ${name} is missing.`);
	return value;
}
/** Parameters by name, where a refusal is a page. */
function findParameterOrPage(parameters, name) {
	try {
		return findParameter(parameters, name);
	} catch (error) {
		throw new PageError(error.message, { remedy: "Send each parameter once (RFC 6749 §3.1)." });
	}
}
/** JSON that no cache keeps (RFC 6749 §5.1). */
function json(value, status = 200, headers = {}) {
	return Response.json(value, {
		status,
		headers: {
			"cache-control": "no-store",
			...headers
		}
	});
}
/** What a provider in trouble answers. */
function unavailable() {
	return new Response("Service Unavailable", {
		status: 503,
		headers: {
			"content-type": "text/plain; charset=utf-8",
			"retry-after": "1",
			"cache-control": "no-store"
		}
	});
}
/** What a login page or a proxy answers in the place of data. */
function webPage() {
	return new Response("<!doctype html><title>Please sign in</title><p>This is not JSON.</p>", { headers: {
		"content-type": "text/html; charset=utf-8",
		"cache-control": "no-store"
	} });
}
/** To another page of this server. */
function seeOther(path) {
	return new Response(null, {
		status: 303,
		headers: {
			location: path,
			"cache-control": "no-store"
		}
	});
}
// node_modules/latchkey/dist/dev-idp/listen.js
var portsToTry = 20;
/** Throws `config_option_invalid` when no port is free. */
async function listen(options) {
	const server = createAdaptorServer({
		fetch: options.fetch,
		overrideGlobalObjects: false
	});
	for (const port of portsInOrder(options)) {
		const bound = await bind(server, port);
		if (bound !== null) return {
			server,
			port: bound
		};
	}
	throw new LatchkeyError("config_option_invalid", { detail: `No free port for the local identity provider from ${options.wantedPort} on. Set LATCHKEY_DEV_PORT.` });
}
function portsInOrder({ wantedPort, rememberedPort }) {
	const next = Array.from({ length: portsToTry }, (_, index) => wantedPort + index);
	const ports = wantedPort === 0 ? [0] : next.filter((port) => port <= 65535);
	return rememberedPort === null ? ports : [rememberedPort, ...ports.filter((port) => port !== rememberedPort)];
}
/** The bound port, or null when it is taken. */
function bind(server, port) {
	return new Promise((resolve, reject) => {
		const onError = (error) => {
			server.removeListener("listening", onListening);
			if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(null);
			else reject(error);
		};
		const onListening = () => {
			server.removeListener("error", onError);
			const address = server.address();
			resolve(typeof address === "object" && address ? address.port : port);
		};
		server.once("error", onError);
		server.once("listening", onListening);
		server.listen(port, "127.0.0.1");
	});
}
// node_modules/latchkey/dist/dev-idp/pages/style.js
var style = `
:root {
  color-scheme: light dark;
  --ground: #f6f4ef; --card: #ffffff; --ink: #1f1c17; --soft: #6b655b; --line: #e3ded4; --hover: #f8f6f1;
  --accent: #4339c9; --accent-ink: #ffffff; --accent-soft: #edecfb;
  --tape: #f2b705; --tape-ink: #231c05; --warn: #9a3412; --warn-soft: #fdeee4;
  --shadow: 0 1px 2px rgb(50 40 10 / 6%), 0 12px 32px -12px rgb(50 40 10 / 18%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #16151a; --card: #201f26; --ink: #efedf4; --soft: #a29eae; --line: #35333d; --hover: #2a2832;
    --accent: #a79fff; --accent-ink: #17132f; --accent-soft: #2c2946;
    --tape: #d9a406; --tape-ink: #1d1704; --warn: #fdba8c; --warn-soft: #3a2417;
    --shadow: 0 1px 2px rgb(0 0 0 / 30%), 0 16px 40px -12px rgb(0 0 0 / 50%);
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; min-height: 100dvh; display: flex; flex-direction: column;
  background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  -webkit-text-size-adjust: 100%;
}
.banner { background: var(--tape); color: var(--tape-ink); font-size: .8125rem; line-height: 1.4; }
.banner::before {
  content: ""; display: block; height: 8px;
  background: repeating-linear-gradient(-45deg, var(--tape-ink) 0 10px, var(--tape) 10px 20px);
}
.banner p { margin: 0 auto; padding: .5rem 1rem; max-width: 60rem; text-align: center; }
main { width: 100%; max-width: 29rem; margin: auto; padding: 2rem 1rem 3rem; }
.card {
  background: var(--card); border: 1px solid var(--line); border-radius: 18px; box-shadow: var(--shadow); overflow: hidden;
}
.head { padding: 1.75rem 1.75rem 1.25rem; }
.body { padding: 0 1.75rem 1.75rem; }
.provider { display: flex; align-items: center; gap: .5rem; margin: 0 0 1rem; color: var(--soft); font-size: .875rem; }
.provider svg { width: 1.5rem; height: 1.5rem; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; letter-spacing: -.015em; font-weight: 650; text-wrap: balance; }
h2 { margin: 0 0 .5rem; font-size: 1rem; }
.lead { margin: .375rem 0 0; color: var(--soft); overflow-wrap: anywhere; }
.lead strong, .fine strong { color: var(--ink); font-weight: 600; }
.fine { margin: 1rem 0 0; font-size: .875rem; color: var(--soft); }
.fine p { margin: .5rem 0 0; }
a { color: var(--accent); }
form { margin: 0; }
button, input { font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.people { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
.people li { border-bottom: 1px solid var(--line); }
.person {
  display: flex; align-items: center; gap: .875rem; width: 100%; padding: .75rem 1.75rem; border: 0; background: none;
  text-align: start;
}
.person:hover { background: var(--hover); }
.static { cursor: default; }
.static:hover { background: none; }
.person.static::after { content: none; }
.person:focus-visible { outline-offset: -3px; }
.person > svg, .whose > svg { flex: none; width: 2.5rem; height: 2.5rem; }
.person::after { content: "›"; color: var(--soft); font-size: 1.375rem; line-height: 1; }
.who { flex: 1; min-width: 0; }
.who b, .who small { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.who b { font-weight: 600; text-align: left; }
.who small { color: var(--soft); font-size: .875rem; }
.tag {
  flex: none; padding: .125rem .5rem; border-radius: 99px; background: var(--accent-soft); color: var(--accent);
  font-size: .75rem; font-weight: 600; white-space: nowrap;
}
.whose { display: flex; align-items: center; gap: .875rem; padding: .75rem; border: 1px solid var(--line); border-radius: 12px; }
.whose .who b { white-space: normal; overflow-wrap: anywhere; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
.scopes { list-style: none; margin: 1.25rem 0 0; padding: 0; }
.scopes li { position: relative; padding: .375rem 0 .375rem 1.75rem; overflow-wrap: anywhere; }
.scopes li::before { content: "✓"; position: absolute; left: .25rem; color: var(--accent); font-weight: 700; }
code, .mono { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .8125rem; }
.scopes code { color: var(--soft); }
.actions { display: flex; flex-direction: row-reverse; gap: .75rem; margin-top: 1.5rem; }
.actions form { flex: 1; }
.button {
  width: 100%; min-height: 2.75rem; padding: .5rem 1rem; border-radius: 10px; border: 1px solid var(--line);
  background: var(--card); font-weight: 600;
}
.button:hover { background: var(--hover); }
.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
.primary:hover { background: var(--accent); filter: brightness(1.08); }
.quiet { width: 100%; padding: .875rem 1.75rem; border: 0; background: none; color: var(--soft); font-weight: 600; }
.quiet:hover { background: var(--hover); color: var(--ink); }
.more { border-bottom: 1px solid var(--line); }
.more:last-child { border-bottom: 0; }
.more summary {
  padding: .875rem 1.75rem; cursor: pointer; font-weight: 600; color: var(--soft); list-style: none; display: flex;
  justify-content: space-between;
}
.more summary::-webkit-details-marker { display: none; }
.more summary::after { content: "+"; font-weight: 400; font-size: 1.25rem; line-height: 1.2; }
.more[open] summary::after { content: "–"; }
.more summary:hover { background: var(--hover); }
.more summary:focus-visible { outline-offset: -3px; }
.more > div { padding: .75rem 1.75rem 1.5rem; }
.more > div > p:first-child { margin-top: 0; }
.field { display: block; margin-bottom: .875rem; font-size: .875rem; font-weight: 600; }
.field input {
  display: block; width: 100%; margin-top: .25rem; padding: .5rem .75rem; min-height: 2.75rem; border-radius: 10px;
  border: 1px solid var(--line); background: var(--ground); font-size: 1rem; font-weight: 400;
}
.field span { color: var(--soft); font-weight: 400; }
.mistake { margin: 0 0 .875rem; color: var(--warn); font-size: .875rem; font-weight: 600; }
.faults { margin: 0 0 1rem; padding: 0; border: 0; max-height: 21rem; overflow-y: auto; }
.faults legend { padding: 0 0 .5rem; font-size: .875rem; color: var(--soft); }
.faults label { display: grid; grid-template-columns: 1.25rem 1fr; gap: 0 .625rem; padding: .5rem; border-radius: 8px; cursor: pointer; }
.faults label:hover { background: var(--hover); }
.faults input { margin: .25rem 0 0; accent-color: var(--accent); width: 1rem; height: 1rem; }
.faults small { grid-column: 2; color: var(--soft); line-height: 1.4; }
.armed { margin: 0 1.75rem 1.25rem; padding: .75rem 1rem; border-radius: 12px; background: var(--warn-soft); color: var(--warn); font-size: .875rem; }
.armed strong { display: block; }
dl { margin: 0; }
dt { font-size: .8125rem; color: var(--soft); }
dd { margin: .25rem 0 .875rem; padding: .5rem .75rem; border-radius: 8px; background: var(--ground); white-space: pre-wrap; overflow-wrap: anywhere; }
dd:last-child { margin-bottom: 0; }
.served { list-style: none; margin: 1.25rem 0 0; padding: 0; }
.served li { padding: .875rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.served li:last-child { padding-bottom: 0; }
.served b { display: block; }
.stack { display: grid; gap: .75rem; margin-top: 1.25rem; }
@media (max-width: 30rem) {
  main { padding: 1rem .75rem 2rem; margin-top: 0; }
  .head { padding: 1.375rem 1.25rem 1rem; }
  .body { padding: 0 1.25rem 1.25rem; }
  .person, .quiet, .more summary { padding-left: 1.25rem; padding-right: 1.25rem; }
  .more > div { padding-left: 1.25rem; padding-right: 1.25rem; }
  .armed { margin-left: 1.25rem; margin-right: 1.25rem; }
}
`;
/** For `style-src` (CSP Level 3 §2.3.1). */
var styleHash = `'${hashOf(style)}'`;
/** What a Content-Security-Policy names an inline text by (CSP Level 3 §2.3.1). */
function hashOf(text) {
	return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
// node_modules/latchkey/dist/dev-idp/pages/page.js
var banner = "Local identity provider — development only. Nobody checks a password here; it cannot run in production.";
async function page(options) {
	const { title, provider, body, status = 200, script } = options;
	const markup = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Local ${provider?.name ?? "identity provider"}</title>
<style>${raw(style)}</style>
</head>
<body>
<aside class="banner" aria-label="About this page"><p>${banner}</p></aside>
<main>
<div class="card">
${body}
</div>
</main>
${script && raw(`<script>${script}<\/script>\n`)}</body>
</html>`;
	return new Response(markup.toString(), {
		status,
		headers: headers(options)
	});
}
/** Whose page, and that it is a stand-in: the first line of a card. */
function providerLine(provider) {
	return html`<p class="provider">${monogram(provider.name, provider.id)} Local stand-in for ${provider.name}</p>`;
}
/** A coloured disc with initials. The colour follows from `seed`. */
function monogram(name, seed) {
	const hue = [...seed].reduce((sum, letter) => (sum * 137 + (letter.codePointAt(0) ?? 0) * 59) % 360, 7);
	const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
	const initials = (words.length > 1 && words.every((word) => /^\p{Script=Latin}/u.test(word)) ? [words[0], words.at(-1)] : words.slice(0, 1)).map((word) => [...word ?? ""][0] ?? "").join("");
	return html`<svg viewBox="0 0 40 40" aria-hidden="true" focusable="false"><circle cx="20" cy="20" r="20" fill="hsl(${hue} 45% 36%)"/><text x="20" y="20" dy=".35em" text-anchor="middle" fill="#fff" font-size="16" font-weight="600">${initials}</text></svg>`;
}
/** Host and port of the application, as the person knows it. */
function applicationName(redirectUri) {
	return new URL(redirectUri).host;
}
function headers({ leavesServer = false, script }) {
	return {
		"content-type": "text/html; charset=utf-8",
		"cache-control": "no-store",
		"content-security-policy": [
			"default-src 'none'",
			`style-src ${styleHash}`,
			...script === void 0 ? [] : [`script-src '${hashOf(script)}'`],
			...leavesServer ? [] : ["form-action 'self'"],
			"base-uri 'none'",
			"frame-ancestors 'none'"
		].join("; "),
		"referrer-policy": "strict-origin",
		"x-content-type-options": "nosniff",
		"x-robots-tag": "noindex"
	};
}
// node_modules/latchkey/dist/dev-idp/pages/portrait.js
/** Below it are the pictures. No provider can have this id. */
var portraitsPath = "/-/people";
/** A person with a picture of their own. Without an e-mail address there is none either, so that both can be seen. */
function withPortrait(person, origin) {
	if (person.picture !== null || person.email === null) return person;
	return {
		...person,
		picture: `${origin}${portraitsPath}/${person.key}.svg`
	};
}
/** The picture as an image that any page of the application may show. */
async function portrait({ name, key }) {
	const svg = (await monogram(name, key)).toString();
	return new Response(svg.replace("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"96\" height=\"96\" "), { headers: {
		"content-type": "image/svg+xml",
		"cache-control": "max-age=3600",
		"content-security-policy": "default-src 'none'; sandbox",
		"cross-origin-resource-policy": "cross-origin",
		"x-content-type-options": "nosniff"
	} });
}
// node_modules/latchkey/dist/dev-idp/people-directory.js
var mostPeople = 500;
function createPeopleDirectory(people) {
	const byKey = new Map(people.map((person) => [person.key, person]));
	return {
		list: () => [...byKey.values()],
		find: (key) => byKey.get(key) ?? null,
		findByHint(hint) {
			const wanted = hint.toLowerCase();
			for (const person of byKey.values()) if ([
				person.key,
				person.username,
				person.email ?? ""
			].some((name) => name.toLowerCase() === wanted)) return person;
			return null;
		},
		add(person) {
			if (!/^[A-Za-z0-9._~-]{1,100}$/.test(person.key)) throw new LatchkeyError("config_option_invalid", { detail: "A person’s key must be URL-safe." });
			if (byKey.size >= mostPeople && !byKey.has(person.key)) throw new LatchkeyError("config_option_invalid", { detail: `There are ${mostPeople} people already.` });
			byKey.set(person.key, person);
		}
	};
}
/** What is wrong with the form, in a sentence; null when nothing is. */
function checkPersonForm(form) {
	if (!form.name || form.name.length > 100) return "A name has 1 to 100 characters.";
	if (form.email !== null && (form.email.length > 254 || !/^[^\s@]+@[^\s@]+$/.test(form.email))) return "That does not look like an e-mail address.";
	return null;
}
/** A person out of a name and perhaps an e-mail address. The same two make the same person. */
function personFromForm({ name, email }) {
	const hash = createHash("sha256").update(`${name}\n${email ?? ""}`).digest();
	const words = name.split(/\s+/);
	const username = `${name.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 30) || "person"}-${hash.toString("hex", 0, 2)}`;
	return {
		key: `${username}${hash.toString("hex", 2, 4)}`,
		number: 1e6 + hash.readUInt32BE(4) % 2e9,
		name,
		givenName: words[0] ?? name,
		familyName: words.slice(1).join(" "),
		username,
		email,
		emailVerified: email !== null,
		picture: null
	};
}
// node_modules/latchkey/dist/dev-idp/pages/paths.js
/** Below it are the pages and forms of one sign-in. */
function signInPath(provider, interaction) {
	return `${localPath(provider)}/sign-in/${interaction.id}`;
}
/** Below it are all pages of one provider. */
function localPath(provider) {
	return `/${provider.id}/local`;
}
// node_modules/latchkey/dist/dev-idp/pages/person-lines.js
function personLines(person) {
	return html`<span class="who"><b dir="auto">${person.name}</b><small>${emailLine(person)}</small></span>`;
}
function emailLine({ email, emailVerified }) {
	if (email === null) return "No e-mail address";
	return emailVerified ? email : `Not verified: ${email}`;
}
// node_modules/latchkey/dist/dev-idp/pages/account-page.js
function accountPage(provider, signedIn) {
	return page({
		title: "Account",
		provider,
		body: html`<div class="head">
${providerLine(provider)}
<h1>${signedIn ? `Signed in at ${provider.name}` : `Nobody is signed in at ${provider.name}`}</h1>
${!signedIn && html`<p class="lead">Start from an application.</p>`}
</div>
${signedIn && whileSignedIn(provider, signedIn)}`
	});
}
function whileSignedIn(provider, { person, session }) {
	const path = `${localPath(provider)}/account`;
	return html`<div class="body">
<div class="whose">${monogram(person.name, person.key)}${personLines(person)}</div>
<div class="stack">
<form method="post" action="${path}/sign-out"><button class="button" type="submit">Sign out here</button></form>
<form method="post" action="${path}/sign-out-everywhere"><button class="button" type="submit">Sign out everywhere</button></form>
</div>
<p class="fine">Since ${new Date(session.authenticatedAt).toUTCString()}. ${logoutNote(provider)}</p>
</div>`;
}
function logoutNote({ backchannelLogoutUri }) {
	return backchannelLogoutUri === null ? "The application is not told: it registered no back-channel logout." : `The application is told at ${backchannelLogoutUri}.`;
}
// node_modules/latchkey/dist/dev-idp/profile-claims.js
var scopeOfClaim = {
	email: "email",
	email_verified: "email",
	address: "address",
	phone_number: "phone",
	phone_number_verified: "phone",
	name: "profile",
	family_name: "profile",
	given_name: "profile",
	middle_name: "profile",
	nickname: "profile",
	preferred_username: "profile",
	profile: "profile",
	picture: "profile",
	website: "profile",
	gender: "profile",
	birthdate: "profile",
	zoneinfo: "profile",
	locale: "profile",
	updated_at: "profile"
};
function profileClaims({ fixture }, about) {
	const { claims, idTokenClaims = claims, claimScopes = {} } = fixture;
	const all = (about.in === "id-token" ? idTokenClaims : claims)?.(about.person, about.subject) ?? {};
	return Object.fromEntries(Object.entries(all).filter(([name]) => {
		const scope = Object.hasOwn(scopeOfClaim, name) ? scopeOfClaim[name] : void 0;
		const opening = (Object.hasOwn(claimScopes, name) ? claimScopes[name] : void 0) ?? (scope === void 0 ? [] : [scope]);
		return opening.length === 0 || opening.some((each) => about.scopes.includes(each));
	}));
}
// node_modules/latchkey/dist/dev-idp/random-token.js
/** 256 bits as base64url. */
function randomToken() {
	return randomBytes(32).toString("base64url");
}
/** SHA-256 as base64url: the S256 challenge of a verifier (RFC 7636 §4.2). */
function sha256(text) {
	return createHash("sha256").update(text).digest("base64url");
}
/** Compares secrets in a time that does not depend on where they differ. */
function equalSecrets(left, right) {
	const digest = (text) => createHash("sha256").update(text).digest();
	return timingSafeEqual(digest(left), digest(right));
}
// node_modules/latchkey/dist/dev-idp/id-token.js
var lifetimeSeconds$2 = 3600;
/** What a fault of the claims does to them. */
var claimFaults = {
	wrong_nonce: (claims) => ({
		...claims,
		nonce: randomToken()
	}),
	missing_nonce: ({ nonce: _, ...claims }) => claims,
	wrong_audience: (claims) => ({
		...claims,
		aud: "another-client"
	}),
	wrong_issuer: (claims) => ({
		...claims,
		iss: `${claims.iss}/other`
	}),
	expired_id_token: ({ iat = 0, ...claims }) => ({
		...claims,
		iat: iat - 1200,
		exp: iat - 600
	}),
	wrong_at_hash: (claims, { keys }) => ({
		...claims,
		at_hash: atHash(randomToken(), keys.alg)
	}),
	missing_subject: ({ sub: _, ...claims }) => claims,
	missing_auth_time: ({ auth_time: _, ...claims }) => claims,
	future_id_token: ({ iat = 0, ...claims }) => ({
		...claims,
		iat: iat + 600,
		nbf: iat + 600
	}),
	foreign_azp: (claims, { clientId }) => ({
		...claims,
		aud: [clientId, "another-client"],
		azp: "another-client"
	}),
	stale_auth_time: ({ iat = 0, ...claims }) => ({
		...claims,
		iat,
		auth_time: iat - 86400
	})
};
/** What a fault of the signature does instead of signing. */
var signingFaults = {
	alg_none: async (claims) => `${encode({
		alg: "none",
		typ: "JWT"
	})}.${encode(claims)}.`,
	bad_signature: async (claims, provider) => {
		const [header, , signature] = (await sign(claims, await provider.keys.current())).split(".");
		return `${header}.${encode({
			...claims,
			jti: randomToken()
		})}.${signature}`;
	},
	unexpected_alg: async (claims, { clientSecret, keys }) => {
		const alg = keys.alg === "HS256" ? "HS512" : "HS256";
		return new SignJWT(claims).setProtectedHeader({
			alg,
			typ: "JWT"
		}).sign(new TextEncoder().encode(clientSecret));
	},
	unknown_kid: async (claims, provider) => sign(claims, await provider.keys.stranger()),
	rotated_key: async (claims, provider) => sign(claims, await provider.keys.rotate())
};
var idTokenFaults = [...Object.keys(claimFaults), ...Object.keys(signingFaults)];
async function issueIdToken(provider, grant, { accessToken, chosenFault, withNonce }) {
	const { person, session, scopes, nonce } = grant;
	const issuedAt = Math.floor(provider.now() / 1e3);
	const { fixture } = provider;
	const subject = fixture.subjectOf(person);
	const claims = {
		...profileClaims(provider, {
			person,
			subject,
			scopes,
			in: "id-token"
		}),
		iss: issuerFor(provider, person),
		sub: subject,
		aud: provider.clientId,
		iat: issuedAt,
		exp: issuedAt + lifetimeSeconds$2,
		auth_time: Math.floor(session.authenticatedAt / 1e3),
		acr: session.acr,
		sid: session.sid,
		at_hash: atHash(accessToken, provider.keys.alg),
		...withNonce && nonce !== null && !fixture.omitsNonce ? { nonce } : {}
	};
	const fault = provider.faults.strike(idTokenFaults, chosenFault);
	const tampered = (fault && claimFaults[fault]?.(claims, provider)) ?? claims;
	const signOtherwise = fault && signingFaults[fault];
	return signOtherwise ? signOtherwise(tampered, provider) : sign(tampered, await provider.keys.current());
}
/** Signs a set of claims as they are. `type`: the header's `typ`. */
function sign(claims, { alg, kid, privateKey }, type = "JWT") {
	const header = {
		alg,
		...kid !== void 0 && { kid },
		typ: type
	};
	return new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
}
/** Whose ID tokens name which issuer: the tenant's, at providers with one for each. */
function issuerFor({ fixture, issuer }, person) {
	return fixture.issuerOf?.(person, issuer) ?? issuer;
}
/**
* The claims of an ID token of this provider for its client; an expired one is as good (OpenID Connect RP-Initiated
* Logout §2). Throws `invalid_request`.
*/
async function verifyHint(provider, idToken) {
	try {
		const keySet = createLocalJWKSet({ keys: [...await provider.keys.accepted()] });
		const { payload } = await compactVerify(idToken, keySet, { algorithms: [provider.keys.alg] });
		const claims = JSON.parse(new TextDecoder().decode(payload));
		const person = provider.people.list().find((each) => provider.fixture.subjectOf(each) === claims.sub);
		const issuer = person ? issuerFor(provider, person) : provider.issuer;
		if (claims.iss === issuer && claims.aud === provider.clientId) return claims;
	} catch {}
	throw new ProtocolError("invalid_request", "id_token_hint is not an ID token of this provider for this client.");
}
/** OpenID Connect Core §3.1.3.6: the left half of the hash that the signature uses (Ed25519: SHA-512). */
function atHash(accessToken, alg) {
	const hash = createHash(alg === "EdDSA" ? "sha512" : "sha256").update(accessToken).digest();
	return hash.subarray(0, hash.length / 2).toString("base64url");
}
function encode(value) {
	return Buffer.from(JSON.stringify(value)).toString("base64url");
}
// node_modules/latchkey/dist/dev-idp/backchannel-logout.js
var logoutEvent = "http://schemas.openid.net/event/backchannel-logout";
var lifetimeSeconds$1 = 120;
var patienceMilliseconds = 5e3;
/** Posts a logout token, if the application takes them. Never throws: a deaf application does not hold up a logout. */
async function notifyLogout(provider, ended) {
	const uri = provider.backchannelLogoutUri;
	if (uri === null) return;
	try {
		const response = await fetch(uri, {
			method: "POST",
			body: new URLSearchParams({ logout_token: await issueLogoutToken(provider, ended) }),
			redirect: "error",
			signal: AbortSignal.timeout(patienceMilliseconds)
		});
		await response.body?.cancel();
		if (!response.ok) provider.log(`Back-channel logout of ${provider.id} was answered ${response.status}.`);
	} catch (error) {
		provider.log(`Back-channel logout of ${provider.id} could not be delivered: ${error.message}`);
	}
}
async function issueLogoutToken(provider, { person, sid }) {
	const issuedAt = Math.floor(provider.now() / 1e3);
	return sign({
		iss: issuerFor(provider, person),
		sub: provider.fixture.subjectOf(person),
		aud: provider.clientId,
		iat: issuedAt,
		exp: issuedAt + lifetimeSeconds$1,
		jti: randomToken(),
		events: { [logoutEvent]: {} },
		...sid === null ? {} : { sid }
	}, await provider.keys.current(), "logout+jwt");
}
// node_modules/latchkey/dist/dev-idp/sign-out.js
/** Ends one session. */
async function signOut(provider, session) {
	const person = provider.people.find(session.personKey);
	provider.sessions.end(session);
	if (!person) return;
	await notifyLogout(provider, {
		person,
		sid: session.sid
	});
}
/** Ends all sessions of a person, in every browser. One logout token, which names the person alone. */
async function signOutEverywhere(provider, personKey) {
	for (const session of provider.sessions.list()) if (session.personKey === personKey) provider.sessions.end(session);
	const person = provider.people.find(personKey);
	if (!person) return;
	await notifyLogout(provider, {
		person,
		sid: null
	});
}
// node_modules/latchkey/dist/dev-idp/account.js
/** GET. */
function showAccount({ provider, request }) {
	const session = provider.sessions.find(request);
	const person = session && provider.people.find(session.personKey);
	return accountPage(provider, person && session ? {
		person,
		session
	} : null);
}
/** POST: this browser only. */
async function signOutHere({ provider, request }) {
	const session = provider.sessions.find(request);
	if (session) await signOut(provider, session);
	return backToAccount(provider);
}
/** POST: every browser. */
async function signOutAll({ provider, request }) {
	const session = provider.sessions.find(request);
	if (session) await signOutEverywhere(provider, session.personKey);
	return backToAccount(provider);
}
function backToAccount(provider) {
	const response = seeOther(`${localPath(provider)}/account`);
	response.headers.append("set-cookie", provider.sessions.clearingCookie());
	return response;
}
// node_modules/latchkey/dist/dev-idp/pages/form-post-page.js
function formPostPage(provider, redirectUri, parameters) {
	return page({
		title: "Continue",
		provider,
		leavesServer: true,
		script: "document.forms[0].submit()",
		body: html`<div class="head">
${providerLine(provider)}
<h1>Back to ${applicationName(redirectUri)}</h1>
<p class="lead">The answer goes there as a form, since <code>response_mode=form_post</code> was asked for. Without scripts, this button sends it.</p>
</div>
<div class="body"><form method="post" action="${redirectUri}">
${[...parameters].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button class="button primary" type="submit">Continue</button>
</form></div>`
	});
}
// node_modules/latchkey/dist/dev-idp/authorization-answer.js
/** Answers with a code. */
function answerWithCode(provider, request, { session, fault }) {
	const person = provider.people.find(session.personKey);
	if (!person) throw new Error("The session names nobody.");
	for (const scope of request.scopes) session.consented.add(scope);
	const withoutEmail = provider.faults.strike(["missing_email"], fault);
	const code = provider.grants.issueCode({
		redirectUri: request.redirectUri,
		codeChallenge: request.codeChallenge,
		grant: {
			person: withoutEmail ? {
				...person,
				email: null,
				emailVerified: false
			} : person,
			scopes: request.scopes,
			session: {
				sid: session.sid,
				authenticatedAt: session.authenticatedAt,
				acr: session.acr
			},
			nonce: request.nonce,
			offline: request.offline,
			fault,
			revoked: false
		}
	});
	const { callback, codeParameter = "code" } = provider.fixture;
	const isFirst = !provider.knownPeople.has(person.key);
	provider.knownPeople.add(person.key);
	return answer$1(provider, request, {
		parameters: {
			...callback?.(person, isFirst),
			[codeParameter]: code
		},
		issuer: issuerFor(provider, person),
		fault,
		cookie: provider.sessions.cookie(session)
	});
}
/** Answers with an error (RFC 6749 §4.1.2.1). */
function answerWithError(provider, target, error) {
	return answer$1(provider, target, { parameters: {
		error: error.code,
		error_description: error.message
	} });
}
/** The faults that are an error in the callback. */
var errorFaults = [
	"server_error",
	"temporarily_unavailable",
	"login_required",
	"unauthorized_client",
	"invalid_scope",
	"error_without_state"
];
/** Answers with the error that one of `errorFaults` names. */
function answerWithFault(provider, target, fault) {
	const isStateless = fault === "error_without_state";
	const error = isStateless ? "server_error" : fault;
	return answer$1(provider, isStateless ? {
		...target,
		state: null
	} : target, { parameters: {
		error,
		error_description: "Refused, as was asked for."
	} });
}
/** Answers that the person refused, in the provider's own words. */
function answerDenied(provider, target) {
	return answer$1(provider, target, { parameters: provider.fixture.denied });
}
async function answer$1(provider, target, { parameters, issuer = provider.issuer, fault = null, cookie }) {
	const all = new URLSearchParams(parameters);
	const struck = provider.faults.strike([
		"wrong_state",
		"missing_state",
		"missing_code",
		"wrong_response_issuer",
		"missing_response_issuer"
	], fault);
	if (target.state !== null && struck !== "missing_state") all.set("state", struck === "wrong_state" ? randomToken() : target.state);
	if (struck === "missing_code") all.delete(provider.fixture.codeParameter ?? "code");
	if (sendsIssuer(provider) && struck !== "missing_response_issuer") all.set("iss", struck === "wrong_response_issuer" ? `${issuer}/other` : issuer);
	const response = target.responseMode === "form_post" ? await formPostPage(provider, target.redirectUri, all) : redirectTo(target.redirectUri, all);
	if (cookie) response.headers.append("set-cookie", cookie);
	return response;
}
/** Whether callbacks of this provider carry `iss` (RFC 9207). */
function sendsIssuer(provider) {
	return provider.fixture.sendsIssuer ?? true;
}
/** RFC 9700 §4.11: 303, so that a form's body is never sent on. */
function redirectTo(uri, parameters) {
	const query = parameters.toString();
	const location = query ? `${uri}${uri.includes("?") ? "&" : "?"}${query}` : uri;
	return new Response(null, {
		status: 303,
		headers: {
			location,
			"cache-control": "no-store"
		}
	});
}
// node_modules/latchkey/dist/dev-idp/fixture-response.js
function fixtureResponse({ status, contentType, body }) {
	return new Response(body, {
		status,
		headers: {
			"content-type": contentType,
			"cache-control": "no-store"
		}
	});
}
// node_modules/latchkey/dist/dev-idp/pkce.js
/** Null: the code is not bound, which only some providers allow. Throws `invalid_request`. */
function readCodeChallenge(find, policy = "S256") {
	const value = find("code_challenge");
	const method = find("code_challenge_method") ?? "plain";
	if (policy === "refused") {
		refusePkce(value !== null || find("code_challenge_method") !== null);
		return null;
	}
	if (value === null) {
		if (policy === "ignored") return null;
		throw new ProtocolError("invalid_request", "PKCE is required: code_challenge is missing.");
	}
	const wanted = policy === "plain" ? "plain" : "S256";
	if (method !== wanted) throw new ProtocolError("invalid_request", `PKCE is required with code_challenge_method ${wanted}.`);
	if (wanted === "plain" && !verifierShape.test(value)) throw new ProtocolError("invalid_request", "code_challenge must have 43 to 128 unreserved characters.");
	if (wanted === "S256" && !/^[A-Za-z0-9_-]{43}$/.test(value)) throw new ProtocolError("invalid_request", "code_challenge must be a SHA-256 hash in base64url.");
	return {
		value,
		method: wanted
	};
}
var verifierShape = /^[A-Za-z0-9._~-]{43,128}$/;
/** RFC 7636 §4.6: the verifier behind the challenge. Throws `invalid_request` or `invalid_grant`. */
function checkCodeVerifier(verifier, challenge, policy = "S256") {
	if (policy === "refused") refusePkce(verifier !== null);
	if (challenge === null) return;
	if (verifier === null) throw new ProtocolError("invalid_request", "The parameter code_verifier is missing.");
	const expected = challenge.method === "plain" ? verifier : sha256(verifier);
	if (!verifierShape.test(verifier) || !equalSecrets(expected, challenge.value)) throw new ProtocolError("invalid_grant", "code_verifier does not fit the code_challenge.");
}
/** Some providers answer parameters that they do not know with an error, against RFC 6749 §3.1. */
function refusePkce(isUsed) {
	if (isUsed) throw new ProtocolError("invalid_request", "PKCE is not supported: leave its parameters out.");
}
// node_modules/latchkey/dist/dev-idp/read-authorization-request.js
/** The client and its redirect URI. Throws `PageError`. */
function readAnswerTarget(parameters, provider) {
	const clientId = findParameterOrPage(parameters, "client_id");
	if (clientId !== provider.clientId) throw new PageError("This client is not registered here.", {
		facts: [["client_id that arrived", clientId ?? "(none)"], ["client_id of this provider", provider.clientId]],
		remedy: "Use the client id and secret that the local identity provider handed out for this provider."
	});
	const redirectUri = findParameterOrPage(parameters, "redirect_uri");
	if (redirectUri === null || !provider.redirectUris.has(redirectUri)) throw new PageError("This redirect URI is not registered.", {
		facts: [["redirect_uri that arrived", redirectUri ?? "(none)"], ["registered", [...provider.redirectUris].join("\n") || "(none)"]],
		remedy: "They are compared byte for byte: look at scheme, host (localhost is not 127.0.0.1), port, path and trailing slash. A real provider would refuse it too."
	});
	return {
		redirectUri,
		state: findParameterOrPage(parameters, "state"),
		responseMode: parameters.get("response_mode") === "form_post" ? "form_post" : "query"
	};
}
/** All else. Throws `ProtocolError`, whose code is sent to the redirect URI. */
function readAuthorizationRequest(parameters, target, provider) {
	const find = (name) => findParameter(parameters, name);
	refuseUnsupported(find);
	const scopes = readScopes(find("scope"), provider);
	const prompt = readPrompt(find("prompt"));
	return {
		...target,
		scopes,
		prompt,
		codeChallenge: readCodeChallenge(find, provider.fixture.pkce),
		nonce: find("nonce"),
		maxAgeSeconds: readMaxAge(find("max_age")),
		loginHint: find("login_hint"),
		acr: find("acr_values")?.split(" ")[0] ?? null,
		idTokenHint: find("id_token_hint"),
		offline: provider.fixture.issuesRefreshToken?.(parameters) ?? (provider.protocol === "oauth2" || scopes.includes("offline_access") || find("access_type") === "offline")
	};
}
function refuseUnsupported(find) {
	const responseType = find("response_type");
	if (responseType === null) throw new ProtocolError("invalid_request", "The parameter response_type is missing.");
	if (responseType !== "code") throw new ProtocolError("unsupported_response_type", "Only the code flow is offered.");
	const responseMode = find("response_mode");
	if (responseMode !== null && responseMode !== "query" && responseMode !== "form_post") throw new ProtocolError("invalid_request", "response_mode must be query or form_post.");
	if (find("request")) throw new ProtocolError("request_not_supported", "Request objects are not supported.");
	if (find("request_uri")) throw new ProtocolError("request_uri_not_supported", "request_uri is not supported.");
	if (find("registration")) throw new ProtocolError("registration_not_supported", "registration is not supported.");
}
function readScopes(scope, provider) {
	const separators = provider.fixture.scopeSeparator ?? (provider.protocol === "oidc" ? / +/ : /[ ,]+/);
	const scopes = scope === null ? provider.scopes : [...new Set(scope.split(separators).filter(Boolean))];
	if (provider.protocol === "oidc" && !scopes.includes("openid")) throw new ProtocolError("invalid_scope", "The scope must contain openid.");
	return scopes;
}
var prompts = [
	"none",
	"login",
	"select_account",
	"consent"
];
function readPrompt(prompt) {
	const values = new Set(prompt === null ? [] : prompt.split(" ").filter(Boolean));
	for (const value of values) if (!prompts.includes(value)) throw new ProtocolError("invalid_request", `Unknown prompt: ${value}`);
	if (values.has("none") && values.size > 1) throw new ProtocolError("invalid_request", "prompt=none cannot be combined.");
	return values;
}
function readMaxAge(maxAge) {
	if (maxAge === null) return null;
	if (!/^\d{1,9}$/.test(maxAge)) throw new ProtocolError("invalid_request", "max_age must be a number of seconds.");
	return Number(maxAge);
}
// node_modules/latchkey/dist/dev-idp/expiring-map.js
function createExpiringMap({ now, limit = 5e3 }) {
	const entries = new LimitedMap(limit);
	function find(key) {
		const entry = entries.get(key);
		return entry && entry.expiresAt > now() ? entry.value : null;
	}
	return {
		set(key, value, expiresAt) {
			entries.delete(key);
			entries.dropOldestWhile((entry) => entry.expiresAt <= now());
			entries.set(key, {
				value,
				expiresAt
			});
		},
		find,
		take(key) {
			const value = find(key);
			entries.delete(key);
			return value;
		},
		delete: (key) => entries.delete(key),
		list: () => [...entries.values()].filter((entry) => entry.expiresAt > now()).map((entry) => entry.value)
	};
}
// node_modules/latchkey/dist/dev-idp/browser-sessions.js
/** No method was checked: OpenID Connect Core §2 calls this level `0`. */
var defaultAcr = "0";
var sessionLifetimeSeconds = 43200;
function createBrowserSessions(options) {
	const { now, cookieName, path } = options;
	const sessions = createExpiringMap({ now });
	const attributes = `Path=${path}; HttpOnly; SameSite=Lax`;
	return {
		find(request) {
			const id = readCookie(request, cookieName);
			return id === null ? null : sessions.find(id);
		},
		start(personKey) {
			const session = {
				id: randomToken(),
				sid: randomToken().slice(0, 22),
				personKey,
				authenticatedAt: now(),
				acr: defaultAcr,
				consented: /* @__PURE__ */ new Set()
			};
			sessions.set(session.id, session, now() + sessionLifetimeSeconds * 1e3);
			return session;
		},
		end(session) {
			sessions.delete(session.id);
		},
		cookie: (session) => `${cookieName}=${session.id}; ${attributes}; Max-Age=${sessionLifetimeSeconds}`,
		clearingCookie: () => `${cookieName}=; ${attributes}; Max-Age=0`,
		list: () => sessions.list()
	};
}
function readCookie(request, name) {
	for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
		const [key, value] = pair.trim().split("=");
		if (key === name && value) return value;
	}
	return null;
}
// node_modules/latchkey/dist/dev-idp/fault-switch.js
function createFaultSwitch() {
	const defaultDelaySeconds = 10;
	let active = null;
	let remaining = 0;
	let delaySeconds = defaultDelaySeconds;
	return {
		set(fault, options = {}) {
			active = fault;
			remaining = options.times ?? Number.POSITIVE_INFINITY;
			delaySeconds = options.delaySeconds ?? defaultDelaySeconds;
		},
		strike(candidates, chosen) {
			if (chosen && candidates.includes(chosen)) return chosen;
			if (!active || remaining <= 0 || !candidates.includes(active)) return null;
			remaining -= 1;
			return active;
		},
		delaySeconds: () => delaySeconds
	};
}
// node_modules/latchkey/dist/dev-idp/grants.js
var accessTokenLifetimeSeconds = 3600;
var codeLifetimeSeconds = 60;
/** How long a used or expired code is recognised as such. */
var codeMemorySeconds = 3600;
var refreshTokenLifetimeSeconds = 2592e3;
function createGrants(now) {
	const codes = createExpiringMap({ now });
	const accessTokens = createExpiringMap({ now });
	const refreshTokens = createExpiringMap({ now });
	const after = (seconds) => now() + seconds * 1e3;
	return {
		issueCode(binding) {
			const code = randomToken();
			const record = {
				...binding,
				redeemableUntil: after(codeLifetimeSeconds),
				used: false
			};
			codes.set(code, record, after(codeMemorySeconds));
			return code;
		},
		peekFault: (code) => codes.find(code)?.grant.fault ?? null,
		takeCode(code) {
			const record = codes.find(code);
			if (!record) return null;
			if (record.used) record.grant.revoked = true;
			if (record.used || record.redeemableUntil <= now()) return null;
			record.used = true;
			return record;
		},
		issueAccessToken(grant, scopes, shape) {
			const token = shape(randomToken());
			accessTokens.set(token, {
				grant,
				scopes
			}, after(accessTokenLifetimeSeconds));
			return token;
		},
		issueRefreshToken(grant) {
			const token = randomToken();
			refreshTokens.set(token, {
				grant,
				used: false
			}, after(refreshTokenLifetimeSeconds));
			return token;
		},
		findAccessToken(token) {
			const record = accessTokens.find(token);
			return record && !record.grant.revoked ? record : null;
		},
		takeRefreshToken(token) {
			const record = refreshTokens.find(token);
			if (!record) return null;
			if (record.used) record.grant.revoked = true;
			if (record.grant.revoked) return null;
			record.used = true;
			return record.grant;
		},
		revoke(token) {
			accessTokens.delete(token);
			const refreshToken = refreshTokens.find(token);
			if (refreshToken) refreshToken.grant.revoked = true;
		}
	};
}
// node_modules/latchkey/dist/dev-idp/interactions.js
var lifetimeSeconds = 600;
/** Longer than any double click. */
var repeatSeconds = 3;
function createInteractions(now) {
	const signIns = createExpiringMap({ now });
	const answers = createExpiringMap({
		now,
		limit: 100
	});
	const logouts = createExpiringMap({ now });
	const expiry = () => now() + lifetimeSeconds * 1e3;
	return {
		begin(request) {
			const interaction = {
				id: randomToken(),
				request,
				personKey: null,
				fault: null
			};
			signIns.set(interaction.id, interaction, expiry());
			return interaction;
		},
		find: (id) => signIns.find(id),
		finish({ id }, verdict, answer) {
			signIns.delete(id);
			answers.set(`${id} ${verdict}`, answer.clone(), now() + repeatSeconds * 1e3);
			return answer;
		},
		findAnswer: (id, verdict) => answers.find(`${id} ${verdict}`)?.clone() ?? null,
		beginLogout(request) {
			const id = randomToken();
			logouts.set(id, request, expiry());
			return id;
		},
		findLogout: (id) => logouts.find(id),
		takeLogout: (id) => logouts.take(id)
	};
}
// node_modules/latchkey/dist/dev-idp/served-provider.js
function createServedProvider(description, { fixture: shape, clientKey, makeKeys }, { origin, ...parts }) {
	const fixture = shape.fitted?.(description.endpoints ?? {}) ?? shape;
	const { now } = parts;
	const { id, name, kind, protocol, scopes, clientAuthentication } = description;
	const clientSecret = randomToken();
	return {
		id,
		name,
		kind,
		protocol,
		scopes,
		clientAuthentication,
		fixture,
		...parts,
		paths: pathsOf(fixture, description),
		issuer: `${origin}/${id}`,
		clientId: `latchkey-dev-${id}`,
		clientSecret,
		clientKey,
		keys: makeKeys(signingAlgorithmOf(fixture, description), clientSecret),
		knownPeople: /* @__PURE__ */ new Set(),
		redirectUris: /* @__PURE__ */ new Set(),
		postLogoutRedirectUris: /* @__PURE__ */ new Set(),
		backchannelLogoutUri: null,
		answersAs: null,
		grants: createGrants(now),
		sessions: createBrowserSessions({
			now,
			cookieName: `latchkey-dev-idp-${new URL(origin).port}`,
			path: `/${id}`
		}),
		interactions: createInteractions(now),
		faults: createFaultSwitch()
	};
}
/** As the fixture has them; else as the real provider's fixed endpoints; else the usual ones. */
function pathsOf({ paths = {} }, { protocol, endpoints }) {
	const pathOf = (url) => url && new URL(url).pathname;
	return {
		authorization: paths.authorization ?? pathOf(endpoints?.authorization) ?? "/authorize",
		token: paths.token ?? pathOf(endpoints?.token) ?? "/token",
		refresh: paths.refresh,
		userinfo: paths.userinfo ?? (protocol === "oidc" ? pathOf(endpoints?.userinfo) ?? "/userinfo" : void 0),
		endSession: paths.endSession ?? pathOf(endpoints?.endSession),
		revocation: paths.revocation ?? pathOf(endpoints?.revocation)
	};
}
var signingAlgorithms = [
	"RS256",
	"ES256",
	"EdDSA",
	"HS256"
];
/** As the fixture has it; else as the provider declares, which is all that its client accepts; else as most do. */
function signingAlgorithmOf(fixture, { idTokenSigningAlg }) {
	const declared = signingAlgorithms.includes(idTokenSigningAlg) ? idTokenSigningAlg : void 0;
	return fixture.idTokenSigningAlg ?? declared ?? "RS256";
}
/** The client, as fixtures know it. */
function fixtureClient({ clientId, clientSecret, redirectUris }) {
	return {
		id: clientId,
		secret: clientSecret,
		redirectUris: [...redirectUris]
	};
}
/** The provider's own refusal of a request that lacks what it demands, or null. */
function refusalOf(provider, endpoint, request) {
	return provider.fixture.demands?.(endpoint, request, fixtureClient(provider)) ?? null;
}
/** Throws `config_option_invalid` unless the URI is absolute, on loopback and without a fragment. */
function checkLoopbackUri(uri) {
	const url = URL.canParse(uri) ? new URL(uri) : null;
	const isHttp = url?.protocol === "http:" || url?.protocol === "https:";
	if (!url || !isHttp || uri.includes("#") || !isLoopbackHostname(url.hostname)) throw new LatchkeyError("config_option_invalid", { detail: `The local identity provider answers to loopback addresses only, not to ${uri}.` });
}
// node_modules/latchkey/dist/dev-idp/sign-in.js
/** Whether the session is too old for this request, or the request wants the person anew. */
function needsNewSignIn(provider, session, request) {
	const ageSeconds = (provider.now() - session.authenticatedAt) / 1e3;
	return request.maxAgeSeconds !== null && ageSeconds >= request.maxAgeSeconds || request.prompt.has("login");
}
/** Signs a person in: continues the session where it is theirs and suffices, and otherwise starts or renews one. */
function signIn(provider, current, { personKey, request }) {
	const isTheirs = current?.personKey === personKey;
	if (current && !isTheirs) provider.sessions.end(current);
	const session = current && isTheirs ? current : provider.sessions.start(personKey);
	if (needsNewSignIn(provider, session, request)) session.authenticatedAt = provider.now();
	if (request.acr !== null) session.acr = request.acr;
	return session;
}
// node_modules/latchkey/dist/dev-idp/pages/chooser-page.js
function chooserPage(provider, interaction, options) {
	const { request } = interaction;
	const path = signInPath(provider, interaction);
	return page({
		title: "Choose who signs in",
		provider,
		status: options.mistake ? 400 : 200,
		leavesServer: true,
		body: html`<div class="head">
${providerLine(provider)}
<h1>Choose who signs in</h1>
<p class="lead">to continue to <strong>${applicationName(request.redirectUri)}</strong></p>
</div>
${armedFault(interaction.fault)}
<ul class="people">
${inOrder(provider, interaction, options.session).map(({ person, tag }) => html`<li><form method="post" action="${path}/choose"><input type="hidden" name="person" value="${person.key}"><button class="person" type="submit">${monogram(person.name, person.key)}${personLines(person)}${tag && html`<span class="tag">${tag}</span>`}</button></form></li>`)}
</ul>
${faultChoice(provider, path, interaction.fault)}
${newPerson(path, options)}
<form method="post" action="${path}/deny"><button class="quiet" type="submit">Cancel and go back</button></form>`
	});
}
function inOrder(provider, { request }, session) {
	const { people } = provider;
	const hinted = request.loginHint === null ? null : people.findByHint(request.loginHint);
	const signedIn = session && people.find(session.personKey);
	return people.list().map((person) => {
		if (person === hinted) return {
			person,
			tag: "Suggested",
			rank: 0
		};
		if (person === signedIn) return {
			person,
			tag: "Signed in",
			rank: 1
		};
		return {
			person,
			tag: null,
			rank: 2
		};
	}).sort((one, other) => one.rank - other.rank);
}
/** What will go wrong in this sign-in. */
function armedFault(fault) {
	if (fault === null) return null;
	const { label, effect } = faults[fault];
	return html`<p class="armed" role="status"><strong>What if: ${label}</strong> ${effect}</p>`;
}
function faultChoice(provider, path, chosen) {
	const option = (name, label, effect) => html`<label><input type="radio" name="fault" value="${name}"${(chosen ?? "") === name ? html` checked` : ""}><span>${label}</span><small>${effect}</small></label>`;
	return html`<details class="more"><summary>What if…</summary><div><form method="post" action="${path}/fault">
<fieldset class="faults"><legend>See what the application does when this happens:</legend>
${option("", "Nothing goes wrong", "The provider keeps to the rules.")}
${faultsForSignIn(provider.protocol).map((name) => option(name, faults[name].label, faults[name].effect))}
</fieldset>
<button class="button" type="submit">Set it for this sign-in</button>
</form></div></details>`;
}
function newPerson(path, { entered, mistake }) {
	return html`<details class="more"${mistake ? html` open` : ""}><summary>Somebody else</summary><div><form method="post" action="${path}/people">
${mistake && html`<p class="mistake" role="alert">${mistake}</p>`}
<label class="field">Name<input name="name" required maxlength="100" autocomplete="off" value="${entered?.name ?? ""}"></label>
<label class="field">E-mail address <span>(optional)</span><input name="email" type="email" maxlength="254" autocomplete="off" value="${entered?.email ?? ""}"></label>
<button class="button" type="submit">Add and continue</button>
</form></div></details>`;
}
// node_modules/latchkey/dist/dev-idp/pages/consent-page.js
/** OpenID Connect Core §5.4, §11. Any other scope is shown by its name alone. */
var meanings = {
	openid: "Recognise you",
	profile: "See your name and picture",
	email: "See your e-mail address",
	offline_access: "Stay connected while you are away"
};
function consentPage(provider, interaction, person) {
	const { request } = interaction;
	const path = signInPath(provider, interaction);
	const application = applicationName(request.redirectUri);
	return page({
		title: `Allow ${application}?`,
		provider,
		leavesServer: true,
		body: html`<div class="head">
${providerLine(provider)}
<h1>Allow ${application} to sign you in?</h1>
</div>
${armedFault(interaction.fault)}
<div class="body">
<div class="whose">${monogram(person.name, person.key)}${personLines(person)}</div>
<ul class="scopes" aria-label="What it may do">
${request.scopes.map((scope) => html`<li>${meaning(scope)}</li>`)}
</ul>
<div class="actions">
<form method="post" action="${path}/allow"><button class="button primary" type="submit">Allow</button></form>
<form method="post" action="${path}/deny"><button class="button" type="submit">Deny</button></form>
</div>
</div>
<details class="more"><summary>The request</summary><div><dl>
${facts(provider, interaction).map(([name, value]) => html`<dt>${name}</dt><dd class="mono">${value}</dd>`)}
</dl></div></details>`
	});
}
function meaning(scope) {
	const words = Object.hasOwn(meanings, scope) ? meanings[scope] : void 0;
	return words ? html`${words} <code>${scope}</code>` : html`<code>${scope}</code>`;
}
function facts(provider, { request }) {
	const optional = [
		["prompt", [...request.prompt].join(" ") || null],
		["max_age", request.maxAgeSeconds === null ? null : String(request.maxAgeSeconds)],
		["acr_values (first)", request.acr],
		["login_hint", request.loginHint]
	];
	return [
		["client_id", provider.clientId],
		["redirect_uri", request.redirectUri],
		["response_mode", request.responseMode],
		...optional.flatMap(([name, value]) => value === null ? [] : [[name, value]])
	];
}
// node_modules/latchkey/dist/dev-idp/sign-in-steps.js
/** Sends the browser to the pages. */
function beginSignIn(provider, request) {
	return seeOther(signInPath(provider, provider.interactions.begin(request)));
}
/** GET: who signs in? */
function showChooser(exchange, id) {
	const { provider, request } = exchange;
	return chooserPage(provider, getInteraction(provider, id), { session: provider.sessions.find(request) });
}
/** POST: this person. */
async function choosePerson(exchange, id) {
	const { provider } = exchange;
	const interaction = getInteraction(provider, id);
	const person = provider.people.find(findParameter(await readForm(exchange), "person") ?? "");
	if (!person) throw new PageError("There is nobody of that name.", { remedy: "Go back and choose again." });
	interaction.personKey = person.key;
	return seeOther(`${signInPath(provider, interaction)}/consent`);
}
/** POST: somebody new. */
async function addPerson(exchange, id) {
	const { provider, request } = exchange;
	const interaction = getInteraction(provider, id);
	const form = await readForm(exchange);
	const entered = {
		name: findParameter(form, "name")?.trim() ?? "",
		email: findParameter(form, "email")?.trim() || null
	};
	const mistake = checkPersonForm(entered);
	if (mistake) return chooserPage(provider, interaction, {
		session: provider.sessions.find(request),
		entered,
		mistake
	});
	const person = withPortrait(personFromForm(entered), new URL(provider.issuer).origin);
	provider.addPerson(person);
	interaction.personKey = person.key;
	return seeOther(`${signInPath(provider, interaction)}/consent`);
}
/** POST: what if this went wrong? */
async function chooseFault(exchange, id) {
	const { provider } = exchange;
	const interaction = getInteraction(provider, id);
	interaction.fault = findFault(findParameter(await readForm(exchange), "fault") ?? "");
	return seeOther(signInPath(provider, interaction));
}
/** GET: does this person allow it? */
function showConsent({ provider }, id) {
	const interaction = getInteraction(provider, id);
	const person = provider.people.find(interaction.personKey ?? "");
	return person ? consentPage(provider, interaction, person) : seeOther(signInPath(provider, interaction));
}
/** POST: allowed. */
async function allow({ provider, request }, id) {
	const { interactions, sessions } = provider;
	const before = interactions.findAnswer(id, "allow");
	if (before) return before;
	const interaction = getInteraction(provider, id);
	const { personKey, fault, request: wish } = interaction;
	if (personKey === null) return seeOther(signInPath(provider, interaction));
	if (fault === "deny") return interactions.finish(interaction, "allow", await answerDenied(provider, wish));
	if (fault !== null && errorFaults.includes(fault)) return interactions.finish(interaction, "allow", await answerWithFault(provider, wish, fault));
	const answer = await answerWithCode(provider, wish, {
		session: signIn(provider, sessions.find(request), {
			personKey,
			request: wish
		}),
		fault
	});
	return interactions.finish(interaction, "allow", answer);
}
/** POST: refused. */
async function deny({ provider }, id) {
	const { interactions } = provider;
	const before = interactions.findAnswer(id, "deny");
	if (before) return before;
	const interaction = getInteraction(provider, id);
	return interactions.finish(interaction, "deny", await answerDenied(provider, interaction.request));
}
function getInteraction(provider, id) {
	const interaction = provider.interactions.find(id);
	if (interaction) return interaction;
	throw new PageError("This sign-in is over.", {
		status: 410,
		remedy: "It was answered already, or it is older than ten minutes. Go back to the application and start again."
	});
}
// node_modules/latchkey/dist/dev-idp/authorize.js
async function authorize(exchange) {
	const { provider } = exchange;
	const refusal = refusalOf(provider, "authorization", await exchange.read());
	if (refusal) return fixtureResponse(refusal);
	const asSent = await readParameters(exchange);
	const parameters = provider.fixture.readAuthorization?.(asSent, fixtureClient(provider)) ?? asSent;
	const target = readAnswerTarget(parameters, provider);
	try {
		return await answerOrAsk(exchange, target, parameters);
	} catch (error) {
		if (error instanceof ProtocolError) return answerWithError(provider, target, error);
		throw error;
	}
}
async function answerOrAsk({ provider, request }, target, parameters) {
	const wish = readAuthorizationRequest(parameters, target, provider);
	if (provider.faults.strike(["deny"], null)) return answerDenied(provider, target);
	const error = provider.faults.strike(errorFaults, null);
	if (error) return answerWithFault(provider, target, error);
	const session = provider.sessions.find(request);
	if (provider.answersAs !== null) return answerWithCode(provider, wish, {
		session: signIn(provider, session, {
			personKey: provider.answersAs,
			request: wish
		}),
		fault: null
	});
	if (wish.prompt.has("none")) return answerWithCode(provider, wish, {
		session: await silentSession(provider, session, wish),
		fault: null
	});
	return beginSignIn(provider, wish);
}
/** The session that suffices without asking. Throws what OpenID Connect Core §3.1.2.6 names. */
async function silentSession(provider, session, request) {
	if (!session || needsNewSignIn(provider, session, request)) throw new ProtocolError("login_required", "The person has to sign in.");
	if (request.idTokenHint !== null) {
		const hinted = await verifyHint(provider, request.idTokenHint);
		const person = provider.people.find(session.personKey);
		if (!person || hinted.sub !== provider.fixture.subjectOf(person)) throw new ProtocolError("login_required", "Somebody else is signed in.");
	}
	if (!request.scopes.every((scope) => session.consented.has(scope))) throw new ProtocolError("consent_required", "The person has to allow this.");
	return session;
}
// node_modules/latchkey/dist/dev-idp/authenticate-client.js
var assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/** What the metadata announces. */
function clientAuthentications({ clientAuthentication }) {
	if (clientAuthentication === void 0 || clientAuthentication.startsWith("client_secret_")) return clientAuthentication === "client_secret_jwt" ? ["client_secret_jwt"] : ["client_secret_basic", "client_secret_post"];
	return [clientAuthentication];
}
/** Throws `invalid_client` (401) or `invalid_request`. */
async function authenticateClient(header, parameters, provider) {
	const idInBody = findParameter(parameters, "client_id");
	const secretInBody = findParameter(parameters, "client_secret");
	const assertion = findParameter(parameters, "client_assertion");
	if ([
		header,
		secretInBody,
		assertion
	].filter((method) => method !== null).length > 1) throw new ProtocolError("invalid_request", "The client authenticated twice: by header, secret or assertion.");
	if (assertion !== null) {
		if (findParameter(parameters, "client_assertion_type") === assertionType && await isAssertionOf(provider, assertion)) return;
		throw new ProtocolError("invalid_client", "The client assertion is not one of this client.", 401);
	}
	const client = header === null ? {
		id: idInBody,
		secret: secretInBody
	} : readBasic(header);
	const sameId = header === null || idInBody === null || idInBody === client.id;
	const known = client.id === provider.clientId && sameId;
	if (known && provider.clientAuthentication === "none" && client.secret === null) return;
	if (!(known && takesSecret(provider) && client.secret !== null && equalSecrets(client.secret, provider.clientSecret))) throw new ProtocolError("invalid_client", "The client id or secret is wrong or missing.", 401);
}
/** A client that is registered for signing must not be let in by its secret. */
function takesSecret({ clientAuthentication }) {
	return clientAuthentication !== "private_key_jwt" && clientAuthentication !== "client_secret_jwt";
}
/** RFC 7523 §3: signed by the client, about the client, for this provider, and not expired. */
async function isAssertionOf(provider, assertion) {
	const { clientId, clientKey, clientSecret, issuer, paths } = provider;
	try {
		const key = clientKey ? await importJWK(publicHalf(clientKey), clientKey.alg) : new TextEncoder().encode(clientSecret);
		await jwtVerify(assertion, key, {
			algorithms: [clientKey?.alg ?? "HS256"],
			issuer: clientId,
			subject: clientId,
			audience: [issuer, issuer + paths.token],
			requiredClaims: ["exp", "jti"],
			currentDate: new Date(provider.now())
		});
		return true;
	} catch {
		return false;
	}
}
function publicHalf({ d: _, ...publicMembers }) {
	return publicMembers;
}
function readBasic(header) {
	const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header)?.[1];
	const pair = encoded ? Buffer.from(encoded, "base64").toString("utf8") : "";
	const colon = pair.indexOf(":");
	if (colon < 0) return {
		id: "",
		secret: null
	};
	return {
		id: formDecode(pair.slice(0, colon)),
		secret: formDecode(pair.slice(colon + 1))
	};
}
/** RFC 6749 §2.3.1: both halves are form-urlencoded before Base64. */
function formDecode(text) {
	return new URLSearchParams(`v=${text.replaceAll("&", "%26")}`).get("v") ?? "";
}
// node_modules/latchkey/dist/dev-idp/discovery.js
var jwksPath = "/local/jwks";
function discovery({ provider }) {
	const fault = provider.faults.strike([
		"discovery_503",
		"discovery_404",
		"discovery_html",
		"discovery_wrong_issuer",
		"discovery_without_userinfo"
	], null);
	if (fault === "discovery_503") return unavailable();
	if (fault === "discovery_404") return json({ error: "not_found" }, 404);
	if (fault === "discovery_html") return webPage();
	const { issuer, paths, scopes } = provider;
	const at = (path) => path && `${issuer}${path}`;
	return json({
		issuer: fault === "discovery_wrong_issuer" ? `${issuer}/other` : issuer,
		authorization_endpoint: at(paths.authorization),
		token_endpoint: at(paths.token),
		userinfo_endpoint: fault === "discovery_without_userinfo" ? void 0 : at(paths.userinfo),
		end_session_endpoint: at(paths.endSession),
		revocation_endpoint: at(paths.revocation),
		jwks_uri: at(jwksPath),
		response_types_supported: ["code"],
		response_modes_supported: ["query", "form_post"],
		grant_types_supported: ["authorization_code", "refresh_token"],
		subject_types_supported: ["public"],
		id_token_signing_alg_values_supported: [provider.keys.alg],
		token_endpoint_auth_methods_supported: clientAuthentications(provider),
		token_endpoint_auth_signing_alg_values_supported: ["ES256", "HS256"],
		...codeChallengeMethods(provider),
		scopes_supported: [.../* @__PURE__ */ new Set([
			"openid",
			"profile",
			"email",
			"offline_access",
			...scopes
		])],
		prompt_values_supported: [
			"none",
			"login",
			"select_account",
			"consent"
		],
		request_parameter_supported: false,
		request_uri_parameter_supported: false,
		authorization_response_iss_parameter_supported: sendsIssuer(provider),
		backchannel_logout_supported: true,
		backchannel_logout_session_supported: true
	});
}
/** RFC 8414 §2: absent where PKCE is not supported. */
function codeChallengeMethods({ fixture }) {
	const { pkce = "S256" } = fixture;
	if (pkce === "refused") return {};
	return { code_challenge_methods_supported: [pkce === "plain" ? "plain" : "S256"] };
}
async function jwks({ provider }) {
	const fault = provider.faults.strike(["jwks_503", "empty_key_set"], null);
	if (fault === "jwks_503") return unavailable();
	if (fault === "empty_key_set") return json({ keys: [] });
	return json({ keys: await provider.keys.published() });
}
// node_modules/latchkey/dist/dev-idp/pages/sign-out-page.js
function signOutPage(provider, { id, person, returnUri }) {
	return page({
		title: "Sign out?",
		provider,
		leavesServer: returnUri !== null,
		body: html`<div class="head">
${providerLine(provider)}
<h1>Sign out of ${provider.name}?</h1>
<p class="lead">An application asked for it.</p>
</div>
<div class="body">
${person && html`<div class="whose">${monogram(person.name, person.key)}${personLines(person)}</div>`}
<div class="stack"><form method="post" action="${localPath(provider)}/sign-out/${id}"><button class="button primary" type="submit">Sign out</button></form></div>
</div>`
	});
}
function signedOutPage(provider) {
	return page({
		title: "Signed out",
		provider,
		body: html`<div class="head">
${providerLine(provider)}
<h1>You are signed out of ${provider.name}</h1>
<p class="lead">You can close this page.</p>
</div>`
	});
}
// node_modules/latchkey/dist/dev-idp/end-session.js
/** GET or POST. */
async function endSession(exchange) {
	const { provider, request } = exchange;
	const wish = await readLogout(exchange);
	const session = provider.sessions.find(request);
	if (session && !(wish.sid === session.sid || wish.subject === subjectOf(provider, session))) {
		const id = provider.interactions.beginLogout({ returnUri: wish.returnUri });
		return seeOther(`${localPath(provider)}/sign-out/${id}`);
	}
	return finishLogout(exchange, session, wish.returnUri);
}
/** GET: sign out? */
function showSignOut({ provider, request }, id) {
	const logout = provider.interactions.findLogout(id);
	if (!logout) throw logoutIsOver();
	const session = provider.sessions.find(request);
	return signOutPage(provider, {
		id,
		person: session && provider.people.find(session.personKey),
		returnUri: logout.returnUri
	});
}
/** POST: yes. */
function confirmSignOut(exchange, id) {
	const { provider, request } = exchange;
	const logout = provider.interactions.takeLogout(id);
	if (!logout) throw logoutIsOver();
	return finishLogout(exchange, provider.sessions.find(request), logout.returnUri);
}
async function finishLogout({ provider }, session, returnUri) {
	if (session) await signOut(provider, session);
	const response = returnUri === null ? await signedOutPage(provider) : redirectTo(returnUri, new URLSearchParams());
	response.headers.append("set-cookie", provider.sessions.clearingCookie());
	return response;
}
async function readLogout(exchange) {
	const { provider } = exchange;
	try {
		const asSent = await readParameters(exchange);
		const parameters = provider.fixture.readLogout?.(asSent) ?? asSent;
		const hint = findParameter(parameters, "id_token_hint");
		const clientId = findParameter(parameters, "client_id");
		const claims = hint === null ? null : await verifyHint(provider, hint);
		if (clientId !== null && clientId !== provider.clientId) throw new ProtocolError("invalid_request", "client_id is not the client of this provider.");
		const returnUri = readReturnUri(parameters, provider, claims !== null || clientId !== null);
		return {
			sid: claims?.sid,
			subject: claims?.sub,
			returnUri
		};
	} catch (error) {
		if (!(error instanceof ProtocolError)) throw error;
		throw new PageError(error.message, { remedy: "OpenID Connect RP-Initiated Logout §2 lists what may be sent." });
	}
}
function readReturnUri(parameters, provider, isKnown) {
	const uri = findParameter(parameters, "post_logout_redirect_uri");
	if (uri === null) return null;
	if (!isKnown || !provider.postLogoutRedirectUris.has(uri)) throw new PageError("This post-logout redirect URI cannot be used.", {
		facts: [
			["post_logout_redirect_uri that arrived", uri],
			["registered", [...provider.postLogoutRedirectUris].join("\n") || "(none)"],
			["client", isKnown ? provider.clientId : "(neither id_token_hint nor client_id came)"]
		],
		remedy: "Send id_token_hint or client_id, and an address that is registered to the letter."
	});
	const state = findParameter(parameters, "state");
	if (state === null) return uri;
	return `${uri}${uri.includes("?") ? "&" : "?"}${new URLSearchParams({ state })}`;
}
function subjectOf(provider, session) {
	const person = provider.people.find(session.personKey);
	return person && provider.fixture.subjectOf(person);
}
function logoutIsOver() {
	return new PageError("This sign-out is over.", {
		status: 410,
		remedy: "It was answered already, or it is older than ten minutes."
	});
}
// node_modules/latchkey/dist/dev-idp/fixture-request.js
var mostBodyBytes = 65536;
function fixtureRequest(request, url, { id }) {
	let reading = null;
	return () => {
		reading ??= read(request, url, id);
		return reading;
	};
}
async function read(request, url, id) {
	const { method, headers } = request;
	const body = method === "GET" || method === "HEAD" ? "" : await bodyOf(request);
	const type = headers.get("content-type") ?? "";
	return {
		method,
		path: url.pathname.slice(`/${id}`.length),
		headers,
		query: url.searchParams,
		form: new URLSearchParams(/^application\/x-www-form-urlencoded\b/i.test(type) ? body : ""),
		json: /^application\/json\b/i.test(type) ? parsed(body) : null
	};
}
async function bodyOf(request) {
	const bytes = await readBytes(request, mostBodyBytes);
	if (bytes !== null) return new TextDecoder().decode(bytes);
	throw new PageError("The body is too large.", {
		status: 413,
		remedy: `The local identity provider reads at most ${mostBodyBytes} bytes.`
	});
}
function parsed(body) {
	try {
		return JSON.parse(body);
	} catch {
		return null;
	}
}
// node_modules/latchkey/dist/dev-idp/pages/error-page.js
function errorPage(provider, error) {
	return page({
		title: error.message,
		provider,
		status: error.status,
		body: html`<div class="head">
${provider && providerLine(provider)}
<h1>${error.message}</h1>
<p class="lead">${error.remedy}</p>
</div>
${error.facts.length > 0 && html`<div class="body"><dl>${error.facts.map(([name, value]) => html`<dt>${name}</dt><dd class="mono">${value}</dd>`)}</dl></div>`}`
	});
}
/** What an address without a route answers. */
function nothingHerePage(provider) {
	return errorPage(provider, new PageError("There is nothing at this address.", {
		status: 404,
		remedy: "Paths are the real provider’s, below the base URL that the local identity provider gave out."
	}));
}
// node_modules/latchkey/dist/dev-idp/protected-resources.js
/** GET or POST: the claims that the scopes open. */
async function userinfo(exchange) {
	return protect(exchange, {
		endpoint: "userinfo",
		oneOfScopes: ["openid"]
	}, ({ grant, scopes }) => {
		const { provider } = exchange;
		const { person } = grant;
		const subject = provider.fixture.subjectOf(person);
		const stranger = provider.faults.strike(["wrong_userinfo_subject"], grant.fault);
		const claims = {
			...profileClaims(provider, {
				person,
				subject,
				scopes,
				in: "userinfo"
			}),
			sub: stranger ? `${subject}0` : subject
		};
		return provider.fixture.signsUserinfo ? signed(provider, grant, claims) : json(claims);
	});
}
/** OpenID Connect Core §5.3.2: a signed answer names issuer and audience. */
async function signed(provider, { person }, claims) {
	const whole = {
		...claims,
		iss: issuerFor(provider, person),
		aud: provider.clientId
	};
	return new Response(await sign(whole, await provider.keys.current()), { headers: {
		"content-type": "application/jwt",
		"cache-control": "no-store"
	} });
}
/** Below the base URL, by the fixture's key of the path. */
async function api(exchange, key) {
	const { provider, url } = exchange;
	const request = await exchange.read();
	const { api: answers, apiScopes } = provider.fixture;
	return protect(exchange, {
		endpoint: "api",
		oneOfScopes: apiScopes?.[key] ?? []
	}, ({ grant }) => {
		const answer = answers[key];
		if (!answer) return json({ error: "not_found" }, 404);
		const subject = provider.fixture.subjectOf(grant.person);
		return fixtureResponse(answer(grant.person, subject, url.searchParams, request));
	});
}
/** The key of a path without varying segments. */
function apiKeyOf({ method, path }) {
	return method === "GET" ? path : `${method} ${path}`;
}
async function protect(exchange, { endpoint, oneOfScopes }, answer) {
	const { provider } = exchange;
	const request = await exchange.read();
	const refusal = refusalOf(provider, endpoint, request);
	if (refusal) return fixtureResponse(refusal);
	try {
		const opened = open(exchange, request, oneOfScopes);
		return troubledAnswer$1(provider, opened.grant.fault) ?? answer(opened);
	} catch (error) {
		if (!(error instanceof ProtocolError)) throw error;
		const reason = error.code === "missing_token" ? "" : `, error="${error.code}", error_description="${error.message}"`;
		return json({
			error: error.code,
			error_description: error.message,
			message: error.message
		}, error.status, { "www-authenticate": `Bearer realm="${provider.id}"${reason}` });
	}
}
/** The answer of an API in trouble, or null when all is well. Throws `invalid_token`. */
function troubledAnswer$1(provider, chosen) {
	const fault = provider.faults.strike([
		"userinfo_503",
		"userinfo_401",
		"empty_profile",
		"html_profile"
	], chosen);
	if (fault === "userinfo_503") return unavailable();
	if (fault === "userinfo_401") throw new ProtocolError("invalid_token", "Refused, as was asked for.", 401);
	if (fault === "empty_profile") return json({});
	return fault === "html_profile" ? webPage() : null;
}
function open({ provider }, request, oneOfScopes) {
	const token = (provider.fixture.accessTokenIn ?? bearerToken)(request);
	if (token === null) throw new ProtocolError("missing_token", "An access token is needed.", 401);
	const found = provider.grants.findAccessToken(token);
	if (!found) throw new ProtocolError("invalid_token", "The access token is unknown, expired or revoked.", 401);
	if (oneOfScopes.length > 0 && !oneOfScopes.some((scope) => found.scopes.includes(scope))) throw new ProtocolError("insufficient_scope", `Needs one of the scopes ${oneOfScopes.join(", ")}.`, 403);
	const proof = request.query.get("appsecret_proof");
	if (proof !== null && provider.fixture.verifiesAppSecretProof) {
		if (!equalSecrets(proof, createHmac("sha256", provider.clientSecret).update(token).digest("hex"))) throw new ProtocolError("invalid_request", "appsecret_proof does not fit the access token and the secret.");
	}
	return found;
}
/** RFC 6750 §2.1. */
function bearerToken({ headers, query }) {
	if (query.has("access_token")) throw new ProtocolError("invalid_request", "The access token belongs into the Authorization header.");
	return /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? null;
}
// node_modules/latchkey/dist/dev-idp/revocation.js
async function revoke(exchange) {
	const { request, provider } = exchange;
	const refusal = refusalOf(provider, "revocation", await exchange.read());
	if (refusal) return fixtureResponse(refusal);
	try {
		const parameters = await readForm(exchange);
		await authenticateClient(request.headers.get("authorization"), parameters, provider);
		return end(provider, getParameter(parameters, "token"));
	} catch (error) {
		if (!(error instanceof ProtocolError)) throw error;
		return json({
			error: error.code,
			error_description: error.message
		}, error.status);
	}
}
/** The provider's own request: its fixture says where the token is, and demands what else must come. */
async function revokeOtherwise(exchange) {
	const { provider } = exchange;
	const request = await exchange.read();
	const refusal = refusalOf(provider, "revocation", request);
	if (refusal) return fixtureResponse(refusal);
	const token = revokedToken(provider, request);
	if (token !== null) return end(provider, token);
	return fixtureResponse(provider.fixture.tokenError("invalid_request", "No token is named."));
}
/** The token that this request ends; null where it is no such request. */
function revokedToken({ fixture }, request) {
	const { method, path, tokenIn } = fixture.revocation ?? {};
	return request.method === method && request.path === path ? tokenIn?.(request) ?? null : null;
}
function end(provider, token) {
	provider.grants.revoke(token);
	return new Response(null, {
		status: 200,
		headers: { "cache-control": "no-store" }
	});
}
// node_modules/latchkey/dist/dev-idp/token-endpoint.js
async function token(exchange) {
	const { request, provider } = exchange;
	const sent = await exchange.read();
	if (revokedToken(provider, sent) !== null) return revokeOtherwise(exchange);
	const read = provider.fixture.readTokenRequest?.(sent, fixtureClient(provider));
	if (read === null) return api(exchange, apiKeyOf(sent));
	const refusal = refusalOf(provider, "token", sent);
	if (refusal) return fixtureResponse(refusal);
	if (read && !(read instanceof URLSearchParams)) return fixtureResponse(read);
	try {
		const parameters = read ?? await readPlainRequest(exchange);
		const grantType = getParameter(parameters, "grant_type");
		exchange.note({ grantType });
		await authenticateClient(read ? null : request.headers.get("authorization"), parameters, provider);
		if (grantType === "authorization_code") return await redeemCode(exchange, parameters);
		if (grantType === "refresh_token") return await refresh(exchange, parameters);
		throw new ProtocolError("unsupported_grant_type", "Only authorization_code and refresh_token are offered.");
	} catch (error) {
		if (!(error instanceof ProtocolError)) throw error;
		return tokenError(exchange, error);
	}
}
function tokenError({ provider, request }, error) {
	const response = fixtureResponse(provider.fixture.tokenError(error.code, error.message));
	if (error.status === 401 && request.headers.has("authorization")) response.headers.set("www-authenticate", `Basic realm="${provider.id}"`);
	return response;
}
/** RFC 6749 §3.2: a form, unless the provider wants a query. */
async function readPlainRequest(exchange) {
	return exchange.provider.fixture.tokenMethod === "GET" ? exchange.url.searchParams : readForm(exchange);
}
async function redeemCode(exchange, parameters) {
	const { provider } = exchange;
	const code = getParameter(parameters, "code");
	const { pkce, readTokenRequest } = provider.fixture;
	const redirectUri = readTokenRequest ? findParameter(parameters, "redirect_uri") : getParameter(parameters, "redirect_uri");
	const verifier = findParameter(parameters, "code_verifier");
	const faulty = await troubledAnswer(exchange, provider.grants.peekFault(code));
	if (faulty) return faulty;
	const binding = provider.grants.takeCode(code);
	if (!binding) throw new ProtocolError("invalid_grant", "The code is unknown, expired or already used.");
	if (redirectUri !== null && binding.redirectUri !== redirectUri) throw new ProtocolError("invalid_grant", "redirect_uri is not the one of the authorization request.");
	checkCodeVerifier(verifier, binding.codeChallenge, pkce);
	const { grant } = binding;
	return grantTokens(exchange, grant, {
		scopes: grant.scopes,
		isRefresh: false
	});
}
async function refresh(exchange, parameters) {
	const { provider } = exchange;
	const refreshToken = getParameter(parameters, "refresh_token");
	const faulty = await troubledAnswer(exchange, null);
	if (faulty) return faulty;
	const grant = provider.grants.takeRefreshToken(refreshToken);
	if (grant && provider.faults.strike(["refresh_reuse"], grant.fault)) {
		provider.grants.takeRefreshToken(refreshToken);
		throw new ProtocolError("invalid_grant", "The refresh token was used before.");
	}
	if (!grant) throw new ProtocolError("invalid_grant", "The refresh token is unknown, used or revoked.");
	const scopes = findParameter(parameters, "scope")?.split(" ").filter(Boolean) ?? grant.scopes;
	if (!scopes.every((scope) => grant.scopes.includes(scope))) throw new ProtocolError("invalid_scope", "The scope goes beyond what was granted.");
	return grantTokens(exchange, grant, {
		scopes,
		isRefresh: true
	});
}
/** The answer of an endpoint in trouble, or null when all is well. A slow one is only late. Throws what it refuses with. */
async function troubledAnswer({ provider }, chosen) {
	const fault = provider.faults.strike(tokenFaults, chosen);
	if (fault === null) return null;
	const refusal = refusals[fault];
	if (refusal) throw new ProtocolError(refusal, "Refused, as was asked for.");
	if (fault === "token_503") return unavailable();
	if (fault === "token_429") return new Response(null, {
		status: 429,
		headers: { "retry-after": "1" }
	});
	if (fault === "html_instead_of_json") return webPage();
	if (fault === "error_with_status_200") return json({
		error: "invalid_grant",
		error_description: "Refused, as was asked for."
	});
	if (fault === "token_error_pkce") throw new ProtocolError("invalid_request", "The parameter code_verifier is not supported.");
	await setTimeout(provider.faults.delaySeconds() * 1e3, null, { ref: false });
	return null;
}
var refusals = {
	token_error_invalid_grant: "invalid_grant",
	token_error_invalid_client: "invalid_client",
	token_error_redirect_uri: "redirect_uri_mismatch"
};
var tokenFaults = [
	...Object.keys(refusals),
	"token_503",
	"token_429",
	"slow_token",
	"html_instead_of_json",
	"error_with_status_200",
	"token_error_pkce"
];
/** The usual answer, without what a fault leaves out of it. */
async function damaged(response, fault) {
	if (fault === null) return response;
	const answer = await response.json().catch(() => ({}));
	if (fault === "wrong_token_type") return json({
		...answer,
		token_type: "mac"
	});
	const { access_token: _, ...rest } = answer;
	return json(rest);
}
async function grantTokens({ provider }, grant, { scopes, isRefresh }) {
	const { fixture } = provider;
	const { person } = grant;
	const subject = fixture.subjectOf(person);
	const accessToken = provider.grants.issueAccessToken(grant, scopes, (random) => fixture.accessTokenOf?.(person, subject, random) ?? random);
	const chosenFault = isRefresh ? null : grant.fault;
	const withIdToken = provider.protocol === "oidc" && provider.faults.strike(["missing_id_token"], chosenFault) === null;
	return damaged(fixtureResponse(fixture.tokenAnswer({
		person,
		subject,
		accessToken,
		refreshToken: grant.offline ? provider.grants.issueRefreshToken(grant) : null,
		idToken: withIdToken ? await issueIdToken(provider, grant, {
			accessToken,
			chosenFault,
			withNonce: !isRefresh
		}) : null,
		scopes,
		lifetimeSeconds: accessTokenLifetimeSeconds
	})), provider.faults.strike(["missing_access_token", "wrong_token_type"], chosenFault));
}
// node_modules/latchkey/dist/dev-idp/provider-routes.js
var pageSteps = [
	[
		"GET",
		"/sign-in/:id",
		showChooser
	],
	[
		"POST",
		"/sign-in/:id/choose",
		choosePerson
	],
	[
		"POST",
		"/sign-in/:id/people",
		addPerson
	],
	[
		"POST",
		"/sign-in/:id/fault",
		chooseFault
	],
	[
		"GET",
		"/sign-in/:id/consent",
		showConsent
	],
	[
		"POST",
		"/sign-in/:id/allow",
		allow
	],
	[
		"POST",
		"/sign-in/:id/deny",
		deny
	],
	[
		"GET",
		"/sign-out/:id",
		showSignOut
	],
	[
		"POST",
		"/sign-out/:id",
		confirmSignOut
	],
	[
		"GET",
		"/account",
		showAccount
	],
	[
		"POST",
		"/account/sign-out",
		signOutHere
	],
	[
		"POST",
		"/account/sign-out-everywhere",
		signOutAll
	]
];
function providerRoutes(provider, record) {
	const app = new Hono({ strict: false }).basePath(`/${provider.id}`);
	const { paths } = provider;
	const { api: answers, revocation, tokenMethod = "POST" } = provider.fixture;
	function route(name, methods, path, endpoint) {
		app.on([...methods], path.replace(/\/$/, "") || "/", (context) => run({
			name,
			provider,
			record
		}, context.req.raw, endpoint));
	}
	if (provider.protocol === "oidc") {
		route("discovery", ["GET"], "/.well-known/openid-configuration", discovery);
		route("jwks", ["GET"], jwksPath, jwks);
	}
	route("authorization", ["GET", "POST"], paths.authorization, authorize);
	for (const path of /* @__PURE__ */ new Set([paths.token, paths.refresh ?? paths.token])) route("token", [tokenMethod], path, token);
	for (const key of Object.keys(answers)) {
		const [path = "", method = "GET"] = key.split(" ").reverse();
		route("api", [method], path, (exchange) => api(exchange, key));
	}
	if (provider.protocol === "oidc" && paths.userinfo) route("userinfo", ["GET", "POST"], paths.userinfo, userinfo);
	if (revocation) route("revocation", [revocation.method], revocation.path, revokeOtherwise);
	else if (paths.revocation) route("revocation", ["POST"], paths.revocation, revoke);
	if (paths.endSession) route("end-session", ["GET", "POST"], paths.endSession, endSession);
	for (const [method, path, step] of pageSteps) app.on(method, `/local${path}`, (context) => run({
		name: "page",
		provider,
		record
	}, context.req.raw, (exchange) => step(exchange, context.req.param("id") ?? "")));
	app.notFound(() => nothingHerePage(provider));
	app.onError((error) => {
		throw error;
	});
	return app;
}
/** Records the request, runs the endpoint and turns a refusal that no endpoint has worded into a page. */
async function run(at, request, endpoint) {
	const { provider } = at;
	const url = new URL(request.url);
	const note = at.record({
		provider: provider.id,
		endpoint: at.name,
		method: request.method,
		path: url.pathname,
		time: provider.now(),
		grantType: null,
		status: null
	});
	const read = fixtureRequest(request, url, provider);
	const response = await answer(provider, () => endpoint({
		request,
		url,
		provider,
		read,
		note
	}));
	note({ status: response.status });
	return response;
}
async function answer(provider, endpoint) {
	try {
		return await endpoint();
	} catch (error) {
		if (error instanceof PageError) return errorPage(provider, error);
		if (error instanceof ProtocolError) return errorPage(provider, new PageError(error.message, { remedy: "Go back and try again." }));
		throw error;
	}
}
// node_modules/latchkey/dist/dev-idp/registration.js
/** A key pair for a client that signs. */
async function makeClientKey() {
	const { privateKey } = await generateKeyPair("ES256", { extractable: true });
	const { kty, ...members } = await exportJWK(privateKey);
	return {
		...members,
		kty: kty ?? "EC",
		alg: "ES256",
		kid: "client"
	};
}
// node_modules/latchkey/dist/dev-idp/request-log.js
var mostRecords = 1e3;
function createRequestLog() {
	const records = [];
	return {
		records,
		record(record) {
			const kept = { ...record };
			records.push(kept);
			if (records.length > mostRecords) records.shift();
			return (more) => void Object.assign(kept, more);
		}
	};
}
// node_modules/latchkey/dist/dev-idp/pages/index-page.js
function indexPage(providers, people) {
	return page({
		title: "What this is",
		provider: null,
		body: html`<div class="head">
<h1>Local identity provider</h1>
<p class="lead">It stands in for providers that have no credentials yet, so that sign-in works by the real protocol. Start from the application.</p>
</div>
<div class="body">
<h2>Stands in for</h2>
<ul class="served">
${providers.map((provider) => html`<li><b>${provider.name}</b><span class="mono">${provider.issuer}</span><br><a href="${localPath(provider)}/account">Who is signed in</a></li>`)}
</ul>
</div>
<ul class="people">
${people.map((person) => html`<li><div class="person static">${monogram(person.name, person.key)}${personLines(person)}</div></li>`)}
</ul>`
	});
}
// node_modules/latchkey/dist/dev-idp/server-routes.js
function serverRoutes({ mounted, people, log }) {
	const app = new Hono();
	app.use(async (context, next) => {
		if (!isLoopbackHostname(hostName(context.req.header("host")))) return context.text("The local identity provider answers on loopback only.", 421);
		return next();
	});
	app.get("/", () => indexPage([...mounted.values()].map(({ provider }) => provider), people.list()));
	app.get(`${portraitsPath}/:file{.+\\.svg}`, (context) => {
		const person = people.find(context.req.param("file").slice(0, -4));
		return person ? portrait(person) : context.notFound();
	});
	app.all("/:id/*", (context) => {
		const found = mounted.get(context.req.param("id"));
		return found ? found.app().fetch(context.req.raw, context.env) : context.notFound();
	});
	app.notFound(() => nothingHerePage(null));
	app.onError((error) => {
		log(`Local identity provider: ${error.stack ?? error.message}`);
		return new Response("Internal Server Error", { status: 500 });
	});
	return app;
}
function hostName(host) {
	return (host ?? "").replace(/:\d+$/, "").toLowerCase();
}
// node_modules/latchkey/dist/dev-idp/signing-keys.js
var mostPublished = 3;
function createSigningKeys(options) {
	return options.alg === "HS256" ? secretKeys(options.clientSecret) : keyPairs(options);
}
function keyPairs({ alg, stored, save }) {
	let keys = null;
	async function begin() {
		const found = stored && await readKey$1(alg, stored);
		if (found) return [found];
		const { key, privateJwk } = await makeKey(alg);
		save(privateJwk);
		return [key];
	}
	async function all() {
		keys ??= begin();
		return keys;
	}
	async function published() {
		return (await all()).map(({ verifyingKey }) => verifyingKey);
	}
	return {
		alg,
		async current() {
			const [key] = await all();
			if (!key) throw new Error("There is no signing key.");
			return key;
		},
		async rotate() {
			const before = all();
			const made = makeKey(alg);
			keys = Promise.all([made, before]).then(([{ key }, old]) => [key, ...old].slice(0, mostPublished));
			const { key, privateJwk } = await made;
			await keys;
			save(privateJwk);
			return key;
		},
		async stranger() {
			return (await makeKey(alg)).key;
		},
		accepted: published,
		published
	};
}
/** OpenID Connect Core §10.1: the octets of the client secret. It cannot be rotated without the client. */
function secretKeys(clientSecret) {
	const keyOf = (secret) => {
		const privateKey = new TextEncoder().encode(secret);
		return {
			alg: "HS256",
			kid: void 0,
			privateKey,
			verifyingKey: {
				kty: "oct",
				k: Buffer.from(privateKey).toString("base64url"),
				alg: "HS256"
			}
		};
	};
	const key = keyOf(clientSecret);
	return {
		alg: "HS256",
		current: async () => key,
		rotate: async () => key,
		stranger: async () => keyOf(randomToken()),
		accepted: async () => [key.verifyingKey],
		published: async () => []
	};
}
async function makeKey(alg) {
	const { privateKey } = await generateKeyPair(alg, { extractable: true });
	const privateJwk = await exportJWK(privateKey);
	return {
		key: await toSigningKey(alg, privateKey, privateJwk),
		privateJwk
	};
}
async function readKey$1(alg, privateJwk) {
	try {
		const privateKey = await importJWK(privateJwk, alg);
		return privateKey instanceof Uint8Array ? null : await toSigningKey(alg, privateKey, privateJwk);
	} catch {
		return null;
	}
}
async function toSigningKey(alg, privateKey, jwk) {
	const publicMembers = publicMembersOf(jwk);
	const kid = await calculateJwkThumbprint(publicMembers);
	return {
		alg,
		kid,
		privateKey,
		verifyingKey: {
			...publicMembers,
			kid,
			alg,
			use: "sig"
		}
	};
}
function publicMembersOf({ kty, n, e, crv, x, y }) {
	if (kty === "RSA" && n && e) return {
		kty,
		n,
		e
	};
	if (kty === "EC" && crv && x && y) return {
		kty,
		crv,
		x,
		y
	};
	if (kty === "OKP" && crv && x) return {
		kty,
		crv,
		x
	};
	throw new TypeError("Not a key that signs.");
}
// node_modules/latchkey/dist/dev-idp/dev-state.js
var isText = (value) => typeof value === "string";
var isNumber = (value) => typeof value === "number";
var isTextOrNull = (value) => value === null || isText(value);
var personChecks = {
	key: isText,
	number: isNumber,
	name: isText,
	givenName: isText,
	familyName: isText,
	username: isText,
	email: isTextOrNull,
	emailVerified: (value) => typeof value === "boolean",
	picture: isTextOrNull
};
/** @throws TypeError when it is not what `openStateFile` writes. */
function readDevState(value) {
	const { wantedPort, port, keys, people } = membersOf(value);
	if (!Array.isArray(people)) throw new TypeError("people is no list");
	return {
		wantedPort: readPort(wantedPort),
		port: readPort(port),
		keys: Object.fromEntries(Object.entries(membersOf(keys)).map(([id, key]) => [id, readKey(key)])),
		people: people.map(readPerson)
	};
}
function readPort(value) {
	if (value !== null && typeof value !== "number") throw new TypeError("a port is no number");
	return value;
}
function readKey(value) {
	const key = membersOf(value);
	if (typeof key.kty !== "string") throw new TypeError("a key has no kty");
	return key;
}
function readPerson(value) {
	const given = membersOf(value);
	const members = Object.entries(personChecks).map(([name, check]) => {
		if (!check(given[name])) throw new TypeError(`a person has no ${name}`);
		return [name, given[name]];
	});
	return Object.fromEntries(members);
}
function membersOf(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TypeError("not an object");
	return value;
}
// node_modules/latchkey/dist/dev-idp/state-file.js
var stateFileName = "dev-idp.json";
var emptyState = {
	wantedPort: null,
	port: null,
	keys: {},
	people: []
};
/** `directory` null: nothing is read or written. */
function openStateFile(directory, log) {
	let state = directory === null ? emptyState : readState(join(directory, stateFileName), log);
	return {
		read: () => state,
		update(change) {
			state = {
				...state,
				...change
			};
			if (directory !== null) writeState(directory, state, log);
		}
	};
}
function readState(file, log) {
	try {
		return readDevState(JSON.parse(readFileSync(file, "utf8")));
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return emptyState;
		log(`Local identity provider: ${file} cannot be read, so new keys are made.`);
		return emptyState;
	}
}
function writeState(directory, state, log) {
	const file = join(directory, stateFileName);
	const draft = `${file}.${process.pid}.tmp`;
	try {
		makeOwnFolder(fs, directory);
		writeFileSync(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 384 });
		renameSync(draft, file);
	} catch (error) {
		log(`Local identity provider: ${file} cannot be written (${error.message}).`);
	}
}
// node_modules/latchkey/dist/dev-idp/start-dev-identity-provider.js
/** Throws `config_option_invalid` with `NODE_ENV=production`, and when no port is free. */
async function startDevIdentityProvider(options = {}) {
	refuseProduction();
	const { port: wantedPort = 3001, stateDirectory = null, now = Date.now, log = () => {} } = options;
	const state = openStateFile(stateDirectory, log);
	const mounted = /* @__PURE__ */ new Map();
	const requestLog = createRequestLog();
	let routes = null;
	const { server, port } = await listen({
		wantedPort,
		rememberedPort: state.read().wantedPort === wantedPort ? state.read().port : null,
		fetch: (request) => routes?.fetch(request) ?? unavailable()
	});
	rememberPort(state, wantedPort, {
		port,
		log
	});
	if (options.keepsProcessAlive === false) server.unref();
	const origin = `http://127.0.0.1:${port}`;
	const pictured = (person) => withPortrait(person, origin);
	const people$1 = createPeopleDirectory([...options.people ?? people.map(pictured), ...state.read().people.map(pictured)]);
	routes = serverRoutes({
		mounted,
		people: people$1,
		log
	});
	function addPerson(person) {
		people$1.add(person);
		const others = state.read().people.filter(({ key }) => key !== person.key);
		state.update({ people: [...others, person] });
	}
	const parts = {
		origin,
		people: people$1,
		addPerson,
		now,
		log
	};
	async function serve(description) {
		const fixture = await getFixture(options.fixtures ?? {}, description);
		const key = description.clientAuthentication === "private_key_jwt" ? await makeClientKey() : void 0;
		const { issuer, clientId, clientSecret, clientKey } = mounted.get(description.id)?.provider ?? mount(description, {
			fixture,
			clientKey: key
		});
		return {
			place: {
				baseUrl: issuer,
				issuer
			},
			clientId,
			clientSecret,
			clientKey
		};
	}
	function mount(description, shape) {
		const makeKeys = (alg, clientSecret) => createSigningKeys({
			alg,
			clientSecret,
			...rememberedKey(state, description.id)
		});
		const provider = createServedProvider(description, {
			...shape,
			makeKeys
		}, parts);
		let app = null;
		mounted.set(provider.id, {
			provider,
			app() {
				app ??= providerRoutes(provider, requestLog.record);
				return app;
			}
		});
		return provider;
	}
	function get(id) {
		const found = mounted.get(id);
		if (found) return found.provider;
		throw new LatchkeyError("provider_unknown", { detail: `The local identity provider does not serve ${id}.` });
	}
	return {
		origin,
		serve,
		allowRedirect(providerId, redirectUri) {
			checkLoopbackUri(redirectUri);
			get(providerId).redirectUris.add(redirectUri);
		},
		allowPostLogoutRedirect(providerId, uri) {
			checkLoopbackUri(uri);
			get(providerId).postLogoutRedirectUris.add(uri);
		},
		setBackchannelLogout(providerId, uri) {
			if (uri !== null) checkLoopbackUri(uri);
			get(providerId).backchannelLogoutUri = uri;
		},
		setFault: (providerId, fault, faultOptions) => get(providerId).faults.set(fault, faultOptions),
		answerAs(providerId, personKey) {
			if (personKey !== null && !people$1.find(personKey)) throw new LatchkeyError("config_option_invalid", { detail: `There is no person ${personKey}.` });
			get(providerId).answersAs = personKey;
		},
		addPerson,
		signOutEverywhere: (providerId, personKey) => signOutEverywhere(get(providerId), personKey),
		requests: requestLog.records,
		close: () => close(server)
	};
}
function refuseProduction() {
	throw new LatchkeyError("config_option_invalid", { detail: "The local identity provider checks no passwords and never starts with NODE_ENV=production. Give each provider its real credentials." });
}
/** A port is remembered once for each wanted one; while another program holds it, the next free one serves. */
function rememberPort(state, wantedPort, { port, log }) {
	const { wantedPort: before, port: remembered } = state.read();
	if (before !== wantedPort || remembered === null) state.update({
		wantedPort,
		port
	});
	else if (remembered !== port) log(`Local identity provider: port ${remembered} is taken, so it is at ${port} now. Its issuers contain the port: accounts made at the old one are not found until it is free again.`);
}
function rememberedKey(state, providerId) {
	return {
		stored: state.read().keys[providerId] ?? null,
		save: (key) => state.update({ keys: {
			...state.read().keys,
			[providerId]: key
		} })
	};
}
async function getFixture(further, { id, kind }) {
	if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new LatchkeyError("config_provider_invalid", { detail: `${id} is not an id of a provider: it begins with a small letter, then small letters, digits and hyphens.` });
	const fixture = Object.hasOwn(further, kind) ? further[kind] : await loadFixture(kind);
	if (fixture) return fixture;
	throw new LatchkeyError("config_provider_invalid", { detail: `The local identity provider does not know what providers of the kind ${kind} answer, so it cannot stand in for ${id}. Give ${id} its real credentials, or say what it answers: \`fixtures: { ${kind}: … }\` of startTestProviders and startDevIdentityProvider takes a ProviderFixture.` });
}
async function close(server) {
	await new Promise((resolve, reject) => {
		server.close((error) => error ? reject(error) : resolve());
		server.closeAllConnections();
	});
	await new Promise(setImmediate);
}
export { standIn, startDevIdentityProvider };
