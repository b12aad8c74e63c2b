// The picture of a person, drawn here: nothing is fetched from elsewhere, and none is a photograph of anybody.
import type { Person } from '../../contracts/provider-fixture.ts'
import { monogram } from './page.ts'

/** Below it are the pictures. No provider can have this id. */
export const portraitsPath = '/-/people'

/** A person with a picture of their own. Without an e-mail address there is none either, so that both can be seen. */
export function withPortrait(person: Person, origin: string): Person {
  if (person.picture !== null || person.email === null) return person
  return { ...person, picture: `${origin}${portraitsPath}/${person.key}.svg` }
}

/** The picture as an image that any page of the application may show. */
export async function portrait({ name, key }: Person): Promise<Response> {
  const svg = (await monogram(name, key)).toString()
  return new Response(
    svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" '),
    {
      headers: {
        'content-type': 'image/svg+xml',
        'cache-control': 'max-age=3600',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'cross-origin',
        'x-content-type-options': 'nosniff',
      },
    },
  )
}
