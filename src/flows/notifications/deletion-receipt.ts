// The receipt for a person who asked a provider to have their data deleted: a code, and a page that shows the status. The store
// keeps a hash of the code and nothing about the person, whose data is deleted by then.
import type { DeletionReceipt } from '../../contracts/provider.ts'
import { readableText } from '../../crypto/readable-text.ts'
import { answerPage, frameOf } from '../request/page-frame.ts'
import { type Parts, pathTo, storeOf, type Visit } from '../request/parts.ts'

/** 26 characters of 5 bits, so that codes cannot be guessed. */
const CODE_CHARACTERS = 26
const KEPT_DAYS = 180

/** Call it only after everything was deleted. */
export async function issueDeletionReceipt(parts: Parts, visit: Visit): Promise<DeletionReceipt> {
  const code = readableText(CODE_CHARACTERS, parts.platform.randomBytes)
  const expiresAt = parts.settings.now() + KEPT_DAYS * 86_400_000
  await storeOf(parts).marks.useOnce(await markOf(parts, code), expiresAt)
  return { code, url: `${visit.place.origin}${pathTo(parts, '/deletion-status', { code })}` }
}

/** `GET /auth/deletion-status?code=`: public, and reveals nothing about a person. 404 for an unknown code. */
export async function showDeletionStatus(parts: Parts, visit: Visit): Promise<Response> {
  const store = storeOf(parts)
  const code = visit.url.searchParams.get('code') ?? ''
  const isCode = /^[0-9a-z]{26}$/.test(code)
  const isKnown = isCode && (await store.marks.isUsed(await markOf(parts, code)))
  const html = await parts.pages.deletionStatus({
    frame: await frameOf(parts, visit),
    code: isKnown ? code : null,
    keptDays: KEPT_DAYS,
  })
  return answerPage(visit, html, { status: isKnown ? 200 : 404 })
}

async function markOf({ platform }: Parts, code: string): Promise<string> {
  return `deletion:${await platform.sha256(code)}`
}
