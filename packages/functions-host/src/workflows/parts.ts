import type { Where } from './started.ts'
import type { Question } from './workflow.ts'

/** The piece of a run that one activity does. */
export interface Part {
  /** A subscription, or the tool that asks all workspaces; names what is stored. */
  readonly key: string
  /** With where to ask among the arguments. */
  readonly questions: readonly Question[]
}

/** The pieces of a run, the same whenever they are made: a subscription each, then a question to all workspaces each. */
export function partsOf(
  questions: readonly Question[],
  { isChosen, subscriptions, workspaces }: Where,
): readonly Part[] {
  const local = questions.filter(({ reach }) => reach === 'each subscription')
  const overLogs = questions.filter(({ reach }) => reach === 'all workspaces')
  const within = { ...(isChosen && { subscriptions }), ...(workspaces.length > 0 && { workspaces }) }
  const inSubscription = (id: string): Part => ({ key: id, questions: local.map(asking({ subscriptions: [id] })) })
  return [
    ...(local.length > 0 ? subscriptions.map(inSubscription) : []),
    ...overLogs.map((question) => ({ key: question.tool, questions: [asking(within)(question)] })),
  ]
}

const asking =
  (where: Question['args']) =>
  (question: Question): Question => ({ ...question, args: { ...question.args, ...where } })
