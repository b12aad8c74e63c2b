// The message for a provider that the catalogue does not have, with the one that was probably meant.
import { catalogueKinds } from '../../providers/definition/catalogue.ts'
import { nearestName } from '../../web/spelling.ts'

export function unknownProvider(id: string): string {
  const nearest = nearestName(id, catalogueKinds)
  const alike = id.length > 2 ? catalogueKinds.filter((kind) => kind.startsWith(id.slice(0, 3))) : []
  const meant = nearest === undefined ? alike.slice(0, 5) : [nearest]
  const hint =
    meant.length > 0
      ? ` Did you mean ${new Intl.ListFormat('en', { type: 'disjunction' }).format(meant)}?`
      : ''
  return `There is no provider "${id.slice(0, 40)}" in the catalogue.${hint} "latchkey providers" lists all.`
}
