import type { CloudName, Engine } from '@infra-analysis/core'

/** A command line option: how it is read and how help shows it. */
export interface Option {
  /** `count` is a whole number from 0 up. */
  readonly kind: 'switch' | 'text' | 'choice' | 'number' | 'count'
  readonly description: string
  /** Repeatable, and takes values with commas between them. */
  readonly many?: true
  readonly choices?: readonly string[]
  /** What stands for the value in help. */
  readonly placeholder?: string
  readonly byDefault?: string
  readonly short?: string
}

/** Options by name, without the dashes. */
export type Options = Readonly<Record<string, Option>>

type ValueOf<O extends Option> = O extends { kind: 'switch' }
  ? boolean
  : O extends { many: true }
    ? readonly string[]
    : O extends { kind: 'number' | 'count' }
      ? number
      : O extends { choices: readonly (infer Choice)[] }
        ? Choice
        : string

/** The values that were given. */
export type ValuesOf<O extends Options> = { readonly [Name in keyof O]?: ValueOf<O[Name]> }

const credentialNames = ['cli', 'env', 'workload', 'managed', 'default'] as const
export type CredentialName = (typeof credentialNames)[number]

const cloudNames = ['public', 'usgov', 'china'] as const satisfies readonly CloudName[]

/** Where to ask, and as whom. */
export const place = {
  sandbox: { kind: 'switch', description: 'Ask the sample fleet: no Azure account needed' },
  'sandbox-machines': { kind: 'count', description: 'Number of machines of the sample fleet', placeholder: 'n' },
  'sandbox-seed': { kind: 'count', description: 'Another number makes another sample fleet', placeholder: 'n' },
  subscription: { kind: 'text', many: true, description: 'Only these subscriptions', placeholder: 'guid' },
  'management-group': { kind: 'text', many: true, description: 'Only these management groups', placeholder: 'name' },
  workspace: { kind: 'text', many: true, description: 'These Log Analytics workspaces', placeholder: 'guid' },
  credential: {
    kind: 'choice',
    choices: credentialNames,
    byDefault: 'cli',
    description: 'Who signs in to Azure',
    placeholder: 'name',
  },
  tenant: { kind: 'text', description: 'Tenant to sign in to', placeholder: 'guid' },
  cloud: { kind: 'choice', choices: cloudNames, byDefault: 'public', description: 'Azure cloud', placeholder: 'name' },
} as const satisfies Options

export const engineNames = ['resource-graph', 'log-analytics'] as const satisfies readonly Engine[]

const formatNames = ['table', 'json', 'ndjson', 'csv', 'markdown'] as const
export type FormatName = (typeof formatNames)[number]

const format = { kind: 'choice', byDefault: 'table', placeholder: 'format' } as const

/** How an answer is shown. */
export const output = {
  format: {
    ...format,
    choices: formatNames,
    description: 'Form of the answer; a table is whole in a pipe, fitted to a terminal',
  },
  columns: { kind: 'text', many: true, description: 'Only these columns, in this order', placeholder: 'name' },
  limit: { kind: 'count', description: 'At most so many rows', placeholder: 'n' },
  output: { kind: 'text', description: 'Write to this file, which is there when it is whole', placeholder: 'path' },
} as const satisfies Options

const showKql = {
  'show-kql': { kind: 'switch', description: 'Print the KQL instead of running it' },
} as const satisfies Options

export const textOrJson = {
  format: { ...format, choices: ['table', 'json'], description: 'Form of the answer' },
} as const satisfies Options

export const strictness = {
  'require-complete': { kind: 'switch', description: 'Exit 4 when anything is missing from the answer' },
} as const satisfies Options

export const general = {
  verbose: { kind: 'switch', description: 'Say on stderr what was asked and what it took' },
  help: { kind: 'switch', short: 'h', description: 'Show this help' },
} as const satisfies Options

/** What every analysis takes besides its own input. */
export const common = { ...place, ...output, ...showKql, ...strictness, ...general } as const satisfies Options
