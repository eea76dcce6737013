/** A fault to plant: in this file this text becomes that one, and this rule has to see it. */
export interface Mutant {
  readonly rule: string
  readonly name: string
  readonly file: string
  readonly from: string
  readonly to: string
}

export const main = 'infra/main.bicep'
export const parameters = 'infra/main.parameters.json'
export const of = (module: string): string => `infra/modules/${module}.bicep`

export const mutant = (rule: string, name: string, file: string, from: string, to: string): Mutant => ({
  rule,
  name,
  file,
  from,
  to,
})
