// `POST /auth/device`: a device without a browser requests a code for the person to enter on another device (RFC 8628 §3.1,
// §3.2).
import { singleParameters } from '../../oauth/clients/single-parameters.ts'
import { checkMayUseDevices, readClient } from '../../oauth/clients/token-request.ts'
import { readForm } from '../../web/body.ts'
import { type Parts, pathTo, type Visit } from '../request/parts.ts'
import { answerClient, clientJson } from './client-answer.ts'
import { type DeviceCodePayload, deviceEndOf, grantIdOf, makeUserCode, markGiven } from './device-grant.ts'
import { POLL_SECONDS } from './device-polls.ts'

const MOST_BYTES = 16_384

export function beginDevice(parts: Parts, visit: Visit): Promise<Response> {
  return answerClient(parts, visit, async () => {
    const read = singleParameters(await readForm(visit.request, MOST_BYTES))
    const client = readClient(read, parts.settings.clients)
    checkMayUseDevices(client)
    let userCode: string
    let grantId: string
    let moment: number
    do {
      userCode = makeUserCode(parts.platform.randomBytes)
      grantId = await grantIdOf(parts, userCode)
      moment = parts.settings.now()
    } while (!(await markGiven(parts, { client, grantId, moment })))
    const payload: DeviceCodePayload = { g: grantId, c: client.id }
    const expiresAt = deviceEndOf(moment)
    const page = `${visit.place.origin}${pathTo(parts, '/device')}`
    return clientJson({
      device_code: await parts.seal.seal('device-code', payload, { expiresAt }),
      user_code: userCode,
      verification_uri: page,
      verification_uri_complete: `${page}?${new URLSearchParams({ user_code: userCode })}`,
      expires_in: Math.floor((expiresAt - moment) / 1000),
      interval: POLL_SECONDS,
    })
  })
}
