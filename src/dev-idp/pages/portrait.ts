// Draws a person's picture, so that none has to be fetched and none shows a real person.
import type { Person } from '../../contracts/provider-fixture.ts'
import { monogram } from './page.ts'

/** The base path of the pictures. No provider can have this id. */
export const portraitsPath = '/-/people'

/** Adds a picture to a person. People without an e-mail address get none, so that developers see both cases. */
export function withPortrait(person: Person, origin: string): Person {
  if (person.picture !== null || person.email === null) return person
  return { ...person, picture: `${origin}${portraitsPath}/${person.key}.svg` }
}

/** Returns the picture as an image that any page of the application may show. */
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
