/** The name of a result: by the day on which it was answered, UTC, and its invocation. */
export const resultName = (answeredAt: string, invocation: string): string =>
  `results/${answeredAt.slice(0, 10)}/${invocation}.json`
