// Reads the options of one provider from the variables with its prefix: the common options and the entry's own.
import type { EntryOption, EntryOptions } from '../contracts/entry-options.ts'
import { faultInParameters } from '../contracts/protocol-parameters.ts'
import type { ProviderOptions } from '../contracts/provider-options.ts'
import { variableOfOption } from '../contracts/variable-of.ts'
import { faultInEndpointUrl, faultInInternalUrl, faultInIssuer } from '../outbound/endpoint-url.ts'
import { faultInOption } from '../providers/definition/entry-options.ts'
import { type ProviderVariable, providerVariables } from './provider-variables.ts'
import type { StartProblems } from './start-problems.ts'
import { type Environment, readVariables, type VariableReader } from './variables.ts'

export interface ProviderSource {
  readonly environment: Environment
  readonly id: string
  /** `GOOGLE`, `OIDC_ACME`. */
  readonly prefix: string
  readonly ownOptions: EntryOptions
}

/** Returns the options from the environment; null if it has none for this provider. Faults are added to `problems`. */
export function readProviderOptions(source: ProviderSource, problems: StartProblems): ProviderOptions | null {
  const { environment, id, prefix, ownOptions } = source
  const about = `Provider "${id}": `
  const reader = readVariables(environment, problems, about)
  const options: Record<string, unknown> = {}
  for (const variable of providerVariables) {
    // The entry describes this option itself, and its description is used below.
    if (variable.option in ownOptions) continue
    const name = `${prefix}_${variable.suffix}`
    if (!environment[name]) continue
    setOption(options, variable.option, readVariable(reader, name, variable))
  }
  for (const [option, description] of Object.entries(ownOptions)) {
    const name = `${prefix}_${variableOfOption(option)}`
    if (!environment[name] || description.kind === 'code') continue
    options[option] = readOwnOption(reader, name, description)
  }
  const isSilent = Object.values(options).every((value) => value === undefined)
  return isSilent ? null : (options as ProviderOptions)
}

function setOption(options: Record<string, unknown>, path: string, value: unknown): void {
  if (value === undefined) return
  const [option = '', part] = path.split('.')
  options[option] = part === undefined ? value : { ...(options[option] as object | undefined), [part]: value }
}

function readVariable(reader: VariableReader, name: string, variable: ProviderVariable): unknown {
  const value = reader.text(name) ?? ''
  switch (variable.kind) {
    case 'text':
    case 'secret':
      return value
    case 'list':
      return reader.list(name)
    case 'flag':
      return reader.flag(name)
    case 'choice': {
      const choice = reader.choice(name, variable.values ?? [])
      return choice && (variable.meanings?.[choice] ?? choice)
    }
    case 'parameters': {
      const parameters = reader.parameters(name)
      const fault = faultInParameters('it', parameters)
      return fault === null ? parameters : reader.refuse(name, fault)
    }
    case 'issuer':
    case 'internal':
    case 'address': {
      const fault = addressFaults[variable.kind](value)
      return fault === null ? value : reader.refuse(name, fault)
    }
    case 'json':
      return readJson(value) ?? reader.refuseSecret(name, 'must be a JSON object')
  }
}

const addressFaults = {
  issuer: faultInIssuer,
  internal: faultInInternalUrl,
  address: faultInEndpointUrl,
} as const

function readJson(value: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(value)
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

function readOwnOption(reader: VariableReader, name: string, option: EntryOption): unknown {
  const { kind } = option
  const text = reader.text(name) ?? ''
  if (kind === 'flag') return reader.flag(name)
  const value = kind === 'list' ? reader.list(name) : kind === 'pem' ? withLineBreaks(text) : text
  const fault = faultInOption(option, value)
  if (fault === null) return value
  return kind === 'secret' || kind === 'pem' ? reader.refuseSecret(name, fault) : reader.refuse(name, fault)
}

/** Most tools accept only one line per variable, so a key is written with `\n` in it. */
function withLineBreaks(text: string): string {
  return text.includes('\n') ? text : text.replaceAll('\\n', '\n')
}
