import { invalid } from '../usage.ts'

/** Throws InvalidInput when there are arguments where none is taken. */
export function noArguments(
  command: string,
  positionals: readonly string[],
  hint = `See 'infra-cli ${command} --help'.`,
): void {
  const [first] = positionals
  if (first !== undefined) throw invalid(`'${command}' takes no argument '${first}'`, hint)
}
