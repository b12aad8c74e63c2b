// A phone made of a terminal, so that the example runs where there is none: it shows the address, and the person types in where the browser came
// back to. The keychain is a file.
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
