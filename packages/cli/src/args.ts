import type { Option, Options, ValuesOf } from './options.ts'
import { tokensOf } from './tokens.ts'
import { invalid, notAmong } from './usage.ts'

/** What stands on a command line, behind the command. */
export interface Parsed<O extends Options> {
  readonly values: ValuesOf<O> & Readonly<Record<string, unknown>>
  readonly positionals: readonly string[]
}

/** Reads a command line; later values of an option that is not repeatable win. Throws InvalidInput. */
export function parseOptions<O extends Options>(argv: readonly string[], options: O): Parsed<O> {
  const values: Record<string, unknown> = {}
  const positionals: string[] = []
  for (const token of tokensOf(argv, options)) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const [name, isOn] = switchOf(token.name, options)
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (!option) throw unknownOption(token.rawName, Object.keys(options))
    if (option.kind === 'switch') {
      if (token.value !== undefined) throw invalid(`${token.rawName} takes no value`, `Give ${token.rawName} alone.`)
      values[name] = isOn
      continue
    }
    const texts = textsOf(token, option)
    const read = texts.map((text) => readValue(token.rawName, option, text))
    values[name] = option.many ? [...((values[name] as unknown[] | undefined) ?? []), ...read] : read[0]
  }
  return { values: values as Parsed<O>['values'], positionals }
}

/** `no-x` turns the switch `x` off. */
function switchOf(name: string, options: Options): [name: string, isOn: boolean] {
  const positive = name.replace(/^no-/, '')
  return positive !== name && Object.hasOwn(options, positive) && options[positive]?.kind === 'switch'
    ? [positive, false]
    : [name, true]
}

const unknownOption = (given: string, names: readonly string[]) =>
  notAmong(
    `There is no option '${given}'`,
    given,
    'Options',
    names.map((name) => `--${name}`),
  )

interface OptionToken {
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

function textsOf({ rawName, value, inlineValue }: OptionToken, option: Option): readonly string[] {
  const isNextOption = value !== undefined && !inlineValue && /^-\D/.test(value)
  const texts = option.many ? value?.split(',').map((text) => text.trim()) : value === undefined ? [] : [value]
  if (!texts?.length || isNextOption || texts.includes('')) {
    throw invalid(`${rawName} needs a value`, expectation(rawName, option))
  }
  return texts
}

function readValue(rawName: string, option: Option, text: string): string | number {
  if (option.kind === 'choice') {
    const choices = option.choices ?? []
    const choice = choices.find((one) => one.toLowerCase() === text.toLowerCase())
    if (choice === undefined) throw notAmong(`'${text}' is not valid for ${rawName}`, text, 'Valid', choices)
    return choice
  }
  if (option.kind === 'text') return text
  const number = Number(text)
  const isValid =
    option.kind === 'count'
      ? /^\d+$/.test(text) && Number.isSafeInteger(number)
      : /^-?[\d.]/.test(text) && Number.isFinite(number)
  if (!isValid) throw invalid(`'${text}' is not valid for ${rawName}`, expectation(rawName, option))
  return number
}

function expectation(rawName: string, { kind, choices, placeholder }: Option): string {
  if (kind === 'choice') return `Give ${rawName} one of: ${choices?.join(', ')}.`
  if (kind === 'count') return `Give a whole number, such as ${rawName} 10.`
  if (kind === 'number') return `Give a number, such as ${rawName} 2.5.`
  return `Give it as ${rawName} <${placeholder ?? 'text'}>, or ${rawName}=<${placeholder ?? 'text'}> when it starts with '-'.`
}
