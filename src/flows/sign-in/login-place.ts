// Reads the place of a provider for a login (a shop, an instance, a region): the parameter that the provider names, in the form
// of its button or in a link.
import type { LoginPlaceField } from '../../contracts/pages.ts'
import type { Provider } from '../../contracts/provider.ts'
import { readForm } from '../../web/body.ts'
import type { Visit, WhichPlace } from '../request/parts.ts'

const MOST_BYTES = 16_384

/** Returns an empty object for a provider without `loginPlace`, and then does not read the form. */
export async function loginPlaceIn({ request, url }: Visit, { loginPlace }: Provider): Promise<WhichPlace> {
  if (!loginPlace) return {}
  const { parameter } = loginPlace
  const isForm = request.method === 'POST' && request.body !== null
  const written = isForm ? (await readForm(request, MOST_BYTES)).get(parameter) : null
  return { loginPlace: written ?? url.searchParams.get(parameter) }
}

/** Returns the field for the place; null for a provider without `loginPlace`. */
export function placeFieldOf({ loginPlace }: Provider): LoginPlaceField | null {
  if (!loginPlace) return null
  const { parameter, label, example } = loginPlace
  return {
    name: parameter,
    label: label ?? parameter.charAt(0).toUpperCase() + parameter.slice(1).replaceAll(/[_-]/g, ' '),
    example: example ?? null,
  }
}
