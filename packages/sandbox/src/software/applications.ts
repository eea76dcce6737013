import { commonProducts, databaseEngine, otherProducts, type Product } from '../catalog/applications.ts'
import { hostileText } from '../machines/hostile.ts'
import type { Machine } from '../machines/machine.ts'
import { random, type Random } from '../random.ts'
import { history, maintenanceTimes } from './churn.ts'
import { always, previousOf, upgraded, type Installed, type Span } from './installed.ts'

const renewed = 6

/** The Windows applications of a machine; the first few are renewed in its maintenance windows. */
export function applications(machine: Machine): readonly Installed[] {
  const draw = random(0, machine.vmId, 'applications')
  const engines = databaseEngines(machine)
  const wanted = machine.softwareCount - engines.length
  const common = commonProducts.slice(0, Math.min(commonProducts.length, Math.ceil(wanted * 0.6)))
  const start = draw.int(0, otherProducts.length - 1)
  const others = [...otherProducts.slice(start), ...otherProducts].slice(0, wanted - common.length)
  const [maintainedAt] = maintenanceTimes(machine)
  // A machine at the cap of the collection keeps its number: nothing comes or goes.
  const share = machine.softwareCount >= 250 ? 0 : 5 / machine.softwareCount
  return [
    ...engines,
    ...[...common, ...others].map((product, index) => {
      const isRenewed = maintainedAt !== undefined && index < renewed
      const { version } = product
      const spans = isRenewed ? upgraded(previousOf(version), version, maintainedAt) : history(version, share, draw)
      return application(product, spans, draw)
    }),
  ]
}

function application({ name, publisher }: Product, spans: readonly Span[], draw: Random): Installed {
  const architecture = name.includes('x86') ? 'x86' : 'x64'
  return { name, publisher, type: 'Application', architecture, spans, upgrade: draw.chance(0.5) ? 'pair' : 'modified' }
}

/** The products of SQL Server, upgraded where an event says so. */
function databaseEngines({ sql, events }: Machine): readonly Installed[] {
  const upgrade = events.find(({ kind }) => kind === 'upgrade')
  const builds = new Map(
    sql.filter(({ serviceType }) => serviceType === 'Engine').map(({ version, build }) => [version, build]),
  )
  return [...builds].map(([version, build]) => ({
    name: databaseEngine(version),
    publisher: 'Microsoft Corporation',
    type: 'Application',
    architecture: 'x64',
    spans: upgrade ? upgraded(previousOf(build), build, upgrade.from) : always(build),
    upgrade: 'pair',
  }))
}

/** Software with a name that is meant for whoever reads the inventory. */
export const hostileSoftware: Installed = {
  name: `libhostile1 '"|${hostileText}`,
  publisher: 'nobody',
  type: 'Package',
  architecture: 'x86_64',
  spans: always('1.0.0-1.el9"; drop'),
  upgrade: 'modified',
}
