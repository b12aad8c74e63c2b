// `latchkey/terminal`: sign-in for command lines, on Node.
export type { DeviceCode, SessionStorage } from '../native/index.ts'
export { NativeClientError, type NativeClientErrorCode } from '../native/index.ts'
export { fileLock, fileStorage } from './file-storage.ts'
export { type OpenBrowser, openBrowserOf } from './open-browser.ts'
export {
  type TerminalClient,
  type TerminalClientOptions,
  type TerminalSignIn,
  terminalClient,
} from './terminal-client.ts'
