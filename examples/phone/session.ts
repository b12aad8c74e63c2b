// The session of the phone: signed in by the system's browser, kept in the keychain, used by the screens.
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
  /** False where the person closed the browser, or said no. */
  readonly signIn: () => Promise<boolean>
  readonly signOut: () => Promise<void>
  /** Null where the session has ended: show the sign-in screen. */
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

/** What is no failure, but an answer. */
async function orElse<T>(answer: T, code: NativeClientError['code'], work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NativeClientError && error.code === code) return answer
    throw error
  }
}
