import { createHmac, randomBytes } from 'node:crypto'

/** Where the next page begins. */
export interface Place {
  readonly offset: number
  /** Which page it is, from 1. */
  readonly page: number
  /** Rows that came (positive) or went (negative) before the offset since the first page. */
  readonly drift: number
}

/** Skip tokens of one server: opaque, and good only for the question that they were made for. */
export interface SkipTokens {
  write(place: Place, question: string): string
  /** Undefined for a token of another question, or none of this server. */
  read(token: string, question: string): Place | undefined
}

/** Skip tokens that no other server can make. */
export function skipTokens(): SkipTokens {
  const secret = randomBytes(32)
  const seal = (text: string, question: string) =>
    createHmac('sha256', secret).update(`${text}\n${question}`).digest('base64url').slice(0, 16)
  return {
    write({ offset, page, drift }, question) {
      const text = [offset, page, drift].join(' ')
      return Buffer.from(`${seal(text, question)} ${text}`).toString('base64url')
    },
    read(token, question) {
      const [sealed, ...numbers] = Buffer.from(token, 'base64url').toString().split(' ')
      if (sealed !== seal(numbers.join(' '), question)) return undefined
      const [offset = 0, page = 1, drift = 0] = numbers.map(Number)
      return { offset, page, drift }
    },
  }
}

/** Which page a token asks for, as it says itself. */
export const pageOfToken = (token: string): number =>
  Number(Buffer.from(token, 'base64url').toString().split(' ')[2]) || 1
