// What you need to write a provider: the definition, readers for answers, custom requests and answers, the button, and the fixture
// that the contract suite and the local identity provider use.
export type { EntryOption, EntryOptionKind, EntryOptions, OwnOptions } from '../contracts/entry-options.ts'
export type { IdentityFields } from '../contracts/identity.ts'
export type {
  ApiRequest,
  Brand,
  BrandColors,
  ClaimNames,
  Claims,
  ClientAuthentication,
  ClientKey,
  Deviations,
  LoginPlace,
  LogoutRequest,
  OfflineAccess,
  PrivateJwk,
  ProfileRequest,
  Provider,
  ProviderEndpoints,
  ProviderOptions,
  ProviderPlace,
  RedirectRules,
  RequestDescription,
  RevocationRequest,
  SecretMaker,
  TokenRequest,
  TokenRequestContext,
} from '../contracts/provider.ts'
export type {
  FixtureAnswer,
  FixtureCase,
  FixtureClient,
  FixtureEndpoint,
  FixtureRequest,
  Person,
  ProviderFixture,
  SigningAlgorithm,
  TokenGrant,
} from '../contracts/provider-fixture.ts'
export { brandOf } from '../providers/definition/brand-of.ts'
export { defineProvider, type ProviderDescription } from '../providers/definition/define-provider.ts'
export type { MovedAddresses, MovedPlace } from '../providers/definition/provider-description.ts'
export { listAt, objectAt, readTextFlag, unwrapped, valueAt } from '../providers/definition/read-answer.ts'
export { type IdentityDraft, readNumericSubject, readText } from '../providers/definition/read-identity.ts'
export { type ProfileFields, readProfile } from '../providers/definition/read-profile.ts'
export { readStandardClaims } from '../providers/definition/standard-claims.ts'
export {
  asJson,
  asQuery,
  toAddress,
  withHeaders,
  withParameters,
} from '../providers/definition/token-request.ts'
export {
  type RewriteOptions,
  type RewrittenAnswer,
  rewriteTokenResponse,
  type TokenBody,
} from '../providers/definition/token-response.ts'
export {
  defineFixture,
  type FixtureDescription,
  tokenAnswerOf,
} from '../providers/fixtures/define-fixture.ts'
export { jsonAnswer } from '../providers/fixtures/json-answer.ts'
export { people } from '../providers/fixtures/people.ts'
