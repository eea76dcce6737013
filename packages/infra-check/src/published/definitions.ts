/** Microsoft's published types of a resource, as `azmcp bicepschema get` prints them. */
export interface Definitions {
  /** The type of the whole resource, for each name that decides it; under `` where none does. */
  readonly bodies: ReadonlyMap<string, Definition>
  readonly version: string
  readonly named: ReadonlyMap<string, Definition>
}

export interface Definition {
  readonly name?: string
  readonly properties?: readonly Property[]
  readonly additionalPropertiesType?: string
}

export interface Property {
  readonly name: string
  /** `string`, `Sku`, `Sku[]`, `Enabled | Disabled | string`. */
  readonly type: string
  readonly flags?: string
}

interface Entry extends Definition {
  readonly $type: string
  readonly bodyType?: Definition & {
    readonly baseProperties?: readonly Property[]
    readonly elements?: readonly Definition[]
  }
}

/** Reads what the command printed; undefined where it does not know the type. */
export function definitionsIn(printed: string): Definitions | undefined {
  const { results } = JSON.parse(printed) as { readonly results?: { readonly BicepSchemaResult?: readonly Entry[] } }
  const entries = results?.BicepSchemaResult
  const body = entries?.find(({ $type }) => $type === 'Resource')?.bodyType
  if (!entries || !body) return undefined
  const bodies = new Map(
    (body.elements ?? [body]).map((element) => {
      const all = { ...element, properties: [...(body.baseProperties ?? []), ...(element.properties ?? [])] }
      return [body.elements ? typeOfProperty(all, 'name') : '', all]
    }),
  )
  const [first] = bodies.values()
  const named = new Map(entries.map((entry) => [entry.name ?? '', entry]))
  return { bodies, version: first ? typeOfProperty(first, 'apiVersion') : '', named }
}

const typeOfProperty = ({ properties = [] }: Definition, name: string): string =>
  properties.find((property) => property.name === name)?.type ?? ''
