import { z } from 'zod'
import type { Analysis } from '../analysis.ts'
import { invalid } from '../errors.ts'
import { parseInput, texts } from '../input.ts'
import { lenient } from './lenient.ts'

/** What a call asks for: the input of the analysis, and how the answer is to be cut. */
export interface Asked {
  readonly input: Readonly<Record<string, unknown>>
  readonly view: string
  /** Empty for the view's brief ones. */
  readonly columns: readonly string[]
  readonly limit: number
  /** Empty for the first page. */
  readonly cursor: string
  readonly subscriptions: readonly string[]
  readonly workspaces: readonly string[]
}

/** The arguments of the tool that an analysis becomes: its own input, where to look, and how to cut the answer. */
export function argumentsOf({ id, engine, input, views, main }: Analysis): z.ZodObject {
  const added = {
    ...(Object.keys(views).length > 1 && {
      view: z
        .enum([main, ...Object.keys(views).filter((name) => name !== main)])
        .default(main)
        .describe('What a row is'),
    }),
    subscriptions: texts('Only these subscription ids'),
    ...(engine === 'log-analytics' && { workspaces: texts('Only these workspace ids') }),
    columns: texts('Columns to return'),
    limit: z.int().min(1).max(200).default(25).describe('Rows a page'),
    cursor: z.string().default('').describe('nextCursor of the page before, with the same other arguments'),
  }
  const taken = Object.keys(added).find((name) => name in input.shape)
  if (taken) throw new TypeError(`The input '${taken}' of '${id}' has the name of an argument of all tools`)
  return input.extend(added)
}

/** What a call asks for. Throws InvalidInput that names the argument and the valid values. */
export function readArguments(analysis: Analysis, schema: z.ZodObject, args: unknown): Asked {
  const given = args ?? {}
  if (typeof given !== 'object' || Array.isArray(given)) {
    throw invalid('The arguments are not an object of names and values', 'Send {} for all defaults.')
  }
  const {
    view = analysis.main,
    columns,
    limit,
    cursor,
    subscriptions,
    workspaces = [],
    ...input
  } = parsed(schema, given as Readonly<Record<string, unknown>>)
  return { input, view, columns, limit, cursor, subscriptions, workspaces } as Asked
}

function parsed(schema: z.ZodObject, given: Readonly<Record<string, unknown>>) {
  try {
    return parseInput(schema, lenient(schema, given))
  } catch (error) {
    // Whatever walks through values without end exhausts the stack.
    if (!(error instanceof RangeError)) throw error
    throw invalid('An argument is nested too deeply', 'Each is a value or a list of values.')
  }
}
