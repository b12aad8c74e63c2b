// The sentence of a refusal in the reader's language. A guard responds synchronously; the languages are loaded when the body is
// read.
import type { LatchkeyError } from '../../errors.ts'
import type { Languages } from '../../languages/speaking/create-languages.ts'
import type { RequestHead } from './request-head.ts'

/** Returns the body of a refusal. */
export type RefusalText = (head: RequestHead, error: LatchkeyError) => ReadableStream<Uint8Array>

/** Headers that the application's `language` function may use, in addition to the URL. */
const shownHeaders = ['accept-language', 'cookie', 'host']

export function createRefusalText(
  originFor: (host: string | null) => string,
  loadLanguages: () => Promise<Languages>,
): RefusalText {
  async function say(head: RequestHead, error: LatchkeyError): Promise<string> {
    try {
      const [{ errorText }, languages] = await Promise.all([
        import('../../languages/speaking/error-text.ts'),
        loadLanguages(),
      ])
      return errorText(await languages.of(asRequest(head)), error)
    } catch {
      // A sentence in English is better than none.
      return error.forPerson
    }
  }

  function asRequest({ target, headers }: RequestHead): Request {
    const origin = originFor(headers.get('host'))
    const address = `${origin}${target}`
    const shown = shownHeaders.map((name) => [name, headers.get(name) ?? ''] as [string, string])
    return new Request(URL.canParse(address) ? address : origin, { headers: shown })
  }

  return (head, error) =>
    new ReadableStream(
      {
        async pull(controller) {
          controller.enqueue(new TextEncoder().encode(await say(head, error)))
          controller.close()
        },
      },
      // Load nothing before the body is read.
      { highWaterMark: 0 },
    )
}
