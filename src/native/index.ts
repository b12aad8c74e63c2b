// `latchkey/native`: for first-party clients without cookies. Needs only `fetch`, on any platform: Expo, React Native, Electron, Tauri,
// Node.
export type { DeviceCode, DeviceOptions } from './device-sign-in.ts'
export type { SessionStorage } from './kept-session.ts'
export { nativeClient } from './native-client.ts'
export { NativeClientError, type NativeClientErrorCode } from './native-client-error.ts'
export type {
  BeginOptions,
  NativeClient,
  NativeClientOptions,
  SignInAttempt,
} from './native-client-options.ts'
export type { NativeCrypto } from './platform-crypto.ts'
