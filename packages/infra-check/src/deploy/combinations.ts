import type { BicepFile, Parameter } from '../bicep/declarations.ts'
import { plainText } from '../bicep/expression.ts'
import type { Bag, Value } from './value.ts'

/** What a hostile or careless operator would put into settings of their own. */
const hostile = {
  AzureFunctionsJobHost__extensions__mcp__system__webhookAuthorizationLevel: 'Anonymous',
  AzureWebJobsStorage__credential: 'key',
}

/**
 * Parameters to deploy with: as few as can be; each optional one given alone, then with each value of each switch (a bool or a
 * choice of text); and every combination of the switches, with no optional one and with all.
 */
export function combinationsOf(file: BicepFile): readonly Bag[] {
  const required = bagOf(file.parameters.filter((one) => !one.default).map(({ name }) => [name, `given-${name}`]))
  const switches = file.parameters.flatMap((one) => {
    const choices = choicesOf(one)
    return choices.length > 0 ? [{ name: one.name, choices }] : []
  })
  const optional = file.parameters.flatMap((one) => {
    const sample = sampleOf(one)
    return sample === undefined ? [] : [[one.name, sample] as const]
  })
  const combined = switches.reduce<readonly Bag[]>(
    (bags, { name, choices }) => bags.flatMap((bag) => choices.map((choice) => ({ ...bag, [name]: choice }))),
    [required],
  )
  const alone = optional.map(([name, sample]) => ({ ...required, [name]: sample }))
  const switched = switches.flatMap(({ name, choices }) => choices.map((choice) => ({ [name]: choice })))
  return [
    required,
    ...alone,
    ...alone.flatMap((bag) => switched.map((change) => ({ ...bag, ...change }))),
    ...combined.flatMap((bag) => [bag, { ...bag, ...bagOf(optional) }]),
  ]
}

function choicesOf({ type, decorators }: Parameter): readonly Value[] {
  if (type === 'bool') return [false, true]
  const [allowed] = decorators.get('allowed') ?? []
  return allowed?.kind === 'array' ? allowed.items.flatMap((item) => plainText(item) ?? []) : []
}

/** A value for a parameter that is empty by default. */
function sampleOf({ name, type, default: byDefault, decorators }: Parameter): Value | undefined {
  if (!byDefault || decorators.has('allowed')) return undefined
  if (type === 'object') return hostile
  return plainText(byDefault) === '' ? `given-${name}` : undefined
}

const bagOf = (entries: readonly (readonly [string, Value])[]): Bag => Object.fromEntries(entries)
