import type { Finding } from '../finding.ts'
import { type FileRule, mainPath } from '../project.ts'

/** What users set and get is described where it is declared; so is what modules give. */
export const documented: FileRule = ({ bicep }) =>
  [...bicep.values()].flatMap((file): readonly Finding[] =>
    [...(file.path === mainPath ? file.parameters : []), ...file.outputs]
      .filter(({ decorators }) => !decorators.has('description'))
      .map(({ name, line }) => ({
        rule: 'documented',
        file: file.path,
        line,
        message: `'${name}' has no description`,
      })),
  )
