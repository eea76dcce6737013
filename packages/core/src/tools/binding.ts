import type { JsonSchema, Progress } from './tool.ts'

/** A Standard Schema, as SDKs of the protocol take it, that is advertised and lets everything pass. */
interface Advertised<Shape> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly types?: { readonly input: Shape; readonly output: Shape }
    readonly validate: (value: unknown) => { readonly value: Shape }
    readonly jsonSchema: Readonly<Record<'input' | 'output', () => Record<string, unknown>>>
  }
}

/** Advertises a schema: what it describes is checked by the tools, which can say what is wrong. */
export function advertised<Shape>(schema: JsonSchema): Advertised<Shape> {
  const json = () => ({ ...schema })
  return {
    '~standard': {
      version: 1,
      vendor: 'infra-analysis',
      validate: (value) => ({ value: value as Shape }),
      jsonSchema: { input: json, output: json },
    },
  }
}

/** What of a request says whether its client hears of progress, and how. */
interface Hearing<Token> {
  readonly _meta?: { readonly progressToken?: Token | undefined } | undefined
  readonly notify: (notification: {
    method: 'notifications/progress'
    params: { progressToken: Token; progress: number; message: string }
  }) => Promise<void>
}

/** Tells the client how far its call has come, if it asked to hear of it. */
export function progressTo<Token>({ _meta, notify }: Hearing<Token>): ((step: Progress) => void) | undefined {
  const progressToken = _meta?.progressToken
  if (progressToken === undefined) return undefined
  return ({ pages, message }) => {
    const params = { progressToken, progress: pages, message }
    // Nobody hears it when the client is gone.
    notify({ method: 'notifications/progress', params }).catch(() => undefined)
  }
}
