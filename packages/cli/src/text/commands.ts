import type { Look } from '../look.ts'
import { block } from './section.ts'
import { padded, widthOf } from './width.ts'

/** Command lines under a heading, each whole on one line to be pasted; what it is for stands behind as a shell comment, or above where there is no room. */
export function commandBlock(
  heading: string,
  commands: readonly (readonly [command: string, comment: string])[],
  look: Look,
): readonly string[] {
  const comments = commands.map(([, comment]) => `# ${comment}`)
  const widest = Math.max(0, ...commands.map(([command]) => widthOf(command)))
  const isRoomy = 2 + widest + 2 + Math.max(0, ...comments.map(widthOf)) <= look.width
  const lines = commands.flatMap(([command], i) => {
    const comment = look.style.dim(comments[i] ?? '')
    return isRoomy ? [`${padded(command, widest)}  ${comment}`] : [comment, command]
  })
  return block(heading, lines, look)
}
