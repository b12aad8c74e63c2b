// The options about clients without cookies, checked at start: each refusal has its accepted twin.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ClientOptions } from '../../../src/contracts/client.ts'
import { optionsFromEnvironment } from '../../../src/environment.ts'
import { type ErrorCode, LatchkeyError } from '../../../src/errors.ts'
import type { LatchkeyOptions } from '../../../src/options.ts'
import { google } from '../../../src/providers/google.ts'
import { resolveOptions } from '../../../src/setup/resolve-options.ts'
import { memory } from '../../../src/stores/memory.ts'

function resolve(options: Partial<LatchkeyOptions>) {
  return resolveOptions({
    providers: [google()],
    origin: 'https://app.example',
    secret: 's'.repeat(32),
    environment: { NODE_ENV: 'production' },
    store: memory(),
    ...options,
  })
}

function refuses(code: ErrorCode, options: Partial<LatchkeyOptions>, detail: RegExp): void {
  assert.throws(
    () => resolve(options),
    (error) => error instanceof LatchkeyError && error.code === code && detail.test(error.detail ?? ''),
    JSON.stringify(options),
  )
}

const phone: ClientOptions = { id: 'phone', redirectUris: ['com.example.app:/signed-in'] }

test('a client is completed, and frozen', () => {
  const { clients, bearer, accessTokenSeconds } = resolve({ clients: [phone, { id: 'tv', device: true }] })
  assert.deepEqual(clients, [
    { id: 'phone', name: 'phone', redirectUris: phone.redirectUris, device: false, requireDpop: false },
    { id: 'tv', name: 'tv', redirectUris: [], device: true, requireDpop: false },
  ])
  assert.ok(Object.isFrozen(clients) && Object.isFrozen(clients[0]))
  assert.deepEqual([bearer, accessTokenSeconds], [false, 900])
})

test('clients need a store, and say so at start', () => {
  refuses('config_store_missing', { clients: [phone], store: undefined }, /^clients needs a store/)
  assert.deepEqual(resolve({ clients: [], store: undefined }).clients, [])
})

test('what is wrong with a client is named', () => {
  const bad = (client: ClientOptions, detail: RegExp) =>
    refuses('config_option_invalid', { clients: [client] }, detail)
  bad({ ...phone, id: '' }, /id ""/)
  bad({ ...phone, id: 'a b' }, /id "a b"/)
  bad({ ...phone, id: 'x'.repeat(65) }, /1 to 64/)
  bad({ ...phone, name: ' ' }, /name of "phone"/)
  bad({ id: 'phone' }, /needs redirectUris or device: true/)
  bad({ ...phone, redirectUris: ['https://*.example.org/'] }, /\*\.example\.org.*patterns/)
  bad({ ...phone, redirectUris: ['http://app.example.org/'] }, /must be https/)
  refuses('config_option_invalid', { clients: [phone, phone] }, /two clients have the id "phone"/)
  refuses('config_option_invalid', { accessTokenSeconds: 0 }, /accessTokenSeconds/)
  refuses('config_option_invalid', { accessTokenSeconds: 86_401 }, /accessTokenSeconds/)
})

test('what works and is probably not meant is a notice', () => {
  const noticesOf = (options: Partial<LatchkeyOptions>) => resolve(options).notices.join('\n')
  assert.match(noticesOf({ clients: [phone] }), /bearer: true/)
  assert.doesNotMatch(noticesOf({ clients: [phone], bearer: true }), /bearer/)
  assert.match(noticesOf({ bearer: true }), /no client can get a token/)
  const loose = { id: 'app', redirectUris: ['myapp://cb'] }
  assert.match(noticesOf({ clients: [loose], bearer: true }), /any program can claim that scheme/)
})

const environment = { NODE_ENV: 'development', DATABASE_URL: 'memory:' }

test('NATIVE_CLIENTS, NATIVE_CLIENT_NAMES, BEARER and ACCESS_TOKEN_SECONDS are these options', async () => {
  const options = await optionsFromEnvironment({
    ...environment,
    NATIVE_CLIENTS:
      'phone:com.example.app:/signed-in|https://app.example.com/signed-in, cli:http://127.0.0.1/cb|device ,tv:device|dpop',
    NATIVE_CLIENT_NAMES: 'phone:Acme: for phones,cli:acme',
    BEARER: '1',
    ACCESS_TOKEN_SECONDS: '300',
  })
  assert.deepEqual(
    { ...options, clients: options.clients?.map((client) => ({ name: 'none', ...client })) }.clients,
    [
      {
        id: 'phone',
        name: 'Acme: for phones',
        redirectUris: ['com.example.app:/signed-in', 'https://app.example.com/signed-in'],
      },
      { id: 'cli', name: 'acme', redirectUris: ['http://127.0.0.1/cb'], device: true },
      { id: 'tv', name: undefined, redirectUris: [], device: true, requireDpop: true },
    ],
  )
  assert.deepEqual([options.bearer, options.accessTokenSeconds], [true, 300])
  const none = await optionsFromEnvironment(environment)
  assert.deepEqual([none.clients, none.bearer], [undefined, undefined])
})

test('a variable that cannot be read is named with what was found', async () => {
  const bad = (variables: Record<string, string>, detail: RegExp) =>
    assert.rejects(optionsFromEnvironment({ ...environment, ...variables }), (error) => {
      assert.ok(error instanceof LatchkeyError)
      assert.match(error.message, detail)
      return true
    })
  await bad({ NATIVE_CLIENTS: 'phone' }, /NATIVE_CLIENTS is "phone", and must be id:redirect/)
  await bad({ NATIVE_CLIENTS: 'phone:' }, /NATIVE_CLIENTS/)
  await bad({ NATIVE_CLIENT_NAMES: 'phone:Acme' }, /needs NATIVE_CLIENTS/)
  await bad({ NATIVE_CLIENTS: 'tv:device', NATIVE_CLIENT_NAMES: 'phone:Acme' }, /names "phone"/)
  await bad({ NATIVE_CLIENTS: 'tv:device', NATIVE_CLIENT_NAMES: 'tv' }, /id:name/)
  await bad({ BEARER: 'yes' }, /BEARER/)
  await bad({ ACCESS_TOKEN_SECONDS: '0' }, /ACCESS_TOKEN_SECONDS/)
})
