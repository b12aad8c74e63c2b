// The session on the phone: the user signs in with the system's browser, the keychain keeps the session, the screens use it.
import { NativeClientError, nativeClient } from 'latchkey/native'
import type { Phone } from './platform.ts'

const redirectUri = 'com.example.acme:/signed-in'
const storageKey = 'session'

export interface Profile {
  readonly name: string | null
  readonly email: string | null
}

export interface PhoneSession {
  readonly isSignedIn: () => Promise<boolean>
  /** False if the user closed the browser or refused. */
  readonly signIn: () => Promise<boolean>
  readonly signOut: () => Promise<void>
  /** Null if the session has ended: show the sign-in screen. */
  readonly profile: () => Promise<Profile | null>
  readonly subscribe: (listener: (isSignedIn: boolean) => void) => () => void
}

export function phoneSession(serverUrl: string, { webBrowser, secureStore }: Phone): PhoneSession {
  const client = nativeClient({
    issuer: `${serverUrl}/auth`,
    clientId: 'phone',
    redirectUri,
    storage: {
      load: () => secureStore.getItemAsync(storageKey),
      save: (text) =>
        text === null ? secureStore.deleteItemAsync(storageKey) : secureStore.setItemAsync(storageKey, text),
    },
  })
  return {
    isSignedIn: client.isSignedIn,
    async signIn() {
      const attempt = await client.begin()
      const result = await webBrowser.openAuthSessionAsync(attempt.url, redirectUri)
      if (result.type !== 'success') return false
      return orElse(false, 'denied', async () => {
        await client.finish(result.url, attempt)
        return true
      })
    },
    signOut: client.signOut,
    profile: () =>
      orElse(null, 'signed_out', async () => {
        const answer = await client.fetch('/api/me')
        if (!answer.ok) throw new Error(`The server answered ${answer.status}.`)
        return (await answer.json()) as Profile
      }),
    subscribe: client.subscribe,
  }
}

/** Returns `answer` for this error code, which here is a normal outcome. */
async function orElse<T>(answer: T, code: NativeClientError['code'], work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NativeClientError && error.code === code) return answer
    throw error
  }
}
