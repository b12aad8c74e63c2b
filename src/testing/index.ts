// `latchkey/testing`: sign-in for an application's own tests, without mocks.
export type { Fault, FaultOptions } from '../dev-idp/index.ts'
export { issueTestSession, type TestSession, type TestSessionOptions } from './issue-test-session.ts'
export { type SignInOptions, signIn, type TestPage } from './sign-in.ts'
export { startTestProviders, type TestProviders, type TestProvidersOptions } from './start-test-providers.ts'
