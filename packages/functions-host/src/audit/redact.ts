const gone = '[redacted]'

const quoted = String.raw`"[^"]*"|'[^']*'`
/** After the name of a secret: what joins it to its value, and the value. */
const assigned = String.raw`(["']?\s*[:=]\s*)(?:${quoted}|[^\s"';<>]+)`
const names = [
  'accountkey',
  'sharedaccesskey',
  'sharedaccesssignature',
  'functions-key',
  'api-?key',
  'password',
  'pwd',
  'secret',
  'assertion',
  'token',
]

type Step = (text: string) => string
const replacing =
  (pattern: RegExp, replacement: string): Step =>
  (text) =>
    text.replace(pattern, replacement)

/** Each takes time that grows with the text alone: what may be long is matched to its end, never searched for one. */
const steps: readonly Step[] = [
  replacing(/((?:authorization|cookie)["']?\s*[:=]\s*)[^\r\n]+/gi, `$1${gone}`),
  replacing(/\b(bearer\s+)[\w.~+/=-]+/gi, `$1${gone}`),
  (text) => text.replace(/[\w.-]+/g, withoutToken),
  (text) => text.replace(/https?:\/\/[^\s"'<>]+/gi, bareUrl),
  replacing(new RegExp(`(${names.join('|')})${assigned}`, 'gi'), `$1$2${gone}`),
  replacing(new RegExp(String.raw`\b(sig|se|sp|code)${assigned}`, 'gi'), `$1$2${gone}`),
]

/** The text without what looks like a secret: headers of sign-in, tokens, keys, connection strings, query strings. */
export const redact = (text: string): string => steps.reduce((rest, step) => step(rest), text)

/** A run of letters without the JSON web token in it, which begins with `{"` in base64. */
function withoutToken(run: string): string {
  const start = run.indexOf('eyJ')
  return start >= 0 && run.includes('.', start) ? run.slice(0, start) + gone : run
}

/** A URL without user and query. */
function bareUrl(url: string): string {
  const [address = '', ...query] = url.split('?')
  const [, scheme = '', authority = '', path = ''] = /^(https?:\/\/)([^/]*)(.*)$/i.exec(address) ?? []
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  const user = host === authority ? '' : `${gone}@`
  return `${scheme}${user}${host}${path}${query.length > 0 ? `?${gone}` : ''}`
}
