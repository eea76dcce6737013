import { plainText, within } from '../bicep/expression.ts'
import type { BicepFile } from '../bicep/declarations.ts'
import type { Finding } from '../finding.ts'
import type { FileRule } from '../project.ts'

const secretName = /secret|password|key$|connectionstring|sastoken/i
const secretProperty = /^(connectionstring|instrumentationkey|primarykey|secondarykey|key\d?|secrettext|password)$/i

/** What looks like a key, wherever it is written. */
const secretText =
  /AccountKey=|SharedAccessKey=|InstrumentationKey=|[?&]sig=|-----BEGIN|client_secret|\b[A-Za-z0-9+/]{86}==|\beyJ[\w-]{8,}\.[\w-]{8,}\./

/** No secret is a parameter without @secure, has a default, leaves through an output, is fetched by list…(), or stands in a file. */
export const secrets: FileRule = ({ bicep, texts }) => [
  ...[...bicep.values()].flatMap(inFile),
  ...[...texts].flatMap(([file, text]) =>
    text
      .split('\n')
      .flatMap((line, at) => (secretText.test(line) ? [finding(file, at + 1, 'this looks like a key')] : [])),
  ),
]

function inFile({ path, parameters, variables, resources, modules, outputs }: BicepFile): readonly Finding[] {
  const secure = parameters.filter(({ decorators, type }) => decorators.has('secure') || type.startsWith('secure'))
  const secureNames = new Set(secure.map(({ name }) => name))
  const everything = [...variables, ...outputs]
    .map(({ value }) => value)
    .concat([...resources, ...modules].map(({ body }) => body))
  return [
    ...parameters
      .filter(({ name }) => secretName.test(name) && !secureNames.has(name))
      .map(({ name, line }) => finding(path, line, `'${name}' sounds like a secret and is not @secure()`)),
    ...secure
      .filter((one) => one.default && plainText(one.default) !== '')
      .map(({ name, line }) => finding(path, line, `'${name}' is secure and has a default`)),
    ...everything
      .flatMap(within)
      .filter((one) => one.kind === 'call' && /^list[A-Z]/.test(one.name))
      .map(({ line }) => finding(path, line, 'keys are fetched by a list…() function')),
    ...outputs.flatMap(({ name, line, value }) => {
      const parts = within(value)
      const leaks =
        secretName.test(name) ||
        parts.some((part) => part.kind === 'member' && secretProperty.test(part.name)) ||
        parts.some((part) => part.kind === 'name' && secureNames.has(part.name))
      return leaks ? [finding(path, line, `the output '${name}' gives a secret away`)] : []
    }),
  ]
}

const finding = (file: string, line: number, message: string): Finding => ({ rule: 'secrets', file, line, message })
