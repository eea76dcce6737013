import type { Parameter } from '../bicep/declarations.ts'
import { plainText } from '../bicep/expression.ts'
import type { Finding } from '../finding.ts'
import type { FileRule } from '../project.ts'

const path = 'infra/main.parameters.json'

/** azd sets these itself; every other variable needs a default, or azd makes it an empty text. */
const setByAzd = ['AZURE_ENV_NAME', 'AZURE_LOCATION', 'AZURE_PRINCIPAL_ID']

/** The parameters file names parameters of main.bicep, gives the required ones, and has valid defaults that equal those of Bicep. */
export const parametersFile: FileRule = ({ main, texts }) => {
  const text = texts.get(path) ?? '{}'
  const { parameters = {} } = JSON.parse(text) as {
    readonly parameters?: Readonly<Record<string, { readonly value: unknown }>>
  }
  const finding = (name: string, message: string): Finding => ({
    rule: 'parameters-file',
    file: path,
    line: text.slice(0, Math.max(0, text.indexOf(`"${name}"`))).split('\n').length,
    message: `'${name}' ${message}`,
  })
  const declared = new Map(main.parameters.map((parameter) => [parameter.name, parameter]))
  return [
    ...Object.keys(parameters)
      .filter((name) => !declared.has(name))
      .map((name) => finding(name, 'is no parameter of main.bicep')),
    ...main.parameters
      .filter((parameter) => !parameter.default && !(parameter.name in parameters))
      .map(({ name }) => finding(name, 'is required and not given')),
    ...Object.entries(parameters).flatMap(([name, { value }]) => {
      const parameter = declared.get(name)
      const wrong = parameter && wrongIn(parameter, value)
      return wrong ? [finding(name, wrong)] : []
    }),
  ]
}

function wrongIn(parameter: Parameter, value: unknown): string | undefined {
  if (parameter.type === 'object') return isObject(value) ? undefined : 'is no object'
  if (typeof value !== 'string') return 'is no text'
  const [, variable, byDefault] = /^\$\{(\w+)(?:=([^}]*))?\}$/.exec(value) ?? []
  if (!variable) return 'is no ${VARIABLE=default}'
  if (byDefault === undefined) return setByAzd.includes(variable) ? undefined : `lacks a default: \${${variable}=…}`
  const { type, decorators, default: declared } = parameter
  if (type === 'bool' && byDefault !== 'true' && byDefault !== 'false') return `is a bool, and '${byDefault}' is none`
  const [allowed] = decorators.get('allowed') ?? []
  if (allowed?.kind === 'array' && !allowed.items.some((item) => plainText(item) === byDefault))
    return `may not be '${byDefault}'`
  const inBicep = declared?.kind === 'literal' ? String(declared.value) : undefined
  return inBicep === byDefault ? undefined : `is '${byDefault}' here and '${inBicep}' in main.bicep`
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
