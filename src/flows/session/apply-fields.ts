// Updates the application's own fields or table from a provider's claims, before the session starts.
import type { Claims } from '../../contracts/claims.ts'
import type { IdentityContext } from '../../contracts/gate.ts'
import type { Identity } from '../../contracts/identity.ts'
import { LatchkeyError } from '../../errors.ts'
import type { Core } from '../request/parts.ts'

type FieldParts = Pick<Core, 'settings' | 'fields'>

/**
 * Returns the fields that `fieldsFrom` derives from the claims; null without this option. Throws a LatchkeyError of
 * `fieldsFrom` unchanged, and `user_fields_invalid` for other errors.
 */
export async function fieldsOf(
  { settings: { fieldsFrom } }: FieldParts,
  identity: Identity,
  context: IdentityContext,
): Promise<Claims | null> {
  if (!fieldsFrom) return null
  try {
    return { ...(await fieldsFrom(identity, context)) }
  } catch (cause) {
    if (cause instanceof LatchkeyError) throw cause
    throw new LatchkeyError('user_fields_invalid', { detail: 'fieldsFrom threw.', cause })
  }
}

/** Returns the fields as JSON, for sealed sessions, which contain them. Throws `user_fields_invalid`, `account_not_created`. */
export async function applyFields(
  { settings, fields: schema }: FieldParts,
  {
    userId,
    identity,
    fields,
  }: { readonly userId: string; readonly identity: Identity; readonly fields: Claims | null },
): Promise<string | null> {
  try {
    await settings.users?.refresh?.(userId, identity)
  } catch (cause) {
    if (cause instanceof LatchkeyError) throw cause
    throw new LatchkeyError('account_not_created', { detail: 'users.refresh threw.', cause })
  }
  if (!schema || !fields) return null
  return settings.store ? schema.save(settings.store, userId, fields) : schema.change(null, fields)
}
