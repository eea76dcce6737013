import type { Option, Options } from '../options.ts'
import type { Entry } from '../text/section.ts'

/** Options as help shows them. */
export const optionEntries = (options: Options): readonly Entry[] =>
  Object.entries(options).map(([name, option]) => [termOf(name, option), meaningOf(option)])

function termOf(name: string, { kind, many, placeholder, short }: Option): string {
  const flag = short ? `-${short}, --${name}` : `--${name}`
  return kind === 'switch' ? flag : `${flag} <${placeholder ?? kind}${many ? ',…' : ''}>`
}

const meaningOf = ({ description, choices, byDefault }: Option): string =>
  [
    description,
    ...(choices ? [`: ${choices.join(', ')}`] : []),
    ...(byDefault ? [` [default: ${byDefault}]`] : []),
  ].join('')
