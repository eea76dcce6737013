/** The first sentence of a text, without its full stop. */
export const firstSentence = (text: string): string => text.replace(/\.(\s.*)?$/s, '').split(/\.\s/, 1)[0] ?? ''
