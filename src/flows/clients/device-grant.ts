// A device that waits for a person (RFC 8628). What is known of it between two requests stands in one-time marks: that its
// code was given, that it was refused, that it was used. Who allowed it stands in a stored session that no token opens,
// the grant: its handle follows from the user code, it is listed and ended like any session, and the device that comes for
// it takes it out.
import type { FirstPartyClient } from '../../contracts/client.ts'
import type { StoredSession } from '../../contracts/store.ts'
import type { EpochMilliseconds } from '../../contracts/user.ts'
import { type Parts, storeOf } from '../request/parts.ts'

export const DEVICE_SECONDS = 600
const MINUTE_MILLISECONDS = 60_000
const ID_LENGTH = 22
/** Consonants only: no word, and nothing that looks like another (RFC 8628 §6.1). 34 bits. */
const ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ'
const CODE_LENGTH = 8

/** What a device code holds. */
export interface DeviceCodePayload {
  /** The handle of the grant. */
  readonly g: string
  /** The client. */
  readonly c: string
}

export interface PendingDevice {
  readonly client: FirstPartyClient
  /** The handle of the grant. */
  readonly grantId: string
  /** As the device shows it. */
  readonly userCode: string
  /** To the minute. */
  readonly askedAt: EpochMilliseconds
}

/** `WDJB-MJHT`: what the device shows. */
export function makeUserCode(randomBytes: (length: number) => Uint8Array): string {
  let letters = ''
  while (letters.length < CODE_LENGTH) {
    for (const byte of randomBytes(CODE_LENGTH)) {
      // 240 is the last multiple of 20: above it some letters would come up more often.
      if (byte < 240 && letters.length < CODE_LENGTH) letters += ALPHABET.charAt(byte % ALPHABET.length)
    }
  }
  return shown(letters)
}

/** The code as the device shows it, of what a person typed: case, blanks and dashes do not count. Null for what is none. */
export function readUserCode(typed: string | null): string | null {
  const letters = (typed ?? '')
    .slice(0, 60)
    .toUpperCase()
    .replaceAll(/[\s\-–—.]/g, '')
  const isCode = letters.length === CODE_LENGTH && [...letters].every((letter) => ALPHABET.includes(letter))
  return isCode ? shown(letters) : null
}

function shown(letters: string): string {
  return `${letters.slice(0, CODE_LENGTH / 2)}-${letters.slice(CODE_LENGTH / 2)}`
}

/** The handle of the grant that a person gives by this code. */
export async function grantIdOf({ platform, settings }: Parts, userCode: string): Promise<string> {
  const hash = await platform.sha256(`${settings.audience}\ndevice\n${userCode}`)
  return hash.slice(0, ID_LENGTH)
}

/** Remembers that the code was given. False: it is taken. */
export function markGiven(parts: Parts, client: FirstPartyClient, grantId: string): Promise<boolean> {
  const moment = parts.settings.now()
  const expiresAt = moment + DEVICE_SECONDS * 1000 + MINUTE_MILLISECONDS
  return storeOf(parts).marks.useOnce(givenMark(client, grantId, minuteOf(moment)), expiresAt)
}

/** The device that shows this code; null where none does, or no longer. */
export async function findDevice(parts: Parts, userCode: string): Promise<PendingDevice | null> {
  const { clients, now } = parts.settings
  const grantId = await grantIdOf(parts, userCode)
  const { marks } = storeOf(parts)
  const minute = minuteOf(now())
  // An expired mark may still be there: the minute that is part of its name decides.
  for (let ago = 0; ago < DEVICE_SECONDS / 60; ago++) {
    for (const client of clients.filter(({ device }) => device)) {
      if (!(await marks.isUsed(givenMark(client, grantId, minute - ago)))) continue
      const isOver = (await isDenied(parts, grantId)) || (await isRedeemed(parts, grantId))
      if (isOver || (await findGrant(parts, grantId))) return null
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

/** False: the device code was redeemed before. */
export function markRedeemed(parts: Parts, grantId: string): Promise<boolean> {
  return useGrantOnce(parts, 'redeemed', grantId)
}

export function isRedeemed(parts: Parts, grantId: string): Promise<boolean> {
  return storeOf(parts).marks.isUsed(`client-device-redeemed:${grantId}`)
}

function useGrantOnce(parts: Parts, what: 'denied' | 'redeemed', grantId: string): Promise<boolean> {
  const expiresAt = parts.settings.now() + DEVICE_SECONDS * 1000 + MINUTE_MILLISECONDS
  return storeOf(parts).marks.useOnce(`client-device-${what}:${grantId}`, expiresAt)
}

function givenMark({ id }: FirstPartyClient, grantId: string, minute: number): string {
  return `client-device:${minute}:${id}:${grantId}`
}

function minuteOf(moment: EpochMilliseconds): number {
  return Math.floor(moment / MINUTE_MILLISECONDS)
}
