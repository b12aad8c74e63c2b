// What `latchkey doctor` reports about a gateway.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { checkGateway, describesGateway } from '../../../../src/cli/doctor/check-gateway.ts'
import { readGatewayOptions } from '../../../../src/gateway/read-options.ts'
import { type EchoApplication, startEchoApplication, TEST_SECRET } from '../../../support/gateway.ts'

let application: EchoApplication
before(async () => {
  application = await startEchoApplication()
})
after(() => application.stop())

const look = async (environment: Record<string, string>) =>
  checkGateway(
    await readGatewayOptions({
      NODE_ENV: 'test',
      LATCHKEY_SECRET: TEST_SECRET,
      DATABASE_URL: 'memory:',
      ...environment,
    }),
  )

test('an environment is a gateway’s by its upstream, its rules or its list of proxies', () => {
  for (const environment of [{ UPSTREAM: 'http://a' }, { RULES: '[]' }, { TRUST_PROXY: '10.0.0.0/8' }])
    assert.ok(describesGateway(environment))
  for (const environment of [{}, { TRUST_PROXY: '1' }, { RULES: '' }])
    assert.ok(!describesGateway(environment))
})

test('an application that answers is fine, one that does not is advice, none at all is a problem', async () => {
  const levels = async (environment: Record<string, string>) =>
    (await look(environment)).map(({ level, about }) => `${about}: ${level}`)
  assert.deepEqual(await levels({ UPSTREAM: application.address }), ['rules: fine', 'upstream: fine'])
  assert.deepEqual(await levels({ UPSTREAM: 'http://127.0.0.1:9' }), ['rules: fine', 'upstream: advice'])
  assert.deepEqual(await levels({ TRUST_PROXY: '10.0.0.0/8' }), ['rules: fine'])
  assert.deepEqual(await levels({ RULES: '[]' }), ['rules: fine', 'gateway: problem'])
})
