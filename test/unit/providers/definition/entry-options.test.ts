// Options of a single entry: checked against its table, completed before the entry receives them, and demanded if they are missing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type {
  EntryOption,
  OwnOptions,
  Provider,
  ProviderOptions,
} from '../../../../src/contracts/provider.ts'
import { LatchkeyError } from '../../../../src/errors.ts'
import {
  defineProvider,
  type ProviderDescription,
} from '../../../../src/providers/definition/define-provider.ts'
import { faultInOption } from '../../../../src/providers/definition/entry-options.ts'

interface RealmOptions<Id extends string = string> extends ProviderOptions<Id> {
  readonly realm?: string | undefined
  readonly region?: string | undefined
  readonly allowedTenants?: readonly string[] | undefined
}

const table: OwnOptions<RealmOptions> = {
  baseUrl: { kind: 'url', sentence: 'The server.', required: true, example: 'https://sso.example.com' },
  realm: { kind: 'name', sentence: 'The realm.', default: 'main' },
  region: { kind: 'text', sentence: 'The region.', values: ['eu', 'us'] },
  allowedTenants: { kind: 'list', sentence: 'The tenants.' },
}

function realmed<const Id extends string = 'realmed'>(given: RealmOptions<Id> = {}): Provider<Id> {
  return defineProvider(given, describe, table)
}

function describe({ baseUrl, realm }: RealmOptions): ProviderDescription {
  return {
    kind: 'realmed',
    name: 'Realmed',
    protocol: 'oidc',
    issuer: `${baseUrl}/realms/${realm}`,
    scopes: ['openid'],
    apiBaseUrl: `${baseUrl}/realms/${realm}/api`,
    toIdentity: (claims) => ({ subject: claims.sub }),
  }
}

test('the description sees what was given, defaults, and examples for what is missing', () => {
  const unplaced = realmed()
  assert.equal(unplaced.issuer, 'https://sso.example.com/realms/main')
  assert.deepEqual(unplaced.missingOptions, ['baseUrl'])
  const placed = realmed({ baseUrl: 'https://login.acme.example/', realm: 'staff' })
  assert.equal(placed.issuer, 'https://login.acme.example/realms/staff')
  assert.deepEqual(placed.missingOptions, [])
  assert.deepEqual(placed.apiOrigins, ['https://login.acme.example'])
})

test('at another place the paths stay, and a named issuer wins', () => {
  const moved = realmed({ baseUrl: 'https://login.acme.example', realm: 'staff' }).at({
    baseUrl: 'http://127.0.0.1:4001/realmed',
    issuer: 'http://127.0.0.1:4001/realmed',
  })
  assert.equal(moved.issuer, 'http://127.0.0.1:4001/realmed')
  assert.equal(moved.apiBaseUrl, 'http://127.0.0.1:4001/realmed/realms/staff/api/')
})

test('defaults from elsewhere fill in what the call left open, and nothing more', () => {
  const completed = realmed({ realm: 'staff', authorizationParams: { prompt: 'login' } }).withDefaults({
    baseUrl: 'https://login.acme.example',
    realm: 'other',
    clientId: 'an-id',
    authorizationParams: { prompt: 'none', audience: 'api' },
  } as RealmOptions)
  assert.equal(completed.issuer, 'https://login.acme.example/realms/staff')
  assert.equal(completed.clientId, 'an-id')
  assert.deepEqual(completed.missingOptions, [])
  assert.deepEqual({ ...completed.authorizationParams }, { prompt: 'login', audience: 'api' })
})

test('a value that cannot be used is a start-up error with the option and the provider', () => {
  const wrong: readonly [RealmOptions, RegExp][] = [
    [{ realm: 'a/b' }, /"realmed": realm must be made of letters/],
    [{ realm: '..' }, /realm must/],
    [{ region: 'mars' }, /region must be one of eu, us/],
    [{ baseUrl: 'http://sso.example.com' }, /baseUrl must begin with https/],
    [{ baseUrl: 'https://sso.example.com?x=1' }, /baseUrl must not have a query/],
    [{ allowedTenants: [''] }, /allowedTenants must be a list/],
    [{ id: 'work', realm: 'a?b' }, /"work": realm/],
  ]
  for (const [options, detail] of wrong) {
    assert.throws(
      () => realmed(options),
      (error) =>
        error instanceof LatchkeyError &&
        error.code === 'config_provider_invalid' &&
        detail.test(error.detail ?? ''),
      JSON.stringify(options),
    )
  }
})

test('each kind accepts what it is for', () => {
  const pem = '-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----\n'
  const cases: readonly [EntryOption['kind'], readonly unknown[], readonly unknown[]][] = [
    ['text', ['a b', 'ü'], ['', ' ', 'a\nb', 7, undefined]],
    ['name', ['common', 'a.b-c_d~e', '6babcaad-604b'], ['', '.', '..', 'a/b', 'a b', 'a?b', 'a#b', 'a%2Fb']],
    [
      'host',
      ['acme.okta.com', 'localhost:8080'],
      ['https://acme', 'acme.com/', 'a b', 'a@b', '-a.com', 'a..b'],
    ],
    ['url', ['https://a.example/b', 'http://localhost:1'], ['a.example', 'ftp://a', 'http://a.example']],
    ['list', [['a', 'b'], []], ['a', [1], null]],
    ['flag', [true, false], ['1', 1, null]],
    ['secret', ['anything'], ['', 7]],
    ['pem', [pem, pem.replaceAll('PRIVATE', 'EC PRIVATE')], ['MIGH', pem.replaceAll('PRIVATE', 'PUBLIC')]],
  ]
  for (const [kind, accepted, refused] of cases) {
    const option: EntryOption = { kind, sentence: 'It.' }
    for (const value of accepted) assert.equal(faultInOption(option, value), null, `${kind}: ${value}`)
    for (const value of refused) assert.notEqual(faultInOption(option, value), null, `${kind}: ${value}`)
  }
})

test('no fault repeats a secret', () => {
  for (const kind of ['secret', 'pem'] as const) {
    assert.doesNotMatch(String(faultInOption({ kind, sentence: 'It.' }, 'hush-hush')), /hush/)
  }
})
