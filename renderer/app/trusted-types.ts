type PolicyRules = {
  createHTML: (text: string) => string
  createScript: (text: string) => string
  createScriptURL: (text: string) => string
}
type Factory = { createPolicy: (name: string, rules: PolicyRules) => unknown }

// React empties elements by setting their HTML to nothing; no other text may ever become HTML or script here
// (security rule 10).
const onlyNothing = (text: string): string => {
  if (text === '') return text
  throw new TypeError('Text is never made into HTML or script on this page')
}

const factory = (globalThis as typeof globalThis & { trustedTypes?: Factory }).trustedTypes
factory?.createPolicy('default', { createHTML: onlyNothing, createScript: onlyNothing, createScriptURL: onlyNothing })
