const breaks = /\s*[\t\n\v\f\r\u0085\u2028\u2029]+\s*/g
/** Control and bidirectional characters, lone surrogates and invisible tags. */
const unsafe = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u{E0000}-\u{E007F}]/gu

/** Text on one line that can neither steer a terminal nor reorder what stands beside it. */
export const harmless = (text: string): string => text.replace(breaks, ' ').replace(unsafe, '\uFFFD')

/** The same, with its line breaks and tabs. */
export const harmlessLines = (text: string): string =>
  text.replace(unsafe, (found) => (/[\t\n\r]/.test(found) ? found : '\uFFFD'))
