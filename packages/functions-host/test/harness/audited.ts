import type { RunningApp } from './app.ts'

/** The audit records in the log of an app. */
export const audited = ({ logs }: RunningApp): readonly Record<string, unknown>[] =>
  logs
    .filter(({ category, message }) => category === 'user' && message.startsWith('{'))
    .map(({ message }) => JSON.parse(message) as Record<string, unknown>)
    .filter(({ msg }) => msg === 'audit')
