import { operatingSystems, type Os } from '../catalog/os.ts'
import { hoursAgo } from '../clock.ts'
import { random, type Random } from '../random.ts'
import type { Entry } from '../roster/entry.ts'
import { named } from '../roster/named.ts'
import { drawnSql, namedSql } from '../roster/sql.ts'
import { sites, type Site } from '../sites.ts'
import { agentOf, isPresent, lastContact, type Agent } from './agent.ts'
import { extensions } from './extensions.ts'
import { disks, hardware, hardwareModel } from './hardware.ts'
import { domainOf, home, machineId, tags } from './identity.ts'
import type { Machine, Quirks } from './machine.ts'
import { interfaces } from './network.ts'
import { patching } from './patching.ts'
import { sqlInstance } from './sql.ts'

/** The machine of an entry of the roster. Each concern draws from a stream of its own. */
export function build(entry: Entry, index: number, seed: number): Machine {
  const stream = (concern: string) => random(seed, index, entry.name, concern)
  const site: Site = sites[entry.site]
  const os: Os = operatingSystems[entry.os]
  const kind = site.platform === 'azure' ? 'azure' : 'arc'
  const quirks = spelling(stream('quirks'), stream('computer'))
  const place = { name: entry.name, kind, ...home(entry, site) } as const
  const agent = agentOf(entry, kind, stream('agent'))
  const sql = sqlOf(entry, agent, stream('sql'))
  const identity = stream('identity')
  const model = hardwareModel(site, stream('model'))
  return {
    id: machineId(place, quirks.lowerCaseProvider),
    ...place,
    computerName: entry.name,
    displayName: entry.name,
    domain: domainOf(site, os),
    site,
    role: entry.role,
    tags: tags(entry, site, stream('tags')),
    vmId: identity.guid(),
    vmUuid: identity.guid(),
    createdAt: hoursAgo(24 * identity.int(60, 1100)),
    os,
    model,
    hardware: hardware(entry, model, stream('hardware')),
    disks: disks(os, sql, stream('disks')),
    interfaces: interfaces({ site, os, role: entry.role, model, index }, stream('network')),
    agent,
    extensions: extensions(entry, os.family, sql.length > 0, stream('extensions')),
    patching: patching({ site, os, role: entry.role, agent, sql }, stream('patching')),
    sql,
    sqlDiscovered: sql.length > 0,
    esu: esuOf(os),
    softwareCount: softwareCount(os, index < named.length, stream('software')),
    events: [],
    quirks,
  }
}

function sqlOf(entry: Entry, agent: Agent, draw: Random): Machine['sql'] {
  const specs = namedSql[entry.name] ?? (entry.role === 'sql' ? drawnSql(draw) : [])
  const host = { ...entry, isPresent: isPresent(agent), lastContact: lastContact(agent) }
  return specs.map((spec) => sqlInstance(spec, host, draw))
}

function esuOf({ release }: Os): Machine['esu'] {
  const isOld = release.endsWith('2012 R2') || release.endsWith('2016')
  return {
    eligibility: isOld ? 'Eligible' : 'Ineligible',
    license: release.endsWith('2012 R2') ? 'Assigned' : 'NotAssigned',
  }
}

/** The named machines have as much software as real ones; all others less, so that thousands fit in memory. */
function softwareCount({ family }: Os, isNamed: boolean, draw: Random): number {
  if (family === 'linux') return isNamed ? draw.int(120, 300) : draw.int(25, 50)
  return isNamed ? draw.int(40, 140) : draw.int(10, 25)
}

function spelling(draw: Random, logs: Random): Quirks {
  return {
    lowerCaseProvider: draw.chance(0.2),
    kbPrefix: draw.chance(0.5),
    rollupSpelling: draw.chance(0.3) ? 'UpdateRollUp' : 'UpdateRollup',
    plainClassification: false,
    coreCountKey: draw.chance(0.3) ? 'logicalcoreCount' : 'logicalCoreCount',
    withoutDetectedProperties: false,
    withoutHardwareProfile: draw.chance(0.02),
    computer: logs.pick(['fqdn', 'fqdn', 'short', 'lower']),
    withoutResourceId: false,
  }
}
