import { z } from 'zod'
import { flag, long, prose, real, text, time } from '../../columns.ts'

const resultId = text('The same object and recommendation have the same id in every answer')
const serverId = text('Lower-case name of the server, as the assessment knows it')
const machineId = text('Lower-cased ARM id of the server, or computer:<short name> when it is unknown')
const machine = text('ARM name of the server, or its name in the log')
const site = text('Site of the server')
const server = text('Name of the server, as the assessment knows it')

const found = {
  server,
  collector: text('Name of the machine that collected the result'),
  affectedObject: text('What the recommendation is about, mostly the server'),
  affectedObjectType: text('Kind of the object'),
  objectName: text('Name of the object within the server, such as a volume; empty for the server itself'),
  result: text('Passed or Failed'),
  priority: text('High from score 35 on, Low below, Unknown without a score'),
  score: real('Weight of the recommendation, 0 to 100'),
  focusArea: text('Area, such as Security and Compliance'),
  actionArea: text('What part of the area it is'),
  recommendationId: text('Id of the recommendation'),
  recommendation: prose(text('What to do')),
  description: prose(text('Why, and how')),
  details: prose(text('What was found on the object')),
  technology: text('Technology, such as Windows Server'),
  osVersion: text('Version of Windows'),
  assessmentId: text('Id of the assessment'),
  isPrerequisite: flag('Whether it is a failure to collect, and not a property of the server'),
  isCurrent: flag('Whether the newest run still reports it; false for what that run no longer mentions'),
  assessedAt: time('When it was found'),
  ageDays: long('Time since then', 'days'),
}

/** What the log holds about a recommendation for one object. */
export const storedRecommendation = z.object({ resultId, machineId, ...found })

/** A recommendation for one object. */
export const recommendation = z.object({ resultId, machineId, machine, site, ...found })

const counts = {
  server,
  collector: text('Name of the machine that collected the newest result'),
  osVersion: text('Version of Windows'),
  assessedAt: time('Newest result about the server itself; null when only prerequisites were looked at'),
  ageDays: long('Time since then', 'days'),
  lastRunAt: time('Newest result of any kind'),
  passed: long('Recommendations that the server follows'),
  failed: long('Recommendations that it does not follow'),
  highPriority: long('Failed recommendations of high priority'),
  prerequisiteFailures: long('Reasons why the newest run could not collect'),
}

/** What the log holds about a server. */
export const storedServer = z.object({ serverId, machineId, ...counts })

/** A server with its newest results counted. */
export const assessedServer = z.object({ serverId, machineId, machine, site, ...counts })

export type Recommendation = z.output<typeof recommendation>
export type StoredServer = z.output<typeof storedServer>
