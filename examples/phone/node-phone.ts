// A terminal in place of a phone, so that the example runs without one: it prints the address, and the user types in the address
// that the browser was redirected to. The keychain is a file.
import { createInterface } from 'node:readline/promises'
import { fileStorage } from 'latchkey/terminal'
import type { Phone } from './platform.ts'

export function nodePhone(file: string): Phone {
  const storage = fileStorage(file)
  return {
    webBrowser: {
      async openAuthSessionAsync(url) {
        console.log(`Open this address in a browser:\n  ${url}`)
        const terminal = createInterface({ input: process.stdin, output: process.stderr })
        const answer = await terminal.question('Where did it come back to? (com.example.acme:/…) ')
        terminal.close()
        return answer.trim() === '' ? { type: 'cancel' } : { type: 'success', url: answer.trim() }
      },
    },
    secureStore: {
      getItemAsync: async () => storage.load(),
      setItemAsync: async (_key, value) => storage.save(value),
      deleteItemAsync: async () => storage.save(null),
    },
  }
}
