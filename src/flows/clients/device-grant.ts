// The grant of a device (RFC 8628). One-time marks record that a code was issued, denied or redeemed. When a person allows the
// device, this is stored as a session that no token can open, the grant: its id is derived from the user code, it is listed and
// ended like any session, and the device's token request replaces it.
import type { FirstPartyClient } from '../../contracts/client.ts'
import type { StoredSession } from '../../contracts/store.ts'
import type { EpochMilliseconds } from '../../contracts/user.ts'
import { type Parts, storeOf } from '../request/parts.ts'

/** How long a code is valid at least: until the end of its last minute. */
const DEVICE_MINUTES = 10
const MINUTE_MILLISECONDS = 60_000
/** Marks are kept longer than the code is valid, by more than the clocks of two servers differ. */
const MARK_MILLISECONDS = (DEVICE_MINUTES + 2) * MINUTE_MILLISECONDS
/** How long a grant waits for its device. */
export const GRANT_MILLISECONDS: number = DEVICE_MINUTES * MINUTE_MILLISECONDS
const ID_LENGTH = 22
/** Consonants only, so codes are no words and letters are easy to tell apart (RFC 8628 §6.1). 34 bits. */
const ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ'
const CODE_LENGTH = 8

/** The content of a device code. */
export interface DeviceCodePayload {
  /** The id of the grant. */
  readonly g: string
  /** The client. */
  readonly c: string
}

export interface PendingDevice {
  readonly client: FirstPartyClient
  /** The id of the grant. */
  readonly grantId: string
  /** The code in the form that the device shows. */
  readonly userCode: string
  /** When the device asked, to the minute. */
  readonly askedAt: EpochMilliseconds
}

/** A person's answer for a device. */
export interface DeviceAnswer {
  readonly userCode: string
  readonly userId: string
  readonly isAllowed: boolean
}

/** `WDJB-MJHT`: what the device shows. */
export function makeUserCode(randomBytes: (length: number) => Uint8Array): string {
  let letters = ''
  while (letters.length < CODE_LENGTH) {
    for (const byte of randomBytes(CODE_LENGTH)) {
      // 240 is the last multiple of 20; larger bytes would make some letters more frequent.
      if (byte < 240 && letters.length < CODE_LENGTH) letters += ALPHABET.charAt(byte % ALPHABET.length)
    }
  }
  return shown(letters)
}

/**
 * Normalizes a typed code to the form that the device shows: only letters and digits count, in any case and width (RFC 8628
 * §6.1). Null if it is not a code.
 */
export function readUserCode(typed: string | null): string | null {
  const letters = (typed ?? '')
    .slice(0, 60)
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  const isCode = letters.length === CODE_LENGTH && [...letters].every((letter) => ALPHABET.includes(letter))
  return isCode ? shown(letters) : null
}

function shown(letters: string): string {
  return `${letters.slice(0, CODE_LENGTH / 2)}-${letters.slice(CODE_LENGTH / 2)}`
}

/** Returns the id of the grant for this code. */
export async function grantIdOf({ platform, settings }: Parts, userCode: string): Promise<string> {
  const hash = await platform.sha256(`${settings.audience}\ndevice\n${userCode}`)
  return hash.slice(0, ID_LENGTH)
}

/** Returns the handle of the session that the device gets for this grant. */
export async function deviceSessionIdOf({ platform }: Parts, grantId: string): Promise<string> {
  return (await platform.sha256(`device-session\n${grantId}`)).slice(0, ID_LENGTH)
}

/** Returns when a code that is issued at this moment ends, for the device and for the person alike. */
export function deviceEndOf(moment: EpochMilliseconds): EpochMilliseconds {
  return (minuteOf(moment) + DEVICE_MINUTES + 1) * MINUTE_MILLISECONDS
}

/** Records that the code was issued at this moment. Returns false if it is taken. */
export function markGiven(
  parts: Parts,
  { client, grantId, moment }: Pick<PendingDevice, 'client' | 'grantId'> & { readonly moment: number },
): Promise<boolean> {
  const mark = givenMark(client, grantId, minuteOf(moment))
  return storeOf(parts).marks.useOnce(mark, moment + MARK_MILLISECONDS)
}

/** Returns the device that shows this code and waits for an answer; null if there is none, or it no longer waits. */
export async function findDevice(parts: Parts, userCode: string): Promise<PendingDevice | null> {
  const device = await findGiven(parts, userCode)
  if (!device) return null
  const { grantId } = device
  const isOver = (await isDenied(parts, grantId)) || (await isRedeemed(parts, grantId))
  return isOver || (await findGrant(parts, grantId)) ? null : device
}

/** Returns the device of this code if this person already gave this answer: a second click, or a reloaded page. */
export async function findAnswered(
  parts: Parts,
  { userCode, userId, isAllowed }: DeviceAnswer,
): Promise<PendingDevice | null> {
  const device = await findGiven(parts, userCode)
  if (!device) return null
  const { grantId } = device
  if (!isAllowed) return (await isDenied(parts, grantId)) ? device : null
  const found =
    (await findGrant(parts, grantId)) ?? (await findGrant(parts, await deviceSessionIdOf(parts, grantId)))
  return found?.session.userId === userId ? device : null
}

async function findGiven(parts: Parts, userCode: string): Promise<PendingDevice | null> {
  const { clients, now } = parts.settings
  const grantId = await grantIdOf(parts, userCode)
  const { marks } = storeOf(parts)
  const minute = minuteOf(now())
  // An expired mark may not be deleted yet, so the minute in its name decides.
  for (let ago = 0; ago <= DEVICE_MINUTES; ago++) {
    for (const client of clients.filter(({ device }) => device)) {
      if (!(await marks.isUsed(givenMark(client, grantId, minute - ago)))) continue
      return { client, grantId, userCode, askedAt: (minute - ago) * MINUTE_MILLISECONDS }
    }
  }
  return null
}

export function findGrant(parts: Parts, grantId: string): Promise<StoredSession | null> {
  return Promise.resolve(storeOf(parts).sessions.find(grantId))
}

export function markDenied(parts: Parts, grantId: string): Promise<boolean> {
  return useGrantOnce(parts, 'denied', grantId)
}

export function isDenied(parts: Parts, grantId: string): Promise<boolean> {
  return storeOf(parts).marks.isUsed(`client-device-denied:${grantId}`)
}

/** Returns false if the device code was redeemed before. */
export function markRedeemed(parts: Parts, grantId: string): Promise<boolean> {
  return useGrantOnce(parts, 'redeemed', grantId)
}

export function isRedeemed(parts: Parts, grantId: string): Promise<boolean> {
  return storeOf(parts).marks.isUsed(`client-device-redeemed:${grantId}`)
}

function useGrantOnce(parts: Parts, what: 'denied' | 'redeemed', grantId: string): Promise<boolean> {
  const expiresAt = parts.settings.now() + MARK_MILLISECONDS
  return storeOf(parts).marks.useOnce(`client-device-${what}:${grantId}`, expiresAt)
}

function givenMark({ id }: FirstPartyClient, grantId: string, minute: number): string {
  return `client-device:${minute}:${id}:${grantId}`
}

function minuteOf(moment: EpochMilliseconds): number {
  return Math.floor(moment / MINUTE_MILLISECONDS)
}
