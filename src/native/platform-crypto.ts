// The cryptography that PKCE needs (RFC 7636 §4), from WebCrypto if available. React Native has none, so there the application passes
// its own functions.
import { NativeClientError } from './native-client-error.ts'

/** Random bytes and SHA-256. `expo-crypto` and `react-native-quick-crypto` have both. */
export interface NativeCrypto {
  randomBytes(length: number): Uint8Array | Promise<Uint8Array>
  sha256(bytes: Uint8Array): ArrayBuffer | Uint8Array | Promise<ArrayBuffer | Uint8Array>
}

export const platformCrypto: NativeCrypto = {
  randomBytes(length) {
    if (!globalThis.crypto?.getRandomValues) throw missing()
    return globalThis.crypto.getRandomValues(new Uint8Array(length))
  },
  sha256(bytes) {
    if (!globalThis.crypto?.subtle) throw missing()
    return globalThis.crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  },
}

function missing(): NativeClientError {
  return new NativeClientError(
    'config_invalid',
    'This platform has no WebCrypto: hand in the option crypto, such as the functions of expo-crypto.',
  )
}

/** This many random bytes as text. */
export async function randomText(crypto: NativeCrypto, bytes: number): Promise<string> {
  return base64url(await crypto.randomBytes(bytes))
}

export async function hashText(crypto: NativeCrypto, text: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.sha256(new TextEncoder().encode(text))))
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** RFC 4648 §5, without padding; `btoa` is missing in some engines. */
export function base64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const digits = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63]
    const length = Math.min(bytes.length - at, 3) + 1
    for (const digit of digits.slice(0, length)) text += alphabet[digit]
  }
  return text
}
