/** An expression that cannot be evaluated, at a line of a file. */
export class Fault extends Error {
  readonly file: string
  readonly line: number

  constructor(file: string, line: number, message: string) {
    super(message)
    this.file = file
    this.line = line
  }
}

/** The template itself refuses the parameters, by `fail(…)`. */
export class Refused extends Error {}
