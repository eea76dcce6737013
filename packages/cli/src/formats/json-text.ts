/** What a terminal would act upon, though JSON allows it. */
const unsafe = /[\u007F-\u009F\p{Cs}\p{Bidi_Control}\u{E0000}-\u{E007F}]/gu

/** JSON that says the same, and in which nothing can steer a terminal. */
export const jsonText = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(unsafe, (found) => found.split('').map(escaped).join(''))

const escaped = (unit: string): string => String.raw`\u` + unit.charCodeAt(0).toString(16).padStart(4, '0')
