import { readFile } from 'node:fs/promises'
import type { Io } from '../../io.ts'
import { invalid } from '../../usage.ts'

const ways = "Give it in quotes, with --file <path>, or as '-' on the standard input: see 'infra-cli query --help'."

/** The query's text: the argument, the file, or the standard input for `-`. Throws InvalidInput when there is not exactly one. */
export async function kqlFrom(positionals: readonly string[], file: string | undefined, io: Io): Promise<string> {
  const [argument, second] = positionals
  if (second !== undefined) throw invalid(`The query goes on in a second argument, '${second}'`, `Put it in quotes.`)
  if (argument !== undefined && file !== undefined) throw invalid('The query is given twice, one in --file', ways)
  if (argument === undefined && file === undefined) throw invalid('No query is given', ways)
  const text = file !== undefined ? await contentOf(file) : argument === '-' ? await inputOf(io) : (argument ?? '')
  if (text.trim() === '') throw invalid('The query is empty', ways)
  return text.replace(/^\uFEFF/, '')
}

const inputOf = ({ readInput }: Io): Promise<string> => readInput?.() ?? Promise.resolve('')

async function contentOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw invalid(`The file '${path}' cannot be read (${code})`, 'Give the path of a text file that exists.')
  }
}
