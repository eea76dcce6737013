import type { Warning } from '@infra-analysis/core'
import type { Section } from '../report/section.ts'
import { merged } from './merged.ts'
import type { Part } from './parts.ts'
import type { PartSection } from './part-section.ts'
import type { Question } from './workflow.ts'

/** A part with what it has found out: a section for each of its questions. */
interface Gathered {
  readonly part: Part
  readonly sections: readonly PartSection[]
}

/** A question that stayed without an answer somewhere. */
export interface Unanswered {
  /** A subscription, or the tool that asks all workspaces. */
  readonly where: string
  readonly title: string
  readonly code: string
}

/** A part with what it has stored; where there is nothing, nobody knows why. */
export const gathered = (part: Part, sections: readonly PartSection[] | undefined): Gathered => ({
  part,
  sections: sections ?? part.questions.map(({ title }) => ({ title, code: 'Defect', rows: 0 })),
})

/** A section for each question, over all parts. */
export const assembled = (
  questions: readonly Question[],
  parts: readonly Gathered[],
  gaps: readonly Warning[],
): readonly Section[] =>
  questions.map((question) => {
    const sections = parts.flatMap((part) => part.sections.filter(({ title }) => title === question.title))
    return merged(question, sections, question.reach === 'each subscription' ? gaps : [])
  })

/** What has stayed without an answer, part by part. */
export const unanswered = (parts: readonly Gathered[]): readonly Unanswered[] =>
  parts.flatMap(({ part, sections }) =>
    sections.flatMap(({ answer, code, title }) => (answer ? [] : [{ where: part.key, title, code }])),
  )
