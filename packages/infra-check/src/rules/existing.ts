import { listAt, textAt } from '../deploy/pick.ts'
import type { DeployedResource } from '../deploy/value.ts'
import type { Finding } from '../finding.ts'
import type { DeploymentRule } from '../project.ts'

/** What is referred to as existing is deployed here too, by itself or within another; nothing but its name is given. */
export const existing: DeploymentRule =
  () =>
  ({ deployment: { resources } }) => {
    const deployed = resources.filter((one) => !one.existing)
    const ids = new Set(deployed.map(({ id }) => id))
    return resources
      .filter((one) => one.existing)
      .filter((one) => !isNamed(one) || !(ids.has(one.id) || isWithin(one, deployed)))
      .map(({ file, line, symbol, type }): Finding => ({
        rule: 'existing',
        file,
        line,
        message: `'${symbol}' refers to no ${type} that is deployed`,
      }))
  }

const isNamed = ({ body }: DeployedResource): boolean => Object.keys(body).join() === 'name'

/** Such as a subnet, which is deployed as a property of its network. */
function isWithin({ id, name, kind }: DeployedResource, deployed: readonly DeployedResource[]): boolean {
  const list = `properties.${kind.split('/').at(-1)}`
  const parent = deployed.find((one) => id.startsWith(`${one.id}/`) && listAt(one.body, list).length > 0)
  return listAt(parent?.body ?? null, list).some((item) => textAt(item, 'name') === name)
}
