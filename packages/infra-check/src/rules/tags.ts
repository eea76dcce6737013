import { pick } from '../deploy/pick.ts'
import type { DeploymentRule } from '../project.ts'
import { typeOf } from '../types.ts'

/** Every resource that can be tagged names its azd environment: azd finds and deletes by it. */
export const tags: DeploymentRule =
  () =>
  ({ deployment, parameters }) =>
    deployment.resources
      .filter((one) => !one.existing && typeOf(one)?.['tags'] !== undefined)
      .filter(({ body }) => pick(body, 'tags.azd-env-name') !== parameters['environmentName'])
      .map(({ file, line, symbol }) => ({
        rule: 'tags',
        file,
        line,
        message: `'${symbol}' is not tagged azd-env-name`,
      }))
