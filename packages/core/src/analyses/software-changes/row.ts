import { z } from 'zod'
import { flag, long, prose, text, time } from '../../columns.ts'

const machineId = text('Lower-cased ARM id of the machine; `computer:` and its name where the log has no id')
const computer = text('Name that the log has for the machine')
const machine = text('ARM name of the machine; the name in the log where it is not known')
const site = text('Site of the machine; empty when unknown')
const changedAt = time('When the change was detected: the agent looks every 5 (Linux) to 30 minutes (Windows)')

const softwareChange = {
  change: text(
    'Added, Removed, Upgraded (any other version), Reinstalled (back unchanged) or Modified (anything else)',
  ),
  software: text('Name of the software'),
  previousVersion: text('Version before; empty when it was not there, or has none'),
  currentVersion: text('Version after; empty when it is gone, or has none'),
  publisher: text('Publisher'),
  softwareType: text('Application (Windows), Package (Linux) or Update'),
  comesAndGoes: flag('Whether it is gone for a while and back unchanged, as applications of one user at each sign-in'),
  fieldsChanged: text('Names of the fields that changed, of a Modified record'),
  description: prose(text('Description of a Linux package')),
}

/** What the store holds about a change of software. */
export const storedChange = z.object({
  changeId: text('What the row is: machine, time, kind, software and versions'),
  changedAt,
  machineId,
  computer,
  ...softwareChange,
})

/** One change of software. */
export const change = z.object({
  changeId: storedChange.shape.changeId,
  changedAt,
  machineId,
  machine,
  site,
  ...softwareChange,
})

const serviceChange = {
  change: text('Added, Removed or Modified'),
  service: text('Name of the service or daemon'),
  displayName: text('Display name of a Windows service'),
  serviceKind: text('Service (Windows) or Daemon (Linux)'),
  fieldsChanged: text('Names of the fields that changed'),
  previousState: text('State before, such as Running'),
  state: text('State after'),
  previousStartupType: text('Startup type before, such as Auto'),
  startupType: text('Startup type after'),
  previousAccount: text('Account before'),
  account: text('Account after'),
  previousPath: prose(text('Path of the executable before')),
  path: prose(text('Path of the executable after')),
  previousRunlevels: text('Run levels of a daemon before'),
  runlevels: text('Run levels of a daemon after'),
}

/** What the store holds about a change of a service. */
export const storedServiceChange = z.object({
  changeId: text('What the row is: machine, time, kind, service and fields'),
  changedAt,
  machineId,
  computer,
  ...serviceChange,
})

/** One change of a service. */
export const changedService = z.object({
  changeId: storedServiceChange.shape.changeId,
  changedAt,
  machineId,
  machine,
  site,
  ...serviceChange,
})

const recurrence = {
  software: text('Name of the software'),
  version: text('Version'),
  publisher: text('Publisher'),
  softwareType: text('Application (Windows), Package (Linux) or Update'),
  timesBack: long('How often it came back unchanged'),
  firstAt: time('When it first came or went'),
  lastAt: time('When it last came or went'),
  isThere: flag('Whether it came last, and so is there'),
}

/** What the store holds about software that comes and goes. */
export const storedReinstall = z.object({
  reinstallId: text('What the row is: machine, name and version'),
  machineId,
  computer,
  ...recurrence,
})

/** One software version that comes and goes on a machine. */
export const reinstall = z.object({
  reinstallId: storedReinstall.shape.reinstallId,
  machineId,
  machine,
  site,
  ...recurrence,
})

/** A machine that reports its inventory. */
export const report = z.object({
  machineId,
  computer,
  reportedAt: time('Newest inventory'),
  isCurrent: flag('Whether that inventory is recent enough for its changes to be known'),
})

export type Change = z.output<typeof change>
export type Reinstall = z.output<typeof storedReinstall>
export type Report = z.output<typeof report>
