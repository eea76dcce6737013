/** What the body of an error says to a program. */
export interface ErrorBody {
  /** Every code, from the outermost to the innermost. */
  readonly codes: readonly string[]
  /** Every message in the same order: to be searched, never to be shown. */
  readonly texts: readonly string[]
  /** Where in the query, if it says so. */
  readonly place?: { readonly line: number; readonly character: number } | undefined
}

/** Reads the body of an error; of one that is not in the services' shape nothing. */
export function errorBody(text: string): ErrorBody {
  try {
    return readError((JSON.parse(text) as { error?: unknown } | null)?.error)
  } catch {
    return readError(undefined)
  }
}

/** Reads an error object with all that is inside it. */
export function readError(error: unknown): ErrorBody {
  const layers = layersOf(error)
  const strings = (key: string) => layers.flatMap((layer) => (typeof layer[key] === 'string' ? [layer[key]] : []))
  const placed = layers.find(({ line }) => typeof line === 'number')
  const character = placed?.['characterPositionInLine'] ?? placed?.['pos']
  return {
    codes: strings('code'),
    texts: strings('message'),
    place: typeof character === 'number' ? { line: Number(placed?.['line']), character } : undefined,
  }
}

function layersOf(error: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof error !== 'object' || error === null) return []
  if (Array.isArray(error)) return error.flatMap(layersOf)
  const layer = error as Readonly<Record<string, unknown>>
  return [layer, ...layersOf(layer['details']), ...layersOf(layer['innererror'])]
}
